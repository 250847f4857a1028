import { addDecimals } from '@punchloop/sdk/cxml'
import type { User } from '../company/company.js'
import { fullName } from '../company/people.js'
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
import type { Requisition, RequisitionLine, RequisitionStatus, RequisitionSummary } from './requisition.js'

/** `ERR_COUPA_NOT_FOUND` where there is none. */
export function readRequisition(db: Database, number: number): Requisition {
  const row = db.get('SELECT * FROM requisitions WHERE number = $number', { number })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no requisition ${number}`)
  return requisitionOf(db, row)
}

/** The open cart of a person. A person has one at most. */
export function findCart(db: Database, login: string): Requisition | undefined {
  const row = db.get(`SELECT * FROM requisitions WHERE login = $login AND status = 'cart'`, { login })
  return row && requisitionOf(db, row)
}

export function createCart(work: Work, user: User): Requisition {
  const { lastId } = work.db.run(
    `INSERT INTO requisitions (status, login, full_name, currency, total, created_at, updated_at)
     VALUES ('cart', $login, $fullName, $currency, '0', $now, $now)`,
    {
      login: user.login,
      fullName: fullName(user),
      currency: work.company.currency,
      now: work.now.toISOString(),
    },
  )
  return readRequisition(work.db, lastId)
}

/** Appends lines with numbers that step by one, and keeps the total. */
export function appendLines(
  work: Work,
  requisition: number,
  lines: readonly Omit<RequisitionLine, 'lineNum'>[],
): void {
  const last = work.db.get(
    'SELECT coalesce(max(line_num), 0) AS last FROM requisition_lines WHERE requisition = $requisition',
    { requisition },
  )
  const first = (last === undefined ? 0 : numberOf(last, 'last')) + 1
  for (const [index, line] of lines.entries()) {
    work.db.run(
      `INSERT INTO requisition_lines VALUES ($requisition, $lineNum, $description, $descriptionLang, $sourcePartNum,
         $suppAuxPartNum, $quantity, $unitPrice, $currency, $total, $uom, $unspscCode, $commodity, $manufacturerName,
         $manufacturerPartNumber, $imageUrl, $supplierId, $supplierName, $siteId, $siteName, $trip)`,
      { requisition, lineNum: first + index, ...columnsOf(line) },
    )
  }
  keepTotal(work, requisition)
}

function columnsOf(line: Omit<RequisitionLine, 'lineNum'>) {
  return {
    description: line.description,
    descriptionLang: line.descriptionLang,
    sourcePartNum: line.sourcePartNum,
    suppAuxPartNum: line.suppAuxPartNum,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    currency: line.currency,
    total: line.total,
    uom: line.uom,
    unspscCode: line.unspscCode,
    commodity: line.commodity,
    manufacturerName: line.manufacturerName,
    manufacturerPartNumber: line.manufacturerPartNumber,
    imageUrl: line.imageUrl,
    supplierId: line.supplier.id,
    supplierName: line.supplier.name,
    siteId: line.punchoutSite?.id,
    siteName: line.punchoutSite?.name,
    trip: line.trip,
  }
}

/** Takes a line away; the ones after it move up, since Coupa's line numbers step by one. */
export function deleteLine(work: Work, requisition: number, lineNum: number): void {
  const { changes } = work.db.run(
    'DELETE FROM requisition_lines WHERE requisition = $requisition AND line_num = $lineNum',
    { requisition, lineNum },
  )
  if (changes === 0) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `Requisition ${requisition} has no line ${lineNum}`)
  }
  const after = work.db.all(
    'SELECT line_num FROM requisition_lines WHERE requisition = $requisition AND line_num > $lineNum ORDER BY line_num',
    { requisition, lineNum },
  )
  // One by one and in order: the numbers are a primary key and must not meet on the way.
  for (const row of after) {
    work.db.run(
      'UPDATE requisition_lines SET line_num = line_num - 1 WHERE requisition = $requisition AND line_num = $lineNum',
      { requisition, lineNum: numberOf(row, 'line_num') },
    )
  }
  keepTotal(work, requisition)
}

function keepTotal(work: Work, requisition: number): void {
  const totals = work.db
    .all('SELECT total FROM requisition_lines WHERE requisition = $requisition', { requisition })
    .map(row => textOf(row, 'total'))
  work.db.run('UPDATE requisitions SET total = $total, updated_at = $now WHERE number = $requisition', {
    requisition,
    total: addDecimals(...totals),
    now: work.now.toISOString(),
  })
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
    (SELECT description FROM requisition_lines l WHERE l.requisition = r.number ORDER BY line_num LIMIT 1) AS title,
    (SELECT approver_name FROM approvals a WHERE a.requisition = r.number AND a.status = 'pending_approval') AS waiting_for
  FROM requisitions r`

/** Newest first. Without a login: everybody's. */
export function listRequisitions(
  db: Database,
  filter: { readonly login?: string; readonly limit?: number } = {},
): RequisitionSummary[] {
  return db
    .all(
      `${summaryColumns} WHERE $login IS NULL OR r.login = $login ORDER BY r.number DESC LIMIT ${filter.limit ?? -1}`,
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
    title: presentText(row, { title: 'title' }).title ?? 'Empty cart',
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
    lines: db
      .all('SELECT * FROM requisition_lines WHERE requisition = $number ORDER BY line_num', { number })
      .map(lineOf),
    currency: textOf(row, 'currency'),
    total: textOf(row, 'total'),
    createdAt: dateOf(row, 'created_at'),
    updatedAt: dateOf(row, 'updated_at'),
    ...presentDate(row, { submittedAt: 'submitted_at' }),
    ...presentText(row, {
      justification: 'justification',
      rejectReason: 'reject_reason',
      withdrawReason: 'withdraw_reason',
    }),
  }
}

function lineOf(row: Row): RequisitionLine {
  const { siteId } = presentNumber(row, { siteId: 'site_id' })
  return {
    lineNum: numberOf(row, 'line_num'),
    description: textOf(row, 'description'),
    descriptionLang: textOf(row, 'description_lang'),
    sourcePartNum: textOf(row, 'source_part_num'),
    quantity: textOf(row, 'quantity'),
    unitPrice: textOf(row, 'unit_price'),
    currency: textOf(row, 'currency'),
    total: textOf(row, 'total'),
    uom: textOf(row, 'uom'),
    supplier: { id: numberOf(row, 'supplier_id'), name: textOf(row, 'supplier_name') },
    ...(siteId === undefined ? {} : { punchoutSite: { id: siteId, name: textOf(row, 'site_name') } }),
    ...presentNumber(row, { trip: 'trip' }),
    ...presentText(row, {
      suppAuxPartNum: 'supp_aux_part_num',
      unspscCode: 'unspsc_code',
      commodity: 'commodity',
      manufacturerName: 'manufacturer_name',
      manufacturerPartNumber: 'manufacturer_part_number',
      imageUrl: 'image_url',
    }),
  }
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
