import { describe, expect, it } from 'vitest'
import { draftEnvelope } from '../../../test/draft-envelope.js'
import type { CxmlDraft, RequestDocument } from '../document.js'
import { parseCxml } from '../parse-cxml.js'
import { serializeCxml } from '../serialize-cxml.js'
import { validateCxml } from '../validation/validate-cxml.js'

const catalogUploadRequest = {
  operation: 'update',
  catalogName: { xmlLang: 'en', value: 'Winter prices' },
  description: { xmlLang: 'en', value: 'All pumps' },
  attachment: { url: 'cid:catalog@supplier.example' },
  commodities: { commodityCodes: ['40', '41'] },
  autoPublish: { enabled: 'yes' },
  notification: { email: { value: 'catalogs@supplier.example' }, urlPost: { enabled: 'yes' } },
}

const draft: CxmlDraft = {
  ...draftEnvelope('supplier', 'catalog'),
  kind: 'CatalogUploadRequest',
  request: { catalogUploadRequest },
}

describe('a CatalogUploadRequest', () => {
  it('is valid and comes back', () => {
    const xml = serializeCxml(draft)
    expect(validateCxml(xml).problems).toEqual([])
    const { request, warnings } = parseCxml(xml) as RequestDocument<'CatalogUploadRequest'>
    expect(warnings).toEqual([])
    expect(request.catalogUploadRequest).toEqual(catalogUploadRequest)
  })

  it('is not written without what the standard requires', () => {
    const { notification, ...rest } = catalogUploadRequest
    const without = { ...draft, request: { catalogUploadRequest: rest } } as CxmlDraft
    expect(() => serializeCxml(without)).toThrow('CatalogUploadRequest/Notification: is missing')
  })
})
