import type { Work } from '../control/work.js'
import type { OpenBuyProblem } from '../shopping/open-buy-error.js'
import { openBuyErrorCodes } from '../shopping/open-buy-error.js'
import type { Database } from '../store/database.js'
import { memberOf, numberOf, presentText, type Row } from '../store/row.js'
import { listAlternates } from './alternate-records.js'
import type { RealtimeExtension } from './realtime-extension.js'

/** The supplier is asked about the line as soon as this is committed. */
export function insertRealtimeExtension(
  work: Work,
  extension: { readonly line: number; readonly search: number; readonly realtimeItemKey?: string },
): void {
  work.db.run(
    `INSERT INTO realtime_extensions
       (requisition_line, search, realtime_item_key, async_status, due_at, created_at, updated_at)
     VALUES ($line, $search, $realtimeItemKey, 'pending', $now, $now, $now)`,
    { ...extension, now: work.now.toISOString() },
  )
}

/** The supplier is asked about the line once more, from the beginning. */
export function askAgain(work: Work, line: number): void {
  work.db.run(
    `UPDATE realtime_extensions SET async_status = 'pending', show_error_warning = 0,
       translated_error_message = NULL, error_code = NULL, attempts = 0, due_at = $now, updated_at = $now
     WHERE requisition_line = $line`,
    { line, now: work.now.toISOString() },
  )
}

/** Of one line; undefined where it was not added from Open Buy. */
export function readRealtimeExtension(db: Database, line: number): RealtimeExtension | undefined {
  const row = db.get('SELECT * FROM realtime_extensions WHERE requisition_line = $line', { line })
  return row && { ...extensionOf(row), alternates: listAlternates(db, line) }
}

function extensionOf(row: Row): Omit<RealtimeExtension, 'alternates'> {
  return {
    id: numberOf(row, 'id'),
    asyncStatus: memberOf(row, 'async_status', ['pending', 'complete', 'failed']),
    showErrorWarning: numberOf(row, 'show_error_warning') === 1,
    ...presentText(row, {
      realtimeItemKey: 'realtime_item_key',
      translatedErrorMessage: 'translated_error_message',
    }),
    ...(row.error_code === null ? {} : { errorCode: memberOf(row, 'error_code', openBuyErrorCodes) }),
  }
}

/** What is known when a line is due to be asked about. */
export interface RealtimeTask {
  readonly line: number
  readonly requisition: number
  readonly search: number
  readonly attempts: number
  readonly realtimeItemKey?: string
}

export function readRealtimeTask(db: Database, id: number): RealtimeTask {
  const row = db.get(
    `SELECT e.*, l.requisition FROM realtime_extensions e
     JOIN requisition_lines l ON l.id = e.requisition_line WHERE e.id = $id`,
    { id },
  )
  if (row === undefined) throw new Error(`There is no realtime extension ${id}`)
  return {
    line: numberOf(row, 'requisition_line'),
    requisition: numberOf(row, 'requisition'),
    search: numberOf(row, 'search'),
    attempts: numberOf(row, 'attempts'),
    ...presentText(row, { realtimeItemKey: 'realtime_item_key' }),
  }
}

/** `message` without a `problem` is something to know. `retryAt`: the supplier is asked again then. */
export function storeRealtimeOutcome(
  work: Work,
  id: number,
  outcome: { readonly problem?: OpenBuyProblem; readonly message?: string; readonly retryAt?: Date },
): void {
  const { problem, retryAt } = outcome
  const message = problem?.message ?? outcome.message
  work.db.run(
    `UPDATE realtime_extensions SET async_status = $asyncStatus, show_error_warning = $warn,
       translated_error_message = $message, error_code = $errorCode, attempts = attempts + 1,
       due_at = $dueAt, updated_at = $now WHERE id = $id`,
    {
      id,
      asyncStatus: problem === undefined ? 'complete' : retryAt === undefined ? 'failed' : 'pending',
      warn: message === undefined ? 0 : 1,
      message,
      errorCode: problem?.errorCode,
      dueAt: retryAt?.toISOString(),
      now: work.now.toISOString(),
    },
  )
}
