import { hashToken, urlToken } from '../control/ids.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { Database } from '../store/database.js'
import { numberOf } from '../store/row.js'
import { acknowledge } from './acknowledge.js'

/**
 * A secret for the button in one mail to a supplier, which needs no sign-in: 256 random bits of which only the digest
 * is kept. It acknowledges this order and does nothing else, once.
 */
export function issueAcknowledgementLink(work: Work, purchaseOrder: number): string {
  const token = urlToken(work.randomBytes)
  work.db.run(
    'INSERT INTO acknowledgement_links (token_hash, purchase_order, created_at) VALUES ($hash, $purchaseOrder, $now)',
    { hash: hashToken(token), purchaseOrder, now: work.now.toISOString() },
  )
  return token
}

/** The order that a link is for. `ERR_COUPA_NOT_FOUND` for a link that is unknown or was used. */
export function orderOfLink(db: Database, token: string): PurchaseOrder {
  const row = db.get(
    'SELECT purchase_order FROM acknowledgement_links WHERE token_hash = $hash AND used_at IS NULL',
    { hash: hashToken(token) },
  )
  if (row !== undefined) return readPurchaseOrder(db, numberOf(row, 'purchase_order'))
  throw new CoupaError(
    'ERR_COUPA_NOT_FOUND',
    'This link is not valid any more: it was used already, or it is not complete. Sign in to the supplier portal instead.',
  )
}

/** Acknowledges the order and uses the link up. */
export function acknowledgeByLink(work: Work, token: string): PurchaseOrder {
  const order = orderOfLink(work.db, token)
  acknowledge(work, order)
  work.db.run('UPDATE acknowledgement_links SET used_at = $now WHERE token_hash = $hash', {
    hash: hashToken(token),
    now: work.now.toISOString(),
  })
  return order
}
