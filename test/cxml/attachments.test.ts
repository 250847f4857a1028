import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attachmentsOf, parseCxml, readCxmlMessage, serializeCxmlMessage } from '@punchloop/sdk/cxml'
import { describe, expect, it } from 'vitest'
import { cxmlMaterial } from '../support/root.js'

const material = cxmlMaterial()
if (material === undefined) console.warn('SKIPPED: no cXML material, so no real documents with attachments')

const corpus = join(material ?? '', 'corpus')
/** Real documents whose other half, the parts that they name, was lost on the way into the collection. */
const documents = (material === undefined ? [] : globSync('*/*.xml', { cwd: corpus }))
  .map(file => ({ file, bytes: readFileSync(join(corpus, file)) }))
  .map(({ file, bytes }) => ({ file, bytes, urls: urlsIn(bytes.toString('latin1')) }))
  .filter(({ urls }) => urls.length > 0)

/** By reading the text alone, without a parser. */
function urlsIn(text: string): string[] {
  return [...text.matchAll(/<Attachment\b[^>]*>\s*<URL[^>]*>\s*([^<]*?)\s*<\/URL>/g)].map(
    ([, url]) => url ?? '',
  )
}

const contentIdsIn = (urls: readonly string[]) =>
  [...new Set(urls)].filter(url => url.startsWith('cid:')).map(url => url.slice('cid:'.length))

describe.skipIf(material === undefined)('a real document with attachments', () => {
  it('is there in the material, with parts of its message and with files elsewhere', () => {
    const kinds = documents.map(({ urls }) => (contentIdsIn(urls).length > 0 ? 'parts' : 'elsewhere'))
    expect(new Set(kinds)).toEqual(new Set(['parts', 'elsewhere']))
  })

  it.each(documents)('$file is paired with its parts, and misses none', ({ bytes, urls }) => {
    const contentIds = contentIdsIn(urls)
    const part = (head: readonly string[], content: Buffer) =>
      Buffer.concat([Buffer.from(`--=_x\r\n${head.join('\r\n')}\r\n\r\n`), content, Buffer.from('\r\n')])
    const body = Buffer.concat([
      part(['Content-Type: text/xml; charset=UTF-8', 'Content-ID: <root@hub>'], bytes),
      ...contentIds.map(id =>
        part(['Content-Type: application/pdf', `Content-ID: <${id}>`], Buffer.from(`%PDF ${id}\n`)),
      ),
      Buffer.from('--=_x--\r\n'),
    ])
    const message = readCxmlMessage(
      body,
      'multipart/related; type="text/xml"; start="<root@hub>"; boundary="=_x"',
    )
    const { references, warnings } = attachmentsOf(parseCxml(message.bytes), message.files)
    expect(references.map(({ url }) => url)).toEqual(urls)
    expect(references.map(({ file }) => file && Buffer.from(file.bytes).toString())).toEqual(
      urls.map(url => (url.startsWith('cid:') ? `%PDF ${url.slice('cid:'.length)}\n` : undefined)),
    )
    expect(warnings).toEqual([])
  })

  it.each(documents)('$file alone is read, and says which parts are missing', ({ bytes, urls }) => {
    const missing = attachmentsOf(parseCxml(bytes), []).warnings
    const parts = urls.filter(url => url.startsWith('cid:')).map(url => url.slice('cid:'.length))
    expect(missing.map(({ code }) => code)).toEqual(parts.map(() => 'WARN_CXML_ATTACHMENT_MISSING'))
    expect(missing.map(({ contentId }) => contentId)).toEqual(parts)
  })

  it.each(documents)('$file is sent on with its parts, byte for byte', ({ bytes, urls }) => {
    const files = contentIdsIn(urls).map((contentId, index) => ({
      contentId,
      contentType: 'application/octet-stream',
      bytes: Uint8Array.of(index, 0x0d, 0x0a),
    }))
    const xml = bytes.toString('utf8')
    const { contentType, body } = serializeCxmlMessage(xml, files, { boundary: '0f2c9d41' })
    const read = readCxmlMessage(body, contentType)
    expect(Buffer.from(read.bytes).toString('utf8')).toBe(xml)
    expect(read.files).toEqual(files)
  })
})
