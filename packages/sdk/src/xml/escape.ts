/*
 * Text → XML. A carriage return is written as a reference, because a parser reads it as a line feed (XML 1.0 §2.11); in
 * attributes tab and line feed too, because a parser reads them as spaces (§3.3.3).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids (§2.2)
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, and all surrogates: quicker to rule out
const suspicious = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, with those that must be escaped
const unplainText = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const unplainAttribute = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Whether a value is text that {@link escapeText} leaves as it is. */
export function isPlainText(value: unknown): value is string {
  return typeof value === 'string' && !unplainText.test(value)
}

/** Whether a value is text that {@link escapeAttribute} leaves as it is. */
export function isPlainAttribute(value: unknown): value is string {
  return typeof value === 'string' && !unplainAttribute.test(value)
}

/** Text between tags. `refuse` is given what is wrong with a character that XML cannot carry, and must throw. */
export function escapeText(text: string, refuse: (problem: string) => never): string {
  if (!unplainText.test(text)) return text
  assertCharacters(text, refuse)
  return text.replace(/[&<>\r]/g, character => references[character] ?? character)
}

/** The value of an attribute in double quotes; see {@link escapeText}. */
export function escapeAttribute(value: string, refuse: (problem: string) => never): string {
  if (!unplainAttribute.test(value)) return value
  assertCharacters(value, refuse)
  return value.replace(/[&<>"\t\n\r]/g, character => references[character] ?? character)
}

/** For what cannot be escaped: comments, CDATA sections, processing instructions. */
export function assertCharacters(text: string, refuse: (problem: string) => never): void {
  const found = suspicious.test(text) ? forbidden.exec(text) : null
  if (found === null) return
  const code = text.charCodeAt(found.index).toString(16).toUpperCase().padStart(4, '0')
  refuse(`the character U+${code} cannot stand in XML; remove it`)
}
