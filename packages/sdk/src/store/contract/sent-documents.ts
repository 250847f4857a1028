import { deepEqual, equal, rejects } from 'node:assert/strict'
import type { SentDocument } from '../../delivery/sent-document.js'
import type { SentDocumentQuery } from '../store.js'
import type { Checks } from './check.js'
import { at } from './examples.js'

const invoice: SentDocument = {
  buyerId: 'acme',
  orderID: 'PO-1',
  payloadID: 'd1',
  kind: 'InvoiceDetailRequest',
  documentID: 'INV-1',
  writtenAt: at(0),
  statuses: [],
}

/** Documents to buyers, and what was said of them. */
export const sentDocuments: Checks = {
  'gives a sent document back with all that was said of it': async ({ inStore }) => {
    const said = {
      payloadID: 's1',
      receivedAt: at(5),
      code: '200',
      text: 'OK',
      value: '2026-01-15T10:00:00.000Z',
      invoice: { type: 'paid', partialAmount: { currency: 'USD', amount: '0.10' } },
      comments: ['ü'],
    }
    await inStore(tx => tx.insertSentDocument(invoice))
    await inStore(tx => tx.updateSentDocument({ ...invoice, statuses: [said] }))
    deepEqual(await inStore(tx => tx.sentDocument(invoice)), { ...invoice, statuses: [said] })
    equal(await inStore(tx => tx.sentDocument({ ...invoice, payloadID: 'D1' })), undefined)
    equal(await inStore(tx => tx.sentDocument({ ...invoice, buyerId: 'globex' })), undefined)
    await rejects(inStore(tx => tx.updateSentDocument({ ...invoice, payloadID: 'd9' })))
  },

  'keeps a sent document once for each buyer': async ({ inStore }) => {
    await inStore(tx => tx.insertSentDocument(invoice))
    await inStore(tx => tx.insertSentDocument({ ...invoice, buyerId: 'globex' }))
    await rejects(inStore(tx => tx.insertSentDocument({ ...invoice, documentID: 'INV-2' })))
    equal((await inStore(tx => tx.sentDocument(invoice)))?.documentID, 'INV-1')
  },

  'finds sent documents by what they are about, newest first': async ({ store, inStore }) => {
    await inStore(async tx => {
      await tx.insertSentDocument(invoice)
      await tx.insertSentDocument({ ...invoice, payloadID: 'd2', kind: 'ShipNoticeRequest' })
      await tx.insertSentDocument({ ...invoice, payloadID: 'd3', orderID: 'PO-2' })
      await tx.insertSentDocument({ ...invoice, payloadID: 'd4', documentID: 'inv-1' })
      await tx.insertSentDocument({ ...invoice, payloadID: 'd5', buyerId: 'globex' })
    })
    const found = async (query: SentDocumentQuery) =>
      (await store.read(tx => tx.sentDocuments(query))).map(({ payloadID }) => payloadID)
    deepEqual(await found({}), ['d5', 'd4', 'd3', 'd2', 'd1'])
    deepEqual(await found({ buyerId: 'acme', orderID: 'PO-1' }), ['d4', 'd2', 'd1'])
    deepEqual(await found({ buyerId: 'acme', documentID: 'INV-1', limit: 2 }), ['d3', 'd2'])
    deepEqual(await found({ documentID: 'INV-1', kind: 'ShipNoticeRequest' }), ['d2'])
  },
}
