import { type Country, country } from '../../elements/contact.js'
import { type Classification, classification, type ItemID, itemID } from '../../elements/item.js'
import {
  type Description,
  type DocumentReference,
  description,
  documentReference,
  type IdReference,
  idReference,
} from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { many, optional, optionalAttribute } from '../../grammar/fields.js'
import { textElement } from '../../grammar/text.js'
import { type InvoiceDetailItemReferenceIndustry, invoiceDetailItemReferenceIndustry } from './retail.js'

/** `InvoiceDetailItemReference`: the order's line that is invoiced, and what was delivered. */
export interface InvoiceDetailItemReference {
  /** `ItemOut/@lineNumber`. The DTD requires it. */
  readonly lineNumber?: string
  /** Given up since cXML 1.2.009 for `serialNumbers`, beside which it cannot stand. */
  readonly serialNumber?: string
  readonly itemID?: ItemID
  readonly description?: Description
  /** (since cXML 1.2.028) */
  readonly classifications: readonly Classification[]
  /** Together with `manufacturerName`, or neither. */
  readonly manufacturerPartID?: string
  readonly manufacturerName?: string
  /** Where it was made. */
  readonly country?: Country
  /** One for each piece. */
  readonly serialNumbers: readonly string[]
  /** (since cXML 1.2.028) */
  readonly supplierBatchID?: string
  readonly invoiceDetailItemReferenceIndustry?: InvoiceDetailItemReferenceIndustry
}

/** `InvoiceDetailServiceItemReference`: the service that is invoiced. */
export interface InvoiceDetailServiceItemReference {
  /** In the agreement, where that has lines. */
  readonly lineNumber?: string
  readonly classifications: readonly Classification[]
  readonly itemID?: ItemID
  readonly description?: Description
}

/** `ReceiptLineItemReference` (since cXML 1.2.028): the line of the receipt that `InvoiceDetailReceiptInfo` names. */
export interface ReceiptLineItemReference {
  /** The DTD requires it. */
  readonly receiptLineNumber?: string
}

/** `ServiceEntryItemReference` (since cXML 1.2.028): a line of a `ServiceEntryRequest`, by its payloadID. */
export interface ServiceEntryItemReference {
  /** The DTD requires it. */
  readonly serviceLineNumber?: string
  readonly serviceEntryID?: string
  readonly serviceEntryDate?: string
  /** The DTD requires it. */
  readonly documentReference?: DocumentReference
}

/** `ServiceEntryItemIDInfo` (since cXML 1.2.028): a line of a service entry sheet by the buyer's number. */
export interface ServiceEntryItemIDInfo {
  /** The DTD requires it. */
  readonly serviceLineNumber?: string
  /** The DTD requires it. */
  readonly serviceEntryID?: string
  readonly serviceEntryDate?: string
  readonly idReferences: readonly IdReference[]
}

export const invoiceDetailItemReference = element<InvoiceDetailItemReference>('InvoiceDetailItemReference', {
  lineNumber: optionalAttribute(),
  serialNumber: optionalAttribute(),
  itemID: optional(itemID),
  description: optional(description),
  classifications: many(classification),
  manufacturerPartID: optional(textElement('ManufacturerPartID')),
  manufacturerName: optional(textElement('ManufacturerName')),
  country: optional(country),
  serialNumbers: many(textElement('SerialNumber')),
  supplierBatchID: optional(textElement('SupplierBatchID')),
  invoiceDetailItemReferenceIndustry: optional(invoiceDetailItemReferenceIndustry),
})

export const invoiceDetailServiceItemReference = element<InvoiceDetailServiceItemReference>(
  'InvoiceDetailServiceItemReference',
  {
    lineNumber: optionalAttribute(),
    classifications: many(classification),
    itemID: optional(itemID),
    description: optional(description),
  },
)

export const receiptLineItemReference = element<ReceiptLineItemReference>('ReceiptLineItemReference', {
  receiptLineNumber: optionalAttribute(),
})

export const serviceEntryItemReference = element<ServiceEntryItemReference>('ServiceEntryItemReference', {
  serviceLineNumber: optionalAttribute(),
  serviceEntryID: optionalAttribute(),
  serviceEntryDate: optionalAttribute(),
  documentReference: optional(documentReference),
})

export const serviceEntryItemIDInfo = element<ServiceEntryItemIDInfo>('ServiceEntryItemIDInfo', {
  serviceLineNumber: optionalAttribute(),
  serviceEntryID: optionalAttribute(),
  serviceEntryDate: optionalAttribute(),
  idReferences: many(idReference),
})
