import { Fault, words } from './fault.js'
import type { Limits } from './limits.js'
import { readReference } from './references.js'
import type { Scanner } from './scanner.js'

const tab = 0x09
const lineFeed = 0x0a
const space = 0x20
const quotation = 0x22
const ampersand = 0x26
const apostrophe = 0x27
const slash = 0x2f
const less = 0x3c
const equals = 0x3d
const greater = 0x3e
/** From here on a code unit may be no character, or half of one. */
const surrogates = 0xd800

/** Name, value, name, value: up to here a look at each is quicker than a set. */
const few = 32

/** Reads the attributes of one document's elements. */
export class Attributes {
  readonly #scanner: Scanner
  readonly #limits: Limits
  /** Those so far: an array that grows is larger than what is in it. */
  readonly #pending: string[] = []

  constructor(scanner: Scanner, limits: Limits) {
    this.#scanner = scanner
    this.#limits = limits
  }

  /** §3.1 [40] (S Attribute)* S? of a start tag: name, value, name, value, … The cursor is then on `>` or `/`. */
  read(): string[] {
    const scanner = this.#scanner
    const pending = this.#pending
    let length = 0
    let seen: Set<string> | undefined
    for (;;) {
      const spaced = scanner.space()
      const code = scanner.code()
      if (code === greater || code === slash) break
      const { at } = scanner
      const name = scanner.name()
      if (name === '') throw notAnAttribute(scanner)
      if (!spaced) throw noSpace(at, name)
      if (length === few) seen = new Set(pending.slice(0, few).filter((_, index) => index % 2 === 0))
      if (seen?.has(name) ?? isAmong(pending, length, name)) {
        throw new Fault(at, words`the attribute ${name} stands twice in one tag; leave one of them out`)
      }
      seen?.add(name)
      pending[length++] = name
      pending[length++] = this.#value(name)
      this.#assertLimits(length, at)
    }
    return length === 2 ? [pending[0] ?? '', pending[1] ?? ''] : pending.slice(0, length)
  }

  /** §3.1 [41] Eq AttValue. */
  #value(name: string): string {
    const scanner = this.#scanner
    readEquals(scanner, name)
    const quote = scanner.code()
    if (quote === quotation || quote === apostrophe) return readValue(scanner, quote)
    if (scanner.isAtEnd) throw unfinishedTag(scanner)
    throw new Fault(scanner.at, words`the value of the attribute ${name} has no quotes; write ${name}="…"`)
  }

  #assertLimits(length: number, at: number): void {
    const { attributes, attributeValue } = this.#limits
    if (length > attributes * 2) {
      throw new Fault(at, words`an element has more than ${attributes} attributes`, 'ERR_CXML_LIMIT')
    }
    if ((this.#pending[length - 1] ?? '').length > attributeValue) {
      const problem = words`an attribute is longer than ${attributeValue} characters`
      throw new Fault(at, problem, 'ERR_CXML_LIMIT')
    }
  }
}

/** Names are every second one. */
function isAmong(attributes: readonly string[], length: number, name: string): boolean {
  for (let index = 0; index < length; index += 2) {
    if (attributes[index] === name) return true
  }
  return false
}

/** §2.8 [25] Eq. */
export function readEquals(scanner: Scanner, name: string): void {
  scanner.space()
  if (scanner.code() !== equals) {
    if (scanner.isAtEnd) throw unfinishedTag(scanner)
    throw new Fault(
      scanner.at,
      words`${scanner.found()} stands behind the attribute ${name}; expected "=" and a value in quotes`,
    )
  }
  scanner.at++
  scanner.space()
}

/** §2.3 [10] AttValue, with what §3.3.3 makes of white space. A reference to white space stays what it is. */
function readValue(scanner: Scanner, quote: number): string {
  const { text, codes } = scanner
  let at = scanner.at + 1
  let from = at
  let isSpaced = true
  let value = ''
  for (;;) {
    const code = codes[at] ?? 0
    if (code > less && code < surrogates) at++
    else if (code === quote) {
      scanner.at = at + 1
      const last = isSpaced ? text.slice(from, at) : withSpaces(text.slice(from, at))
      return value === '' ? last : value + last
    } else if (code === ampersand) {
      scanner.at = at
      value += withSpaces(text.slice(from, at)) + readReference(scanner)
      at = scanner.at
      from = at
    } else if (code === less) {
      throw new Fault(at, words`"<" stands in the value of an attribute; write "&lt;", or close the quotes`)
    } else if (code >= space && code < surrogates) at++
    else if (code === lineFeed || code === tab) {
      isSpaced = false
      at++
    } else if (at < text.length) at = scanner.endOfRare(at)
    else {
      const expected = quote === quotation ? words`a double quote` : words`a single quote`
      throw scanner.unfinished(words`the value of an attribute`, scanner.at, expected)
    }
  }
}

function withSpaces(text: string): string {
  return text.replace(/[\t\n]/g, ' ')
}

function noSpace(at: number, name: string): Fault {
  return new Fault(
    at,
    words`white space is missing before the attribute ${name}; if the quote before it is part of a value, write "&quot;"`,
  )
}

function notAnAttribute(scanner: Scanner): Fault {
  if (scanner.isAtEnd) return unfinishedTag(scanner)
  return new Fault(scanner.at, words`${scanner.found()} stands in a tag; expected an attribute, ">" or "/>"`)
}

function unfinishedTag({ text }: Scanner): Fault {
  return new Fault(text.length, words`the document ends inside a tag; expected ">"`)
}
