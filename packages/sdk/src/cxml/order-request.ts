import type { BillTo, Contact, ShipTo } from './contact.js'
import type { ControlKeys, Period, TermsOfDelivery } from './item.js'
import type { ItemOut } from './item-out.js'
import type { Total } from './money.js'
import type { Payment, PaymentTerm } from './payment.js'
import type { Shipping } from './shipping.js'
import type { Tax } from './tax.js'
import type { Comments, DocumentReference, Extrinsic, IdReference, SupplierOrderInfo } from './text.js'

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
  readonly followup?: { readonly url: string }
  readonly controlKeys?: ControlKeys
  /** Of the most recent `OrderRequest` for this order, in an update or delete. */
  readonly documentReference?: DocumentReference
  readonly supplierOrderInfo?: SupplierOrderInfo
  readonly termsOfDelivery?: TermsOfDelivery
  readonly deliveryPeriod?: { readonly period: Period }
  readonly idReferences: readonly IdReference[]
  readonly extrinsics: readonly Extrinsic[]
}

/** `OrderRequest`: a purchase order. */
export interface OrderRequest {
  readonly orderRequestHeader: OrderRequestHeader
  /** At least one. */
  readonly itemOuts: readonly ItemOut[]
}
