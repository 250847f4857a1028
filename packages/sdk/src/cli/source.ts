import { maskInPlace } from '../cxml/redaction/take-out.js'
import { decode } from '../xml/decode.js'
import type { Output } from './terminal.js'

/** Wider than this nobody reads. */
export const widest = 100

/** ` 1234 │ `. */
const gutter = 8
const leastShown = 16

/** The text of a file, for showing parts of it without its secrets. */
export class Source {
  readonly #lines: readonly string[]

  private constructor(text: string) {
    this.#lines = maskInPlace(text).split(/\r\n?|\n/)
  }

  /** `undefined` where the bytes are no text. */
  static of(bytes: Uint8Array): Source | undefined {
    try {
      return new Source(decode(bytes))
    } catch {
      return undefined
    }
  }

  /** The line alone, for who knows no column. */
  line(line: number, output: Output): readonly string[] {
    return this.excerpt({ line, column: 1 }, output).slice(0, 1)
  }

  /** The line, and a caret under the place. What is too wide for the terminal is cut on both sides. */
  excerpt(
    { line, column }: { readonly line: number; readonly column: number },
    output: Output,
  ): readonly string[] {
    const source = printable(this.#lines[line - 1] ?? '')
    const width = Math.max(Math.min(output.columns, widest) - gutter - 2, leastShown)
    const { shown, caret } = cutAround(source, Math.min(column - 1, source.length), width)
    const number = String(line).padStart(gutter - 3)
    return [
      `${output.paint('dim', `${number} │`)} ${shown}`,
      `${output.paint('dim', `${' '.repeat(number.length)} │`)} ${' '.repeat(caret)}${output.paint('red', '^')}`,
    ]
  }
}

/** A terminal must not be told anything by a document. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, ' ')
}

function cutAround(source: string, at: number, width: number) {
  // Space in front of both says nothing.
  const margin = Math.min(source.search(/\S|$/), at)
  const whole = source.slice(margin)
  if (whole.length <= width) return { shown: whole, caret: widthOf(source.slice(margin, at)) }
  const from = Math.max(margin, Math.min(at - Math.floor(width / 2), source.length - width + 1))
  const begin = from > margin ? '…' : ''
  const room = width - begin.length
  const isCut = source.length - from > room
  const shown = begin + source.slice(from, from + room - (isCut ? 1 : 0)) + (isCut ? '…' : '')
  return { shown, caret: begin.length + widthOf(source.slice(from, at)) }
}

/** Cells of a terminal: letters of East Asia take two. */
function widthOf(text: string): number {
  const wide = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/gu,
  )
  return text.length + (wide?.filter(character => character.length === 1).length ?? 0)
}
