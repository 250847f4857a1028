import type { ShipTo } from './contact.js'
import type { ItemIn } from './item-in.js'
import type { Total } from './money.js'
import type { Shipping } from './shipping.js'
import type { Tax } from './tax.js'
import type { SupplierOrderInfo } from './text.js'

/** `SourcingStatus`. */
export interface SourcingStatus {
  readonly action?: string
  readonly xmlLang?: string
  readonly value: string
}

/** `PunchOutOrderMessageHeader`. */
export interface PunchOutOrderMessageHeader {
  /** The highest later operation that the cart supports. */
  readonly operationAllowed: 'create' | 'inspect' | 'edit'
  /** Absent means `final`. */
  readonly quoteStatus?: 'pending' | 'final'
  readonly sourcingStatus?: SourcingStatus
  readonly total: Total
  readonly shipTo?: ShipTo
  readonly shipping?: Shipping
  readonly tax?: Tax
  readonly supplierOrderInfo?: SupplierOrderInfo
}

/** `PunchOutOrderMessage`: the cart, through the user's browser. With `Status` 204 in the `Message`: cancelled. */
export interface PunchOutOrderMessage {
  /** As it came in the setup request. */
  readonly buyerCookie: string
  /** The inner XML of `BuyerCookie`, where it holds markup. Goes before `buyerCookie` when written. */
  readonly buyerCookieContent?: string
  readonly punchOutOrderMessageHeader: PunchOutOrderMessageHeader
  readonly itemIns: readonly ItemIn[]
}
