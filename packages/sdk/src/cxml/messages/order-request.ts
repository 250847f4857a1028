import { type BillTo, billTo, type Contact, contact } from '../elements/contact.js'
import { type ControlKeys, controlKeys } from '../elements/control-keys.js'
import { type ItemOut, itemOut } from '../elements/item-out.js'
import { type OrderRequestHeaderIndustry, orderRequestHeaderIndustry } from '../elements/order-industry.js'
import {
  type BusinessPartner,
  businessPartner,
  type LegalEntity,
  legalEntity,
  type OrganizationalUnit,
  organizationalUnit,
} from '../elements/organization.js'
import { type Payment, type PaymentTerm, payment, paymentTerm } from '../elements/payment.js'
import { type Total, total } from '../elements/price.js'
import { type ShipTo, shipTo } from '../elements/ship-to.js'
import { type Shipping, shipping } from '../elements/shipping.js'
import { type Tax, tax } from '../elements/tax.js'
import { type Period, period, type TermsOfDelivery, termsOfDelivery } from '../elements/terms-of-delivery.js'
import {
  type Comments,
  comments,
  type DocumentReference,
  documentReference,
  type Extrinsic,
  extrinsic,
  type IdReference,
  idReference,
  type SupplierOrderInfo,
  supplierOrderInfo,
  url,
} from '../elements/text.js'
import { element } from '../grammar/element.js'
import {
  defaultedAttribute,
  many,
  needed,
  neededAttribute,
  optional,
  optionalAttribute,
  some,
} from '../grammar/fields.js'

/** `Followup`: where the buyer takes later documents on the order, `StatusUpdateRequest` above all. */
export interface Followup {
  /** The DTD requires it. */
  readonly url?: string
}

/** `DeliveryPeriod` (since cXML 1.2.028): from when to when to deliver. */
export interface DeliveryPeriod {
  /** The DTD requires it. */
  readonly period?: Period
}

/** `OrderRequestHeader`. Dates are kept as sent. */
export interface OrderRequestHeader {
  /** The buyer's number, compared exactly. */
  readonly orderID: string
  /** The DTD requires it. */
  readonly orderDate?: string
  /** `new` where the document says nothing. An `update` is the whole order again. */
  readonly type: 'new' | 'update' | 'delete'
  /**
   * `regular` where the document says nothing. `blanket`: an agreement, whose `release`s are orders from it (see
   * `agreementID`). `stockTransport`: goods move within the buyer's company.
   */
  readonly orderType: 'regular' | 'release' | 'blanket' | 'stockTransport' | 'stockTransportRelease'
  /** `1` and one more with each change. */
  readonly orderVersion?: string
  /** Only `yes`: what changed concerns the buyer alone. */
  readonly isInternalVersion?: string
  /** Here or in the lines, not in both. */
  readonly requisitionID?: string
  /** Only `yes`: hold the shipment until all is there. */
  readonly shipComplete?: string
  /** Of the agreement that a `release` is ordered from. */
  readonly agreementID?: string
  /** Of its `MasterAgreementRequest`. */
  readonly agreementPayloadID?: string
  /** Of the agreement above, where a `blanket` order is part of another (since cXML 1.2.020). */
  readonly parentAgreementID?: string
  readonly parentAgreementPayloadID?: string
  /** From when a `blanket` order holds, which must say it (since cXML 1.2.020). */
  readonly effectiveDate?: string
  /** Until when; without an end where absent. */
  readonly expirationDate?: string
  /** Only `yes`: a `blanket` order is called up by releases (since cXML 1.2.020). */
  readonly releaseRequired?: string
  /** When the goods can be fetched (since cXML 1.2.028). */
  readonly pickUpDate?: string
  /** (since cXML 1.2.028) */
  readonly requestedDeliveryDate?: string
  /** Only `yes`: in a stock transport order the goods go from the buyer's plant to the supplier's. */
  readonly isSTOOutbound?: string
  readonly total: Total
  readonly shipTo?: ShipTo
  /** The DTD requires it; some senders leave it out. */
  readonly billTo?: BillTo
  /** (since cXML 1.2.048) */
  readonly businessPartners: readonly BusinessPartner[]
  /** (since cXML 1.2.048) */
  readonly legalEntity?: LegalEntity
  /** (since cXML 1.2.048) */
  readonly organizationalUnits: readonly OrganizationalUnit[]
  readonly shipping?: Shipping
  readonly tax?: Tax
  readonly payment?: Payment
  readonly paymentTerms: readonly PaymentTerm[]
  readonly contacts: readonly Contact[]
  /** One at most before cXML 1.2.048. */
  readonly comments: readonly Comments[]
  readonly followup?: Followup
  readonly controlKeys?: ControlKeys
  /** Of the most recent `OrderRequest` for this order, in an update or delete. */
  readonly documentReference?: DocumentReference
  /** The order that the supplier booked itself, as its cart said. */
  readonly supplierOrderInfo?: SupplierOrderInfo
  readonly termsOfDelivery?: TermsOfDelivery
  readonly deliveryPeriod?: DeliveryPeriod
  readonly idReferences: readonly IdReference[]
  readonly orderRequestHeaderIndustry?: OrderRequestHeaderIndustry
  readonly extrinsics: readonly Extrinsic[]
}

/** `OrderRequest`: a purchase order. */
export interface OrderRequest {
  readonly orderRequestHeader: OrderRequestHeader
  /** At least one. */
  readonly itemOuts: readonly ItemOut[]
}

const orderRequestHeader = element<OrderRequestHeader>('OrderRequestHeader', {
  orderID: neededAttribute(),
  orderDate: optionalAttribute(),
  type: defaultedAttribute('new', { values: ['new', 'update', 'delete'] }),
  orderType: defaultedAttribute('regular', {
    values: ['regular', 'release', 'blanket', 'stockTransport', 'stockTransportRelease'],
  }),
  orderVersion: optionalAttribute(),
  isInternalVersion: optionalAttribute(),
  requisitionID: optionalAttribute(),
  shipComplete: optionalAttribute(),
  agreementID: optionalAttribute(),
  agreementPayloadID: optionalAttribute(),
  parentAgreementID: optionalAttribute(),
  parentAgreementPayloadID: optionalAttribute(),
  effectiveDate: optionalAttribute(),
  expirationDate: optionalAttribute(),
  releaseRequired: optionalAttribute(),
  pickUpDate: optionalAttribute(),
  requestedDeliveryDate: optionalAttribute(),
  isSTOOutbound: optionalAttribute(),
  total: needed(total),
  shipTo: optional(shipTo),
  billTo: optional(billTo),
  businessPartners: many(businessPartner),
  legalEntity: optional(legalEntity),
  organizationalUnits: many(organizationalUnit),
  shipping: optional(shipping),
  tax: optional(tax),
  payment: optional(payment),
  paymentTerms: many(paymentTerm),
  contacts: many(contact),
  comments: many(comments),
  followup: optional(element<Followup>('Followup', { url: optional(url) })),
  controlKeys: optional(controlKeys),
  documentReference: optional(documentReference),
  supplierOrderInfo: optional(supplierOrderInfo),
  termsOfDelivery: optional(termsOfDelivery),
  deliveryPeriod: optional(element<DeliveryPeriod>('DeliveryPeriod', { period: optional(period) })),
  idReferences: many(idReference),
  orderRequestHeaderIndustry: optional(orderRequestHeaderIndustry),
  extrinsics: many(extrinsic),
})

export const orderRequest = element<OrderRequest>('OrderRequest', {
  orderRequestHeader: needed(orderRequestHeader),
  itemOuts: some(itemOut),
})
