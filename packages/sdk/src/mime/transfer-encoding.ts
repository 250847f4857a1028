import { decodeBase64, encodeBase64 } from './base64.js'
import { mimeError, shown } from './mime-error.js'
import { decodeQuotedPrintable } from './quoted-printable.js'

/** How a part's bytes travel (RFC 2045 §6) when we write it. */
export type TransferEncoding = 'binary' | 'base64'

/**
 * A part's own bytes, never a view of `encoded`. `name` is the value of `Content-Transfer-Encoding`, if there is one;
 * `part` is what an error calls the part.
 */
export function decodeTransfer(encoded: Uint8Array, name: string | undefined, part: string): Uint8Array {
  const encoding = name?.trim().toLowerCase() ?? 'binary'
  switch (encoding) {
    // Over HTTP these three are the same: the bytes as they stand.
    case '7bit':
    case '8bit':
    case 'binary':
    case '':
      return new Uint8Array(encoded)
    case 'base64':
      return decodeBase64(encoded, at => {
        throw mimeError(
          `${part} is no base64: byte ${at + 1} of it (${hex(encoded[at])}) does not belong there`,
        )
      })
    case 'quoted-printable':
      return decodeQuotedPrintable(encoded, at => {
        throw mimeError(
          `${part} is no quoted-printable: two hexadecimal digits were expected after the "=" that is byte ${at + 1} of it`,
        )
      })
    default:
      throw mimeError(
        `${part} has the Content-Transfer-Encoding ${shown(encoding)}; send 7bit, 8bit, binary, base64 or quoted-printable`,
      )
  }
}

export function encodeTransfer(bytes: Uint8Array, encoding: TransferEncoding): Uint8Array {
  if (encoding === 'binary') return bytes
  // RFC 2045 §6.8: lines of at most 76 characters.
  return new TextEncoder().encode(encodeBase64(bytes).replace(/.{76}(?=.)/g, '$&\r\n'))
}

function hex(byte: number | undefined): string {
  return byte === undefined ? 'its end' : `0x${byte.toString(16).padStart(2, '0').toUpperCase()}`
}
