import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { PurchaseOrder, PurchaseOrderStatus } from './purchase-order.js'

/** What can be done with an order as a whole. All but the last two are actions of Coupa's API. */
export type PurchaseOrderAction =
  | 'issue'
  | 'issue_without_send'
  | 'ignore_window_and_issue'
  | 'release_from_buyer_hold'
  | 'cancel'
  | 'close'
  | 'reopen'
  | 'soft_close'
  | 'fail'

interface Transition {
  readonly from: readonly PurchaseOrderStatus[]
  /** `issuing`: issued, or held by what still holds it. */
  readonly to: PurchaseOrderStatus | 'issuing'
  /** What it is called in a refusal: `cannot be issued`. */
  readonly done: string
}

const held: readonly PurchaseOrderStatus[] = [
  'buyer_hold',
  'currency_hold',
  'supplier_hold',
  'supplier_window_hold',
]

/**
 * READ THIS FIRST. Every status an order can go to, and from where.
 * Unverified: Coupa documents the statuses and the actions, not which action is possible in which status.
 */
// biome-ignore format: the columns are the documentation
export const transitions: Readonly<Record<PurchaseOrderAction, Transition>> = {
  issue:                   { from: ['draft', 'error', 'currency_hold', 'supplier_hold', 'supplier_window_hold'], to: 'issuing', done: 'issued' },
  issue_without_send:      { from: ['draft', 'error', 'currency_hold', 'supplier_hold', 'supplier_window_hold'], to: 'issuing', done: 'issued' },
  ignore_window_and_issue: { from: ['supplier_window_hold'],                       to: 'issuing',     done: 'issued outside its window' },
  release_from_buyer_hold: { from: ['buyer_hold'],                                 to: 'issuing',     done: 'released from buyer hold' },
  cancel:                  { from: ['draft', ...held, 'error', 'issued'],          to: 'cancelled',   done: 'cancelled' },
  close:                   { from: ['issued', 'soft_closed'],                      to: 'closed',      done: 'closed' },
  reopen:                  { from: ['soft_closed', 'closed'],                      to: 'issued',      done: 'reopened' },
  soft_close:              { from: ['issued'],                                     to: 'soft_closed', done: 'soft closed' },
  fail:                    { from: ['draft', 'error', ...held],                    to: 'error',       done: 'put into error' },
}

export function mayDo(action: PurchaseOrderAction, { status }: Pick<PurchaseOrder, 'status'>): boolean {
  return transitions[action].from.includes(status)
}

/** `ERR_COUPA_CONFLICT` where the status does not allow the action. */
export function assertMayDo(action: PurchaseOrderAction, order: PurchaseOrder): void {
  if (mayDo(action, order)) return
  const { from, done } = transitions[action]
  throw new CoupaError(
    'ERR_COUPA_CONFLICT',
    `Purchase order ${order.number} cannot be ${done}: it is ${order.status}, and would have to be ${from.join(', ')}`,
  )
}

/** Writes the status down: the one statement that does. */
export function writeStatus(work: Work, id: number, status: PurchaseOrderStatus): void {
  work.db.run('UPDATE purchase_orders SET status = $status, issue_at = NULL WHERE number = $id', {
    id,
    status,
  })
}
