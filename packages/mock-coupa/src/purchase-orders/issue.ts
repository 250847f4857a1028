import { addDecimals } from '@punchloop/sdk/cxml'
import { findAccount, findAddress } from '../company/find.js'
import { fullName } from '../company/people.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import type { Requisition, RequisitionLine } from '../requisitions/requisition.js'
import { readRequisition } from '../requisitions/requisition-records.js'
import { insertPurchaseOrder } from './purchase-order-records.js'

/** After the last approval, by itself: one order for each supplier, its lines numbered from 1. */
export function issuePurchaseOrders(event: LifecycleEvents['requisition approved'], work: Work): void {
  const requisition = readRequisition(work.db, event.requisition)
  const bySupplier = Map.groupBy(requisition.lines.map(withSupplier), line => line.supplier.id)
  for (const lines of bySupplier.values()) {
    const purchaseOrder = issue(work, requisition, lines)
    work.emit('purchase order issued', { purchaseOrder })
  }
  work.emit('purchase orders issued', { requisition: requisition.number })
}

type OrderedLine = RequisitionLine & Required<Pick<RequisitionLine, 'supplier'>>

/** A requisition gets here only after a buyer has given every line a supplier. */
function withSupplier(line: RequisitionLine): OrderedLine {
  if (line.supplier !== undefined) return { ...line, supplier: line.supplier }
  throw new CoupaError(
    'ERR_COUPA_CONFLICT',
    `Line ${line.lineNum} cannot be ordered: it has no supplier; a buyer can choose one`,
  )
}

function issue(work: Work, requisition: Requisition, lines: readonly OrderedLine[]): number {
  const { company } = work
  // Whoever asked for it may have left since: the order is theirs all the same.
  const requester = company.people.find(person => person.login === requisition.requestedBy.login)
  const supplier = lines[0]?.supplier
  if (requester === undefined || supplier === undefined) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Requisition ${requisition.number} cannot be ordered: ${requisition.requestedBy.fullName} is not in the configuration any more`,
    )
  }
  const number = insertPurchaseOrder(work, {
    version: 1,
    status: 'issued',
    transmissionStatus: 'created',
    requisition: requisition.number,
    requestedBy: { login: requester.login, fullName: fullName(requester), email: requester.email },
    supplier,
    shipTo: findAddress(company, requisition.shipTo ?? requester.address),
    billTo: { ...findAddress(company, company.billTo), name: company.name },
    account: findAccount(company, requester.account),
    lines: lines.map(({ sourcePartNum = '', uom = '', ...line }, index) => ({
      ...line,
      sourcePartNum,
      uom,
      lineNum: index + 1,
      requisitionLine: line.lineNum,
    })),
    currency: requisition.currency,
    total: addDecimals(...lines.map(line => line.total)),
    issuedAt: work.now,
  })
  recordHistory(work, {
    purchaseOrder: number,
    by: 'Coupa',
    text: `Purchase order ${number} issued to ${supplier.name}`,
  })
  return number
}
