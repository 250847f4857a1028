import { allocate } from '../accounting/allocate.js'
import { exchangeRateOf } from '../accounting/exchange.js'
import type { Company } from '../company/company.js'
import { findAccount, findAddress } from '../company/find.js'
import { fullName } from '../company/people.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Requisition } from '../requisitions/requisition.js'
import { readRequisition } from '../requisitions/requisition-records.js'
import { putInBackground } from '../requisitions/schedule-issuance.js'
import { holdOf, type Ignorable } from './holds.js'
import type { PurchaseOrder } from './purchase-order.js'
import { insertPurchaseOrder, readPurchaseOrder } from './purchase-order-records.js'
import { type Actor, recordFirstRevision, recordRevision, systemItself } from './revisions.js'
import { type OrderedLine, splitIntoOrders } from './split.js'
import { assertMayDo, mayDo, writeStatus } from './transitions.js'

/** After the last approval, by itself: an order for each supplier, its lines numbered from 1, issued or held. */
export function issuePurchaseOrders(event: LifecycleEvents['requisition approved'], work: Work): void {
  const requisition = readRequisition(work.db, event.requisition)
  // A duty issues them when the time has come.
  if (requisition.issueAt !== undefined && requisition.issueAt > work.now) return
  if (putInBackground(work, requisition)) return
  for (const lines of splitIntoOrders(requisition.lines, work.company.orderSplit ?? [])) {
    const purchaseOrder = draw(work, requisition, lines)
    issueOrHold(work, purchaseOrder, { by: systemItself(work) })
  }
  work.emit('purchase orders issued', { requisition: requisition.number })
}

function draw(work: Work, requisition: Requisition, lines: readonly OrderedLine[]): number {
  const { company } = work
  // Whoever asked for it may have left since: the order is theirs all the same.
  const requester = company.people.find(person => person.login === requisition.requestedBy.login)
  const [first] = lines
  if (requester === undefined || first === undefined) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Requisition ${requisition.number} cannot be ordered: ${requisition.requestedBy.fullName} is not in the configuration any more`,
    )
  }
  const account = findAccount(company, requester.account)
  const id = insertPurchaseOrder(work, {
    requisition: requisition.number,
    requestedBy: { login: requester.login, fullName: fullName(requester), email: requester.email },
    supplier: first.supplier,
    shipTo: findAddress(company, requisition.shipTo ?? requester.address),
    ...(requisition.shipToAttention === undefined ? {} : { shipToAttention: requisition.shipToAttention }),
    billTo: { ...findAddress(company, company.billTo), name: company.name },
    account,
    ...(first.paymentTerm === undefined ? {} : { paymentTerm: first.paymentTerm }),
    ...(first.shippingTerm === undefined ? {} : { shippingTerm: first.shippingTerm }),
    currency: first.currency,
    ...rateOf(company, first.currency),
    hidePrice: requisition.hidePrice,
    ...(requisition.more === undefined ? {} : { more: requisition.more }),
    lines: lines.map(({ sourcePartNum = '', uom = '', allocations, ...line }, index) => ({
      ...line,
      sourcePartNum,
      uom,
      lineNum: index + 1,
      lineType: line.lineType === 'RequisitionAmountLine' ? 'OrderAmountLine' : 'OrderQuantityLine',
      requisitionLine: line.lineNum,
      allocations: (
        allocations ?? allocate(line.total, [{ account: line.account ?? account.name, pct: '100' }])
      ).map(share => ({ ...share, account: findAccount(company, share.account) })),
    })),
  })
  recordFirstRevision(work, id, systemItself(work), `Created from requisition ${requisition.number}`)
  return id
}

function rateOf(company: Readonly<Company>, currency: string): Pick<PurchaseOrder, 'exchangeRate'> {
  const exchangeRate = exchangeRateOf(company, currency)
  return exchangeRate === undefined ? {} : { exchangeRate }
}

/**
 * Issues an order, or puts it on the first hold that stands in the way. Somebody who issues it has looked at it, so
 * that only what Coupa issues by itself is held for a buyer.
 */
export function issueOrHold(
  work: Work,
  id: number,
  how: { readonly by: Actor; readonly ignoring?: readonly Ignorable[]; readonly send?: boolean },
): void {
  const { by } = how
  const order = readPurchaseOrder(work.db, id)
  const supplier = work.company.suppliers.find(candidate => candidate.id === order.supplier.id)
  if (supplier?.active !== true) {
    assertMayDo('fail', order)
    writeStatus(work, id, 'error')
    recordRevision(work, id, {
      by,
      what: `Purchase order ${order.number} cannot be issued: ${order.supplier.name} is no active supplier`,
    })
    return
  }
  const hold = holdOf(order, { company: work.company, supplier, now: work.now, ignoring: how.ignoring ?? [] })
  if (hold === undefined) {
    issue(work, id, { by, send: how.send ?? true })
  } else if (order.status === hold.status && by.login !== undefined) {
    const { number, status } = order
    throw new CoupaError('ERR_COUPA_CONFLICT', `Purchase order ${number} stays in ${status}: ${hold.why}`)
  } else {
    writeStatus(work, id, hold.status)
    work.db.run('UPDATE purchase_orders SET issue_at = $until WHERE number = $id', {
      id,
      until: hold.until?.toISOString(),
    })
    if (order.status !== hold.status) {
      recordRevision(work, id, { by, what: `Purchase order ${order.number} is held: ${hold.why}` })
    }
  }
}

function issue(work: Work, id: number, { by, send }: { readonly by: Actor; readonly send: boolean }): void {
  const order = readPurchaseOrder(work.db, id)
  writeStatus(work, id, 'issued')
  work.db.run(
    `UPDATE purchase_orders SET issued_at = $now,
       exchange_rate = coalesce(exchange_rate, $rate) WHERE number = $id`,
    {
      id,
      now: work.now.toISOString(),
      rate: exchangeRateOf(work.company, order.currency),
    },
  )
  recordRevision(work, id, {
    by,
    what: `Purchase order ${order.number} issued to ${order.supplier.name}${send ? '' : ' without sending it'}`,
  })
  work.emit('purchase order issued', { purchaseOrder: id, ...(send ? {} : { withoutSending: true }) })
}

/** The supplier's order window has opened. Nothing where somebody was faster. */
export function issueInWindow(work: Work, id: number): void {
  const order = readPurchaseOrder(work.db, id)
  if (mayDo('ignore_window_and_issue', order)) {
    issueOrHold(work, id, { by: systemItself(work), ignoring: ['buyer'] })
  }
}
