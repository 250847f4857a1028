/** What the marketplace hands back for approval. Money and quantities are exact decimal strings. */
export interface Cart {
  readonly currency: string
  readonly lines: readonly CartLine[]
}

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
  readonly manufacturerPartID?: string
  readonly manufacturerName?: string
  /** Product page, shown by the buyer beside the line. */
  readonly url?: string
  /** Further Extrinsics of the line's `ItemDetail`. */
  readonly extrinsics?: readonly { readonly name: string; readonly value: string }[]
}
