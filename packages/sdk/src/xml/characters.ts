/** §2.2 [2] Char, by code point. */
export function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return code < 0xd800 || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}

/** `U+000C`. */
export function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** §2.3 [4] NameStartChar, by code point. */
export function isNameStart(code: number): boolean {
  return code < 0x80 ? (asciiNames[code] ?? 0) === start : isAmong(otherStarts, code)
}

/** §2.3 [4a] NameChar, by code point. */
export function isNameCharacter(code: number): boolean {
  return code < 0x80
    ? (asciiNames[code] ?? 0) !== 0
    : isAmong(otherStarts, code) || isAmong(otherCharacters, code)
}

const start = 2

/** By code unit below 0x80: not 0 where a name may go on. For the loop that sees every name. */
export const asciiNames: Readonly<Uint8Array> = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code)
  return /[:A-Z_a-z]/.test(character) ? start : /[-.0-9]/.test(character) ? 1 : 0
})

type Ranges = readonly (readonly [from: number, to: number])[]

const otherStarts: Ranges = [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
  [0x10000, 0xeffff],
]

const otherCharacters: Ranges = [
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
]

function isAmong(ranges: Ranges, code: number): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to)
}
