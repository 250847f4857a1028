/** How large a catalogue may be. */
export interface CatalogLimits {
  readonly bytes: number
  readonly items: number
}

/** As public guides for suppliers give them. Unverified: that every buyer has the same. */
export const catalogLimits: CatalogLimits = { bytes: 10 * 1024 * 1024, items: 50_000 }

/** Longer values are no text of a catalogue. In UTF-16 units. */
export const longestValue = 32_000

/** A real export has 42 columns. */
export const mostColumns = 200
