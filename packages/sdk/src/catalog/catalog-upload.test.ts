import { describe, expect, it } from 'vitest'
import { readCxmlMessage } from '../cxml/attachments.js'
import type { RequestDocument } from '../cxml/document.js'
import { parseCxml } from '../cxml/parse-cxml.js'
import { validateCxml } from '../cxml/validation/validate-cxml.js'
import { readCatalogUpload } from './read-catalog-upload.js'
import { readCif } from './read-cif.js'
import { type CatalogUpload, readCatalogUploadAnswer, writeCatalogUpload } from './write-catalog-upload.js'
import { writeCif } from './write-cif.js'

const us = { domain: 'NetworkID', identity: 'AN01' }
const hub = { domain: 'NetworkID', identity: 'AN02' }
const upload: CatalogUpload = {
  payloadID: '1.2@supplier.example',
  timestamp: '2026-01-31T10:00:00+00:00',
  header: {
    from: { credentials: [us] },
    to: { credentials: [hub] },
    sender: { credentials: [{ ...us, sharedSecret: 'hush' }], userAgent: 'Shop' },
  },
  deploymentMode: 'test',
  operation: 'update',
  catalogName: 'Winter',
  description: 'All pumps',
  cif: writeCif({
    supplierID: 'AN01',
    supplierIDDomain: 'NetworkID',
    currency: 'USD',
    items: [{ supplierPartID: 'P-1', description: 'Größe', punchOutEnabled: true }],
  }),
  commodityCodes: ['40'],
  autoPublish: true,
  notification: { urlPost: { enabled: 'yes' } },
}

function answer(status: string): string {
  return `<cXML payloadID="3@hub.example" timestamp="2026-01-31T10:00:01+00:00"><Response>${status}</Response></cXML>`
}

describe('a catalogue that is uploaded by cXML', () => {
  it.each(['binary', 'base64'] as const)(
    'is a valid document with the file, %s, and is found again',
    transferEncoding => {
      const message = writeCatalogUpload(upload, { boundary: 'b0unda4y', transferEncoding })
      expect(message.contentType).toMatch(/^multipart\/related; type="text\/xml"/)
      const received = readCxmlMessage(message.body, message.contentType)
      const xml = new TextDecoder().decode(received.bytes)
      expect(validateCxml(xml).problems).toEqual([])
      const document = parseCxml(received.bytes) as RequestDocument<'CatalogUploadRequest'>
      const { request, file } = readCatalogUpload(document, received.files)
      expect(request).toMatchObject({
        operation: 'update',
        catalogName: { value: 'Winter' },
        commodities: { commodityCodes: ['40'] },
        autoPublish: { enabled: 'yes' },
      })
      expect(file.fileName).toBe('catalog.cif')
      expect(readCif(file.bytes).items[0]?.description).toBe('Größe')
    },
  )

  it('has to come with the file that it names', () => {
    const message = writeCatalogUpload(upload, { boundary: 'b0unda4y' })
    const received = readCxmlMessage(message.body, message.contentType)
    const document = parseCxml(received.bytes) as RequestDocument<'CatalogUploadRequest'>
    expect(() => readCatalogUpload(document, [])).toThrow(
      expect.objectContaining({
        code: 'ERR_CATALOG_ATTACHMENT',
        message: expect.stringContaining('"cid:catalog@'),
      }),
    )
  })

  it.each([
    ['200', 'taken'],
    ['201', 'taken'],
    ['401', 'refused'],
    ['450', 'refused'],
    ['560', 'later'],
  ])('and answered with %s is %s', (code, outcome) => {
    const judged = readCatalogUploadAnswer(answer(`<Status code="${code}" text="T">words</Status>`))
    expect(judged).toEqual({ outcome, status: expect.objectContaining({ code, value: 'words' }) })
  })

  it('and answered with no cXML throws', () => {
    expect(() => readCatalogUploadAnswer('<html>Bad gateway</html>')).toThrow(
      expect.objectContaining({ code: 'ERR_CXML_NOT_CXML' }),
    )
  })
})
