import type { Draft, RequestDocument } from '../src/cxml/document.js'
import type { ConfirmationItem, ConfirmationStatus } from '../src/cxml/messages/confirmation-item.js'
import type { ConfirmationHeader } from '../src/cxml/messages/confirmation-request.js'
import { draftEnvelope } from './draft-envelope.js'

/*
 * A confirmation of each type, as a supplier of light would write it, for one order of three lines: 10, 5 and 2.5.
 */

type ConfirmationDraft = Draft<RequestDocument<'ConfirmationRequest'>>
type Item = Draft<ConfirmationItem>
type Status = Draft<ConfirmationStatus>
type Request = ConfirmationDraft['request']['confirmationRequest']

function confirmation(
  header: Draft<ConfirmationHeader>,
  confirmationItems: readonly Item[] = [],
  more: Partial<Request> = {},
): ConfirmationDraft {
  const id = `OC-${header.type}-${header.operation ?? 'new'}`
  return {
    kind: 'ConfirmationRequest',
    ...draftEnvelope('supplier', id),
    request: {
      deploymentMode: 'production',
      confirmationRequest: {
        confirmationHeader: { confirmID: id, noticeDate: '2026-01-15T10:00:00+00:00', ...header },
        orderReference: {
          orderID: 'PO-4711',
          orderDate: '2026-01-05T09:00:00-05:00',
          documentReference: { payloadID: '1767603600.1.4711@buyer.example' },
        },
        ...more,
        confirmationItems,
      },
    },
  }
}

const of = (amount: string) => ({ money: { currency: 'USD', amount } })
const text = (value: string) => ({ xmlLang: 'en', value })
const unitOfMeasure = 'EA'

const quantities = { 1: '10', 2: '5', 3: '2.5' } as const

/** A line of the order; a status without quantity is about all of it. */
function line(
  lineNumber: keyof typeof quantities,
  ...statuses: readonly (Omit<Status, 'quantity'> & { readonly quantity?: string })[]
): Item {
  const quantity = quantities[lineNumber]
  return {
    quantity,
    lineNumber: String(lineNumber),
    unitOfMeasure,
    confirmationStatuses: statuses.map(status => ({ quantity, unitOfMeasure, ...status })),
  }
}

const dates = { shipmentDate: '2026-01-16T10:00:00-05:00', deliveryDate: '2026-01-20T10:00:00-05:00' }

const substitute = (quantity: string) => ({
  quantity,
  itemID: { supplierPartID: 'L-10', supplierPartAuxiliaryID: 'red' },
  itemDetail: {
    unitPrice: of('13.00'),
    descriptions: [text('Desk lamp, new model')],
    unitOfMeasure,
    classifications: [{ domain: 'UNSPSC', value: '39111501' }],
  },
})

const tax = { ...of('1.10'), description: text('Sales tax') }
const shipping = { ...of('4.00'), description: text('Express') }

export const accept = confirmation(
  { type: 'accept', incoTerms: 'ddp', invoiceID: 'INV-1', contacts: [{ role: 'sales', name: text('Ada') }] },
  [
    line(1, { type: 'accept', ...dates }),
    line(2, { type: 'accept', tax, shipping }),
    line(3, { type: 'accept' }),
  ],
)

/** The same, corrected. */
export const update = confirmation({
  type: 'accept',
  operation: 'update',
  documentReference: { payloadID: accept.payloadID ?? '' },
  comments: [{ xmlLang: 'en', value: 'Without the invoice', attachments: [] }],
})

export const backordered = confirmation({ type: 'backordered' }, [line(1, { type: 'backordered' })])

export const reject = confirmation({
  type: 'reject',
  comments: [{ xmlLang: 'en', value: 'No longer made', attachments: [] }],
})

export const except = confirmation(
  {
    type: 'except',
    total: of('215.00'),
    shipping,
    tax,
    hazards: [
      { descriptions: [text('Lithium batteries')], classifications: [{ domain: 'UNDG', value: '3480' }] },
    ],
    extrinsics: [{ name: 'salesOffice', value: 'Albany' }],
  },
  [
    {
      ...line(
        1,
        { type: 'accept', quantity: '6' },
        { type: 'backordered', quantity: '3.5', deliveryDate: dates.deliveryDate },
        { type: 'reject', quantity: '0.5', comments: [{ xmlLang: 'en', value: 'Broken', attachments: [] }] },
      ),
      contacts: [{ role: 'customerService', name: text('Ben') }],
    },
    line(2, { type: 'detail', unitPrice: of('12.75'), extrinsics: [{ name: 'reason', value: 'metal' }] }),
  ],
)

export const detail = confirmation({ type: 'detail' }, [
  line(1, { type: 'detail', itemIn: substitute('10') }),
  {
    ...line(3, { type: 'detail', ...dates }),
    hazards: [{ descriptions: [text('Sharp edges')], classifications: [{ domain: 'own', value: 'S1' }] }],
  },
])

export const allDetail = confirmation({ type: 'allDetail' }, [
  line(
    1,
    { type: 'allDetail', quantity: '8', itemIn: substitute('8'), ...dates },
    { type: 'unknown', quantity: '2' },
  ),
])

export const replace = confirmation({ type: 'replace' }, [
  line(1, { type: 'detail', itemIn: substitute('10') }),
])

/** A part of a line is enough. */
export const requestToPay = confirmation({ type: 'requestToPay' }, [
  line(1, { type: 'requestToPay', quantity: '4' }),
])

/** An answer to the buyer's question, about an item that is made of the buyer's parts. */
export const answer = confirmation(
  { type: 'detail', version: '2', idReferences: [{ domain: 'supplierReference', identifier: 'SO-9' }] },
  [
    line(1, {
      type: 'detail',
      ...dates,
      supplierBatchID: 'B-1',
      scheduleLineReference: {
        quantity: '10',
        requestedDeliveryDate: '2026-01-18T10:00:00-05:00',
        lineNumber: '1',
      },
      componentConsumptionDetails: [
        {
          lineNumber: '1',
          quantity: '40',
          usage: 'no',
          product: { supplierPartID: 'SC-1', buyerPartID: 'SCREW-1' },
          unitOfMeasure,
          supplierBatchID: 'SB-1',
          assetInfos: [{ serialNumber: 'SN-1' }],
          dimensions: [{ quantity: '3', type: 'length', unitOfMeasure: 'MMT' }],
        },
      ],
    }),
  ],
  {
    orderStatusRequestReferences: [
      {
        orderStatusRequestID: 'OSR-1',
        orderStatusRequestDate: '2026-01-14T10:00:00-05:00',
        documentReference: { payloadID: '1768384800.1.OSR-1@buyer.example' },
      },
    ],
    orderStatusRequestIDInfos: [{ orderStatusRequestID: 'OSR-2' }],
  },
)
