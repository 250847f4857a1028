const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const equals = 0x3d

/** What a byte stands for: a value of 6 bits, or one of these. */
const foreign = 255
const blank = 254

const values = new Uint8Array(256).fill(foreign)
for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value
for (const code of [0x20, 0x09, 0x0a, 0x0d]) values[code] = blank
// RFC 4648 §5, the alphabet for URLs.
values[0x2d] = 62
values[0x5f] = 63

/** RFC 4648 §4, in one line. */
export function encodeBase64(bytes: Uint8Array): string {
  const size = 8190
  let text = ''
  for (let offset = 0; offset < bytes.length; offset += size) {
    // Spread into a call, bytes go through an iterator: six times slower.
    text += btoa(Reflect.apply(String.fromCharCode, undefined, bytes.subarray(offset, offset + size)))
  }
  return text
}

/**
 * The bytes that base64 stands for. White space is passed over, the alphabet for URLs is read too, padding may be missing.
 * Whatever else stands there is no base64: `fail` is told at which byte.
 */
export function decodeBase64(encoded: Uint8Array, fail: (at: number) => never): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((encoded.length * 3) / 4))
  let length = 0
  let bits = 0
  let count = 0
  let at = 0
  for (; at < encoded.length; at++) {
    const value = values[encoded[at] ?? 0] ?? foreign
    if (value === blank) continue
    if (value === foreign) break
    bits = (bits << 6) | value
    count++
    if (count % 4 === 0) {
      bytes[length++] = bits >> 16
      bytes[length++] = bits >> 8
      bytes[length++] = bits
      bits = 0
    }
  }
  const rest = count % 4
  assertPadding(encoded, at, rest, fail)
  if (rest === 2) bytes[length++] = bits >> 4
  if (rest === 3) {
    bytes[length++] = bits >> 10
    bytes[length++] = bits >> 2
  }
  return bytes.slice(0, length)
}

/** From `at` on, nothing but what fills up the last four characters. `rest` is how many of them are there. */
function assertPadding(encoded: Uint8Array, at: number, rest: number, fail: (at: number) => never): void {
  let missing = rest < 2 ? 0 : 4 - rest
  if (rest === 1) fail(at)
  for (let index = at; index < encoded.length; index++) {
    const code = encoded[index] ?? 0
    if (values[code] === blank) continue
    if (code !== equals || missing === 0) fail(index)
    missing--
  }
}
