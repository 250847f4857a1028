/**
 * How the buyer's search shows a row, and where it leads: the whole shop, a department, a shelf of it, or one product.
 * The words are those of `PunchoutDetail/@punchoutLevel` in cXML.dtd.
 *
 * Unverified: that the CIF column takes the same words. Readers of ours know `item` as `product` too.
 */
export const punchoutLevels = ['store', 'aisle', 'shelf', 'product'] as const

/** One of {@link punchoutLevels}. */
export type PunchoutLevel = (typeof punchoutLevels)[number]

/** `full` replaces what the buyer has of the catalogue; `incremental` changes, adds and deletes items of it. */
export type LoadMode = 'full' | 'incremental'

/** One row of an index catalogue. Amounts are exact decimal strings. */
export interface CatalogItem {
  /** Whose item it is; absent: the catalogue's `supplierID`. */
  readonly supplierID?: string
  /** What comes back as `SelectedItem/ItemID/SupplierPartID`; of an aisle or a shelf the supplier's name of the category. */
  readonly supplierPartID: string
  /** Comes back with the part: tells variants of one part apart. */
  readonly supplierPartAuxiliaryID?: string
  readonly manufacturerPartID?: string
  /** Needed except in a row that deletes. */
  readonly description?: string
  /** Code of the catalogue's `codeFormat` (`43211503`). */
  readonly spscCode?: string
  /** May be absent where the shopper punches out: the price is then shown by the supplier. */
  readonly unitPrice?: string
  /** UN/CEFACT (`EA`) where the catalogue says `unUOM`. May be absent where the shopper punches out. */
  readonly unitOfMeasure?: string
  /** Days. */
  readonly leadTime?: string
  readonly manufacturerName?: string
  readonly supplierURL?: string
  readonly manufacturerURL?: string
  readonly marketPrice?: string
  /** ISO 4217; absent: the catalogue's. */
  readonly currency?: string
  /** The item is bought at the supplier's site, not from the index. */
  readonly punchOutEnabled?: boolean
  readonly punchoutLevel?: PunchoutLevel
  /** `en_US`. */
  readonly language?: string
  /** Codes of further classifications, as the buyer wants them written. */
  readonly classificationCodes?: string
  /** Countries in which it is sold, as the buyer wants them written. */
  readonly territoryAvailable?: string
  readonly shortName?: string
  /** URL, or name of a file that was uploaded. */
  readonly image?: string
  readonly thumbnail?: string
  /** `2026-01-31`. */
  readonly effectiveDate?: string
  readonly expirationDate?: string
  /** Only in an incremental catalogue: the buyer takes the item out. */
  readonly delete?: boolean
  /** Columns that are none of the above, by their names as written. */
  readonly others?: Readonly<Record<string, string>>
}

/** A supplier's catalogue, or the change of one. */
export interface Catalog {
  /** Of every item that names no other. */
  readonly supplierID: string
  /** `NetworkID` (Ariba), `DUNS`, `buyersystemid`. */
  readonly supplierIDDomain: string
  /** ISO 4217, of every item that names no other. */
  readonly currency: string
  /** Classification of `spscCode`. Default `UNSPSC`. */
  readonly codeFormat?: string
  /** Units are UN/CEFACT codes. Default true. */
  readonly unUOM?: boolean
  readonly comments?: string
  readonly items: readonly CatalogItem[]
}

/** What an item is known by in a catalogue: two rows with one key are the same item. */
export function catalogKey(item: CatalogItem, supplierID = ''): string {
  return JSON.stringify([
    item.supplierID ?? supplierID,
    item.supplierPartID,
    item.supplierPartAuxiliaryID ?? '',
  ])
}
