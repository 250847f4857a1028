import { compareDecimals } from '@punchloop/sdk/cxml'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { issueOrHold } from './issue.js'
import { keepLineStatuses } from './line-progress.js'
import type { PurchaseOrder } from './purchase-order.js'
import { readPurchaseOrder } from './purchase-order-records.js'
import { type Actor, recordRevision } from './revisions.js'
import { assertMayDo, writeStatus } from './transitions.js'

/** The actions of Coupa's `/api/purchase_orders`. */
export const orderActions = [
  'issue',
  'issue_without_send',
  'ignore_window_and_issue',
  'release_from_buyer_hold',
  'cancel',
  'close',
  'reopen',
] as const

export type OrderAction = (typeof orderActions)[number]

/** One action on one order. `ERR_COUPA_CONFLICT` where its status does not allow it. */
export function actOnOrder(
  work: Work,
  id: number,
  act: { readonly action: OrderAction; readonly by: Actor; readonly comment?: string },
): void {
  const order = readPurchaseOrder(work.db, id)
  assertMayDo(act.action, order)
  const { by } = act
  const steps: Readonly<Record<OrderAction, () => void>> = {
    issue: () => issueOrHold(work, id, { by, ignoring: ['buyer'] }),
    release_from_buyer_hold: () => issueOrHold(work, id, { by, ignoring: ['buyer'] }),
    ignore_window_and_issue: () => issueOrHold(work, id, { by, ignoring: ['buyer', 'window'] }),
    issue_without_send: () => issueOrHold(work, id, { by, ignoring: ['buyer', 'window'], send: false }),
    cancel: () => cancel(work, order, act),
    close: () => settle(work, order, { ...act, status: 'closed', what: 'Closed' }),
    reopen: () => settle(work, order, { ...act, status: 'issued', what: 'Reopened' }),
  }
  steps[act.action]()
}

/** Unverified: that what has arrived or was invoiced keeps an order from being cancelled. */
function cancel(work: Work, order: PurchaseOrder, act: Commented): void {
  const touched = order.lines.find(
    line => compareDecimals(line.received, '0') > 0 || compareDecimals(line.invoiced, '0') > 0,
  )
  if (touched !== undefined) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Purchase order ${order.number} cannot be cancelled: ${touched.received} of line ${touched.lineNum} are received and ${touched.invoiced} invoiced; it can be closed`,
    )
  }
  settle(work, order, { ...act, status: 'cancelled', what: 'Cancelled' })
  if (order.status === 'issued') work.emit('purchase order cancelled', { purchaseOrder: order.id })
}

interface Commented {
  readonly by: Actor
  readonly comment?: string
}

function settle(
  work: Work,
  order: PurchaseOrder,
  end: Commented & { readonly status: 'cancelled' | 'closed' | 'issued'; readonly what: string },
): void {
  writeStatus(work, order.id, end.status)
  keepLineStatuses(work, order.id)
  recordRevision(work, order.id, {
    by: end.by,
    what: end.what,
    // The supplier is to see that an order it has is off; that the buyer has filed one concerns nobody else.
    isForSupplier: end.status === 'cancelled' && order.status === 'issued',
    ...(end.comment === undefined ? {} : { comment: end.comment }),
  })
}
