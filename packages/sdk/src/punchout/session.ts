import type { Address } from '../cxml/elements/contact.js'
import type { SetupOperation } from '../cxml/messages/punchout-setup-request.js'
import type { OciReturn } from '../oci/oci-call.js'

/** The person who shops, as the buyer's system described them (Extrinsics, `Contact role="endUser"`). */
export interface Shopper {
  /** The login in the buyer's system (`UniqueName`, else `User`). */
  readonly login?: string
  readonly email?: string
  readonly firstName?: string
  readonly lastName?: string
}

/** `ItemID` of something the buyer chose or already holds. */
export interface ItemReference {
  readonly supplierPartID: string
  readonly supplierPartAuxiliaryID?: string
}

/** A line that the buyer already holds and wants changed (`edit`), looked at (`inspect`) or quoted (`source`). */
export interface HeldLine extends ItemReference {
  /** The buyer's number of the line, as sent. */
  readonly lineNumber?: string
  readonly quantity: string
}

/** `started`: the StartPage waits to be opened. `returned` and `cancelled` are final. */
export type PunchoutSessionStatus = 'started' | 'open' | 'returned' | 'cancelled'

/** One trip of one shopper through the marketplace, opened by a `PunchOutSetupRequest`. */
export interface PunchoutSession {
  readonly id: string
  readonly buyerId: string
  /** How the shopper came, and how the cart goes back. The shop need not care. */
  readonly protocol: 'cxml' | 'oci'
  readonly operation: SetupOperation
  /** Goes back unchanged in the `PunchOutOrderMessage`. Empty by OCI. */
  readonly buyerCookie: string
  readonly browserFormPost: string
  readonly shopper: Shopper
  /** Every `Extrinsic` of the setup request, in order; names may repeat. */
  readonly extrinsics: readonly { readonly name: string; readonly value: string }[]
  /** Where the buyer wants it, if the setup request says so already: for taxes and freight. */
  readonly shipTo?: Address
  /** The item that the shopper chose in the buyer's own search, if any. */
  readonly selectedItem?: ItemReference
  /** All that were chosen, in the buyer's order, where there is one; `selectedItem` is the first of them. */
  readonly selectedItems?: readonly ItemReference[]
  /**
   * The lines of an `edit`, `inspect` or `source`: the shop rebuilds the cart from their references (`restoreCart`). Empty on
   * `create`.
   */
  readonly heldLines: readonly HeldLine[]
  readonly deploymentMode: 'production' | 'test'
  readonly createdAt: Date
  readonly expiresAt: Date
  /** `returned` and `cancelled` sessions can still be looked at but return no second cart. */
  readonly status: PunchoutSessionStatus
}

/** Whether what comes back takes the place of the lines that the buyer holds. */
export function replacesLines({ operation }: Pick<PunchoutSession, 'operation'>): boolean {
  return operation === 'edit' || operation === 'source'
}

/** A session as it is stored: what the shop sees, and what ties it to one browser. */
export interface SessionRecord extends Omit<PunchoutSession, 'protocol'> {
  /** How it goes back, where it came by OCI. */
  readonly oci?: OciReturn
  /** The inner XML of `BuyerCookie`, where the buyer put markup into it (it is declared ANY). Goes back as it came. */
  readonly buyerCookieContent?: string
  /** SHA-256 (hexadecimal) of the session cookie; set when the StartPage was opened. */
  readonly cookieHash?: string
  readonly openedAt?: Date
  /** SHA-256 of the token that opens the shop where a frame kept no cookie; until it is used. */
  readonly entranceHash?: string
}

/** What becomes of a trip in a frame in which the browser keeps no cookie. */
export type WithoutCookies = 'new window' | 'fragment'
