/** Where the first code unit stands that is no character of XML 1.0 (§2.2 [2]), or half of one; -1 without one. */
export function findForbidden(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u)
}

/** §2.2 [2] Char, by code point. */
export function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return code < 0xd800 || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}

/** `U+000C`. */
export function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** §2.3 [4] NameStartChar, by code point. False for `NaN`. */
export function isNameStart(code: number): boolean {
  return code < 0x80 ? (asciiNames[code] ?? 0) === start : isAmong(otherStarts, code)
}

/** §2.3 [4a] NameChar, by code point. False for `NaN`. */
export function isNameCharacter(code: number): boolean {
  return code < 0x80
    ? (asciiNames[code] ?? 0) !== 0
    : isAmong(otherStarts, code) || isAmong(otherCharacters, code)
}

/** By code unit: not 0 where a name may go on; `undefined` outside US-ASCII. For the loops that see every name. */
export const asciiNames: Readonly<Uint8Array> = new Uint8Array(0x80)
const start = 2
for (const character of ':ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz') set(character, start)
for (const character of '-.0123456789') set(character, 1)

function set(character: string, kind: number): void {
  ;(asciiNames as Uint8Array)[character.charCodeAt(0)] = kind
}

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
