import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentNumber, presentText, type Row, textOf } from '../store/row.js'
import { type Receipt, receiptTypes } from './receipt.js'

export function insertReceipt(work: Work, receipt: Omit<Receipt, 'id' | 'status' | 'createdAt'>): number {
  return work.db.run(
    `INSERT INTO receiving_transactions (type, purchase_order, order_line, quantity, price, total, currency, uom, status,
       transaction_date, comments, asn_line, created_at, updated_at, created_by, updated_by)
     VALUES ($type, $purchaseOrder, $orderLine, $quantity, $price, $total, $currency, $uom, 'created',
       $transactionDate, $comments, $asnLine, $now, $now, $createdBy, $createdBy)`,
    {
      type: receipt.type,
      purchaseOrder: receipt.purchaseOrder,
      orderLine: receipt.orderLine,
      quantity: receipt.quantity,
      price: receipt.price,
      total: receipt.total,
      currency: receipt.currency,
      uom: receipt.uom,
      transactionDate: receipt.transactionDate.toISOString(),
      comments: receipt.comments,
      asnLine: receipt.asnLine,
      createdBy: receipt.createdBy,
      now: work.now.toISOString(),
    },
  ).lastId
}

/** `ERR_COUPA_NOT_FOUND` where there is none. */
export function readReceipt(db: Database, id: number): Receipt {
  const row = db.get('SELECT * FROM receiving_transactions WHERE id = $id', { id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no receipt ${id}`)
  return receiptOf(row)
}

/** Of one order in the order they came. */
export function listReceipts(db: Database, { purchaseOrder }: { readonly purchaseOrder: number }): Receipt[] {
  return db
    .all('SELECT * FROM receiving_transactions WHERE purchase_order = $purchaseOrder ORDER BY id', {
      purchaseOrder,
    })
    .map(receiptOf)
}

export function markVoided(work: Work, id: number, by: string, reason: string | undefined): void {
  work.db.run(
    `UPDATE receiving_transactions SET status = 'voided', void_reason = $reason, updated_at = $now, updated_by = $by,
       exported = 0 WHERE id = $id`,
    { id, reason, by, now: work.now.toISOString() },
  )
}

function receiptOf(row: Row): Receipt {
  return {
    id: numberOf(row, 'id'),
    type: memberOf(row, 'type', receiptTypes),
    status: memberOf(row, 'status', ['created', 'voided']),
    purchaseOrder: numberOf(row, 'purchase_order'),
    orderLine: numberOf(row, 'order_line'),
    quantity: textOf(row, 'quantity'),
    price: textOf(row, 'price'),
    total: textOf(row, 'total'),
    currency: textOf(row, 'currency'),
    transactionDate: dateOf(row, 'transaction_date'),
    createdAt: dateOf(row, 'created_at'),
    ...presentNumber(row, { asnLine: 'asn_line' }),
    ...presentText(row, {
      uom: 'uom',
      comments: 'comments',
      voidReason: 'void_reason',
      createdBy: 'created_by',
    }),
  }
}
