import type { AllocationDraft } from '../accounting/allocation.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { presentKept } from '../requisitions/requisition-lines.js'
import type { Database } from '../store/database.js'
import {
  dateOf,
  memberOf,
  numberOf,
  presentDate,
  presentNumber,
  presentText,
  type Row,
  textOf,
} from '../store/row.js'
import {
  type ChangeOrder,
  type ChangeOrderStatus,
  type ChangeRequest,
  changeOrderStatuses,
  type LineChange,
} from './change-order.js'

/** Writes a draft. Returns its id. */
export function insertChange(
  work: Work,
  change: ChangeRequest & Pick<ChangeOrder, 'requestedBy' | 'version' | 'total'>,
): number {
  const now = work.now.toISOString()
  const { lastId } = work.db.run(
    `INSERT INTO purchase_order_changes (purchase_order, status, version, login, full_name, justification,
       pending_cancel, total, created_at, updated_at, created_by, updated_by)
     VALUES ($purchaseOrder, 'draft', $version, $login, $fullName, $justification, $cancel, $total, $now, $now, $login,
       $login)`,
    {
      purchaseOrder: change.purchaseOrder,
      version: change.version,
      ...change.requestedBy,
      justification: change.justification,
      cancel: Number(change.cancel ?? false),
      total: change.total,
      now,
    },
  )
  insertLines(work, lastId, change.lines)
  return lastId
}

/** Another content of a draft. */
export function rewriteChange(
  work: Work,
  id: number,
  change: Omit<ChangeRequest, 'purchaseOrder'> & Pick<ChangeOrder, 'total'>,
): void {
  work.db.run(
    `UPDATE purchase_order_changes SET justification = $justification, pending_cancel = $cancel, total = $total,
       updated_at = $now WHERE id = $id`,
    {
      id,
      justification: change.justification,
      cancel: Number(change.cancel ?? false),
      total: change.total,
      now: work.now.toISOString(),
    },
  )
  work.db.run('DELETE FROM purchase_order_change_lines WHERE change = $id', { id })
  insertLines(work, id, change.lines)
}

function insertLines(work: Work, change: number, lines: readonly LineChange[]): void {
  const now = work.now.toISOString()
  for (const line of lines) {
    work.db.run(
      `INSERT INTO purchase_order_change_lines (change, kind, order_line, description, source_part_num, quantity,
         unit_price, uom, need_by_date, allocations, more, created_at, updated_at)
       VALUES ($change, $kind, $orderLine, $description, $sourcePartNum, $quantity, $unitPrice, $uom, $needByDate,
         $allocations, $more, $now, $now)`,
      {
        change,
        kind: line.kind,
        orderLine: line.orderLine,
        description: line.description,
        sourcePartNum: line.sourcePartNum,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        uom: line.uom,
        needByDate: line.needByDate?.toISOString(),
        allocations: line.allocations && JSON.stringify(line.allocations),
        more: JSON.stringify(line.more ?? {}),
        now,
      },
    )
  }
}

/** `ERR_COUPA_NOT_FOUND` where there is none. */
export function readChange(db: Database, id: number): ChangeOrder {
  const row = db.get('SELECT * FROM purchase_order_changes WHERE id = $id', { id })
  if (row === undefined) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no change of a purchase order ${id}`)
  }
  return changeOf(db, row)
}

/** Of one order or in one status, newest first. */
export function listChanges(
  db: Database,
  filter: { readonly purchaseOrder?: number; readonly status?: ChangeOrderStatus },
): ChangeOrder[] {
  return db
    .all(
      `SELECT * FROM purchase_order_changes WHERE ($purchaseOrder IS NULL OR purchase_order = $purchaseOrder)
         AND ($status IS NULL OR status = $status) ORDER BY id DESC`,
      { purchaseOrder: filter.purchaseOrder, status: filter.status },
    )
    .map(row => changeOf(db, row))
}

/** `ERR_COUPA_CONFLICT` unless the change is in one of these statuses. */
export function moveChange(
  work: Work,
  change: ChangeOrder,
  move: {
    readonly from: readonly ChangeOrderStatus[]
    readonly to: ChangeOrderStatus
    readonly rejectReason?: string
  },
): void {
  if (!move.from.includes(change.status)) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Change ${change.id} cannot become ${move.to}: it is ${change.status}, and would have to be ${move.from.join(', ')}`,
    )
  }
  work.db.run(
    `UPDATE purchase_order_changes SET status = $to, reject_reason = coalesce($rejectReason, reject_reason),
       updated_at = $now WHERE id = $id`,
    { id: change.id, to: move.to, rejectReason: move.rejectReason, now: work.now.toISOString() },
  )
}

function changeOf(db: Database, row: Row): ChangeOrder {
  const id = numberOf(row, 'id')
  return {
    id,
    purchaseOrder: numberOf(row, 'purchase_order'),
    status: memberOf(row, 'status', changeOrderStatuses),
    version: numberOf(row, 'version'),
    requestedBy: { login: textOf(row, 'login'), fullName: textOf(row, 'full_name') },
    ...presentText(row, { justification: 'justification', rejectReason: 'reject_reason' }),
    pendingCancel: numberOf(row, 'pending_cancel') === 1,
    lines: db
      .all('SELECT * FROM purchase_order_change_lines WHERE change = $id ORDER BY id', { id })
      .map(lineOf),
    total: textOf(row, 'total'),
    createdAt: dateOf(row, 'created_at'),
    updatedAt: dateOf(row, 'updated_at'),
  }
}

function lineOf(row: Row): LineChange & { readonly id: number } {
  return {
    id: numberOf(row, 'id'),
    kind: memberOf(row, 'kind', ['change', 'add', 'delete']),
    ...presentNumber(row, { orderLine: 'order_line' }),
    ...presentText(row, {
      description: 'description',
      sourcePartNum: 'source_part_num',
      quantity: 'quantity',
      unitPrice: 'unit_price',
      uom: 'uom',
    }),
    ...presentDate(row, { needByDate: 'need_by_date' }),
    ...presentKept(row),
    ...(typeof row.allocations === 'string'
      ? { allocations: JSON.parse(row.allocations) as AllocationDraft[] }
      : {}),
  }
}
