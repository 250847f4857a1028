import type { CatalogItem, CatalogProblem, LoadMode } from '@punchloop/sdk/catalog'

/** A supplier's catalogue that searches look through. */
export interface IndexCatalog {
  readonly id: number
  /** Id of the supplier. */
  readonly supplier: number
  readonly name: string
  readonly itemCount: number
  readonly updatedAt: Date
  /** The latest first. */
  readonly loads: readonly IndexLoad[]
}

/** One file that came, and what became of it. */
export interface IndexLoad {
  readonly id: number
  readonly supplier: number
  readonly name: string
  readonly via: LoadedVia
  /** Login of who uploaded it, or the supplier's name. */
  readonly by: string
  /** `partly`: rows with errors were left out. `refused`: nothing was loaded. */
  readonly status: LoadStatus
  readonly loadMode?: LoadMode
  readonly rowCount: number
  readonly loadedCount: number
  readonly problems: readonly CatalogProblem[]
  /** Why it was refused. */
  readonly message?: string
  readonly at: Date
}

export const loadedVias = ['upload', 'cxml'] as const
export type LoadedVia = (typeof loadedVias)[number]

export const loadStatuses = ['loaded', 'partly', 'refused'] as const
export type LoadStatus = (typeof loadStatuses)[number]

/** A row as it is found again. */
export interface IndexItem extends CatalogItem {
  readonly id: number
  /** Id of the supplier. */
  readonly supplier: number
}
