import { type CarrierIdentifier, type Contact, carrierIdentifier, contact } from '../../elements/contact.js'
import { type Distribution, distribution } from '../../elements/distribution.js'
import { type Money, money } from '../../elements/money.js'
import {
  type Description,
  type DocumentReference,
  description,
  documentReference,
} from '../../elements/text.js'
import { type ShipmentIdentifier, shipmentIdentifier } from '../../elements/transport.js'
import { element } from '../../grammar/element.js'
import { many, needed, optional, optionalAttribute } from '../../grammar/fields.js'

/** `InvoiceDetailShipping`: the journey of what is invoiced. */
export interface InvoiceDetailShipping {
  /** When it left the supplier. */
  readonly shippingDate?: string
  /** By `role`: `shipFrom` and `shipTo`, both of which must be there, and `carrierCorporate`. */
  readonly contacts: readonly Contact[]
  /** All of one carrier, in different domains. Together with `shipmentIdentifiers`, or neither. */
  readonly carrierIdentifiers: readonly CarrierIdentifier[]
  /** What the carrier calls the shipment: tracking number, bill of lading. */
  readonly shipmentIdentifiers: readonly ShipmentIdentifier[]
  /** Of the `ShipNoticeRequest`. */
  readonly documentReference?: DocumentReference
}

/** `InvoiceDetailLineShipping`: what shipping a line costs. Passed over unless `isShippingInLine` is set. */
export interface InvoiceDetailLineShipping {
  /** The DTD requires it. */
  readonly invoiceDetailShipping?: InvoiceDetailShipping
  readonly money: Money
  /** (since cXML 1.2.037) */
  readonly distributions: readonly Distribution[]
}

/** `InvoiceDetailLineSpecialHandling`: what special handling of a line costs. Passed over unless `isSpecialHandlingInLine` is set. */
export interface InvoiceDetailLineSpecialHandling {
  readonly description?: Description
  readonly money: Money
  /** (since cXML 1.2.037) */
  readonly distributions: readonly Distribution[]
}

export const invoiceDetailShipping = element<InvoiceDetailShipping>('InvoiceDetailShipping', {
  shippingDate: optionalAttribute(),
  contacts: many(contact),
  carrierIdentifiers: many(carrierIdentifier),
  shipmentIdentifiers: many(shipmentIdentifier),
  documentReference: optional(documentReference),
})

export const invoiceDetailLineShipping = element<InvoiceDetailLineShipping>('InvoiceDetailLineShipping', {
  invoiceDetailShipping: optional(invoiceDetailShipping),
  money: needed(money),
  distributions: many(distribution),
})

export const invoiceDetailLineSpecialHandling = element<InvoiceDetailLineSpecialHandling>(
  'InvoiceDetailLineSpecialHandling',
  { description: optional(description), money: needed(money), distributions: many(distribution) },
)
