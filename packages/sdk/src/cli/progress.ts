import { printable } from './source.js'
import type { Output } from './terminal.js'

/** A line on a terminal that says how far a long run is; nothing anywhere else. */
export class Progress {
  readonly #output: Output
  readonly #total: number
  #done = 0

  constructor(output: Output, total: number) {
    this.#output = output
    this.#total = total
  }

  next(path: string): void {
    this.#done++
    if (!this.#isShown) return
    const text = `${this.#done} of ${this.#total} ${printable(path)}`.slice(0, this.#output.columns - 1)
    this.#output.write(`\r\u001b[2K${this.#output.paint('dim', text)}`)
  }

  /** Before anything else is written. */
  clear(): void {
    if (this.#isShown) this.#output.write('\r\u001b[2K')
  }

  get #isShown(): boolean {
    return this.#output.isTerminal && this.#total > 1
  }
}
