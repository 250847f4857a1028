const equals = 0x3d
const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * RFC 2045 §6.7. White space at the end of a line was added on the way and is dropped; line ends stay what they are.
 * `fail` is told at which byte an `=` stands that means nothing.
 */
export function decodeQuotedPrintable(encoded: Uint8Array, fail: (at: number) => never): Uint8Array {
  const bytes = new Uint8Array(encoded.length)
  let length = 0
  let at = 0
  while (at < encoded.length) {
    const byte = encoded[at] ?? 0
    if (byte === equals) {
      const afterBreak = endOfSoftBreak(encoded, at + 1)
      if (afterBreak !== undefined) at = afterBreak
      else {
        bytes[length++] = hexByte(encoded, at + 1) ?? fail(at)
        at += 3
      }
    } else if (isBlank(byte)) {
      const end = endOfBlanks(encoded, at)
      if (!isLineEnd(encoded, end)) {
        for (; at < end; at++) bytes[length++] = encoded[at] ?? 0
      }
      at = end
    } else {
      bytes[length++] = byte
      at++
    }
  }
  return bytes.slice(0, length)
}

/** `=` at the end of a line: the line goes on in the next one. Where that begins, or undefined. */
function endOfSoftBreak(encoded: Uint8Array, from: number): number | undefined {
  const end = endOfBlanks(encoded, from)
  if (end >= encoded.length) return end
  if (encoded[end] === lineFeed) return end + 1
  return encoded[end] === carriageReturn && encoded[end + 1] === lineFeed ? end + 2 : undefined
}

function endOfBlanks(encoded: Uint8Array, from: number): number {
  let end = from
  while (end < encoded.length && isBlank(encoded[end] ?? 0)) end++
  return end
}

function isLineEnd(encoded: Uint8Array, at: number): boolean {
  return (
    at >= encoded.length ||
    encoded[at] === lineFeed ||
    (encoded[at] === carriageReturn && encoded[at + 1] === lineFeed)
  )
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09
}

function hexByte(encoded: Uint8Array, at: number): number | undefined {
  const text = String.fromCharCode(encoded[at] ?? 0, encoded[at + 1] ?? 0)
  return /^[0-9A-Fa-f]{2}$/.test(text) ? Number.parseInt(text, 16) : undefined
}
