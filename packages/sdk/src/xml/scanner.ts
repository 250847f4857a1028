import { asciiNames, codePointName, isCharacter, isNameCharacter, isNameStart } from './characters.js'
import { type Codes, codesOf, isRepeated } from './codes.js'
import { Fault, type Words, words } from './fault.js'
import { Lines } from './lines.js'
import { Names } from './names.js'
import { isXmlSpace } from './space.js'

const space = 0x20
/** From here on a code unit may be no character, or half of one. */
const surrogates = 0xd800

/** A cursor over the text of a document: what the productions are made of. Lines end in LF here. */
export class Scanner {
  readonly text: string
  readonly codes: Codes
  readonly names: Names
  at = 0

  constructor(text: string, source?: Uint8Array) {
    this.text = text
    this.codes = codesOf(text, source)
    this.names = new Names(text, this.codes)
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  /** The code unit here; 0 at the end. */
  code(): number {
    return this.codes[this.at] ?? 0
  }

  isAt(literal: string): boolean {
    return this.text.startsWith(literal, this.at)
  }

  /** Whether it stood here; then the cursor is behind it. */
  take(literal: string): boolean {
    if (!this.isAt(literal)) return false
    this.at += literal.length
    return true
  }

  /** {@link take} of what stands at `earlier`. */
  takeAgain(earlier: number, length: number): boolean {
    if (!isRepeated(this.codes, earlier, this.at, this.at + length)) return false
    this.at += length
    return true
  }

  /** §2.3 [3] S?. Whether there was any. */
  space(): boolean {
    const { codes } = this
    const from = this.at
    let at = from
    while (isXmlSpace(codes[at] ?? 0)) at++
    this.at = at
    return at > from
  }

  /** §2.3 [5] Name. Empty where none begins. */
  name(): string {
    const { codes } = this
    const from = this.at
    let at = from
    let hash = 0
    let code = codes[at] ?? 0
    if (!isNameStart(code < 0x80 ? code : (this.text.codePointAt(at) ?? 0))) return ''
    while (code < 0x80 && asciiNames[code] !== 0) {
      hash = (hash * 31 + code) | 0
      code = codes[++at] ?? 0
    }
    if (code >= 0x80) at = this.#endOfName(at)
    this.at = at
    return this.names.share(from, at, hash)
  }

  /** Of a name that is not all US-ASCII. */
  #endOfName(from: number): number {
    let at = from
    for (;;) {
      const code = this.text.codePointAt(at)
      if (code === undefined || !isNameCharacter(code)) return at
      at += code > 0xffff ? 2 : 1
    }
  }

  /** A quoted literal without its quotes, whatever it holds; `undefined` where none begins, or none ends. */
  literal(): string | undefined {
    const quote = this.text.charAt(this.at)
    if (quote !== '"' && quote !== "'") return undefined
    const end = this.text.indexOf(quote, this.at + 1)
    if (end === -1) return undefined
    const content = this.characters(this.at + 1, end)
    this.at = end + 1
    return content
  }

  /** §2.2 [2] Char*: what stands there, nothing forbidden among it. */
  characters(from: number, to: number): string {
    const { codes } = this
    for (let at = from; at < to; ) {
      const code = codes[at] ?? 0
      if (code >= space ? code < surrogates : isXmlSpace(code)) at++
      else at = this.endOfRare(at)
    }
    return this.text.slice(from, to)
  }

  /**
   * §2.2 [2] Char, of those that are rare: a control, or from U+D800 on. The offset behind it; throws where it is
   * forbidden.
   */
  endOfRare(at: number): number {
    const code = this.text.codePointAt(at) ?? 0
    if (!isCharacter(code)) throw forbiddenCharacter(code, at)
    return code > 0xffff ? at + 2 : at + 1
  }

  /** Everything up to `close`, behind which the cursor then is. `what` was opened at `from`. */
  until(close: string, what: Words, from: number): string {
    const end = this.text.indexOf(close, this.at)
    if (end === -1) throw this.unfinished(what, from, words`"${close}"`)
    const content = this.characters(this.at, end)
    this.at = end + close.length
    return content
  }

  /** The document ends too early. */
  unfinished(what: Words, from: number, expected: Words): Fault {
    const { text } = this
    const line = new Lines(text).line(from)
    return new Fault(
      text.length,
      words`the document ends inside ${what}, opened in line ${line}; expected ${expected}`,
    )
  }

  /** What stands here, for a message. */
  found(): Words {
    const code = this.text.codePointAt(this.at)
    if (code === undefined) return words`the end of the document`
    if (code <= 0x20 || (code > 0x7e && code < 0xa1)) return words`the character ${codePointName(code)}`
    return words`"${String.fromCodePoint(code)}"`
  }
}

function forbiddenCharacter(code: number, offset: number): Fault {
  const name = words`${codePointName(code)}`
  return code >= surrogates && code <= 0xdfff
    ? new Fault(offset, words`half of a surrogate pair (${name}) is not a character; leave it out`)
    : new Fault(
        offset,
        words`the character ${name} is not allowed in XML, not even as a reference; leave it out`,
      )
}
