import { mimeError, shown } from './mime-error.js'

/** A header's value with its parameters: of `Content-Type`, of `Content-Disposition` (RFC 2045 §5.1, RFC 2183 §2). */
export interface HeaderValue {
  /** What stands before the first `;`, in lower case: `text/xml`, `attachment`. */
  readonly value: string
  /** By name in lower case; values as they read, without quotes and escapes. */
  readonly parameters: ReadonlyMap<string, string>
}

/**
 * Takes a header's value apart, as leniently as it can be done in one way only: values that should be quoted and are not
 * (`type=text/xml`, `start=<a@b>`) reach to the next `;`, a quotation without an end reaches to the end, what is no
 * parameter is passed over. `header` is what an error calls it.
 *
 * Throws `ERR_CXML_MIME` where one parameter has two values.
 */
export function readHeaderValue(text: string, header: string): HeaderValue {
  const end = orEnd(text, text.indexOf(';'))
  const parameters = new Map<string, string>()
  let at = end
  while (at < text.length) {
    const { name, value, next } = readParameter(text, at + 1)
    at = next
    if (name === '') continue
    const before = parameters.get(name) ?? value
    if (before !== value) {
      throw mimeError(`${header} says ${name}=${shown(before)} and ${name}=${shown(value)}; one was expected`)
    }
    parameters.set(name, value)
  }
  return { value: text.slice(0, end).trim().toLowerCase(), parameters }
}

interface Parameter {
  /** Empty where this is none. */
  readonly name: string
  readonly value: string
  /** Where the `;` after it stands, or the end of the text. */
  readonly next: number
}

function readParameter(text: string, from: number): Parameter {
  const semicolon = orEnd(text, text.indexOf(';', from))
  const piece = text.slice(from, semicolon)
  const equals = piece.indexOf('=')
  if (equals === -1) return { name: '', value: '', next: semicolon }
  const name = piece.slice(0, equals).trim().toLowerCase()
  const rest = piece.slice(equals + 1).trimStart()
  if (!rest.startsWith('"')) return { name, value: rest.trimEnd(), next: semicolon }
  const { value, end } = readQuoted(text, semicolon - rest.length)
  return { name, value, next: orEnd(text, text.indexOf(';', end)) }
}

/** RFC 822 §3.3 quoted-string: a backslash makes the next character mean itself. */
function readQuoted(text: string, quote: number): { readonly value: string; readonly end: number } {
  let value = ''
  let at = quote + 1
  for (; at < text.length && text[at] !== '"'; at++) {
    if (text[at] === '\\' && at + 1 < text.length) at++
    value += text[at]
  }
  return { value, end: Math.min(at + 1, text.length) }
}

function orEnd(text: string, index: number): number {
  return index === -1 ? text.length : index
}
