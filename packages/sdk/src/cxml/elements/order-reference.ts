import { element } from '../grammar/element.js'
import { many, neededAttribute, optional, optionalAttribute } from '../grammar/fields.js'
import { type DocumentReference, documentReference, type IdReference, idReference } from './text.js'

/*
 * What an earlier document is called. `…Reference` names the document itself by its payloadID and may repeat its number;
 * `…IDInfo` has the number only, for those who never had the document as cXML.
 */

/** `OrderReference`: the order by its number and by the payloadID of its `OrderRequest`. */
export interface OrderReference {
  /** As in `OrderRequestHeader`. */
  readonly orderID?: string
  readonly orderDate?: string
  /** The DTD requires it. */
  readonly documentReference?: DocumentReference
}

/** `OrderIDInfo`: the order by the buyer's number alone. */
export interface OrderIDInfo {
  readonly orderID: string
  readonly orderDate?: string
  readonly idReferences: readonly IdReference[]
}

/** `MasterAgreementReference`: the agreement that an order is released from, by its `MasterAgreementRequest`. */
export interface MasterAgreementReference {
  readonly agreementID?: string
  readonly agreementDate?: string
  /** Only `scheduling_agreement`. */
  readonly agreementType?: string
  /** The DTD requires it. */
  readonly documentReference?: DocumentReference
}

/** `MasterAgreementIDInfo`: the agreement by the buyer's number alone. */
export interface MasterAgreementIDInfo {
  readonly agreementID: string
  readonly agreementDate?: string
  /** Only `scheduling_agreement`. */
  readonly agreementType?: string
  readonly idReferences: readonly IdReference[]
}

/** `ShipNoticeReference`: the notice by the payloadID of its `ShipNoticeRequest`. */
export interface ShipNoticeReference {
  /** `ShipNoticeHeader/@shipmentID`. */
  readonly shipNoticeID?: string
  readonly shipNoticeDate?: string
  /** The DTD requires it. */
  readonly documentReference?: DocumentReference
}

/** `ShipNoticeIDInfo`: the notice by its number alone. */
export interface ShipNoticeIDInfo {
  /** `ShipNoticeHeader/@shipmentID`. The DTD requires it. */
  readonly shipNoticeID?: string
  readonly shipNoticeDate?: string
  /** Other numbers of the delivery; `domain` is `deliveryNoteID`, `dispatchAdviceID` and the like. */
  readonly idReferences: readonly IdReference[]
}

/** `ShipNoticeLineItemReference`: a line of the notice that stands beside it. */
export interface ShipNoticeLineItemReference {
  /** The DTD requires it. */
  readonly shipNoticeLineNumber?: string
}

/** `ReceiptReference`: the buyer's receipt by the payloadID of its `ReceiptRequest`. */
export interface ReceiptReference {
  readonly receiptID?: string
  readonly receiptDate?: string
  /** The DTD requires it. */
  readonly documentReference?: DocumentReference
}

/** `ReceiptIDInfo`: the receipt by the buyer's number alone. */
export interface ReceiptIDInfo {
  /** The DTD requires it. */
  readonly receiptID?: string
  readonly receiptDate?: string
  readonly idReferences: readonly IdReference[]
}

/** `ProductMovementItemIDInfo`: a line of a movement from consignment stock into the buyer's own. The DTD requires all three. */
export interface ProductMovementItemIDInfo {
  readonly movementLineNumber?: string
  readonly movementID?: string
  readonly movementDate?: string
  readonly idReferences: readonly IdReference[]
}

/** `InvoiceIDInfo`: an invoice by the supplier's number. */
export interface InvoiceIDInfo {
  /** The DTD requires it. */
  readonly invoiceID?: string
  readonly invoiceDate?: string
}

export const orderReference = element<OrderReference>('OrderReference', {
  orderID: optionalAttribute(),
  orderDate: optionalAttribute(),
  documentReference: optional(documentReference),
})

export const orderIDInfo = element<OrderIDInfo>('OrderIDInfo', {
  orderID: neededAttribute(),
  orderDate: optionalAttribute(),
  idReferences: many(idReference),
})

export const masterAgreementReference = element<MasterAgreementReference>('MasterAgreementReference', {
  agreementID: optionalAttribute(),
  agreementDate: optionalAttribute(),
  agreementType: optionalAttribute(),
  documentReference: optional(documentReference),
})

export const masterAgreementIDInfo = element<MasterAgreementIDInfo>('MasterAgreementIDInfo', {
  agreementID: neededAttribute(),
  agreementDate: optionalAttribute(),
  agreementType: optionalAttribute(),
  idReferences: many(idReference),
})

export const shipNoticeReference = element<ShipNoticeReference>('ShipNoticeReference', {
  shipNoticeID: optionalAttribute(),
  shipNoticeDate: optionalAttribute(),
  documentReference: optional(documentReference),
})

export const shipNoticeIDInfo = element<ShipNoticeIDInfo>('ShipNoticeIDInfo', {
  shipNoticeID: optionalAttribute(),
  shipNoticeDate: optionalAttribute(),
  idReferences: many(idReference),
})

export const shipNoticeLineItemReference = element<ShipNoticeLineItemReference>(
  'ShipNoticeLineItemReference',
  { shipNoticeLineNumber: optionalAttribute() },
)

export const receiptReference = element<ReceiptReference>('ReceiptReference', {
  receiptID: optionalAttribute(),
  receiptDate: optionalAttribute(),
  documentReference: optional(documentReference),
})

export const receiptIDInfo = element<ReceiptIDInfo>('ReceiptIDInfo', {
  receiptID: optionalAttribute(),
  receiptDate: optionalAttribute(),
  idReferences: many(idReference),
})

export const productMovementItemIDInfo = element<ProductMovementItemIDInfo>('ProductMovementItemIDInfo', {
  movementLineNumber: optionalAttribute(),
  movementID: optionalAttribute(),
  movementDate: optionalAttribute(),
  idReferences: many(idReference),
})

export const invoiceIDInfo = element<InvoiceIDInfo>('InvoiceIDInfo', {
  invoiceID: optionalAttribute(),
  invoiceDate: optionalAttribute(),
})
