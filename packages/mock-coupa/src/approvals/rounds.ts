import type { ApprovableKey } from '../control/approvable-key.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { numberOf, type Row, textOf } from '../store/row.js'
import type { Approvable } from './approvable.js'

/** One submission of a document: what earlier rounds decided stays on record. */
export interface Round {
  readonly number: number
  /** Of the document, as approvers know it. */
  readonly name: string
  /** Login of whoever asks for approval. */
  readonly requester: string
}

/** In SQL: the approvals (or watchers) `t` of the round that counts. */
export const inPresentRound =
  't.round = (SELECT d.round FROM approvables d WHERE d.type = t.approvable_type AND d.id = t.approvable_id)'

export function beginRound(work: Work, { type, id, name, requestedBy }: Approvable): void {
  work.db.run(
    `INSERT INTO approvables (type, id, name, requester, round) VALUES ($type, $id, $name, $requester, 1)
     ON CONFLICT (type, id) DO UPDATE SET name = $name, requester = $requester, round = round + 1`,
    { type, id, name, requester: requestedBy.login },
  )
}

/** `ERR_COUPA_NOT_FOUND` where nothing was ever submitted. */
export function readRound(db: Database, { type, id }: ApprovableKey): Round {
  const row = db.get('SELECT * FROM approvables WHERE type = $type AND id = $id', { type, id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `${type} ${id} was never submitted`)
  return roundOf(row)
}

function roundOf(row: Row): Round {
  return {
    number: numberOf(row, 'round'),
    name: textOf(row, 'name'),
    requester: textOf(row, 'requester'),
  }
}
