import { decodeBase64 } from './base64.js'
import { decodeQuotedPrintable } from './quoted-printable.js'

const word = /=\?([\w.:-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?\s]*)\?=/gi

/**
 * `=?UTF-8?B?w7xiZXI=?=` → `über` (RFC 2047). The standard wants none in a parameter; mail libraries write them there all the
 * same. A word that cannot be decoded stays as it is.
 */
export function decodeEncodedWords(text: string): string {
  // White space between two words is none of the text (§6.2).
  return text
    .replace(/(\?=)[ \t]+(?==\?)/g, '$1')
    .replace(word, (whole, charset: string, encoding: string, encoded: string) => {
      try {
        const bytes = new TextEncoder().encode(encoded)
        return new TextDecoder(charset, { fatal: true }).decode(
          encoding.toLowerCase() === 'b'
            ? decodeBase64(bytes, refuse)
            : decodeQuotedPrintable(spaced(bytes), refuse),
        )
      } catch {
        return whole
      }
    })
}

/** In Q an underscore is a space (§4.2). */
function spaced(bytes: Uint8Array): Uint8Array {
  return bytes.map(byte => (byte === 0x5f ? 0x20 : byte))
}

function refuse(): never {
  throw new RangeError('not encoded as it says')
}
