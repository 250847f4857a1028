import type { PunchoutLevel } from '@punchloop/sdk/catalog'
import type { Item } from '../company/item.js'
import type { OpenBuyProblem } from './open-buy-error.js'
import type { OpenBuyItem } from './read-open-buy-item.js'

/** What one search found. Suppliers answer at the same time; one that is slow or broken is a problem, not a failure. */
export interface SearchResults {
  /** Number of the search: the trace of it is `search-<number>`. */
  readonly search: number
  readonly text: string
  readonly own: readonly OwnResult[]
  readonly openBuy: readonly OpenBuyResult[]
  /** Rows of suppliers' index catalogues (level 2). */
  readonly index: readonly IndexResult[]
  readonly problems: readonly SearchProblem[]
  /** Sites whose tags are among the words that were typed. */
  readonly taggedSites: readonly SiteReference[]
}

export interface SiteReference {
  readonly id: number
  readonly name: string
}

/** One of the company's own items. */
export interface OwnResult extends Readonly<Item> {
  readonly source: 'own'
  readonly supplierName: string
  readonly currency: string
  readonly commodity?: string
}

/** One result of a supplier's Open Buy service. Prices are exact decimal strings. */
export interface OpenBuyResult extends OpenBuyItem {
  readonly source: 'open-buy'
  readonly search: number
  readonly site: SiteReference
  /** Id of the supplier. */
  readonly supplier: number
  readonly supplierName: string
  readonly commodity?: string
}

/** A row of a supplier's index catalogue: bought at the supplier, which is entered at what the row names. */
export interface IndexResult {
  readonly source: 'index'
  /** Id of the row. */
  readonly indexItem: number
  readonly site: SiteReference
  /** Id of the supplier. */
  readonly supplier: number
  readonly supplierName: string
  readonly supplierPartID: string
  readonly supplierPartAuxiliaryID?: string
  readonly name: string
  readonly description: string
  readonly level: PunchoutLevel
  /** An exact decimal string; absent: shown on the supplier's site. */
  readonly unitPrice?: string
  readonly currency: string
  readonly uom?: string
  readonly manufacturerName?: string
  readonly imageUrl?: string
  readonly commodity?: string
}

export interface SearchProblem extends OpenBuyProblem {
  readonly site: SiteReference
}

/** What narrows a page of results. */
export interface Refinement {
  /** Id of a supplier. */
  readonly supplier?: number
  readonly commodity?: string
  /** Key of a price range, such as `50-200`. */
  readonly price?: string
}

/** One choice of a facet, and how many results it would show with the other choices as they are. */
export interface FacetChoice {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly isChosen: boolean
}

export type SearchResult = OwnResult | OpenBuyResult | IndexResult

/** A page of results, merged and ranked, with what has been answered so far. */
export interface SearchPage {
  readonly search: number
  readonly text: string
  readonly page: number
  readonly pageCount: number
  /** On all pages, before narrowing. */
  readonly totalCount: number
  readonly results: readonly SearchResult[]
  readonly facets: {
    readonly supplier: readonly FacetChoice[]
    readonly commodity: readonly FacetChoice[]
    readonly price: readonly FacetChoice[]
  }
  readonly refinement: Refinement
  /** Suppliers that have not answered and still have time. */
  readonly pending: readonly SiteReference[]
  readonly problems: readonly SearchProblem[]
  readonly taggedSites: readonly SiteReference[]
}
