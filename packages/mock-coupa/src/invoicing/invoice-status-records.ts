import type { Duty } from '../control/due-work.js'
import type { Work } from '../control/work.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentText, type Row, textOf } from '../store/row.js'
import type { AttemptOutcome } from '../transmission/retry-schedule.js'

/** cXML's `InvoiceStatus/@type`, as far as it is told. */
export const toldStatuses = ['processing', 'canceled', 'reconciled', 'rejected', 'paid'] as const

export type ToldStatus = (typeof toldStatuses)[number]

/** One `StatusUpdateRequest` about an invoice: what it takes to write it again, under the same envelope. */
export interface InvoiceStatusRecord {
  readonly id: number
  readonly invoice: number
  readonly payloadID: string
  readonly timestamp: string
  readonly type: ToldStatus
  readonly comment?: string
  readonly outcomes: readonly AttemptOutcome[]
}

export function insertInvoiceStatus(
  work: Work,
  status: Omit<InvoiceStatusRecord, 'id' | 'outcomes' | 'comment'> & {
    readonly comment: string | undefined
  },
): void {
  work.db.run(
    `INSERT INTO invoice_statuses (invoice, payload_id, timestamp, type, comment, due_at)
     VALUES ($invoice, $payloadID, $timestamp, $type, $comment, $now)`,
    { ...status, now: work.now.toISOString() },
  )
}

export function latestInvoiceStatus(db: Database, invoice: number): InvoiceStatusRecord | undefined {
  const row = db.get('SELECT * FROM invoice_statuses WHERE invoice = $invoice ORDER BY id DESC LIMIT 1', {
    invoice,
  })
  return row && recordOf(row)
}

export function readInvoiceStatus(db: Database, id: number): InvoiceStatusRecord {
  const row = db.get('SELECT * FROM invoice_statuses WHERE id = $id', { id })
  if (row === undefined) throw new Error(`There is no status ${id} of an invoice`)
  return recordOf(row)
}

export function settleInvoiceStatus(
  db: Database,
  id: number,
  { outcomes, dueAt }: { readonly outcomes: readonly AttemptOutcome[]; readonly dueAt: Date | undefined },
): void {
  db.run('UPDATE invoice_statuses SET outcomes = $outcomes, due_at = $dueAt WHERE id = $id', {
    id,
    outcomes: JSON.stringify(outcomes),
    dueAt: dueAt?.toISOString(),
  })
}

/** Of one invoice one after the other: `paid` must not overtake `reconciled`. */
export function dueInvoiceStatuses(db: Database): Pick<Duty, 'due' | 'next'> {
  const first = `due_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM invoice_statuses AS earlier
    WHERE earlier.invoice = later.invoice AND earlier.due_at IS NOT NULL AND earlier.id < later.id)`
  return {
    due: now =>
      db
        .all(
          `SELECT id FROM invoice_statuses AS later WHERE due_at <= $now AND ${first} ORDER BY due_at, id LIMIT 16`,
          { now: now.toISOString() },
        )
        .map(row => numberOf(row, 'id')),
    next(now) {
      const row = db.get(
        `SELECT due_at FROM invoice_statuses AS later WHERE due_at > $now AND ${first} ORDER BY due_at LIMIT 1`,
        { now: now.toISOString() },
      )
      return row && dateOf(row, 'due_at')
    },
  }
}

function recordOf(row: Row): InvoiceStatusRecord {
  return {
    id: numberOf(row, 'id'),
    invoice: numberOf(row, 'invoice'),
    payloadID: textOf(row, 'payload_id'),
    timestamp: textOf(row, 'timestamp'),
    type: memberOf(row, 'type', toldStatuses),
    ...presentText(row, { comment: 'comment' }),
    // Written by `settleInvoiceStatus`.
    outcomes: JSON.parse(textOf(row, 'outcomes')) as AttemptOutcome[],
  }
}
