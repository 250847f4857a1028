import { percentOf } from '../accounting/taxes.js'
import type { User } from '../company/company.js'
import { fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentDate, presentText, type Row, textOf } from '../store/row.js'
import type { Requisition, RequisitionStatus, RequisitionSummary } from './requisition.js'
import { presentCustomFields, presentKept, readLines } from './requisition-lines.js'

/** `ERR_COUPA_NOT_FOUND` where there is none. */
export function readRequisition(db: Database, number: number): Requisition {
  const row = db.get('SELECT * FROM requisitions WHERE number = $number', { number })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no requisition ${number}`)
  return requisitionOf(db, row)
}

/** The cart that a person fills, on whose behalf ever. A person fills one at most. */
export function findCart(db: Database, login: string): Requisition | undefined {
  const row = db.get(
    `SELECT * FROM requisitions WHERE coalesce(prepared_by, login) = $login AND status = 'cart'`,
    { login },
  )
  return row && requisitionOf(db, row)
}

export function isPreparedBy(db: Database, number: number, login: string): boolean {
  return (
    db.get('SELECT 1 FROM requisitions WHERE number = $number AND prepared_by = $login', {
      number,
      login,
    }) !== undefined
  )
}

export function createCart(work: Work, user: User): Requisition {
  return createRequisition(work, user, { status: 'cart', createdBy: user.login })
}

/** An empty one. */
export function createRequisition(
  work: Work,
  requester: User,
  beginning: { readonly status: 'cart' | 'draft'; readonly createdBy: string },
): Requisition {
  const { lastId } = work.db.run(
    `INSERT INTO requisitions
       (status, login, full_name, currency, total, created_at, updated_at, created_by, updated_by)
     VALUES ($status, $login, $fullName, $currency, '0', $now, $now, $createdBy, $createdBy)`,
    {
      ...beginning,
      login: requester.login,
      fullName: fullName(requester),
      currency: work.company.currency,
      now: work.now.toISOString(),
    },
  )
  return readRequisition(work.db, lastId)
}

/** Changes the status only from where it may be changed. `ERR_COUPA_CONFLICT` names what it is instead. */
export function changeStatus(
  work: Work,
  requisition: number,
  change: {
    readonly from: readonly RequisitionStatus[]
    readonly to: RequisitionStatus
    readonly doing: string
  },
): void {
  const { status } = readRequisition(work.db, requisition)
  if (!change.from.includes(status)) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Requisition ${requisition} cannot be ${change.doing}: it is ${status}, and that is possible only while it is ${change.from.join(' or ')}`,
    )
  }
  work.db.run('UPDATE requisitions SET status = $to, updated_at = $now WHERE number = $requisition', {
    requisition,
    to: change.to,
    now: work.now.toISOString(),
  })
}

const summaryColumns = `SELECT r.*,
    (SELECT count(*) FROM requisition_lines l WHERE l.requisition = r.number) AS line_count,
    (SELECT description FROM requisition_lines l WHERE l.requisition = r.number ORDER BY line_num LIMIT 1) AS first_line,
    (SELECT approver_name FROM approvals a WHERE a.approvable_type = 'RequisitionHeader' AND a.approvable_id = r.number
      AND a.status IN ('pending_approval', 'on_hold')
      ORDER BY a.position LIMIT 1) AS waiting_for
  FROM requisitions r`

/** Newest first. Without a login: everybody's; with one: asked for by or for that person. */
export function listRequisitions(
  db: Database,
  filter: { readonly login?: string; readonly limit?: number } = {},
): RequisitionSummary[] {
  return db
    .all(
      `${summaryColumns} WHERE $login IS NULL OR r.login = $login OR r.prepared_by = $login ORDER BY r.number DESC LIMIT ${filter.limit ?? -1}`,
      { login: filter.login },
    )
    .map(summaryOf)
}

export function readSummary(db: Database, number: number): RequisitionSummary {
  const row = db.get(`${summaryColumns} WHERE r.number = $number`, { number })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no requisition ${number}`)
  return summaryOf(row)
}

function summaryOf(row: Row): RequisitionSummary {
  return {
    number: numberOf(row, 'number'),
    status: statusOf(row),
    requestedBy: { login: textOf(row, 'login'), fullName: textOf(row, 'full_name') },
    ...preparedBy(row),
    title: presentText(row, { title: 'first_line' }).title ?? 'Empty cart',
    lineCount: numberOf(row, 'line_count'),
    currency: textOf(row, 'currency'),
    total: textOf(row, 'total'),
    createdAt: dateOf(row, 'created_at'),
    ...presentDate(row, { submittedAt: 'submitted_at' }),
    ...presentText(row, { waitingFor: 'waiting_for' }),
  }
}

function requisitionOf(db: Database, row: Row): Requisition {
  const number = numberOf(row, 'number')
  return {
    number,
    status: statusOf(row),
    requestedBy: { login: textOf(row, 'login'), fullName: textOf(row, 'full_name') },
    ...preparedBy(row),
    lines: readLines(db, number),
    hidePrice: numberOf(row, 'hide_price') === 1,
    currency: textOf(row, 'currency'),
    total: textOf(row, 'total'),
    estimatedTax: percentOf(textOf(row, 'total'), textOf(row, 'estimated_tax_percent')),
    createdAt: dateOf(row, 'created_at'),
    updatedAt: dateOf(row, 'updated_at'),
    ...presentDate(row, {
      submittedAt: 'submitted_at',
      needByDate: 'need_by_date',
      issueAt: 'issue_at',
    }),
    ...presentCustomFields(row),
    ...presentKept(row),
    ...presentText(row, {
      title: 'title',
      buyerNote: 'buyer_note',
      shipTo: 'ship_to',
      shipToAttention: 'ship_to_attention',
      department: 'department',
      justification: 'justification',
      rejectReason: 'reject_reason',
      withdrawReason: 'withdraw_reason',
    }),
  }
}

function preparedBy(row: Row): Pick<Requisition, 'preparedBy'> {
  const { login, fullName } = presentText(row, { login: 'prepared_by', fullName: 'prepared_by_name' })
  return login === undefined ? {} : { preparedBy: { login, fullName: fullName ?? login } }
}

const statuses = [
  'draft',
  'cart',
  'pending_buyer_action',
  'pending_approval',
  'approved',
  'ordered',
  'partially_received',
  'received',
  'abandoned',
  'backgrounded',
  'withdrawn',
] as const satisfies readonly RequisitionStatus[]

function statusOf(row: Row): RequisitionStatus {
  return memberOf(row, 'status', statuses)
}
