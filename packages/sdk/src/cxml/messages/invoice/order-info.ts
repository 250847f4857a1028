import {
  type MasterAgreementIDInfo,
  type MasterAgreementReference,
  masterAgreementIDInfo,
  masterAgreementReference,
  type OrderIDInfo,
  type OrderReference,
  orderIDInfo,
  orderReference,
  type ReceiptIDInfo,
  type ReceiptReference,
  receiptIDInfo,
  receiptReference,
  type ShipNoticeIDInfo,
  type ShipNoticeReference,
  shipNoticeIDInfo,
  shipNoticeReference,
} from '../../elements/order-reference.js'
import { type SupplierOrderInfo, supplierOrderInfo } from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { optional } from '../../grammar/fields.js'

/**
 * `InvoiceDetailOrderInfo`: the order or agreement that is invoiced. Best is an `OrderReference`; then an agreement's
 * reference or number, the order's number, the supplier's own number. The agreement may stand beside the order, as
 * one of its two forms; `OrderIDInfo` not beside `OrderReference`.
 */
export interface InvoiceDetailOrderInfo {
  readonly orderReference?: OrderReference
  readonly masterAgreementReference?: MasterAgreementReference
  readonly masterAgreementIDInfo?: MasterAgreementIDInfo
  readonly orderIDInfo?: OrderIDInfo
  readonly supplierOrderInfo?: SupplierOrderInfo
}

/** `InvoiceDetailReceiptInfo` (since cXML 1.2.028): the receipt that is invoiced, as one of the two, the first if possible. */
export interface InvoiceDetailReceiptInfo {
  readonly receiptReference?: ReceiptReference
  readonly receiptIDInfo?: ReceiptIDInfo
}

/** `InvoiceDetailShipNoticeInfo` (since cXML 1.2.028): the shipment that is invoiced, as one of the two, the first if possible. */
export interface InvoiceDetailShipNoticeInfo {
  readonly shipNoticeReference?: ShipNoticeReference
  readonly shipNoticeIDInfo?: ShipNoticeIDInfo
}

export const invoiceDetailOrderInfo = element<InvoiceDetailOrderInfo>('InvoiceDetailOrderInfo', {
  orderReference: optional(orderReference),
  masterAgreementReference: optional(masterAgreementReference),
  masterAgreementIDInfo: optional(masterAgreementIDInfo),
  orderIDInfo: optional(orderIDInfo),
  supplierOrderInfo: optional(supplierOrderInfo),
})

export const invoiceDetailReceiptInfo = element<InvoiceDetailReceiptInfo>('InvoiceDetailReceiptInfo', {
  receiptReference: optional(receiptReference),
  receiptIDInfo: optional(receiptIDInfo),
})

export const invoiceDetailShipNoticeInfo = element<InvoiceDetailShipNoticeInfo>(
  'InvoiceDetailShipNoticeInfo',
  { shipNoticeReference: optional(shipNoticeReference), shipNoticeIDInfo: optional(shipNoticeIDInfo) },
)
