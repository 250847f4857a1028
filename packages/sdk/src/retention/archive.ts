import type { Order } from '../orders/order.js'
import type { PurchaseRequest } from '../requests/purchase-request.js'
import type { Outdated, Store } from '../store/store.js'

/** Up to when, and what of it stays. */
export interface Archiving {
  /** What was over before then. */
  readonly before: Date
  /**
   * Given everything before it goes, to keep it elsewhere; `supplier.attachments(order)` still has an order's files. Called
   * at least once for each; throw to leave the rest as it is.
   */
  readonly keep?: (archived: {
    readonly requests: readonly PurchaseRequest[]
    readonly orders: readonly Order[]
  }) => Promise<void>
}

/** How much has gone. */
export interface Archived {
  readonly sessions: number
  /** Done long ago. */
  readonly jobs: number
  readonly requests: number
  /** Orders whose files and personal data have gone. */
  readonly orders: number
}

/** So many of each kind in one transaction: nobody else waits for long. */
const batch = 100

/**
 * Takes away what nobody needs any more. What tells a document that comes again from a new one stays for ever: messages
 * with their answers, and orders with their numbers, versions and lines.
 */
export async function archive(store: Store, { before, keep }: Archiving): Promise<Archived> {
  let archived: Archived = { sessions: 0, jobs: 0, requests: 0, orders: 0 }
  for (;;) {
    const outdated = await store.read(tx => tx.outdated({ before, limit: batch }))
    const { requests, orders } = outdated
    if (isNothing(outdated)) return archived
    if (requests.length + orders.length > 0) await keep?.({ requests, orders })
    await store.transaction(tx => tx.removeOutdated(outdated))
    archived = {
      sessions: archived.sessions + outdated.sessionIds.length,
      jobs: archived.jobs + outdated.jobKeys.length,
      requests: archived.requests + requests.length,
      orders: archived.orders + orders.length,
    }
  }
}

function isNothing({ sessionIds, jobKeys, requests, orders }: Outdated): boolean {
  return sessionIds.length + jobKeys.length + requests.length + orders.length === 0
}
