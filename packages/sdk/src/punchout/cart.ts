/** What the buyer's parser is certain to take: more lines than this are no shopping cart, nor what was one. */
export const mostLines = 1000

/** What the marketplace hands back for approval. Money and quantities are exact decimal strings. */
export interface Cart {
  readonly currency: string
  readonly lines: readonly CartLine[]
  /** Until when an order may come of it. Default: the supplier's `requestLifetime` from now. */
  readonly validUntil?: Date
}

/** One product of a cart: what becomes an `ItemIn`. Numbers are exact decimal strings. */
export interface CartLine {
  /** The marketplace's part number (`SupplierPartID`). */
  readonly supplierPartID: string
  readonly description: string
  /** `ShortName` inside `Description`. */
  readonly shortName?: string
  readonly quantity: string
  readonly unitPrice: string
  /** UN/CEFACT code; `EA` and `MON` are usual for software. */
  readonly unitOfMeasure: string
  /** UNSPSC, eight digits. */
  readonly unspsc: string
  /** Codes besides UNSPSC, for buyers that group by another system: `{ domain: 'eCl@ss', code: '27-06-04-03' }`. */
  readonly classifications?: readonly { readonly domain: string; readonly code: string }[]
  readonly manufacturerPartID?: string
  readonly manufacturerName?: string
  /** Product page, shown by the buyer beside the line. */
  readonly url?: string
  /** The buyer may order more or less of it than was returned, as of what is paid by use. Default false: that is held. */
  readonly quantityMayChange?: boolean
  /**
   * Only in a session that edits: the reference of the one of `session.heldLines` that this line is, changed or not.
   * Default: the first held line of the same part that no other line is.
   */
  readonly supplierPartAuxiliaryID?: string
  /** Further Extrinsics of the line's `ItemDetail`. */
  readonly extrinsics?: readonly { readonly name: string; readonly value: string }[]
}
