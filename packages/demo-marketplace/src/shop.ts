import type { RouterContext } from '@koa/router'
import type { Buyer, PartyCredential, Supplier } from '@punchloop/sdk'
import type { AccountStore } from './accounts/account-store.js'
import type { BrowserCookie } from './accounts/browser-cookie.js'
import type { Visitor } from './accounts/visitor.js'
import type { Catalog } from './catalog/catalog.js'
import type { Mailbox } from './mail/mailbox.js'
import type { SubscriptionStore } from './subscriptions/subscription-store.js'

/** Everything that pages work with. */
export interface Shop {
  /** Origin under which browsers reach the shop. */
  readonly origin: string
  readonly catalog: Catalog
  readonly accounts: AccountStore
  readonly subscriptions: SubscriptionStore
  readonly mailbox: Mailbox
  readonly supplier: Supplier
  readonly buyers: readonly Buyer[]
  /** The first of ours: what buyers know us by. */
  readonly credential: PartyCredential
  readonly cookie: BrowserCookie
  readonly clock: () => Date
  readonly randomBytes: (length: number) => Uint8Array
}

export interface ShopState {
  visitor: Visitor
}

export type ShopContext = RouterContext<ShopState>

export function buyerName(shop: Pick<Shop, 'buyers'>, buyerId: string): string {
  return shop.buyers.find(({ id }) => id === buyerId)?.name ?? buyerId
}
