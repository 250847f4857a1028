import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import type { Actor } from '../purchase-orders/revisions.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentDate, presentText, type Row, textOf } from '../store/row.js'
import {
  type AwaitedConfirmation,
  type Confirmation,
  type ConfirmationLine,
  type ConfirmationStatus,
  confirmationStatuses,
  confirmationTypes,
  type LineStatement,
  type Statement,
} from './confirmation.js'

/** Opens one that the supplier is asked for. */
export function insertAwaited(work: Work, purchaseOrder: number, confirmBy: Date | undefined): void {
  work.db.run(
    `INSERT INTO order_header_confirmations (purchase_order, status, confirm_by, created_at, updated_at)
     VALUES ($purchaseOrder, 'pending_confirmation', $confirmBy, $now, $now)`,
    { purchaseOrder, confirmBy: confirmBy?.toISOString(), now: work.now.toISOString() },
  )
}

export function findAwaited(db: Database, purchaseOrder: number): AwaitedConfirmation | undefined {
  const row = db.get(
    `SELECT * FROM order_header_confirmations WHERE purchase_order = $purchaseOrder
       AND status = 'pending_confirmation' ORDER BY id LIMIT 1`,
    { purchaseOrder },
  )
  return row && { id: numberOf(row, 'id'), ...presentDate(row, { confirmBy: 'confirm_by' }) }
}

/** Into the one that was asked for, or a new one. Returns its id. */
export function writeStatement(
  work: Work,
  order: PurchaseOrder,
  said: {
    readonly statement: Statement
    readonly lines: readonly ConfirmationLine[]
    readonly status: ConfirmationStatus
    readonly by: Actor
  },
): number {
  if (findAwaited(work.db, order.id) === undefined) insertAwaited(work, order.id, undefined)
  const id = findAwaited(work.db, order.id)?.id ?? 0
  const { statement } = said
  work.db.run(
    `UPDATE order_header_confirmations SET status = $status, payload_id = $payloadID, confirm_id = $confirmID,
       type = $type, operation = $operation, notice_date = $noticeDate, comments = $comments, received_at = $now,
       updated_at = $now, created_by = coalesce(created_by, $by), updated_by = $by WHERE id = $id`,
    {
      id,
      status: said.status,
      payloadID: statement.payloadID,
      confirmID: statement.confirmID,
      type: statement.type,
      operation: statement.operation,
      noticeDate: statement.noticeDate,
      comments: statement.comments,
      by: said.by.login,
      now: work.now.toISOString(),
    },
  )
  writeLines(work, id, said.lines)
  return id
}

/** In place of those that it had. */
export function writeLines(work: Work, confirmation: number, lines: readonly ConfirmationLine[]): void {
  work.db.run('DELETE FROM order_line_confirmations WHERE confirmation = $confirmation', { confirmation })
  for (const [position, line] of lines.entries()) {
    work.db.run(
      `INSERT INTO order_line_confirmations (confirmation, position, line_number, quantity, status, decision,
         unit_price, delivery_date, comments, created_at, updated_at)
       VALUES ($confirmation, $position, $lineNumber, $quantity, $status, $decision, $unitPrice, $deliveryDate,
         $comments, $now, $now)`,
      {
        confirmation,
        position,
        lineNumber: line.lineNumber,
        quantity: line.quantity,
        status: line.status,
        decision: line.decision,
        unitPrice: line.unitPrice,
        deliveryDate: line.deliveryDate,
        comments: line.comments,
        now: work.now.toISOString(),
      },
    )
  }
}

/** What the buyer said to every change that was waiting, and what the whole has become. */
export function settleProposals(
  work: Work,
  id: number,
  decision: {
    readonly is: 'accepted' | 'rejected'
    readonly status: ConfirmationStatus
    readonly by: Actor
  },
): void {
  const now = work.now.toISOString()
  work.db.run(
    `UPDATE order_line_confirmations SET decision = $is, updated_at = $now
     WHERE confirmation = $id AND decision = 'pending'`,
    { id, is: decision.is, now },
  )
  work.db.run(
    `UPDATE order_header_confirmations SET status = $status, exported = 0, updated_at = $now, updated_by = $by
     WHERE id = $id`,
    { id, status: decision.status, by: decision.by.login, now },
  )
}

const joined = `SELECT c.*, coalesce(o.po_number, CAST(o.number AS TEXT)) AS number
  FROM order_header_confirmations c JOIN purchase_orders o ON o.number = c.purchase_order`

/** One that was given. `ERR_COUPA_NOT_FOUND` for any other. */
export function readConfirmation(db: Database, id: number): Confirmation {
  const row = db.get(`${joined} WHERE c.id = $id AND c.status <> 'pending_confirmation'`, { id })
  if (row === undefined) throw notFound(id)
  return confirmationOf(db, row)
}

/** Those of one order that were given, in the order they were asked for or came. */
export function listConfirmations(db: Database, purchaseOrder: number): Confirmation[] {
  return db
    .all(
      `${joined} WHERE c.purchase_order = $purchaseOrder AND c.status <> 'pending_confirmation'
       ORDER BY c.received_at, c.id`,
      { purchaseOrder },
    )
    .map(row => confirmationOf(db, row))
}

/** Of which order it is, how far it is, and what was written into it. */
export function readState(
  db: Database,
  id: number,
): {
  readonly purchaseOrder: number
  readonly status: ConfirmationStatus
  readonly lines: readonly LineStatement[]
} {
  const row = db.get('SELECT * FROM order_header_confirmations WHERE id = $id', { id })
  if (row === undefined) throw notFound(id)
  return {
    purchaseOrder: numberOf(row, 'purchase_order'),
    status: memberOf(row, 'status', confirmationStatuses),
    lines: linesOf(db, id),
  }
}

function notFound(id: number): CoupaError {
  return new CoupaError('ERR_COUPA_NOT_FOUND', `There is no confirmation ${id}`)
}

function confirmationOf(db: Database, row: Row): Confirmation {
  const id = numberOf(row, 'id')
  return {
    id,
    purchaseOrder: textOf(row, 'number'),
    status: memberOf(row, 'status', ['pending_approval', 'accepted', 'partially_accepted', 'rejected']),
    type: memberOf(row, 'type', confirmationTypes),
    operation: memberOf(row, 'operation', ['new', 'update']),
    noticeDate: textOf(row, 'notice_date'),
    lines: linesOf(db, id),
    receivedAt: dateOf(row, 'received_at'),
    ...presentText(row, { payloadID: 'payload_id', confirmID: 'confirm_id', comments: 'comments' }),
  }
}

function linesOf(db: Database, confirmation: number): ConfirmationLine[] {
  return db
    .all('SELECT * FROM order_line_confirmations WHERE confirmation = $confirmation ORDER BY position', {
      confirmation,
    })
    .map(row => ({
      lineNumber: numberOf(row, 'line_number'),
      quantity: textOf(row, 'quantity'),
      status: textOf(row, 'status'),
      ...(row.decision === null
        ? {}
        : { decision: memberOf(row, 'decision', ['pending', 'accepted', 'rejected']) }),
      ...presentText(row, {
        unitPrice: 'unit_price',
        deliveryDate: 'delivery_date',
        comments: 'comments',
      }),
    }))
}
