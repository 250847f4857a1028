import { type Contact, contact } from '../elements/contact.js'
import { type ItemID, itemID } from '../elements/item.js'
import { type ItemOut, itemOut } from '../elements/item-out.js'
import { type ShipTo, shipTo } from '../elements/ship-to.js'
import { type Extrinsic, extrinsic, url } from '../elements/text.js'
import { element } from '../grammar/element.js'
import { companion, many, needed, neededAttribute, neededContent, optional } from '../grammar/fields.js'

/**
 * `PunchOutSetupRequest/@operation`: `create` a cart, `edit` or only `inspect` what the buyer holds, `source` a quote.
 */
export type SetupOperation = 'create' | 'inspect' | 'edit' | 'source'

/** `BrowserFormPost`: where the browser carries the cart. */
export interface BrowserFormPost {
  readonly url: string
}

/** `SupplierSetup`: where the buyer believes the supplier to be. Deprecated; Coupa sends it. */
export interface SupplierSetup {
  readonly url?: string
}

/** `SelectedItem`: where to open the shop, down to one product. */
export interface SelectedItem {
  readonly itemID: ItemID
}

/** `PunchOutSetupRequest`: a buyer's user wants to shop. */
export interface PunchOutSetupRequest {
  readonly operation: SetupOperation
  /** Opaque; goes back unchanged. Exactly as it stands in the document (text only). */
  readonly buyerCookie: string
  /** The inner XML of `BuyerCookie`, where it holds markup (it is declared ANY). */
  readonly buyerCookieContent?: string
  readonly extrinsics: readonly Extrinsic[]
  readonly browserFormPost?: BrowserFormPost
  readonly contacts: readonly Contact[]
  readonly supplierSetup?: SupplierSetup
  readonly shipTo?: ShipTo
  /** What the user chose in the buyer's own search. The standard has at most one; some buyers send several. */
  readonly selectedItems: readonly SelectedItem[]
  /** What the buyer already holds; empty for `create`. */
  readonly itemOuts: readonly ItemOut[]
}

export const punchOutSetupRequest = element<PunchOutSetupRequest>('PunchOutSetupRequest', {
  operation: neededAttribute({
    values: ['create', 'inspect', 'edit', 'source'],
  }),
  buyerCookie: neededContent('BuyerCookie', 'buyerCookieContent'),
  buyerCookieContent: companion,
  extrinsics: many(extrinsic),
  browserFormPost: optional(element<BrowserFormPost>('BrowserFormPost', { url: needed(url) })),
  contacts: many(contact),
  supplierSetup: optional(element<SupplierSetup>('SupplierSetup', { url: optional(url) })),
  shipTo: optional(shipTo),
  selectedItems: many(element<SelectedItem>('SelectedItem', { itemID: needed(itemID) })),
  itemOuts: many(itemOut),
})
