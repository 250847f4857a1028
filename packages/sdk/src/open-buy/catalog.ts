/** One product as Open Buy shows it in the buyer's search. */
export interface OpenBuyItem {
  readonly supplierPartID: string
  readonly name: string
  readonly description: string
  readonly unitPrice: string
  readonly currency: string
  readonly unitOfMeasure: string
  readonly unspsc: string
  readonly manufacturerName?: string
  readonly manufacturerPartID?: string
  readonly imageUrl?: string
  /**
   * True when the item must be configured on the marketplace: Coupa (`has_more_options`) opens the shop at it. By OCI it is
   * found at the price here, and validated only as it was configured. Default false.
   */
  readonly needsConfiguration?: boolean
}

/** The marketplace's catalogue, asked by Open Buy. */
export interface OpenBuyCatalog {
  /** Best match first. `page` is 1 for the first page. */
  search(query: {
    readonly buyerId: string
    readonly text: string
    readonly page: number
    readonly pageSize: number
  }): Promise<{
    readonly totalCount: number
    readonly items: readonly OpenBuyItem[]
  }>
  /** One item by part number, or undefined. */
  item(query: { readonly buyerId: string; readonly supplierPartID: string }): Promise<OpenBuyItem | undefined>
}
