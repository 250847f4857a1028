import { type AttemptContext, type AttemptEnd, attempt, lease } from './attempt.js'
import type { Job } from './job.js'

/** What a process has done since it started, by kind of work. */
export type Tally = Readonly<Record<string, Readonly<Record<AttemptEnd, number>>>>

/** The jobs that one process works on at the same time: one that takes long holds up none but itself. */
export class Slots {
  readonly #context: AttemptContext & { readonly concurrency: number }
  readonly #stopping: AbortSignal
  readonly #told: (kind: string, end: AttemptEnd) => void
  readonly #busy = new Set<Promise<void>>()
  #ended = 0

  constructor(
    context: AttemptContext & { readonly concurrency: number },
    stopping: AbortSignal,
    told: (kind: string, end: AttemptEnd) => void,
  ) {
    this.#context = context
    this.#stopping = stopping
    this.#told = told
  }

  /** Jobs that came to an end here, with whatever success. */
  get ended(): number {
    return this.#ended
  }

  get areFull(): boolean {
    return this.#busy.size >= this.#context.concurrency
  }

  get areEmpty(): boolean {
    return this.#busy.size === 0
  }

  /** Begins what is due, as long as there is room. */
  async fill(mayBegin: () => boolean): Promise<void> {
    const { store, clock } = this.#context
    while (!this.areFull && mayBegin()) {
      const now = clock()
      const leasedUntil = new Date(now.getTime() + lease)
      const job = await store.transaction(tx => tx.claimJob({ now, leasedUntil }))
      if (job === undefined) return
      const slot = this.#work(job).finally(() => this.#busy.delete(slot))
      this.#busy.add(slot)
      // Not everybody waits for an end.
      slot.catch(() => undefined)
    }
  }

  async #work(job: Job): Promise<void> {
    const { log } = this.#context
    try {
      const end = await attempt(this.#context, job, this.#stopping)
      this.#ended += 1
      this.#told(job.work.kind, end)
    } catch (error) {
      log({ level: 'error', event: 'delivery not written down', job: job.key, message: String(error) })
      throw error
    }
  }

  /** Resolves when the next of them has its end; rejects where the store failed. */
  async oneEnds(): Promise<void> {
    await Promise.race(this.#busy)
  }

  async allEnd(): Promise<void> {
    await Promise.allSettled(this.#busy)
  }
}
