/** What the buyer's system reads the returned form as. OCI's own default is ISO-8859-1. */
export type OciCharset = 'utf-8' | 'iso-8859-1'

/** By `http_content_charset` of the call. What is neither is written in the default, which every SAP reads. */
export function charsetOf(said: string | undefined): OciCharset {
  return /^utf-?8$/i.test(said?.trim() ?? '') ? 'utf-8' : 'iso-8859-1'
}

/**
 * The text in what the charset has. Typographic signs become plain ones, accents that it lacks are left out, anything
 * else becomes `?`: a browser would send `&#8230;`, which the buyer would then show letter by letter.
 */
export function fitCharset(text: string, charset: OciCharset): string {
  if (charset === 'utf-8') return text
  return [...text.normalize('NFC')]
    .map(character => (fits(character) ? character : plain(character)))
    .join('')
}

export function isWithin(text: string, charset: OciCharset): boolean {
  return charset === 'utf-8' || [...text].every(fits)
}

/** ISO-8859-1 without its control characters 80–9F, in whose place browsers put those of Windows. */
function fits(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 || (code >= 0xa0 && code <= 0xff)
}

const signs: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2022': '*',
  '\u2026': '...',
  '\u20ac': 'EUR',
  '\u2122': '(TM)',
  '\u0152': 'OE',
  '\u0153': 'oe',
}

function plain(character: string): string {
  const sign = signs[character]
  if (sign !== undefined) return sign
  const base = [...character.normalize('NFD')].filter(part => fits(part)).join('')
  return base === '' ? '?' : base
}
