import type { Work } from '../control/work.js'
import type { Database } from '../store/database.js'
import { dateOf, presentText, type Row, textOf } from '../store/row.js'

/** Something that happened, in the order it happened. */
export interface HistoryEntry {
  readonly at: Date
  /** Full name of a person, or the supplier's, or `Coupa`. */
  readonly by: string
  readonly text: string
  readonly comment?: string
}

export function recordHistory(
  work: Work,
  entry: {
    readonly requisition?: number
    readonly purchaseOrder?: number
    readonly by: string
    readonly text: string
    readonly comment?: string
  },
): void {
  work.db.run(
    `INSERT INTO history (requisition, purchase_order, at, by, text, comment)
     VALUES ($requisition, $purchaseOrder, $at, $by, $text, $comment)`,
    {
      requisition: entry.requisition,
      purchaseOrder: entry.purchaseOrder,
      at: work.now.toISOString(),
      by: entry.by,
      text: entry.text,
      comment: entry.comment,
    },
  )
}

/** A requisition's history, that of its orders included. */
export function historyOfRequisition(db: Database, requisition: number): HistoryEntry[] {
  return db
    .all(
      `SELECT * FROM history WHERE requisition = $requisition
         OR purchase_order IN (SELECT number FROM purchase_orders WHERE requisition = $requisition) ORDER BY id`,
      { requisition },
    )
    .map(readEntry)
}

export function historyOfPurchaseOrder(db: Database, purchaseOrder: number): HistoryEntry[] {
  return db
    .all('SELECT * FROM history WHERE purchase_order = $purchaseOrder ORDER BY id', { purchaseOrder })
    .map(readEntry)
}

function readEntry(row: Row): HistoryEntry {
  return {
    at: dateOf(row, 'at'),
    by: textOf(row, 'by'),
    text: textOf(row, 'text'),
    ...presentText(row, { comment: 'comment' }),
  }
}
