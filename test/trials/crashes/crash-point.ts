import type { Store } from '@punchloop/sdk'
import { watched } from '../world/any-store.js'

/** The end of the process. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

/**
 * Counts the moments at which a process can die, and lets it die at one of them: before and after every statement and every
 * call to the outside, before and after every commit. From then on nothing more can be done.
 */
export class CrashPoint {
  #passed = 0
  #isDead = false
  readonly #at: number

  constructor(at: number) {
    this.#at = at
  }

  get isDead(): boolean {
    return this.#isDead
  }

  kill(): void {
    this.#isDead = true
  }

  pass(moment: string): void {
    this.#passed += 1
    if (this.#passed === this.#at) this.#isDead = true
    if (this.#isDead) throw new Crash(`The process died: ${moment}`)
  }

  async around<Result>(what: string, run: () => Promise<Result>): Promise<Result> {
    this.pass(`before ${what}`)
    const result = await run()
    this.pass(`after ${what}`)
    return result
  }

  /** A crash within a transaction takes it back; one after the commit only takes the answer. */
  store(store: Store): Store {
    const around = (what: string, run: () => Promise<unknown>) => this.around(what, run)
    return watched(store, { call: around, transaction: around })
  }
}
