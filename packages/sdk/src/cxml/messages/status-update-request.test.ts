import { describe, expect, it } from 'vitest'
import { draftEnvelope } from '../../../test/draft-envelope.js'
import type { CxmlDraft, Draft, RequestDocument } from '../document.js'
import { parseCxml } from '../parse-cxml.js'
import { serializeCxml } from '../serialize-cxml.js'
import { validateCxml } from '../validation/validate-cxml.js'
import type { StatusUpdateRequest } from './status-update-request.js'

const eur = (amount: string) => ({ money: { currency: 'EUR', amount } })
const documentReference = { payloadID: 'invoice@supplier.example' }

function draftOf(update: Partial<Draft<StatusUpdateRequest>>): CxmlDraft {
  return {
    ...draftEnvelope('buyer', 'status'),
    kind: 'StatusUpdateRequest',
    request: {
      deploymentMode: 'production',
      statusUpdateRequest: { status: { code: '200', text: 'OK', value: '' }, ...update },
    },
  }
}

const updates: Record<string, { readonly draft: CxmlDraft; readonly since: string }> = {
  'an invoice paid in part': {
    since: '1.2.050',
    draft: draftOf({
      invoiceStatus: {
        type: 'paid',
        paymentNetDueDate: '2026-02-15T00:00:00+00:00',
        invoiceIDInfo: { invoiceID: 'I-1', invoiceDate: '2026-01-10T00:00:00+00:00' },
        partialAmount: eur('80.5'),
        comments: [{ xmlLang: 'en', value: 'One pump came broken' }],
      },
    }),
  },
  'a card that was charged': {
    since: '1.2.014',
    draft: draftOf({
      documentReference,
      paymentStatus: {
        orderID: 'PO-7',
        transactionTimestamp: '2026-01-16T10:00:00+00:00',
        type: 'Settlement',
        transactionID: 'T1',
        authorizationID: 'A1',
        pCard: { number: '1', expiration: '2027-01-31' },
        total: eur('90'),
      },
    }),
  },
  'a confirmation of which a line was rejected': {
    since: '1.2.036',
    draft: draftOf({
      documentStatus: {
        type: 'rejected',
        documentInfo: { documentID: 'C-1', documentType: 'OrderConfirmation' },
        itemStatuses: [
          { type: 'accepted', referenceDocumentInfo: { lineNumber: '1' } },
          {
            type: 'rejected',
            code: 'E7',
            parentLineNumber: '1',
            referenceDocumentInfo: { lineNumber: '2' },
            comments: [{ xmlLang: 'en', value: 'Too late' }],
          },
        ],
      },
    }),
  },
  'a document that reached the customer': {
    since: '1.2.036',
    draft: draftOf({
      documentReference,
      integrationStatus: {
        documentStatus: 'customerConfirmed',
        integrationMessage: { isSuccessful: 'yes', type: 'MDN', value: 'stored' },
      },
    }),
  },
  'a quote that was denied': {
    since: '1.2.014',
    draft: draftOf({
      documentReference,
      sourcingStatus: { action: 'deny', xmlLang: 'en', value: 'Too dear' },
    }),
  },
}

describe('a StatusUpdateRequest', () => {
  it.each(Object.entries(updates))('is valid and comes back: %s', (_name, { draft, since }) => {
    const xml = serializeCxml(draft, { dtdVersion: since })
    expect(validateCxml(xml).problems).toEqual([])
    const { warnings, doctype, ...read } = parseCxml(xml) as RequestDocument<'StatusUpdateRequest'>
    expect(warnings).toEqual([])
    expect(read).toMatchObject(draft)
    expect(serializeCxml(read, { dtdVersion: since })).toBe(xml)
  })

  it('speaks of one thing only', () => {
    const both = draftOf({
      documentReference,
      invoiceStatus: { type: 'paid' },
      documentStatus: { type: 'accepted' },
    })
    expect(() => serializeCxml(both, { dtdVersion: '1.2.071' })).toThrow(
      'DocumentStatus: cannot stand beside InvoiceStatus in cXML 1.2.071; leave one of them out',
    )
  })

  it('says of documents and deliveries only what its version can', () => {
    const { draft } = updates['a document that reached the customer'] ?? {}
    if (draft === undefined) throw new Error('no draft')
    expect(() => serializeCxml(draft)).toThrow('IntegrationStatus: exists since cXML 1.2.036')
  })

  it('is read with a type that the standard does not have, and not valid', () => {
    const { draft } = updates['an invoice paid in part'] ?? {}
    if (draft === undefined) throw new Error('no draft')
    const xml = serializeCxml(draft, { dtdVersion: '1.2.071' }).replace('type="paid"', 'type="PAID"')
    const read = parseCxml(xml) as RequestDocument<'StatusUpdateRequest'>
    expect(read.request.statusUpdateRequest.invoiceStatus?.type).toBe('PAID')
    expect(validateCxml(xml).valid).toBe(false)
  })
})
