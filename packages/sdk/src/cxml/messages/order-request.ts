import { type BillTo, billTo, type Contact, contact, type ShipTo, shipTo } from '../elements/contact.js'
import { type ControlKeys, controlKeys } from '../elements/control-keys.js'
import { type ItemOut, itemOut } from '../elements/item-out.js'
import { type Total, total } from '../elements/money.js'
import { type Payment, type PaymentTerm, payment, paymentTerm } from '../elements/payment.js'
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
  expected,
  expectedAttribute,
  many,
  needed,
  neededAttribute,
  optional,
  optionalAttribute,
  some,
  unmodelled,
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

const orderRequestHeader = element<OrderRequestHeader>(
  'OrderRequestHeader',
  {
    orderID: neededAttribute(),
    orderDate: expectedAttribute(),
    type: defaultedAttribute('new', { values: ['new', 'update', 'delete'] }),
    orderType: defaultedAttribute('regular', {
      values: ['regular', 'release', 'blanket', 'stockTransport', 'stockTransportRelease'],
      valuesSince: { blanket: '1.2.020', stockTransport: '1.2.048', stockTransportRelease: '1.2.048' },
      since: '1.2.014',
    }),
    orderVersion: optionalAttribute({ since: '1.2.014' }),
    isInternalVersion: optionalAttribute({ since: '1.2.014', expectedValues: ['yes'] }),
    requisitionID: optionalAttribute(),
    shipComplete: optionalAttribute({ expectedValues: ['yes'] }),
    agreementID: optionalAttribute({ since: '1.2.014' }),
    agreementPayloadID: optionalAttribute({ since: '1.2.014' }),
    parentAgreementID: optionalAttribute({ since: '1.2.020' }),
    parentAgreementPayloadID: optionalAttribute({ since: '1.2.020' }),
    effectiveDate: optionalAttribute({ since: '1.2.020' }),
    expirationDate: optionalAttribute({ since: '1.2.020' }),
    releaseRequired: optionalAttribute({ since: '1.2.020', expectedValues: ['yes'] }),
    pickUpDate: optionalAttribute({ since: '1.2.028' }),
    requestedDeliveryDate: optionalAttribute({ since: '1.2.028' }),
    total: needed(total),
    shipTo: optional(shipTo),
    billTo: expected(billTo),
    BusinessPartner: unmodelled,
    LegalEntity: unmodelled,
    OrganizationalUnit: unmodelled,
    shipping: optional(shipping),
    tax: optional(tax),
    payment: optional(payment),
    paymentTerms: many(paymentTerm, { since: '1.2.014' }),
    contacts: many(contact),
    comments: many(comments, { manySince: '1.2.048' }),
    followup: optional(element<Followup>('Followup', { url: expected(url) })),
    controlKeys: optional(controlKeys, { since: '1.2.036' }),
    documentReference: optional(documentReference),
    supplierOrderInfo: optional(supplierOrderInfo, { since: '1.2.014' }),
    termsOfDelivery: optional(termsOfDelivery, { since: '1.2.024' }),
    deliveryPeriod: optional(element<DeliveryPeriod>('DeliveryPeriod', { period: expected(period) }), {
      since: '1.2.028',
    }),
    idReferences: many(idReference, { since: '1.2.028' }),
    OrderRequestHeaderIndustry: unmodelled,
    extrinsics: many(extrinsic),
  },
  ['isSTOOutbound'],
)

export const orderRequest = element<OrderRequest>('OrderRequest', {
  orderRequestHeader: needed(orderRequestHeader),
  itemOuts: some(itemOut, 'needed'),
})
