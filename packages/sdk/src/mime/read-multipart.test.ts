import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMultipart } from './read-multipart.js'

const latin1 = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))
const text = (bytes: Uint8Array | undefined) => String.fromCharCode(...(bytes ?? []))
const type = 'multipart/related; boundary=B'

/** A message of parts as they stand, each with its headers. */
const message = (...parts: string[]) => latin1(`${parts.map(part => `--B\r\n${part}\r\n`).join('')}--B--\r\n`)
const contents = (bytes: Uint8Array, contentType = type) => {
  const { root, parts } = readMultipart(bytes, contentType)
  return [root, ...parts].map(part => text(part.bytes))
}

/** What a network sends with an order and one PDF, byte by byte. */
const order = [
  'This is a multi-part message in MIME format.',
  '',
  '------=_Part_17_1205.1584',
  'Content-Type: text/xml; charset=UTF-8',
  'Content-Transfer-Encoding: 8bit',
  'Content-ID: <1584.OrderRequest@service.example>',
  '',
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<cXML/>',
  '------=_Part_17_1205.1584',
  'Content-Type: application/pdf;',
  '\tname="terms 2026.pdf"',
  'Content-Transfer-Encoding: binary',
  'content-id:',
  ' <1584.terms@service.example>',
  'Content-Disposition: attachment; filename="terms 2026.pdf"; size=20',
  'X-Mailer: none of ours: really',
  '',
  '%PDF-1.4\r\n%\xe2\xe3\xcf\xd3\r\n\x00\r\n',
  '------=_Part_17_1205.1584--',
  'what follows is nobody’s'.replace('’', "'"),
  '------=_Part_17_1205.1584',
].join('\r\n')
const orderType =
  'multipart/related; type="text/xml"; start="<1584.OrderRequest@service.example>"; boundary="----=_Part_17_1205.1584"'

describe('readMultipart', () => {
  it('reads an order with a PDF byte for byte', () => {
    expect(readMultipart(latin1(order), orderType)).toEqual({
      root: {
        contentId: '1584.OrderRequest@service.example',
        contentType: 'text/xml; charset=UTF-8',
        bytes: latin1('<?xml version="1.0" encoding="UTF-8"?>\r\n<cXML/>'),
      },
      parts: [
        {
          contentId: '1584.terms@service.example',
          contentType: 'application/pdf; name="terms 2026.pdf"',
          fileName: 'terms 2026.pdf',
          bytes: latin1('%PDF-1.4\r\n%\xe2\xe3\xcf\xd3\r\n\x00\r\n'),
        },
      ],
    })
  })

  it('reads it the same from a sender that ends lines with LF alone, but for what is content', () => {
    const { root, parts } = readMultipart(latin1(order.replaceAll('\r\n', '\n')), orderType)
    expect(text(root.bytes)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<cXML/>')
    expect(text(parts[0]?.bytes)).toBe('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n\x00\n')
    expect(parts[0]?.contentType).toBe('application/pdf; name="terms 2026.pdf"')
  })

  it('leaves a CR at the end of a part to it where lines end with LF alone', () => {
    expect(contents(latin1('--B\n\none\r\n--B\n\ntwo\n--B--'))).toEqual(['one\r', 'two'])
  })

  it.each([
    ['quoted', 'multipart/related; boundary="a b:c"', 'a b:c'],
    ['quoted with escapes', String.raw`multipart/related; boundary="a\"\\b"`, String.raw`a"\b`],
    ['unquoted, with what should be quoted', 'Multipart/Related;BOUNDARY=a=b/c ; type=text/xml', 'a=b/c'],
    ['unquoted, with a space', 'multipart/related; boundary=something unique', 'something unique'],
    ['among empty and senseless parameters', 'multipart/related;; x; boundary=B;', 'B'],
    ['said twice, the same', 'multipart/related; boundary=B; boundary="B"', 'B'],
    ['with a ; inside', 'multipart/related; type="a;b=c"; boundary="x;y"', 'x;y'],
  ])('takes a boundary that is %s', (_, contentType, boundary) => {
    expect(contents(latin1(`--${boundary}\r\n\r\nhere\r\n--${boundary}--`), contentType)).toEqual(['here'])
  })

  it('passes over blanks behind a boundary', () => {
    expect(contents(latin1('--B \t\r\n\r\none\r\n--B\t\r\n\r\ntwo\r\n--B-- \r\n'))).toEqual(['one', 'two'])
  })

  it('takes what only looks like a boundary for content', () => {
    const inside = 'x--B\r\n--Bee\r\n--B --\r\n --B\r\n-B\r\n--B-\r\n--\r\n--b\r\n--B--x'
    expect(contents(message(`\r\n${inside}`, '\r\nlast'))).toEqual([inside, 'last'])
  })

  it('leaves a multipart inside as it is', () => {
    const inner = '--B1\r\n\r\na\r\n--B1\r\n\r\nb\r\n--B1--'
    const nested = message('\r\n<cXML/>', `Content-Type: multipart/mixed; boundary=B1\r\n\r\n${inner}\r\n`)
    expect(contents(nested)).toEqual(['<cXML/>', `${inner}\r\n`])
  })

  it('reads parts without headers, without content, without either', () => {
    expect(contents(message('\r\nx', 'Content-ID: <a@b>', 'Content-ID: <c@d>\r\n', ''))).toEqual([
      'x',
      '',
      '',
      '',
    ])
    const { root } = readMultipart(latin1('--B\r\n--B--'), type)
    expect(root).toEqual({ contentType: 'text/plain; charset=us-ascii', bytes: new Uint8Array() })
  })

  it.each([
    ['7bit', 'a=3D', 'a=3D'],
    ['8BIT', '\xe9', '\xe9'],
    ['binary', '\x00\r\n\xff', '\x00\r\n\xff'],
    ['base64', 'JVBERi0xLjQ\r\nK4uPP0w\r\n==\r\n', '%PDF-1.4\n\xe2\xe3\xcf\xd3'],
    ['Base64', 'AAE', '\x00\x01'],
    ['quoted-printable', 'a=3Db=e9 \t\r\nsoft=  \r\nly \tx=', 'a=b\xe9\r\nsoftly \tx'],
    ['', 'x', 'x'],
  ])('reads the transfer encoding %j', (encoding, content, expected) => {
    expect(contents(message(`Content-Transfer-Encoding: ${encoding}\r\n\r\n${content}`))).toEqual([expected])
  })

  it('takes the part that start names for the root, else the first', () => {
    const bytes = message('Content-ID: <a@b>\r\n\r\nA', 'Content-ID: <c@d>\r\n\r\nC')
    for (const start of ['"<c@d>"', '<c@d>', 'c@d', '" <c@d> "']) {
      expect(contents(bytes, `${type}; start=${start}`)).toEqual(['C', 'A'])
    }
    expect(contents(bytes)).toEqual(['A', 'C'])
  })

  it('takes type for what the root is, where the root does not say', () => {
    const root = (part: string) => readMultipart(message(part), `${type}; type="text/xml"`).root.contentType
    expect(root('\r\nx')).toBe('text/xml')
    expect(root('Content-Type: application/xml\r\n\r\nx')).toBe('application/xml')
  })

  it.each([
    ['attachment; filename=plain.pdf', 'plain.pdf'],
    [String.raw`attachment; filename="a\"b.pdf"`, 'a"b.pdf'],
    ['attachment; filename="x.pdf"; filename*=UTF-8\'\'%C3%BCber%20uns.pdf', 'über uns.pdf'],
    ['attachment; filename="x.pdf"; filename*=ISO-8859-1\'\'%FC', 'x.pdf'],
    ['attachment; filename="x.pdf"; filename*=UTF-8\'\'%FC', 'x.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="=?utf-8?B?R3LDtsOfZS5wZGY=?="', 'Größe.pdf'],
    ['attachment; filename="=?ISO-8859-1?Q?Gr=F6=DFe_1?= =?utf-8?q?=C3=BC?=.pdf"', 'Größe 1ü.pdf'],
    ['attachment; filename="=?utf-8?B?Li4vLi4vcGFzc3dk?="', 'passwd'],
    ['attachment; filename="=?none-such?B?R3I=?= =?utf-8?B?*?="', '=?none-such?B?R3I=?==?utf-8?B?*?='],
    [String.raw`attachment; filename="C:\\dir\\a.pdf"`, 'a.pdf'],
    ['attachment; filename=".."', undefined],
    ['attachment', undefined],
  ])('reads the file name of %j', (disposition, fileName) => {
    const { root } = readMultipart(message(`Content-Disposition: ${disposition}\r\n\r\nx`), type)
    expect(root.fileName).toBe(fileName)
  })

  it('reads a file name in UTF-8 or ISO-8859-1 that stands there as it is', () => {
    for (const encoding of ['utf8', 'latin1'] as const) {
      const bytes = Buffer.from('--B\r\nContent-Type: a/b; name="é.pdf"\r\n\r\nx\r\n--B--', encoding)
      expect(readMultipart(bytes, type).root.fileName).toBe('é.pdf')
    }
  })

  it('gives parts that do not change with the message', () => {
    const bytes = Buffer.from(message('\r\nx'))
    const { root } = readMultipart(bytes, type)
    bytes.fill(0)
    expect(text(root.bytes)).toBe('x')
    expect(root.bytes.buffer.byteLength).toBe(1)
  })

  it.each([
    ['no boundary', 'multipart/related', '--B\r\n\r\nx\r\n--B--', 'has no boundary'],
    ['two boundaries', 'multipart/related; boundary=B; boundary=C', 'x', 'boundary="B" and boundary="C"'],
    ['an unusable boundary', 'multipart/related; boundary="é"', 'x', 'the boundary "é" is none'],
    [
      'a boundary that ends with a space',
      'multipart/related; boundary="a "',
      'x',
      'the boundary "a " is none',
    ],
    ['a boundary that is not in it', type, 'x--B\r\n', 'no line of it is "--B"'],
    ['no end', type, '--B\r\n\r\nx\r\n', 'without the line "--B--"'],
    ['half an end', type, '--B\r\n\r\nx\r\n--B-', 'without the line "--B--"'],
    ['no part', type, '--B--\r\n', 'no part before "--B--"'],
    ['mixed line ends: LF before', type, '--B\r\n\r\nx\n--B\r\n\r\ny\r\n--B--', 'byte 10 is preceded by LF'],
    ['mixed line ends: CRLF behind', type, '--B\n\nx\n--B\r\n\ny\n--B--', 'byte 8 ends with CRLF'],
    ['mixed line ends: LF behind', type, '--B\r\n\r\nx\r\n--B\n\r\ny\r\n--B--', 'byte 11 ends with LF'],
    [
      'an unknown encoding',
      type,
      '--B\r\nContent-Transfer-Encoding: x-uue\r\n\r\nx\r\n--B--',
      '"x-uue"; send 7bit',
    ],
    [
      'no base64',
      type,
      '--B\r\nContent-Transfer-Encoding: base64\r\n\r\nAAE!\r\n--B--',
      'byte 4 of it (0x21)',
    ],
    ['base64 cut off', type, '--B\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAAA\r\n--B--', 'no base64'],
    [
      'base64 after its end',
      type,
      '--B\r\nContent-Transfer-Encoding: base64\r\n\r\nAA==AA\r\n--B--',
      'byte 5',
    ],
    ['too much padding', type, '--B\r\nContent-Transfer-Encoding: base64\r\n\r\nAAA==\r\n--B--', 'byte 5'],
    [
      'bad quoted-printable',
      type,
      '--B\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\na=4\r\n--B--',
      'byte 2',
    ],
    ['no empty line before content', type, '--B\r\nContent-Type: a/b\r\n<cXML a="b">\r\n--B--', 'no header'],
    [
      'a header twice',
      type,
      '--B\r\nContent-ID: <a>\r\ncontent-id: <b>\r\n\r\nx\r\n--B--',
      '"content-id" twice',
    ],
    ['a control character', type, '--B\r\nContent-ID: <a\x00>\r\n\r\nx\r\n--B--', 'control character'],
    [
      'a Content-ID twice',
      type,
      '--B\r\nContent-ID: <a>\r\n\r\nx\r\n--B\r\nContent-ID: <a>\r\n\r\ny\r\n--B--',
      '"a"',
    ],
    [
      'a start that is not there',
      `${type}; start="<r>"`,
      '--B\r\nContent-ID: <a>\r\n\r\nx\r\n--B--',
      '(there is "a")',
    ],
  ])('refuses %s', (_, contentType, body, reason) => {
    expect(() => readMultipart(latin1(body), contentType)).toThrow(
      expect.objectContaining({
        name: 'CxmlError',
        code: 'ERR_CXML_MIME',
        status: 406,
        message: expect.stringContaining(reason),
      }),
    )
  })

  it.each([
    ['bytes', { bytes: 10 }, 'too large: 29 bytes, and 10 are allowed'],
    ['parts', { parts: 1 }, 'more than 1 parts'],
    ['headers', { headerBytes: 1 }, 'the headers of part 1 exceed 1 bytes'],
  ])('refuses more %s than are allowed', (_, limits, reason) => {
    expect(() => readMultipart(message('a:b\r\n\r\nx', ''), type, limits)).toThrow(
      expect.objectContaining({ code: 'ERR_CXML_LIMIT', message: expect.stringContaining(reason) }),
    )
  })

  it('meets its limits exactly', () => {
    const bytes = message('a:b\r\n\r\nx', '')
    expect(contents(bytes)).toHaveLength(2)
    expect(readMultipart(bytes, type, { bytes: bytes.length, parts: 2, headerBytes: 5 }).parts).toHaveLength(
      1,
    )
  })

  it('refuses or reads whatever it is given, and throws nothing else', () => {
    const pieces = [
      '--B',
      '--B--',
      '\r\n',
      '\n',
      '\r',
      'Content-ID: <a>',
      'Content-Transfer-Encoding: base64',
      '=',
      ' ',
    ]
    const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), found => {
        try {
          readMultipart(latin1(found.join('')), type)
        } catch (error) {
          expect(error).toMatchObject({ name: 'CxmlError' })
        }
      }),
      { numRuns: 500 },
    )
  })
})
