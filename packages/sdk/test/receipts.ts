import type { Draft, RequestDocument } from '../src/cxml/document.js'
import type { ReceiptItem, ReceiptRequest } from '../src/cxml/messages/receipt-request.js'
import { draftEnvelope } from './draft-envelope.js'

/*
 * A receipt of each operation, as the buyer of lamps and of hours would send it. All amounts add up.
 */

type ReceiptDraft = Draft<RequestDocument<'ReceiptRequest'>>
type Item = Draft<ReceiptItem>

const of = (amount: string) => ({ money: { currency: 'USD', amount } })

function receipt(receiptRequest: Draft<ReceiptRequest>): ReceiptDraft {
  const { receiptID, operation } = receiptRequest.receiptRequestHeader
  return {
    kind: 'ReceiptRequest',
    ...draftEnvelope('buyer', `${receiptID}.${operation}`),
    request: { deploymentMode: 'production', receiptRequest },
  }
}

const receiptDate = '2026-01-14T16:00:00-05:00'

const order = {
  orderReference: {
    orderID: 'PO-4711',
    orderDate: '2026-01-05T09:00:00-05:00',
    documentReference: { payloadID: '1767603600.1.4711@buyer.example' },
  },
}

const lamps: Item = {
  receiptLineNumber: '1',
  quantity: '10',
  type: 'received',
  receiptItemReference: {
    lineNumber: '1',
    itemID: { supplierPartID: 'L-9' },
    description: { xmlLang: 'en', value: 'Desk lamp' },
    manufacturerPartID: 'LX-1',
    manufacturerName: 'Lumen',
    shipNoticeReference: {
      shipNoticeID: 'ASN-1',
      shipNoticeDate: '2026-01-12T10:00:00+00:00',
      documentReference: { payloadID: '1768471200.7.ASN-1.new@supplier.example' },
    },
  },
  unitRate: { ...of('12.50'), unitOfMeasure: 'EA' },
  receivedAmount: of('125.00'),
  assetInfos: [{ serialNumber: 'SN-1', tagNumber: 'T-1' }],
  comments: { xmlLang: 'en', value: 'One box is dented', attachments: [] },
}

const screws: Item = {
  receiptLineNumber: '2',
  quantity: '500',
  receiptItemReference: { lineNumber: '2', shipNoticeIDInfo: { shipNoticeID: 'ASN-2' } },
  unitRate: {
    ...of('4.00'),
    unitOfMeasure: 'EA',
    priceBasisQuantity: { quantity: '100', conversionFactor: '1', unitOfMeasure: 'EA' },
    termReference: { termName: 'rateID', term: 'R-1' },
  },
  receivedAmount: of('20.00'),
  extrinsics: [{ name: 'shelf', value: '7' }],
}

/** Of an order, and of an agreement that nothing is released from. */
export const received = receipt({
  receiptRequestHeader: {
    receiptID: 'GR-1',
    receiptDate,
    operation: 'new',
    comments: { xmlLang: 'en', value: 'At dock 4', attachments: [] },
    extrinsics: [{ name: 'plant', value: '3000' }],
  },
  receiptOrders: [
    { closeForReceiving: 'yes', receiptOrderInfo: order, receiptItems: [lamps, screws] },
    {
      receiptOrderInfo: { masterAgreementIDInfo: { agreementID: 'MA-1' }, orderIDInfo: { orderID: 'PO-5' } },
      receiptItems: [
        {
          receiptLineNumber: '3',
          quantity: '2.5',
          receiptItemReference: { lineNumber: '1' },
          unitRate: { ...of('80'), unitOfMeasure: 'HUR' },
          receivedAmount: of('200.00'),
        },
      ],
    },
  ],
  total: of('345.00'),
})

/** Eight lamps came, not ten; one of them went back. */
export const corrected = receipt({
  receiptRequestHeader: { receiptID: 'GR-2', receiptDate, operation: 'new' },
  receiptOrders: [
    {
      receiptOrderInfo: { orderIDInfo: { orderID: 'PO-4711', orderDate: '2026-01-05T09:00:00-05:00' } },
      receiptItems: [
        { ...lamps, quantity: '-2', receivedAmount: of('-25.00') },
        { ...lamps, receiptLineNumber: '2', type: 'returned', quantity: '1', receivedAmount: of('12.50') },
      ],
    },
  ],
  total: of('-37.50'),
})

/** Taken back, with all that only newer cXML has. */
export const deleted = receipt({
  receiptRequestHeader: {
    receiptID: 'GR-1',
    receiptDate,
    operation: 'delete',
    activityStepType: 'stockTransfer',
    documentReference: { payloadID: received.payloadID ?? '' },
    shipNoticeIDInfo: {
      shipNoticeID: 'ASN-1',
      idReferences: [{ domain: 'deliveryNoteID', identifier: 'DN-9' }],
    },
  },
  receiptOrders: [
    {
      receiptOrderInfo: order,
      receiptItems: [
        {
          ...lamps,
          completedIndicator: 'yes',
          receiptItemReference: {
            lineNumber: '1',
            shipNoticeIDInfo: { shipNoticeID: 'ASN-1' },
            shipNoticeLineItemReference: { shipNoticeLineNumber: '2' },
            referenceDocumentInfos: [{ documentInfo: { documentID: 'WO-1', documentType: 'workOrder' } }],
          },
          deliveryAddress: { address: { addressID: 'D4', name: { xmlLang: 'en', value: 'Dock 4' } } },
          batch: { buyerBatchID: 'BB-1', supplierBatchID: 'B-1' },
          classifications: [{ domain: 'MovementType', value: '102' }],
        },
      ],
    },
  ],
  total: of('125.00'),
})
