/*
 * Text → XML. Most of it stays as it is, which one regular expression tells fastest; the rest is one pass over its characters. A carriage return is written as a reference, because a parser reads it as a
 * line feed (XML 1.0 §2.11); in attributes tab and line feed too, because a parser reads them as spaces (§3.3.3).
 */

/** What stands for each character up to `>`: nothing for itself, `''` for what XML cannot carry (§2.2). */
type References = readonly (string | undefined)[]

const lastSpecial = 0x3e

const inText = referencesFor({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' })
const inAttribute = referencesFor({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
})

function referencesFor(references: Readonly<Record<string, string>>): References {
  return Array.from({ length: lastSpecial + 1 }, (_, code) => {
    const character = String.fromCharCode(code)
    return references[character] ?? (code < 0x20 && !'\t\n\r'.includes(character) ? '' : undefined)
  })
}

/** Characters; a regular expression has to be called, which is worth it only for more. */
const short = 12
const plainText = /^[\t\n -%'-;=?-\ud7ff\ue000-\ufffd]*$/
const plainAttribute = /^[ !#-%'-;=?-\ud7ff\ue000-\ufffd]*$/

/** Text between tags; `undefined` where it has a character that XML cannot carry: see {@link forbiddenIn}. */
export function escapeText(text: string): string | undefined {
  return text.length > short && plainText.test(text) ? text : escapeBy(inText, text)
}

/** The value of an attribute in double quotes; `undefined` as for {@link escapeText}. */
export function escapeAttribute(value: string): string | undefined {
  return value.length > short && plainAttribute.test(value) ? value : escapeBy(inAttribute, value)
}

function escapeBy(references: References, text: string): string | undefined {
  let out = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > lastSpecial && code < 0xd800) continue
    if (code > lastSpecial) {
      if (isForbidden(text, at, code)) return undefined
      continue
    }
    const reference = references[code]
    if (reference === undefined) continue
    if (reference === '') return undefined
    out += text.slice(from, at) + reference
    from = at + 1
  }
  return from === 0 ? text : out + text.slice(from)
}

/** Of a code from 0xD800 on: half of a surrogate pair, or no character at all. */
function isForbidden(text: string, at: number, code: number): boolean {
  if (code >= 0xe000) return code >= 0xfffe
  const isHigh = code < 0xdc00
  const other = text.charCodeAt(isHigh ? at + 1 : at - 1)
  return isHigh ? !(other >= 0xdc00 && other < 0xe000) : !(other >= 0xd800 && other < 0xdc00)
}

/** What is wrong with a text that XML cannot carry, and how to mend it; `undefined` where it can. */
export function forbiddenIn(text: string): string | undefined {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isWrong = code < 0x20 ? inText[code] === '' : code >= 0xd800 && isForbidden(text, at, code)
    if (isWrong) return `the character U+${hex(code)} cannot stand in XML; remove it`
  }
  return undefined
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0')
}
