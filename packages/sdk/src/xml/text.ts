import { isRepeated } from './codes.js'
import { Fault, words } from './fault.js'
import { readReference } from './references.js'
import type { Scanner } from './scanner.js'
import { isXmlSpace } from './space.js'

const space = 0x20
const ampersand = 0x26
const less = 0x3c
const bracket = 0x5d
/** From here on a code unit may be no character, or half of one. */
const surrogates = 0xd800

/** White space between tags that is longer is shared too seldom. */
const longestShared = 32

/** Reads the text between the tags of one document. */
export class TextReader {
  readonly #scanner: Scanner
  /** White space by its length, and where it was read: indentation is the commonest text, and always the same. */
  readonly #spaces: (string | undefined)[] = new Array(longestShared + 1)
  readonly #offsets: number[] = new Array(longestShared + 1)

  constructor(scanner: Scanner) {
    this.#scanner = scanner
  }

  /** Up to the next `<`, or the end; references resolved. */
  read(): string {
    const scanner = this.#scanner
    const { text, codes, at: start } = scanner
    let at = start
    while (isXmlSpace(codes[at] ?? 0)) at++
    if (codes[at] === less && at - start <= longestShared) return this.#shareSpace(start, at)
    let from = start
    let resolved = ''
    for (;;) {
      const code = codes[at] ?? 0
      if (code > bracket && code < surrogates) at++
      else if (code === less) break
      else if (code === ampersand) {
        scanner.at = at
        resolved += text.slice(from, at) + readReference(scanner)
        at = scanner.at
        from = at
      } else if (code === bracket && text.startsWith(']]>', at)) {
        throw new Fault(at, words`"]]>" stands in text; write "]]&gt;"`)
      } else if (code >= space ? code < surrogates : isXmlSpace(code)) at++
      else if (at < text.length) at = scanner.endOfRare(at)
      else break
    }
    scanner.at = at
    return from === start ? text.slice(from, at) : resolved + text.slice(from, at)
  }

  #shareSpace(from: number, to: number): string {
    const { text, codes } = this.#scanner
    this.#scanner.at = to
    const length = to - from
    const known = this.#spaces[length]
    if (known !== undefined && isRepeated(codes, this.#offsets[length] ?? 0, from, to)) return known
    const spaces = text.slice(from, to)
    this.#spaces[length] = spaces
    this.#offsets[length] = from
    return spaces
  }
}
