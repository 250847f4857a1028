import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentText, type Row, textOf } from '../store/row.js'
import type { Confirmation } from './confirmation.js'

export function insertConfirmation(
  work: Work,
  confirmation: Omit<Confirmation, 'id' | 'receivedAt'>,
): number {
  const { lastId } = work.db.run(
    `INSERT INTO confirmations (purchase_order, payload_id, confirm_id, type, operation, notice_date, comments, received_at)
     VALUES ($purchaseOrder, $payloadID, $confirmID, $type, $operation, $noticeDate, $comments, $now)`,
    {
      purchaseOrder: Number(confirmation.purchaseOrder),
      payloadID: confirmation.payloadID,
      confirmID: confirmation.confirmID,
      type: confirmation.type,
      operation: confirmation.operation,
      noticeDate: confirmation.noticeDate,
      comments: confirmation.comments,
      now: work.now.toISOString(),
    },
  )
  for (const [position, line] of confirmation.lines.entries()) {
    work.db.run(
      `INSERT INTO confirmation_lines VALUES ($confirmation, $position, $lineNumber, $quantity, $status, $deliveryDate, $comments)`,
      {
        confirmation: lastId,
        position,
        lineNumber: line.lineNumber,
        quantity: line.quantity,
        status: line.status,
        deliveryDate: line.deliveryDate,
        comments: line.comments,
      },
    )
  }
  return lastId
}

export function readConfirmation(db: Database, id: number): Confirmation {
  const row = db.get('SELECT * FROM confirmations WHERE id = $id', { id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no confirmation ${id}`)
  return confirmationOf(db, row)
}

/** Of one order, in the order they came. */
export function listConfirmations(db: Database, purchaseOrder: number): Confirmation[] {
  return db
    .all('SELECT * FROM confirmations WHERE purchase_order = $purchaseOrder ORDER BY id', { purchaseOrder })
    .map(row => confirmationOf(db, row))
}

function confirmationOf(db: Database, row: Row): Confirmation {
  const id = numberOf(row, 'id')
  return {
    id,
    payloadID: textOf(row, 'payload_id'),
    purchaseOrder: String(numberOf(row, 'purchase_order')),
    type: memberOf(row, 'type', [
      'accept',
      'allDetail',
      'detail',
      'backordered',
      'except',
      'reject',
      'requestToPay',
      'replace',
    ]),
    operation: memberOf(row, 'operation', ['new', 'update']),
    noticeDate: textOf(row, 'notice_date'),
    lines: db
      .all('SELECT * FROM confirmation_lines WHERE confirmation = $id ORDER BY position', { id })
      .map(line => ({
        lineNumber: numberOf(line, 'line_number'),
        quantity: textOf(line, 'quantity'),
        status: textOf(line, 'status'),
        ...presentText(line, { deliveryDate: 'delivery_date', comments: 'comments' }),
      })),
    receivedAt: dateOf(row, 'received_at'),
    ...presentText(row, { confirmID: 'confirm_id', comments: 'comments' }),
  }
}
