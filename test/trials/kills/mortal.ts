import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A program that is started again each time it is killed. */
export class Mortal {
  readonly #program: URL
  readonly #args: readonly string[]
  #child: ChildProcess | undefined
  kills = 0

  constructor(program: string, args: readonly string[]) {
    this.#program = new URL(program, import.meta.url)
    this.#args = args
  }

  async start(): Promise<void> {
    // Not the conditions that the tests run with: what users have installed is compiled.
    const execArgv = ['--experimental-strip-types', '--no-warnings']
    const child = fork(this.#program, this.#args, {
      execArgv,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    this.#child = child
    const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')])
    if (said !== 'ready' && child.signalCode === null)
      throw new Error(`${this.#program} ended at once (${said})`)
  }

  async kill(): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    this.kills += 1
  }

  async killAndRestart(): Promise<void> {
    await this.kill()
    await this.start()
  }
}
