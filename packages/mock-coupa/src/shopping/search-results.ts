import type { Item } from '../company/company.js'

/** What one search found. Suppliers answer at the same time; one that is slow or broken is a problem, not a failure. */
export interface SearchResults {
  /** Number of the search: the trace of it is `search-<number>`. */
  readonly search: number
  readonly text: string
  readonly own: readonly OwnResult[]
  readonly openBuy: readonly OpenBuyResult[]
  readonly problems: readonly SearchProblem[]
  /** Sites whose tags are among the words that were typed. */
  readonly taggedSites: readonly { readonly id: number; readonly name: string }[]
}

/** One of the company's own items. */
export interface OwnResult extends Readonly<Item> {
  readonly source: 'own'
  readonly supplierName: string
  readonly currency: string
}

/** One result of a supplier's Open Buy service. Prices are exact decimal strings. */
export interface OpenBuyResult {
  readonly source: 'open-buy'
  readonly search: number
  readonly site: { readonly id: number; readonly name: string }
  readonly supplierName: string
  readonly sourcePartNum: string
  readonly name: string
  readonly description: string
  readonly unitPrice: string
  readonly currency: string
  readonly uom: string
  readonly unspscCode?: string
  readonly manufacturerName?: string
  readonly manufacturerPartNumber?: string
  /** Only `https:` and `http:` URLs come through. */
  readonly imageUrl?: string
  readonly realtimeItemKey?: string
  /** Must be configured at the supplier. */
  readonly hasMoreOptions: boolean
}

/** Coupa's `realtime-extension` error codes that a search can meet. */
export interface SearchProblem {
  readonly site: { readonly id: number; readonly name: string }
  readonly errorCode: 'un_authorized' | 'service_error' | 'timed_out' | 'agent_failure'
  readonly message: string
}
