import { type Codes, isRepeated } from './codes.js'

/** As many different names as a document of a known kind has at once, and more. A power of two. */
const size = 256

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
    const place = (hash ^ (hash >>> 8)) & (size - 1)
    const known = this.#names[place]
    if (known?.length === to - from && isRepeated(this.#codes, this.#offsets[place] ?? 0, from, to))
      return known
    const name = this.#text.slice(from, to)
    this.#names[place] = name
    this.#offsets[place] = from
    if (name.includes(':', name.startsWith('xml:') ? 4 : 0) || name === 'xmlns') this.areQualified = true
    return name
  }
}
