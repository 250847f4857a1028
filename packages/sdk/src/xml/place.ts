import type { DocumentPlace } from '../errors.js'

/** Characters of the line that an excerpt shows on each side of the place. */
const reach = 60

/** Line, column and excerpt of an offset in a document. Columns count UTF-16 code units. */
export function placeAt(text: string, offset: number, secrets: readonly string[]): DocumentPlace {
  const at = Math.min(Math.max(offset, 0), text.length)
  let line = 1
  let lineStart = 0
  for (let next = lineAfter(text, 0); next !== undefined && next <= at; next = lineAfter(text, next)) {
    line++
    lineStart = next
  }
  return { line, column: at - lineStart + 1, excerpt: excerptAt(text, at, lineStart, secrets) }
}

/** {@link placeAt} of a line and column. */
export function placeOf(
  text: string,
  line: number,
  column: number,
  secrets: readonly string[],
): DocumentPlace {
  let lineStart = 0
  for (let count = 1; count < line; count++) lineStart = lineAfter(text, lineStart) ?? lineStart
  return { line, column, excerpt: excerptAt(text, lineStart + column - 1, lineStart, secrets) }
}

/** Where the next line begins: after LF, CR LF or CR (XML 1.0 §2.11). */
function lineAfter(text: string, from: number): number | undefined {
  const end = /\r\n?|\n/g
  end.lastIndex = from
  return end.test(text) ? end.lastIndex : undefined
}

function excerptAt(text: string, at: number, lineStart: number, secrets: readonly string[]): string {
  const newline = text.slice(at, at + reach).search(/[\r\n]/)
  const start = Math.max(lineStart, at - reach)
  const end = newline === -1 ? Math.min(text.length, at + reach) : at + newline
  const shown = maskSecrets(text, start, end, secrets)
  return `${shown}\n${' '.repeat(at - start)}^`
}

/** `text.slice(start, end)` on one line, with the content of secret elements as asterisks. */
function maskSecrets(text: string, start: number, end: number, secrets: readonly string[]): string {
  let shown = text.slice(start, end)
  for (const name of secrets) {
    // The last one that opens before the window may reach into it.
    const before = text.lastIndexOf(`<${name}`, start)
    let open = before === -1 ? text.indexOf(`<${name}`, start) : before
    while (open !== -1 && open < end) {
      const from = endOfTag(text, open, open + name.length + 1)
      const close = text.indexOf(`</${name}`, from)
      const to = close === -1 ? text.length : close
      shown = maskRange(shown, Math.max(from - start, 0), Math.min(to, end) - start)
      open = close === -1 ? -1 : text.indexOf(`<${name}`, close + 1)
    }
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal must not be told anything by a document
  return shown.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
}

/** Of a tag that does not end, its name only: what stands behind it may be content. */
function endOfTag(text: string, open: number, endOfName: number): number {
  const bracket = text.indexOf('>', open)
  const next = text.indexOf('<', endOfName)
  return bracket === -1 || (next !== -1 && next < bracket) ? endOfName : bracket + 1
}

function maskRange(text: string, from: number, to: number): string {
  return to <= from ? text : text.slice(0, from) + '*'.repeat(to - from) + text.slice(to)
}
