import { CatalogError, shownValue } from './catalog-error.js'

/** Those that we write: `8859_1` is Latin-1, as old files and their readers call it. */
export type CatalogCharset = 'UTF-8' | '8859_1'

/** `8859_1`, `ISO8859-15` and `utf8` → what the decoder calls them. */
function decoderLabel(charset: string): string {
  const name = charset.trim().toLowerCase()
  const iso = /^(?:iso[-_ ]?)?8859[-_](\d{1,2})$/.exec(name)
  if (iso !== null) return `iso-8859-${iso[1]}`
  const windows = /^(?:cp|windows[-_]?)(125\d)$/.exec(name)
  return windows === null ? name.replaceAll('_', '-') : `windows-${windows[1]}`
}

/** Undefined for a charset that nobody knows. */
export function decoderFor(
  charset: string,
  options: { readonly fatal: boolean },
): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(decoderLabel(charset), options)
  } catch {
    return undefined
  }
}

/** What the first bytes say of the whole; undefined without a byte order mark. */
export function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

/**
 * Text → bytes. What the charset does not have is refused with `ERR_CATALOG_CHARACTER`, or becomes `?`.
 * `path` is what the message names.
 */
export function encodeText(
  text: string,
  charset: CatalogCharset,
  { unknownCharacters, path }: { readonly unknownCharacters: 'refuse' | 'replace'; readonly path: string },
): Uint8Array {
  const unknown = charset === 'UTF-8' ? /\p{Cs}/u : /[^\p{ASCII}\u00a0-\u00ff]/u
  const found = unknown.exec(text)
  if (found !== null && unknownCharacters === 'refuse') {
    throw new CatalogError(
      'ERR_CATALOG_CHARACTER',
      `${path}: found ${nameOf(found[0])} in ${shownValue(text.toWellFormed())}, which ${charset} does not have; write the catalogue as UTF-8, or replace unknown characters`,
      { path },
    )
  }
  const known = found === null ? text : text.replace(new RegExp(unknown.source, 'gu'), '?')
  return charset === 'UTF-8'
    ? new TextEncoder().encode(known)
    : Uint8Array.from(known, character => character.charCodeAt(0))
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
