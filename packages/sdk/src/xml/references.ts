import { codePointName, isCharacter } from './characters.js'
import { Fault, words } from './fault.js'
import type { Scanner } from './scanner.js'

const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * §4.1 [67] Reference, and what it stands for; the cursor is on its ampersand. Entities of a DTD are none: it is not
 * fetched, and no document may bring its own.
 */
export function readReference(scanner: Scanner): string {
  const { text, at } = scanner
  if (text.charAt(at + 1) === '#') return readCharacterReference(scanner)
  scanner.at = at + 1
  const name = scanner.name()
  const character = predefined.get(name)
  if (character !== undefined && scanner.take(';')) return character
  if (name === '' || !scanner.take(';')) throw new Fault(at, words`a bare "&"; write "&amp;"`)
  throw new Fault(
    at,
    words`the entity "&${name};" is not defined: XML has &amp; &lt; &gt; &quot; &apos; only; write the character itself, or its numeric reference such as &#160;`,
  )
}

/** §4.1 [66] CharRef. Any number of leading zeros may stand there. */
function readCharacterReference(scanner: Scanner): string {
  const { text, at } = scanner
  const isHex = text.charAt(at + 2) === 'x'
  const digits = isHex ? /[0-9a-fA-F]+/y : /[0-9]+/y
  digits.lastIndex = at + (isHex ? 3 : 2)
  const number = digits.exec(text)?.[0]
  if (number === undefined || text.charAt(digits.lastIndex) !== ';') {
    throw new Fault(
      at,
      words`a numeric reference is malformed; expected "&#160;" or "&#xA0;", and "&amp;" for an ampersand`,
    )
  }
  scanner.at = digits.lastIndex + 1
  const code = Number.parseInt(number, isHex ? 16 : 10)
  if (isCharacter(code)) return String.fromCodePoint(code)
  throw new Fault(
    at,
    code <= 0x10ffff
      ? words`a numeric reference to ${codePointName(code)}, a character that XML does not allow; leave it out`
      : words`a numeric reference to more than U+10FFFF, the last character; leave it out`,
    'ERR_CXML_CHARACTER',
  )
}
