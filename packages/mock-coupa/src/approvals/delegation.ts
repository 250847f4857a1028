import type { Database } from '../store/database.js'
import { dateOf, numberOf, type Row, textOf } from '../store/row.js'

/** Somebody is away, and somebody else decides meanwhile. Field names are Coupa's. */
export interface Delegation {
  readonly id: number
  /** Login of whoever is away. */
  readonly delegator: string
  readonly delegate: string
  /** From this moment on … */
  readonly startDate: Date
  /** … until this one. */
  readonly endDate: Date
  readonly reason: string
  /** Decides on approvals. */
  readonly approvalDelegate: boolean
  /** Says what has arrived. */
  readonly receivingDelegate: boolean
}

/** Where it is asked who stands for whom, and when. */
export interface Moment {
  readonly db: Database
  readonly now: Date
}

/** Logins of those in whose place somebody decides now. Unverified: a delegate's own delegate gets nothing. */
export function delegatorsOf({ db, now }: Moment, delegate: string): string[] {
  return db
    .all(
      `SELECT DISTINCT delegator FROM delegations WHERE delegate = $delegate AND approval_delegate = 1
         AND start_date <= $now AND end_date > $now ORDER BY delegator`,
      { delegate, now: now.toISOString() },
    )
    .map(row => textOf(row, 'delegator'))
}

/** Logins of those who decide now in somebody's place. */
export function delegatesOf({ db, now }: Moment, delegator: string): string[] {
  return db
    .all(
      `SELECT DISTINCT delegate FROM delegations WHERE delegator = $delegator AND approval_delegate = 1
         AND start_date <= $now AND end_date > $now ORDER BY delegate`,
      { delegator, now: now.toISOString() },
    )
    .map(row => textOf(row, 'delegate'))
}

/** Whether one receives now in the other's place. */
export function isReceivingDelegate(
  { db, now }: Moment,
  who: { readonly delegate: string; readonly delegator: string },
): boolean {
  const row = db.get(
    `SELECT 1 FROM delegations WHERE delegate = $delegate AND delegator = $delegator AND receiving_delegate = 1
       AND start_date <= $now AND end_date > $now LIMIT 1`,
    { ...who, now: now.toISOString() },
  )
  return row !== undefined
}

/** Those by and for a person that have not ended, the next to begin first. */
export function delegationsOf({ db, now }: Moment, login: string): Delegation[] {
  return db
    .all(
      `SELECT * FROM delegations WHERE (delegator = $login OR delegate = $login) AND end_date > $now
       ORDER BY start_date, id`,
      { login, now: now.toISOString() },
    )
    .map(delegationOf)
}

export function findDelegation(db: Database, id: number): Delegation | undefined {
  const row = db.get('SELECT * FROM delegations WHERE id = $id', { id })
  return row && delegationOf(row)
}

function delegationOf(row: Row): Delegation {
  return {
    id: numberOf(row, 'id'),
    delegator: textOf(row, 'delegator'),
    delegate: textOf(row, 'delegate'),
    startDate: dateOf(row, 'start_date'),
    endDate: dateOf(row, 'end_date'),
    reason: textOf(row, 'reason'),
    approvalDelegate: numberOf(row, 'approval_delegate') === 1,
    receivingDelegate: numberOf(row, 'receiving_delegate') === 1,
  }
}
