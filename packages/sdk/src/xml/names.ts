import { type Codes, isRepeated } from './codes.js'

const colon = 0x3a

/** Places: about as many as a document has different names. A power of two. */
const size = 128

/** A power of two; the standard has about a thousand names. */
const commonSize = 2048

/** Names of all documents, each at one place and driven out by another, like those of one document. */
const commonNames: (string | undefined)[] = new Array(commonSize)

/** The same string for the same name, as engines keep the keys of objects: tables of names find it at once. */
function commonName(text: string, from: number, to: number, hash: number): string {
  const place = (hash ^ (hash >>> 11)) & (commonSize - 1)
  const known = commonNames[place]
  if (known?.length === to - from && text.startsWith(known, from)) return known
  const [name = ''] = Object.keys({ [text.slice(from, to)]: 0 })
  commonNames[place] = name
  return name
}

/**
 * The names of one document, each one string however often it stands there: they take less memory, and finding the table
 * of an element by its name is quicker.
 *
 * Each name has one place, by its hash, and drives out whichever stood there: nothing a document does makes this slow.
 */
export class Names {
  readonly #text: string
  readonly #codes: Codes
  readonly #names: (string | undefined)[] = new Array(size)
  /** Where each was read. */
  readonly #offsets: number[] = new Array(size)
  /** Whether there was a name with a prefix other than `xml:`, or one that declares a namespace. */
  areQualified = false

  constructor(text: string, codes: Codes) {
    this.#text = text
    this.#codes = codes
  }

  /** What stands there, as a string. */
  share(from: number, to: number, hash: number): string {
    const place = (hash ^ (hash >>> 7)) & (size - 1)
    const known = this.#names[place]
    if (known?.length === to - from && isRepeated(this.#codes, this.#offsets[place] ?? 0, from, to))
      return known
    const name = commonName(this.#text, from, to, hash)
    this.#names[place] = name
    this.#offsets[place] = from
    if (this.#isQualified(name, from, to)) this.areQualified = true
    return name
  }

  #isQualified(name: string, from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      if (this.#codes[at] === colon) return !/^xml:[^:]+$/.test(name)
    }
    return name === 'xmlns'
  }
}
