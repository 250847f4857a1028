import { type BillTo, billTo, type Contact, contact } from '../elements/contact.js'
import { type ControlKeys, controlKeys } from '../elements/control-keys.js'
import { type ItemOut, itemOut } from '../elements/item-out.js'
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

/** `Followup`. */
export interface Followup {
  readonly url?: string
}

/** `DeliveryPeriod`. */
export interface DeliveryPeriod {
  readonly period?: Period
}

/** `OrderRequestHeader`. Dates are kept as sent. */
export interface OrderRequestHeader {
  /** The buyer's number, compared exactly. */
  readonly orderID: string
  readonly orderDate?: string
  /** `new` where the document says nothing. */
  readonly type: 'new' | 'update' | 'delete'
  /** `regular` where the document says nothing. */
  readonly orderType: 'regular' | 'release' | 'blanket' | 'stockTransport' | 'stockTransportRelease'
  readonly orderVersion?: string
  readonly isInternalVersion?: string
  readonly requisitionID?: string
  readonly shipComplete?: string
  readonly agreementID?: string
  readonly agreementPayloadID?: string
  readonly parentAgreementID?: string
  readonly parentAgreementPayloadID?: string
  readonly effectiveDate?: string
  readonly expirationDate?: string
  readonly releaseRequired?: string
  readonly pickUpDate?: string
  readonly requestedDeliveryDate?: string
  readonly total: Total
  readonly shipTo?: ShipTo
  /** The DTD requires it; some senders leave it out. */
  readonly billTo?: BillTo
  readonly shipping?: Shipping
  readonly tax?: Tax
  readonly payment?: Payment
  readonly paymentTerms: readonly PaymentTerm[]
  readonly contacts: readonly Contact[]
  readonly comments: readonly Comments[]
  readonly followup?: Followup
  readonly controlKeys?: ControlKeys
  /** Of the most recent `OrderRequest` for this order, in an update or delete. */
  readonly documentReference?: DocumentReference
  readonly supplierOrderInfo?: SupplierOrderInfo
  readonly termsOfDelivery?: TermsOfDelivery
  readonly deliveryPeriod?: DeliveryPeriod
  readonly idReferences: readonly IdReference[]
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
  total: needed(total),
  shipTo: optional(shipTo),
  billTo: optional(billTo),
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
  extrinsics: many(extrinsic),
})

export const orderRequest = element<OrderRequest>('OrderRequest', {
  orderRequestHeader: needed(orderRequestHeader),
  itemOuts: some(itemOut),
})
