import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatenate } from './bytes.js'
import { cidUrl, contentIdsOf } from './content-id.js'
import { readMultipart } from './read-multipart.js'
import { type PartToWrite, writeMultipart } from './write-multipart.js'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const root: PartToWrite = {
  contentId: 'cxml@x',
  contentType: 'text/xml; charset=UTF-8',
  bytes: bytesOf('<cXML/>'),
}
const pdf: PartToWrite = {
  contentId: 'terms@x',
  contentType: 'application/pdf',
  fileName: 'terms.pdf',
  bytes: Uint8Array.of(0x25, 0xff, 0x0d, 0x0a),
}

describe('writeMultipart', () => {
  it('writes the root first, CRLF, bytes as they are', () => {
    const { contentType, body } = writeMultipart({ root, parts: [pdf] }, { boundary: 'b0undary' })
    expect(contentType).toBe('multipart/related; type="text/xml"; start="<cxml@x>"; boundary="b0undary"')
    expect(Buffer.from(body).toString('latin1')).toBe(
      [
        '--b0undary',
        'Content-Type: text/xml; charset=UTF-8',
        'Content-ID: <cxml@x>',
        'Content-Transfer-Encoding: binary',
        '',
        '<cXML/>',
        '--b0undary',
        'Content-Type: application/pdf',
        'Content-ID: <terms@x>',
        'Content-Transfer-Encoding: binary',
        'Content-Disposition: attachment; filename="terms.pdf"',
        '',
        '%\xff\r\n',
        '--b0undary--',
        '',
      ].join('\r\n'),
    )
  })

  it('writes base64 in lines of 76, the root as it is', () => {
    const long = { ...pdf, bytes: new Uint8Array(100) }
    const { body } = writeMultipart({ root, parts: [long] }, { boundary: 'b', transferEncoding: 'base64' })
    const text = Buffer.from(body).toString('latin1')
    expect(text).toContain('<cXML/>')
    expect(text).toContain(
      `base64\r\nContent-Disposition: attachment; filename="terms.pdf"\r\n\r\n${'A'.repeat(76)}\r\n`,
    )
    expect(text).toContain(`\r\n${'A'.repeat(58)}==\r\n--b--`)
  })

  it('writes a file name beyond US-ASCII for readers that know RFC 8187, and for the others', () => {
    const { body } = writeMultipart({ root, parts: [{ ...pdf, fileName: "l'été €.pdf" }] }, { boundary: 'b' })
    expect(Buffer.from(body).toString('latin1')).toContain(
      `attachment; filename="l'_t_ _.pdf"; filename*=UTF-8''l%27%C3%A9t%C3%A9%20%E2%82%AC.pdf\r\n`,
    )
  })

  it.each<[string, Partial<PartToWrite>]>([
    ['contentId', { contentId: 'a@b>\r\nX: y' }],
    ['contentId', { contentId: 'a"b' }],
    ['contentId', { contentId: 'a b' }],
    ['contentId', { contentId: '<a@b>' }],
    ['contentId', { contentId: '' }],
    ['contentId', { contentId: 'é@b' }],
    ['fileName', { fileName: 'a\r\nContent-Type: text/html' }],
    ['fileName', { fileName: 'a"; x="b' }],
    ['fileName', { fileName: 'a\\' }],
    ['fileName', { fileName: '../a' }],
    ['fileName', { fileName: 'a\ud800' }],
    ['fileName', { fileName: 'a\u0085b' }],
    ['fileName', { fileName: '' }],
    ['contentType', { contentType: 'text/xml\r\nX: y' }],
    ['contentType', { contentType: 'pdf' }],
    ['contentType', { contentType: 'a/é' }],
    ['contentType', { contentType: 'a b/c' }],
  ])('refuses a %s that a header cannot carry, by name: %j', (field, change) => {
    expect(() =>
      writeMultipart({ root, parts: [pdf, { ...pdf, contentId: 'other@x', ...change }] }, { boundary: 'b' }),
    ).toThrow(expect.objectContaining({ code: 'ERR_CXML_FIELD_INVALID', path: `parts[1].${field}` }))
  })

  it('refuses a Content-ID that is there twice', () => {
    expect(() =>
      writeMultipart({ root, parts: [{ ...pdf, contentId: 'cxml@x' }] }, { boundary: 'b' }),
    ).toThrow(expect.objectContaining({ code: 'ERR_CXML_MIME' }))
  })

  it.each(['--b', 'x\r\n--bee', 'text--b', '-----b'])(
    'refuses a boundary that occurs in a part: %j',
    text => {
      expect(() =>
        writeMultipart({ root, parts: [{ ...pdf, bytes: bytesOf(text) }] }, { boundary: 'b' }),
      ).toThrow(
        expect.objectContaining({
          code: 'ERR_CXML_MIME',
          message: expect.stringContaining('occurs in parts[0]'),
        }),
      )
    },
  )

  it.each(['', 'a b', 'a"b', 'a\r\nb', 'x'.repeat(71)])('takes no boundary like %j', boundary => {
    expect(() => writeMultipart({ root, parts: [] }, { boundary })).toThrow(TypeError)
  })
})

const contentId = fc.stringMatching(/^[!#-;=?-[\]-~]{1,30}$/)
// biome-ignore lint/suspicious/noControlCharactersInRegex: what the writer refuses
const refused = /[\u0000-\u001f\u007f-\u009f"\\/]/
const fileName = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter(name => !refused.test(name) && name.trim() === name && !/^\.\.?$/.test(name))
/** Bytes that like to be line ends, hyphens and white space. */
const content = fc
  .array(fc.oneof(fc.constantFrom(0x0d, 0x0a, 0x2d, 0x20, 0x3d, 0), fc.nat(255)), { maxLength: 60 })
  .map(bytes => Uint8Array.from(bytes))
const part = fc.record(
  { contentId, contentType: fc.constantFrom('application/pdf', 'a/b; c="d;e"'), bytes: content, fileName },
  { requiredKeys: ['contentId', 'contentType', 'bytes'] },
)
const parts = fc.uniqueArray(part, { selector: ({ contentId }) => contentId, minLength: 1, maxLength: 5 })

type Read = typeof readMultipart

/** What is written is read as it was, by `read`, also with something before and behind it. */
function assertRoundTrip(read: Read): void {
  fc.assert(
    fc.property(
      parts,
      fc.constantFrom('binary', 'base64'),
      content,
      ([root, ...others], transferEncoding, around) => {
        const message = { root: root as PartToWrite, parts: others }
        const boundary = '=_0f2c.9d-41'
        const { contentType, body } = writeMultipart(message, { boundary, transferEncoding })
        expect(read(body, contentType)).toEqual(message)
        const padded = concatenate([around, bytesOf('\r\n'), body, around])
        expect(read(padded, contentType)).toEqual(message)
      },
    ),
    { numRuns: 300 },
  )
}

describe('what writeMultipart writes', () => {
  it('is read back byte for byte, whatever the parts hold', () => {
    assertRoundTrip(readMultipart)
  })

  /** The tests above find a reader that trims line ends, loses a byte above 127, or the last part's name. */
  it.each<[string, Read]>([
    [
      'trims line ends',
      (...from) =>
        changed(from, bytes =>
          bytes.subarray(0, bytes.findLastIndex(byte => byte !== 10 && byte !== 13) + 1),
        ),
    ],
    ['reads text', (...from) => changed(from, bytes => bytesOf(new TextDecoder().decode(bytes)))],
    [
      'loses what follows a NUL',
      (...from) =>
        changed(from, bytes => bytes.subarray(0, bytes.indexOf(0) === -1 ? undefined : bytes.indexOf(0))),
    ],
  ])('control: a reader that %s is found', (_, read) => {
    expect(() => assertRoundTrip(read)).toThrow('Property failed')
  })
})

function changed(from: Parameters<Read>, change: (bytes: Uint8Array) => Uint8Array): ReturnType<Read> {
  const { root, parts } = readMultipart(...from)
  const again = (part: PartToWrite | (typeof parts)[number]) => ({
    ...part,
    bytes: new Uint8Array(change(part.bytes)),
  })
  return { root: again(root), parts: parts.map(again) }
}

describe('cid: URLs', () => {
  it.each([
    ['a@b', 'cid:a@b'],
    ['a+b%2@c', 'cid:a%2Bb%252@c'],
    ['a/b#c?d@e', 'cid:a%2Fb%23c%3Fd@e'],
  ])('of %j is %j, and back', (contentId, url) => {
    expect(cidUrl(contentId)).toBe(url)
    expect(contentIdsOf(url)[0]).toBe(contentId)
  })

  it('may be written without percent-encoding, in any letter case of the scheme', () => {
    expect(contentIdsOf('CID:50%@x')).toEqual(['50%@x'])
    expect(contentIdsOf('cid:a%2Bb@c')).toEqual(['a+b@c', 'a%2Bb@c'])
    expect(contentIdsOf('https://x.example/cid:a')).toEqual([])
  })
})
