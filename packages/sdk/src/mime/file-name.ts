import { decodeEncodedWords } from './encoded-words.js'
import type { HeaderValue } from './header-value.js'

/**
 * The name that a sender gives a part: `filename` of Content-Disposition (RFC 2183; `filename*`, RFC 8187, goes before it),
 * else `name` of Content-Type. Without directories and control characters; undefined where nothing is left.
 */
export function readFileName(
  disposition: HeaderValue | undefined,
  type: HeaderValue | undefined,
): string | undefined {
  const extended = disposition?.parameters.get('filename*')
  const name =
    (extended === undefined ? undefined : readExtended(extended)) ??
    decodeEncodedWords(disposition?.parameters.get('filename') ?? type?.parameters.get('name') ?? '')
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
  const clean = last.replace(/[\u0000-\u001f\u007f-\u009f]/g, '').trim()
  return clean === '' || clean === '.' || clean === '..' ? undefined : clean
}

/** RFC 8187 §3.2.1: `UTF-8'en'a%20b.pdf`. */
function readExtended(value: string): string | undefined {
  const [, encoded] = /^utf-8'[^']*'(.*)$/is.exec(value) ?? []
  if (encoded === undefined) return undefined
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}
