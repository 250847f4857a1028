import { setImmediate } from 'node:timers/promises'

interface Event {
  readonly at: number
  readonly number: number
  readonly run: () => unknown
}

/** Time that passes only when nothing is left to do at this moment. What happens at one moment happens at once. */
export class Timeline {
  #now: number
  #number = 0
  #events: Event[] = []

  constructor(start: number) {
    this.#now = start
  }

  get now(): number {
    return this.#now
  }

  get isOver(): boolean {
    return this.#events.length === 0
  }

  /** Milliseconds from now; what is begun is not waited for. */
  after(milliseconds: number, run: () => unknown): void {
    this.#events.push({ at: this.#now + milliseconds, number: this.#number++, run })
  }

  /** Resolves after so long. */
  wait(milliseconds: number): Promise<void> {
    return new Promise(resolve => this.after(milliseconds, resolve))
  }

  /** Goes on to the next moment at which something happens, and lets it happen until everybody waits again. */
  async next(): Promise<void> {
    this.#now = Math.min(...this.#events.map(({ at }) => at))
    const due = this.#events.filter(({ at }) => at <= this.#now).sort((a, b) => a.number - b.number)
    this.#events = this.#events.filter(({ at }) => at > this.#now)
    for (const { run } of due) run()
    // Nothing here waits for a disk or a network, so all that can go on has gone on when Node's loop turns.
    await setImmediate()
  }
}
