/** XML 1.0 §2.3. */
const nameStart =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}'
const nameRest = `${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}`
const name = new RegExp(`^[${nameStart}][${nameRest}]*$`, 'u')
const nmtoken = new RegExp(`^[${nameRest}]+$`, 'u')
const nmtokens = new RegExp(`^[${nameRest}]+(?: [${nameRest}]+)*$`, 'u')

/** What an attribute can hold, besides enumerations (XML 1.0 §3.3.1); cXML has no other types. */
export type AttributeType = 'CDATA' | TokenizedType

export type TokenizedType = (typeof tokenizedTypes)[number]

export const tokenizedTypes = ['ID', 'IDREF', 'NMTOKEN', 'NMTOKENS'] as const

/** Of each type the values it can have, and how to say so. */
export const lexical: Readonly<Record<AttributeType, { readonly pattern: RegExp; readonly what: string }>> = {
  CDATA: { pattern: /^/, what: 'text' },
  ID: { pattern: name, what: 'a name: a letter or underscore, then letters, digits, ".", "-" or "_"' },
  IDREF: { pattern: name, what: 'a name: the ID of another element' },
  NMTOKEN: { pattern: nmtoken, what: 'a word of letters, digits, ".", "-", "_" or ":"' },
  NMTOKENS: {
    pattern: nmtokens,
    what: 'words of letters, digits, ".", "-", "_" or ":", a space between them',
  },
}
