import { longestValue } from './limits.js'

/** Values → one line, without its end. Quotation marks are doubled. */
export function writeRow(values: readonly string[]): string {
  return values.map(writeValue).join(',')
}

/** A value that begins or ends with space is quoted, so that no reader trims it. */
function writeValue(value: string): string {
  return /[",]|^\s|\s$/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

/**
 * A value as it can stand in a line: control characters and line ends become one space. Readers of CIF in the wild take
 * the file apart at its line ends, quoted or not.
 */
export function onOneLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

export interface Cell {
  readonly text: string
  /** Of its first character in the file; 1 is the first. */
  readonly line: number
  readonly column: number
}

export interface CsvRow {
  readonly line: number
  readonly cells: readonly Cell[]
  /** Where a quotation mark is that nothing closes. */
  readonly unclosed?: Cell
}

/** Reads rows one after another, and knows where it is. Quoted values may have line ends, doubled quotation marks. */
export class CsvReader {
  readonly #text: string
  #at: number
  #line: number
  #lineStart: number

  /** `at` is where the first row begins, and `line` its number. */
  constructor(text: string, { at, line }: { readonly at: number; readonly line: number }) {
    this.#text = text
    this.#at = at
    this.#line = line
    this.#lineStart = at
  }

  /** Everything that has not been read. */
  rest(): string {
    return this.#text.slice(this.#at)
  }

  /** The next line as it stands, without taking it. */
  peekLine(): string {
    return this.#text.slice(this.#at, this.#endOfLine())
  }

  /** Undefined at the end. */
  next(): CsvRow | undefined {
    if (this.#at >= this.#text.length) return undefined
    const line = this.#line
    const cells: Cell[] = []
    for (;;) {
      const place = { line: this.#line, column: this.#at - this.#lineStart + 1 }
      const text = this.#value()
      if (text === undefined) {
        this.#at = this.#endOfLine()
        this.#takeLineEnd()
        return { line, cells, unclosed: { text: '', ...place } }
      }
      cells.push({ text, ...place })
      if (this.#text[this.#at] !== ',') break
      this.#at += 1
    }
    this.#takeLineEnd()
    return { line, cells }
  }

  /** Undefined where it is quoted and nothing closes it; then nothing was taken. */
  #value(): string | undefined {
    const text = this.#text
    let at = this.#at
    while (text[at] === ' ' || text[at] === '\t') at += 1
    if (text[at] !== '"') return this.#plain()
    return this.#quoted(at + 1)
  }

  #plain(): string {
    const start = this.#at
    while (this.#at < this.#text.length && !isEnd(this.#text[this.#at])) this.#at += 1
    return this.#text.slice(start, this.#at).trim()
  }

  #quoted(start: number): string | undefined {
    const pieces: string[] = []
    let from = start
    for (;;) {
      const close = this.#text.indexOf('"', from)
      if (close === -1 || close - start > 2 * longestValue) return undefined
      if (this.#text[close + 1] === '"') {
        pieces.push(this.#text.slice(from, close + 1))
        from = close + 2
        continue
      }
      pieces.push(this.#text.slice(from, close))
      this.#countLines(start, close)
      this.#at = close + 1
      // What stands between the closing mark and the comma is kept, as nothing may be lost.
      return pieces.join('') + this.#plain()
    }
  }

  #countLines(start: number, end: number): void {
    const lineEnd = /\r\n?|\n/g
    lineEnd.lastIndex = start
    for (let found = lineEnd.exec(this.#text); found !== null && found.index < end; ) {
      this.#line += 1
      this.#lineStart = found.index + found[0].length
      found = lineEnd.exec(this.#text)
    }
  }

  #endOfLine(): number {
    let at = this.#at
    while (at < this.#text.length && this.#text[at] !== '\n' && this.#text[at] !== '\r') at += 1
    return at
  }

  #takeLineEnd(): void {
    if (this.#text[this.#at] === '\r') this.#at += 1
    if (this.#text[this.#at] === '\n') this.#at += 1
    this.#line += 1
    this.#lineStart = this.#at
  }
}

function isEnd(character: string | undefined): boolean {
  return character === ',' || character === '\n' || character === '\r'
}
