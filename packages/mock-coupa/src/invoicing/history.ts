import type { Work } from '../control/work.js'
import type { HistoryEntry } from '../journal/history.js'
import type { Database } from '../store/database.js'
import { dateOf, presentText, textOf } from '../store/row.js'

export function recordInvoiceHistory(
  work: Work,
  entry: { readonly invoice: number; readonly by: string; readonly text: string; readonly comment?: string },
): void {
  work.db.run(
    'INSERT INTO invoice_history (invoice, at, by, text, comment) VALUES ($invoice, $at, $by, $text, $comment)',
    { ...entry, comment: entry.comment, at: work.now.toISOString() },
  )
}

export function historyOfInvoice(db: Database, invoice: number): HistoryEntry[] {
  return db.all('SELECT * FROM invoice_history WHERE invoice = $invoice ORDER BY id', { invoice }).map(row => ({
    at: dateOf(row, 'at'),
    by: textOf(row, 'by'),
    text: textOf(row, 'text'),
    ...presentText(row, { comment: 'comment' }),
  }))
}
