import type { Buyer, PunchoutSession } from '@punchloop/sdk'
import type { AccountStore } from '../accounts/account-store.js'
import { shopperAccount } from '../accounts/recognise-visitor.js'
import type { Catalog } from '../catalog/catalog.js'
import { buyerName } from '../shop.js'

export interface OpenShopContext {
  readonly catalog: Catalog
  readonly accounts: AccountStore
  readonly buyers: readonly Buyer[]
  readonly clock: () => Date
}

/**
 * Where a fresh session begins: at the product that was chosen in the buyer's own search, or is being changed or looked
 * at; else at the catalogue. The shopper becomes an account, so that they find their subscriptions later.
 */
export function openShop(context: OpenShopContext, session: PunchoutSession): string {
  const account = shopperAccount({ session, buyerName: buyerName(context, session.buyerId) })
  if (account !== undefined) context.accounts.remember(account, context.clock())
  const wanted = session.selectedItem ?? session.heldLines[0]
  if (wanted === undefined) return '/'
  const product = context.catalog.part(wanted.supplierPartID)
  if (product !== undefined) return `/products/${product.id}`
  return `/?${new URLSearchParams({ missing: wanted.supplierPartID })}`
}
