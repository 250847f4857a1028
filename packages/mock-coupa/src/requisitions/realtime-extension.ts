import type { OpenBuyErrorCode } from '../shopping/open-buy-error.js'

/**
 * Coupa's `realtime-extension` of a line that was added from Open Buy. Its fields are documented by name only;
 * Unverified: the words of `asyncStatus`.
 */
export interface RealtimeExtension {
  readonly id: number
  readonly realtimeItemKey?: string
  /** `pending`: the supplier is being asked. `complete`: it takes the line as it is. `failed`: it does not. */
  readonly asyncStatus: 'pending' | 'complete' | 'failed'
  /** There is something for the requester to read. */
  readonly showErrorWarning: boolean
  readonly translatedErrorMessage?: string
  readonly errorCode?: OpenBuyErrorCode
  /** What the supplier offers in place of the line. */
  readonly alternates: readonly Alternate[]
}

/** Another item that the supplier offers in place of a line (Coupa `alternates`). Amounts are exact decimals. */
export interface Alternate {
  readonly id: number
  readonly description: string
  readonly summary?: string
  readonly quantity: string
  readonly unitPrice: string
  readonly total: string
  readonly currency: string
  readonly uom: string
  readonly sourcePartNum: string
  readonly unspscCode?: string
  readonly manufacturerName?: string
  readonly manufacturerPartNumber?: string
  readonly realtimeItemKey?: string
  readonly imageUrl?: string
}
