import type { Contact, ShipTo } from './contact.js'
import type { ItemID } from './item.js'
import type { ItemOut } from './item-out.js'
import type { Extrinsic } from './text.js'

/** `PunchOutSetupRequest/@operation`. */
export type SetupOperation = 'create' | 'inspect' | 'edit' | 'source'

/** `PunchOutSetupRequest`: a buyer's user wants to shop. */
export interface PunchOutSetupRequest {
  readonly operation: SetupOperation
  /** Opaque; goes back unchanged. Exactly as it stands in the document (text only). */
  readonly buyerCookie: string
  /** The inner XML of `BuyerCookie`, where it holds markup (it is declared ANY). */
  readonly buyerCookieContent?: string
  readonly extrinsics: readonly Extrinsic[]
  readonly browserFormPost?: { readonly url: string }
  readonly contacts: readonly Contact[]
  readonly supplierSetup?: { readonly url: string }
  readonly shipTo?: ShipTo
  readonly selectedItem?: { readonly itemID: ItemID }
  /** What the buyer already holds; empty for `create`. */
  readonly itemOuts: readonly ItemOut[]
}
