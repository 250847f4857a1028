import type { ApprovableKey, ApprovableType } from '../control/approvable-key.js'
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
    /** Where it is a document that can be approved. */
    readonly on?: ApprovableKey
    readonly by: string
    readonly text: string
    readonly comment?: string
  },
): void {
  const { on } = entry
  const idOf = (type: ApprovableType) => (on?.type === type ? on.id : undefined)
  work.db.run(
    `INSERT INTO history (requisition, purchase_order, change, invoice, contract, at, by, text, comment)
     VALUES ($requisition, $purchaseOrder, $change, $invoice, $contract, $at, $by, $text, $comment)`,
    {
      requisition: entry.requisition ?? idOf('RequisitionHeader'),
      purchaseOrder: entry.purchaseOrder,
      change: idOf('OrderHeaderChange'),
      invoice: idOf('InvoiceHeader'),
      contract: idOf('Contract'),
      at: work.now.toISOString(),
      by: entry.by,
      text: entry.text,
      comment: entry.comment,
    },
  )
}

/** Beside other news of its order, that of a change says which it is. */
const selectHistory = `SELECT at, by, iif(change IS NULL, text, 'Change ' || change || ': ' || text) AS text, comment
  FROM history`

/** A requisition's history, that of its orders included. */
export function historyOfRequisition(db: Database, requisition: number): HistoryEntry[] {
  return db
    .all(
      `${selectHistory} WHERE requisition = $requisition
         OR purchase_order IN (SELECT number FROM purchase_orders WHERE requisition = $requisition)
         OR change IN (SELECT c.id FROM purchase_order_changes c JOIN purchase_orders o ON o.number = c.purchase_order
           WHERE o.requisition = $requisition) ORDER BY id`,
      { requisition },
    )
    .map(readEntry)
}

/** That of its changes included. */
export function historyOfPurchaseOrder(db: Database, purchaseOrder: number): HistoryEntry[] {
  return db
    .all(
      `${selectHistory} WHERE purchase_order = $purchaseOrder
         OR change IN (SELECT id FROM purchase_order_changes WHERE purchase_order = $purchaseOrder) ORDER BY id`,
      { purchaseOrder },
    )
    .map(readEntry)
}

export function historyOfInvoice(db: Database, invoice: number): HistoryEntry[] {
  return db.all(`${selectHistory} WHERE invoice = $invoice ORDER BY id`, { invoice }).map(readEntry)
}

export function historyOfContract(db: Database, contract: number): HistoryEntry[] {
  return db.all(`${selectHistory} WHERE contract = $contract ORDER BY id`, { contract }).map(readEntry)
}

function readEntry(row: Row): HistoryEntry {
  return {
    at: dateOf(row, 'at'),
    by: textOf(row, 'by'),
    text: textOf(row, 'text'),
    ...presentText(row, { comment: 'comment' }),
  }
}
