import type { Duty } from '../control/due-work.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import type { Database } from '../store/database.js'
import { dateOf, numberOf } from '../store/row.js'
import type { Requisition, RequisitionStatus } from './requisition.js'
import { changeStatus, readRequisition } from './requisition-records.js'

const notOrdered: readonly RequisitionStatus[] = [
  'cart',
  'draft',
  'pending_buyer_action',
  'pending_approval',
  'approved',
]

/**
 * Orders are issued at a time and not before, however early the last approval is given; `at` undefined: as soon as it
 * is given. `ERR_COUPA_CONFLICT` once there are orders, `ERR_COUPA_INVALID` for a time that has passed.
 */
export function scheduleIssuance(work: Work, number: number, by: string, at: Date | undefined): void {
  const { status } = readRequisition(work.db, number)
  if (!notOrdered.includes(status)) {
    throw new CoupaError('ERR_COUPA_CONFLICT', `Requisition ${number} has been ordered: it is ${status}`)
  }
  if (at !== undefined && at.getTime() <= work.now.getTime()) {
    throw new CoupaError('ERR_COUPA_INVALID', 'issue_at must lie in the future')
  }
  work.db.run('UPDATE requisitions SET issue_at = $at, updated_at = $now WHERE number = $number', {
    number,
    at: at?.toISOString() ?? null,
    now: work.now.toISOString(),
  })
  recordHistory(work, {
    requisition: number,
    by,
    text: at === undefined ? 'Orders are issued once approved' : `Orders are issued at ${at.toISOString()}`,
  })
  if (at === undefined && status === 'approved') work.emit('issuance due', { requisition: number })
}

/** With so many lines it is ordered after the approval, not with it. Unverified: what Coupa's `backgrounded` stands for. */
const backgroundFrom = 100

/** A large requisition is put aside, for the duty that issues what is due. Whether it was. */
export function putInBackground(work: Work, { number, status, lines }: Requisition): boolean {
  if (status !== 'approved' || lines.length < backgroundFrom) return false
  changeStatus(work, number, { from: ['approved'], to: 'backgrounded', doing: 'put in the background' })
  const now = work.now.toISOString()
  work.db.run('UPDATE requisitions SET issue_at = $now WHERE number = $number', { number, now })
  return true
}

/** The time has come for what was approved before. */
export function issueScheduled(work: Work, number: number): void {
  const { status } = readRequisition(work.db, number)
  if (status === 'approved' || status === 'backgrounded') work.emit('issuance due', { requisition: number })
}

/** Approved requisitions whose time has come, and large ones that are ordered afterwards. */
export function scheduledIssuances(db: Database): Pick<Duty, 'due' | 'next'> {
  const waiting = `FROM requisitions WHERE issue_at IS NOT NULL AND status IN ('approved', 'backgrounded')`
  return {
    due: now =>
      db
        .all(`SELECT number ${waiting} AND issue_at <= $now ORDER BY issue_at LIMIT 16`, {
          now: now.toISOString(),
        })
        .map(row => numberOf(row, 'number')),
    next(now) {
      const row = db.get(`SELECT issue_at ${waiting} AND issue_at > $now ORDER BY issue_at LIMIT 1`, {
        now: now.toISOString(),
      })
      return row && dateOf(row, 'issue_at')
    },
  }
}
