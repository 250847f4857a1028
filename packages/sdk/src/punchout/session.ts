import type { SetupOperation } from '../cxml/punchout-setup-request.js'

/** The person who shops, as the buyer's system described them (Extrinsics, `Contact role="endUser"`). */
export interface Shopper {
  /** The login in the buyer's system (`UniqueName`, else `User`). */
  readonly login?: string
  readonly email?: string
  readonly firstName?: string
  readonly lastName?: string
}

/** One trip of one shopper through the marketplace, opened by a `PunchOutSetupRequest`. */
export interface PunchoutSession {
  readonly id: string
  readonly buyerId: string
  readonly operation: SetupOperation
  /** Goes back unchanged in the `PunchOutOrderMessage`. */
  readonly buyerCookie: string
  readonly browserFormPost: string
  readonly shopper: Shopper
  /** Every `Extrinsic` of the setup request, in order; names may repeat. */
  readonly extrinsics: readonly { readonly name: string; readonly value: string }[]
  /** The item that the shopper chose in the buyer's own search, if any. */
  readonly selectedItem?: { readonly supplierPartID: string; readonly supplierPartAuxiliaryID?: string }
  readonly deploymentMode: 'production' | 'test'
  readonly createdAt: Date
  readonly expiresAt: Date
  /** `returned` and `cancelled` sessions can still be looked at but return no second cart. */
  readonly status: 'started' | 'open' | 'returned' | 'cancelled'
}
