import { type Moment, momentOf } from '../comments/for-supplier.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
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
import type { AttemptOutcome } from './retry-schedule.js'
import {
  type Transmission,
  type TransmissionAttempt,
  transmissionMethods,
  transmissionStates,
} from './transmission.js'

/**
 * What a transmission needs to be repeated: the document is written again from the order as it stood, under the same
 * envelope. The document itself is not kept: it holds a secret.
 */
export interface TransmissionRecord extends Transmission {
  readonly purchaseOrder: number
  readonly timestamp: string
  /** Absent: written before orders had revisions. */
  readonly internalRevision?: number
  readonly outcomes: readonly AttemptOutcome[]
  /** What had been said to the supplier when it began. */
  readonly said: Moment
}

export function insertTransmission(
  work: Work,
  transmission: Pick<
    TransmissionRecord,
    'purchaseOrder' | 'payloadID' | 'timestamp' | 'method' | 'type' | 'version' | 'status'
  > & { readonly internalRevision: number },
): void {
  work.db.run(
    `INSERT INTO transmissions (purchase_order, payload_id, timestamp, method, type, version, internal_revision, status,
       due_at, last_comment, last_attachment)
     VALUES ($purchaseOrder, $payloadID, $timestamp, $method, $type, $version, $internalRevision, $status, $now,
       $lastComment, $lastAttachment)`,
    { ...transmission, ...momentOf(work.db), now: work.now.toISOString() },
  )
}

export function readTransmission(db: Database, id: number): TransmissionRecord {
  const row = db.get('SELECT * FROM transmissions WHERE id = $id', { id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no transmission ${id}`)
  return transmissionOf(db, row)
}

/** Of one order, in the order they were started. */
export function listTransmissions(db: Database, purchaseOrder: number): TransmissionRecord[] {
  return db
    .all('SELECT * FROM transmissions WHERE purchase_order = $purchaseOrder ORDER BY id', { purchaseOrder })
    .map(row => transmissionOf(db, row))
}

export function recordAttempt(
  work: Work,
  id: number,
  attempt: Omit<TransmissionAttempt, 'attempt'> & { readonly outcome: AttemptOutcome },
): void {
  work.db.run(
    `INSERT INTO transmission_attempts (transmission, attempt, at, outcome, status, failure, duration_ms)
     SELECT $id, coalesce(max(attempt), 0) + 1, $at, $outcome, $status, $failure, $durationMs
     FROM transmission_attempts WHERE transmission = $id`,
    {
      id,
      at: attempt.at.toISOString(),
      outcome: attempt.outcome,
      status: attempt.status,
      failure: attempt.failure,
      durationMs: Math.max(0, Math.round(attempt.durationMs)),
    },
  )
}

export function settleTransmission(
  work: Work,
  id: number,
  state: { readonly status: Transmission['status']; readonly nextAttemptAt?: Date },
): void {
  work.db.run('UPDATE transmissions SET status = $status, due_at = $dueAt WHERE id = $id', {
    id,
    status: state.status,
    dueAt: state.nextAttemptAt?.toISOString(),
  })
}

function transmissionOf(db: Database, row: Row): TransmissionRecord {
  const id = numberOf(row, 'id')
  const attempts = db.all('SELECT * FROM transmission_attempts WHERE transmission = $id ORDER BY attempt', {
    id,
  })
  return {
    id,
    purchaseOrder: numberOf(row, 'purchase_order'),
    payloadID: textOf(row, 'payload_id'),
    timestamp: textOf(row, 'timestamp'),
    method: memberOf(row, 'method', transmissionMethods),
    type: memberOf(row, 'type', ['new', 'update', 'delete']),
    version: numberOf(row, 'version'),
    status: memberOf(row, 'status', transmissionStates),
    ...presentNumber(row, { internalRevision: 'internal_revision' }),
    attempts: attempts.map(attempt => ({
      attempt: numberOf(attempt, 'attempt'),
      at: dateOf(attempt, 'at'),
      ...presentNumber(attempt, { status: 'status' }),
      ...presentText(attempt, { failure: 'failure' }),
      durationMs: numberOf(attempt, 'duration_ms'),
    })),
    outcomes: attempts.map(attempt =>
      memberOf(attempt, 'outcome', ['sent', 'server error', 'no answer', 'refused']),
    ),
    said: {
      lastComment: numberOf(row, 'last_comment'),
      lastAttachment: numberOf(row, 'last_attachment'),
    },
    ...presentDate(row, { nextAttemptAt: 'due_at' }),
  }
}
