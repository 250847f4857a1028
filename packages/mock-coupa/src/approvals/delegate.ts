import { activePerson, findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError, type FieldProblem } from '../errors.js'
import { findDelegation } from './delegation.js'

/** What somebody who is going away says. */
export interface NewDelegation {
  readonly delegate: string
  readonly startDate: Date
  readonly endDate: Date
  readonly reason: string
  /** Default true. */
  readonly approvalDelegate?: boolean
  /** Coupa's `receiving-delegate`. Default false. */
  readonly receivingDelegate?: boolean
}

/** `ERR_COUPA_INVALID` names the fields. Returns the id. */
export function delegate(work: Work, login: string, wanted: NewDelegation): number {
  const delegator = findPerson(work.company, login)
  const fields = problemsOf(work, login, wanted)
  if (fields.length > 0) {
    const message = fields.map(problem => `${problem.field} ${problem.message}`).join('; ')
    throw new CoupaError('ERR_COUPA_INVALID', `This delegation cannot be taken: ${message}`, { fields })
  }
  const { lastId } = work.db.run(
    `INSERT INTO delegations
       (delegator, delegate, start_date, end_date, reason, approval_delegate, receiving_delegate, created_at,
        updated_at, created_by, updated_by)
     VALUES ($delegator, $delegate, $startDate, $endDate, $reason, $approval, $receiving, $now, $now, $delegator,
       $delegator)`,
    {
      delegator: delegator.login,
      delegate: wanted.delegate,
      startDate: wanted.startDate.toISOString(),
      endDate: wanted.endDate.toISOString(),
      reason: wanted.reason.trim(),
      approval: wanted.approvalDelegate === false ? 0 : 1,
      receiving: wanted.receivingDelegate === true ? 1 : 0,
      now: work.now.toISOString(),
    },
  )
  // Coupa has a notification for delegates of approvals only.
  if (wanted.approvalDelegate !== false) tellDelegate(work, fullName(delegator), wanted)
  return lastId
}

function tellDelegate(work: Work, delegator: string, wanted: NewDelegation): void {
  work.emit('delegate appointed', {
    delegator,
    delegate: wanted.delegate,
    startDate: wanted.startDate,
    endDate: wanted.endDate,
  })
}

function problemsOf(work: Work, login: string, wanted: NewDelegation): FieldProblem[] {
  const isThere = activePerson(work.company, wanted.delegate) !== undefined
  const isDate = (date: Date) => !Number.isNaN(date.getTime())
  return [
    ...(isThere ? [] : [{ field: 'delegate', message: 'must be an active person' }]),
    ...(wanted.delegate === login ? [{ field: 'delegate', message: 'must be somebody else' }] : []),
    ...(isDate(wanted.startDate) ? [] : [{ field: 'startDate', message: 'must be a date' }]),
    ...(isDate(wanted.endDate) && wanted.endDate > wanted.startDate && wanted.endDate > work.now
      ? []
      : [{ field: 'endDate', message: 'must be after the start, and not be past' }]),
    ...(wanted.reason.trim() === '' ? [{ field: 'reason', message: 'must not be empty' }] : []),
    ...(wanted.reason.length > 255 ? [{ field: 'reason', message: 'must not exceed 255 characters' }] : []),
  ]
}

/** Ends now; one that has not begun never does. By the delegator or an administrator. */
export function endDelegation(work: Work, login: string, id: number): void {
  const found = findDelegation(work.db, id)
  const person = findPerson(work.company, login)
  if (found === undefined || (found.delegator !== login && !person.administrator)) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `You have no delegation ${id}`)
  }
  work.db.run(
    `UPDATE delegations SET end_date = min(end_date, $now), start_date = min(start_date, $now), updated_at = $now,
       updated_by = $login WHERE id = $id`,
    { id, login, now: work.now.toISOString() },
  )
}
