import { type ItemIn, itemIn } from '../elements/item-in.js'
import { type Total, total } from '../elements/price.js'
import { type ShipTo, shipTo } from '../elements/ship-to.js'
import { type Shipping, shipping } from '../elements/shipping.js'
import { type Tax, tax } from '../elements/tax.js'
import { type SupplierOrderInfo, supplierOrderInfo } from '../elements/text.js'
import { element } from '../grammar/element.js'
import {
  companion,
  defaultedAttribute,
  many,
  needed,
  neededContent,
  optional,
  optionalAttribute,
  ownText,
} from '../grammar/fields.js'

/** `SourcingStatus`: how far a request for a quote is, for people. */
export interface SourcingStatus {
  /** `approve`, `cancel` or `deny`. */
  readonly action?: string
  /** `xml:lang`. The DTD requires it. */
  readonly xmlLang?: string
  readonly value: string
}

/** `PunchOutOrderMessageHeader`: what holds for the whole cart. */
export interface PunchOutOrderMessageHeader {
  /** The highest operation that the cart supports later: `create` nothing but an order, `inspect` to look at it too, `edit` all. */
  readonly operationAllowed: 'create' | 'inspect' | 'edit'
  /** Absent means `final`. */
  readonly quoteStatus?: 'pending' | 'final'
  readonly sourcingStatus?: SourcingStatus
  readonly total: Total
  readonly shipTo?: ShipTo
  readonly shipping?: Shipping
  readonly tax?: Tax
  /** The supplier has booked an order already; the buyer takes it back with an `OrderRequest` of type `delete`. */
  readonly supplierOrderInfo?: SupplierOrderInfo
}

/**
 * `PunchOutOrderMessage`: the cart, through the user's browser. Without lines a buyer who edits deletes what it held; with
 * `Status` 204 in the `Message` the user left, and nothing changes.
 */
export interface PunchOutOrderMessage {
  /** As it came in the setup request. */
  readonly buyerCookie: string
  /** The inner XML of `BuyerCookie`, where it holds markup. Goes before `buyerCookie` when written. */
  readonly buyerCookieContent?: string
  readonly punchOutOrderMessageHeader: PunchOutOrderMessageHeader
  readonly itemIns: readonly ItemIn[]
}

export const sourcingStatus = element<SourcingStatus>('SourcingStatus', {
  action: optionalAttribute(),
  xmlLang: optionalAttribute(),
  value: ownText(),
})

const punchOutOrderMessageHeader = element<PunchOutOrderMessageHeader>('PunchOutOrderMessageHeader', {
  operationAllowed: defaultedAttribute('create', {
    values: ['create', 'inspect', 'edit'],
  }),
  quoteStatus: optionalAttribute({ values: ['pending', 'final'] }),
  sourcingStatus: optional(sourcingStatus),
  total: needed(total),
  shipTo: optional(shipTo),
  shipping: optional(shipping),
  tax: optional(tax),
  supplierOrderInfo: optional(supplierOrderInfo),
})

export const punchOutOrderMessage = element<PunchOutOrderMessage>('PunchOutOrderMessage', {
  buyerCookie: neededContent('BuyerCookie', 'buyerCookieContent'),
  buyerCookieContent: companion,
  punchOutOrderMessageHeader: needed(punchOutOrderMessageHeader),
  itemIns: many(itemIn),
})
