import { describe, expect, it } from 'vitest'
import { decode } from './decode.js'

const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2))
  for (const [index, unit] of [0xfeff, ...[...text].map(char => char.charCodeAt(0))].entries()) {
    view.setUint16(index * 2, unit, littleEndian)
  }
  return new Uint8Array(view.buffer)
}

const latin1 = (text: string) => Uint8Array.from(text, char => char.charCodeAt(0))

function refusal(bytes: Uint8Array, charset?: string): unknown {
  try {
    return decode(bytes, charset)
  } catch (error) {
    return error
  }
}

describe('decode', () => {
  it('takes UTF-8 where nothing is said', () => {
    expect(decode(utf8('<a>é€😀</a>'))).toBe('<a>é€😀</a>')
  })

  it('takes a UTF-8 byte order mark off', () => {
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('<a>é</a>')))).toBe('<a>é</a>')
  })

  it.each([true, false])('takes UTF-16 with a byte order mark (little endian: %s)', littleEndian => {
    const xml = '<?xml version="1.0" encoding="UTF-16"?><a>é€</a>'
    expect(decode(utf16(xml, littleEndian))).toBe(xml)
    expect(decode(utf16(xml, littleEndian), 'utf-16')).toBe(xml)
  })

  it('takes ISO-8859-1 as declared, and not for windows-1252', () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é\u0080</a>'
    expect(decode(latin1(xml))).toBe(xml)
    expect(decode(latin1(xml), 'iso-8859-1')).toBe(xml)
  })

  it('takes US-ASCII as the HTTP charset says, in any case and with quotes', () => {
    expect(decode(utf8('<a>x</a>'), '"US-ASCII"')).toBe('<a>x</a>')
  })

  it.each([
    [
      'a byte order mark and a declaration',
      utf8('\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><a/>'),
      undefined,
    ],
    ['a declaration and the HTTP charset', utf8('<?xml version="1.0" encoding="ISO-8859-1"?><a/>'), 'utf-8'],
    ['a byte order mark and the HTTP charset', utf8('\ufeff<a/>'), 'us-ascii'],
    [
      'UTF-16 and a declaration of UTF-8',
      utf16('<?xml version="1.0" encoding="UTF-8"?><a/>', true),
      undefined,
    ],
  ])('refuses %s that disagree', (_, bytes, charset) => {
    expect(refusal(bytes, charset)).toMatchObject({
      code: 'ERR_CXML_ENCODING',
      status: 406,
      message: expect.stringContaining('they must agree'),
    })
  })

  it.each([
    ['windows-1252', utf8('<?xml version="1.0" encoding="windows-1252"?><a/>')],
    ['UTF-7', utf8("<?xml version='1.0' encoding='UTF-7'?><a/>")],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0)],
    ['EBCDIC', Uint8Array.of(0x4c, 0x6f, 0xa7, 0x94)],
    ['UTF-16 without a byte order mark', utf16('<a/>', true).subarray(2)],
    ['UTF-16 without a byte order mark', utf16('<a/>', false).subarray(2)],
  ])('refuses %s by name', (name, bytes) => {
    expect(refusal(bytes)).toMatchObject({
      code: 'ERR_CXML_ENCODING',
      message: expect.stringContaining(name),
    })
  })

  it.each([
    ['an overlong "<"', [0xc0, 0xbc]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a lone continuation byte', [0x80]],
    ['a cut character', [0xe2, 0x82]],
  ])('refuses %s and says where', (_, bytes) => {
    const error = refusal(Uint8Array.of(...utf8('<a>'), ...bytes, ...utf8('</a>')))
    expect(error).toMatchObject({
      code: 'ERR_CXML_ENCODING',
      message: expect.stringContaining('not valid UTF-8 near byte'),
    })
  })

  it('refuses bytes beyond US-ASCII where that is declared', () => {
    const error = refusal(latin1('<?xml version="1.0" encoding="US-ASCII"?><a>é</a>'))
    expect(error).toMatchObject({ message: expect.stringContaining('0xE9') })
  })
})
