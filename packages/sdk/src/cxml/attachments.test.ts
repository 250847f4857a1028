import { describe, expect, it } from 'vitest'
import { orderDocument } from '../../test/order-document.js'
import { cidUrl } from '../mime/content-id.js'
import { type AttachedFile, attachmentsOf, readCxmlMessage } from './attachments.js'
import { parseCxml } from './parse-cxml.js'
import { type FileToAttach, serializeCxmlMessage } from './serialize-cxml-message.js'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const file = (contentId: string, change: Partial<AttachedFile> = {}): FileToAttach => ({
  contentId,
  contentType: 'application/pdf',
  bytes: Uint8Array.of(0x25, 0x50, 0xff, 0x00, 0x0d, 0x0a),
  ...change,
})
/** An order whose header and lines refer to files. */
const order = (urls: { readonly header?: readonly string[]; readonly lines?: readonly string[] }) =>
  orderDocument({
    comments: (urls.header ?? []).map(url => `<Attachment><URL>${url}</URL></Attachment>`).join(''),
    lineComments: (urls.lines ?? []).map(url => `<Attachment><URL>${url}</URL></Attachment>`).join(''),
  })
const pair = (xml: string, files: readonly AttachedFile[]) => {
  const { references, warnings } = attachmentsOf(parseCxml(xml), files)
  return {
    references: references.map(({ url, file: found, element }) => [element.name, url, found?.contentId]),
    warnings,
  }
}

describe('readCxmlMessage', () => {
  const xml = bytesOf('<cXML/>')

  it.each([
    [undefined, {}],
    [null, {}],
    [' ', {}],
    ['text/xml', {}],
    ['application/xml; charset="ISO-8859-1"', { charset: 'ISO-8859-1' }],
    ['TEXT/XML; Charset = utf-8', { charset: 'utf-8' }],
  ])('takes a document alone as %j', (contentType, charset) => {
    expect(readCxmlMessage(xml, contentType)).toEqual({ bytes: xml, ...charset, files: [] })
  })

  it.each(['multipart/related', 'multipart/mixed', 'Multipart/Related'])('takes a %s apart', type => {
    const body = [
      '--B',
      'Content-Type: text/xml; charset=US-ASCII',
      '',
      '<cXML/>',
      '--B',
      'Content-Type: image/png',
      'Content-ID: <logo@b>',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw==',
      '--B--',
    ].join('\r\n')
    expect(readCxmlMessage(bytesOf(body), `${type}; boundary=B`)).toEqual({
      bytes: xml,
      charset: 'US-ASCII',
      files: [
        { contentId: 'logo@b', contentType: 'image/png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) },
      ],
    })
  })

  describe('of parts within parts', () => {
    const packed = (boundary: string, ...parts: string[]) =>
      `${parts.map(part => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--`
    const document = 'Content-Type: text/xml\r\n\r\n<cXML/>'
    const file = (id: string) => `Content-Type: text/plain\r\nContent-ID: <${id}>\r\n\r\n${id}`
    const read = (body: string) => readCxmlMessage(bytesOf(body), 'multipart/mixed; boundary=A')
    const nested = 'Content-Type: multipart/related; boundary=B'

    it('has the document and the files of all levels', () => {
      const inFiles = packed(
        'A',
        document,
        `${nested}\r\n\r\n${packed('B', file('1'), file('2'))}`,
        file('3'),
      )
      const inRoot = packed('A', `${nested}\r\n\r\n${packed('B', document, file('1'), file('2'))}`, file('3'))
      for (const body of [inFiles, inRoot]) {
        const { bytes, files } = read(body)
        expect(Buffer.from(bytes).toString()).toBe('<cXML/>')
        expect(files.map(({ contentId }) => contentId)).toEqual(['1', '2', '3'])
      }
    })

    it('leaves a file whole that the document can name', () => {
      const inner = packed('B', file('1'))
      const { files } = read(packed('A', document, `${nested}\r\nContent-ID: <mail>\r\n\r\n${inner}`))
      expect(files).toMatchObject([{ contentId: 'mail', bytes: bytesOf(inner) }])
    })

    it('is refused with one Content-ID twice, too many parts, or too deep', () => {
      const twice = packed('A', document, `${nested}\r\n\r\n${packed('B', file('1'))}`, file('1'))
      expect(() => read(twice)).toThrow('two parts have the Content-ID "1"')
      const fifty = Array.from({ length: 50 }, (_, index) => file(`${index}`))
      const many = packed(
        'A',
        document,
        `${nested}\r\n\r\n${packed('B', ...fifty)}`,
        ...fifty.map(each => each.replaceAll(/(\d+)/g, 'x$1')),
      )
      expect(() => read(many)).toThrow('more than 100 parts')
      let deep = document
      for (const boundary of 'FEDCB')
        deep = `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${packed(boundary, deep)}`
      expect(() => read(packed('A', deep))).toThrow('the root part\'s Content-Type is "multipart/mixed"')
    })
  })

  it.each([
    [
      'text/html',
      '',
      'Content-Type is "text/html"; text/xml, application/xml or multipart/related was expected',
    ],
    ['multipart/form-data; boundary=B', '', 'Content-Type is "multipart/form-data"'],
    [
      'multipart/related; boundary=B',
      '--B\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--B--',
      'the root part\'s Content-Type is "application/pdf"; the document (text/xml or application/xml) was expected',
    ],
    ['multipart/related; boundary=B', '--B\r\n\r\n<cXML/>', 'ends without the line'],
  ])('refuses %s', (contentType, body, message) => {
    expect(() => readCxmlMessage(bytesOf(body), contentType)).toThrow(
      expect.objectContaining({ code: 'ERR_CXML_MIME', message: expect.stringContaining(message) }),
    )
  })

  it('reads the document in the charset of its part', () => {
    const text = order({}).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"').replace('>Acme<', '>Acmé<')
    const body = Buffer.from(
      `--B\r\nContent-Type: text/xml; charset=ISO-8859-1\r\n\r\n${text}\r\n--B--`,
      'latin1',
    )
    const { bytes, charset } = readCxmlMessage(body, 'multipart/related; boundary=B')
    expect(JSON.stringify(parseCxml(bytes, { charset: charset ?? '' }))).toContain('Acmé')
  })
})

describe('attachmentsOf', () => {
  it('pairs each Attachment, wherever it stands, with the part of its Content-ID', () => {
    const xml = order({
      header: ['cid:a@b', 'https://files.example/x.pdf'],
      lines: [' CID:c@d\n', 'cid:a@b'],
    })
    expect(pair(xml, [file('a@b'), file('c@d')])).toEqual({
      references: [
        ['Attachment', 'cid:a@b', 'a@b'],
        ['Attachment', 'https://files.example/x.pdf', undefined],
        ['Attachment', 'CID:c@d', 'c@d'],
        ['Attachment', 'cid:a@b', 'a@b'],
      ],
      warnings: [],
    })
  })

  it('takes a cid: URL of any other element for a reference, and leaves other URLs alone', () => {
    const xml = order({}).replace(
      '</Comments>',
      '</Comments><Followup><URL>cid:a@b</URL></Followup><Extrinsic name="x"><URL>https://x.example</URL></Extrinsic>',
    )
    expect(pair(xml, [file('a@b')])).toEqual({ references: [['Followup', 'cid:a@b', 'a@b']], warnings: [] })
  })

  it.each([
    ['percent-encoded', 'cid:a%2Bb%40c', 'a+b@c'],
    ['not percent-encoded though it should be', 'cid:50%25@c', '50%25@c'],
    ['with a percent sign that means nothing', 'cid:50%@c', '50%@c'],
  ])('reads a URL that is %s', (_, url, contentId) => {
    expect(pair(order({ header: [url] }), [file(contentId)])).toMatchObject({
      references: [['Attachment', url, contentId]],
      warnings: [],
    })
  })

  it('prefers what the standard says where both would do', () => {
    expect(pair(order({ header: ['cid:a%2Bb'] }), [file('a%2Bb'), file('a+b')])).toMatchObject({
      references: [['Attachment', 'cid:a%2Bb', 'a+b']],
      warnings: [{ code: 'WARN_CXML_ATTACHMENT_UNREFERENCED', contentId: 'a%2Bb' }],
    })
  })

  it('compares Content-IDs exactly, and reports what is missing and what nothing refers to', () => {
    const { contentId: _, ...nameless } = file('x')
    expect(pair(order({ header: ['cid:A@b'], lines: ['cid:gone@b'] }), [file('a@b'), nameless])).toEqual({
      references: [
        ['Attachment', 'cid:A@b', undefined],
        ['Attachment', 'cid:gone@b', undefined],
      ],
      warnings: [
        {
          code: 'WARN_CXML_ATTACHMENT_MISSING',
          message: 'Attachment/URL names the Content-ID "A@b", and no part of the message has it.',
          contentId: 'A@b',
          path: '/cXML/Request/OrderRequest/OrderRequestHeader/Comments/Attachment',
        },
        expect.objectContaining({ code: 'WARN_CXML_ATTACHMENT_MISSING', contentId: 'gone@b' }),
        {
          code: 'WARN_CXML_ATTACHMENT_UNREFERENCED',
          message: 'Nothing in the document refers to the part with the Content-ID "a@b".',
          contentId: 'a@b',
        },
        {
          code: 'WARN_CXML_ATTACHMENT_UNREFERENCED',
          message: 'A part of the message has no Content-ID, so nothing can refer to it.',
        },
      ],
    })
  })

  it('takes any number of references, and reports a hundred missing parts', () => {
    const header = Array.from({ length: 130_000 }, (_, index) => `cid:${index}@x`)
    const { references, warnings } = attachmentsOf(parseCxml(order({ header })), [])
    expect([references.length, warnings.length]).toEqual([130_000, 100])
  })

  it('wants a document that was parsed', () => {
    expect(() => attachmentsOf({ ...parseCxml(order({})) }, [])).toThrow(TypeError)
  })
})

describe('serializeCxmlMessage', () => {
  const boundary = 'c2f1.9d-41'

  it.each(['binary', 'base64'] as const)('writes what readCxmlMessage reads, in %s', transferEncoding => {
    const files = [file('a+b@c', { fileName: 'terms.pdf' }), file('logo', { contentType: 'image/png' })]
    const xml = order({ header: files.map(({ contentId }) => cidUrl(contentId)) })
    const { contentType, body } = serializeCxmlMessage(xml, files, { boundary, transferEncoding })
    expect(readCxmlMessage(body, contentType)).toEqual({ bytes: bytesOf(xml), charset: 'UTF-8', files })
  })

  it('writes a draft, and a document alone as text/xml', () => {
    const { warnings: _, ...draft } = parseCxml(order({ header: ['https://files.example/x'] }))
    const { contentType, body } = serializeCxmlMessage(draft, [], { boundary })
    expect(contentType).toBe('text/xml; charset=UTF-8')
    expect(parseCxml(body)).toMatchObject({ kind: 'OrderRequest', payloadID: draft.payloadID })
  })

  it.each<{ what: string; files: FileToAttach[]; code: string; message: string }>([
    {
      what: 'a URL without its file',
      files: [],
      code: 'ERR_CXML_FIELD_MISSING',
      message: 'Attach a file with this contentId',
    },
    {
      what: 'a file without its URL',
      files: [file('a@b'), file('c@d')],
      code: 'ERR_CXML_FIELD_INVALID',
      message: 'files[1].contentId: Nothing in the document refers',
    },
    {
      what: 'two files of one Content-ID',
      files: [file('a@b'), file('a@b')],
      code: 'ERR_CXML_',
      message: '"a@b"',
    },
  ])('refuses $what', ({ files, code, message }) => {
    expect(() => serializeCxmlMessage(order({ header: ['cid:a@b'] }), files, { boundary })).toThrow(
      expect.objectContaining({
        code: expect.stringContaining(code),
        message: expect.stringContaining(message),
      }),
    )
  })

  it('refuses XML that declares another encoding than it is sent in', () => {
    const xml = order({}).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')
    expect(() => serializeCxmlMessage(xml, [], { boundary })).toThrow(
      expect.objectContaining({ code: 'ERR_CXML_ENCODING' }),
    )
  })
})
