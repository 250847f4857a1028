import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { memberOf, numberOf, presentDate, presentText, type Row, textOf } from '../store/row.js'

/** Unverified: Coupa's names for these. */
export const shipNoticeStatuses = ['in_transit', 'partially_received', 'received', 'voided'] as const

export type ShipNoticeStatus = (typeof shipNoticeStatuses)[number]

export interface ShipNoticeLine {
  readonly id: number
  readonly asn: number
  readonly lineNum: number
  readonly purchaseOrder: number
  readonly orderLine: number
  readonly quantity: string
  readonly uom?: string
  readonly status: Exclude<ShipNoticeStatus, 'partially_received'>
}

/** What a supplier says is on its way (advance ship notice). */
export interface ShipNotice {
  readonly id: number
  /** The supplier's own number of the shipment. */
  readonly asnNumber: string
  readonly supplier: number
  readonly status: ShipNoticeStatus
  readonly noticeDate?: Date
  readonly shipDate?: Date
  readonly deliveryDate?: Date
  readonly carrier?: string
  readonly trackingNumber?: string
  readonly comments?: string
  readonly lines: readonly ShipNoticeLine[]
}

export type NewShipNoticeLine = Omit<ShipNoticeLine, 'id' | 'asn' | 'status' | 'lineNum'>

export type NewShipNotice = Omit<ShipNotice, 'id' | 'status' | 'lines'> & {
  readonly lines: readonly NewShipNoticeLine[]
}

export function insertShipNotice(work: Work, notice: NewShipNotice): number {
  const now = work.now.toISOString()
  const { lastId } = work.db.run(
    `INSERT INTO asn_headers (asn_number, supplier, status, notice_date, ship_date, delivery_date, carrier,
       tracking_number, comments, created_at, updated_at)
     VALUES ($asnNumber, $supplier, 'in_transit', $noticeDate, $shipDate, $deliveryDate, $carrier, $trackingNumber,
       $comments, $now, $now)`,
    { ...columnsOf(notice), asnNumber: notice.asnNumber, supplier: notice.supplier, now },
  )
  insertLines(work, lastId, notice.lines)
  return lastId
}

/** Takes the place of all that was said before. A line that a voided receipt came by stays, voided. */
export function replaceShipNotice(work: Work, id: number, notice: NewShipNotice): void {
  const now = work.now.toISOString()
  work.db.run(
    `DELETE FROM asn_lines WHERE asn = $id
       AND NOT EXISTS (SELECT 1 FROM receiving_transactions r WHERE r.asn_line = asn_lines.id)`,
    { id },
  )
  work.db.run(`UPDATE asn_lines SET status = 'voided', updated_at = $now WHERE asn = $id`, { id, now })
  work.db.run(
    `UPDATE asn_headers SET status = 'in_transit', notice_date = $noticeDate, ship_date = $shipDate,
       delivery_date = $deliveryDate, carrier = $carrier, tracking_number = $trackingNumber, comments = $comments,
       updated_at = $now WHERE id = $id`,
    { ...columnsOf(notice), id, now },
  )
  insertLines(work, id, notice.lines)
}

function columnsOf(notice: NewShipNotice) {
  return {
    noticeDate: notice.noticeDate?.toISOString(),
    shipDate: notice.shipDate?.toISOString(),
    deliveryDate: notice.deliveryDate?.toISOString(),
    carrier: notice.carrier,
    trackingNumber: notice.trackingNumber,
    comments: notice.comments,
  }
}

function insertLines(work: Work, asn: number, lines: NewShipNotice['lines']): void {
  const kept = work.db.get('SELECT coalesce(max(line_num), 0) AS last FROM asn_lines WHERE asn = $asn', {
    asn,
  })
  const first = (kept === undefined ? 0 : numberOf(kept, 'last')) + 1
  for (const [index, line] of lines.entries()) {
    work.db.run(
      `INSERT INTO asn_lines (asn, line_num, purchase_order, order_line, quantity, uom, status, created_at, updated_at)
       VALUES ($asn, $lineNum, $purchaseOrder, $orderLine, $quantity, $uom, 'in_transit', $now, $now)`,
      {
        asn,
        lineNum: first + index,
        purchaseOrder: line.purchaseOrder,
        orderLine: line.orderLine,
        quantity: line.quantity,
        uom: line.uom,
        now: work.now.toISOString(),
      },
    )
  }
}

export function findShipNotice(db: Database, supplier: number, asnNumber: string): ShipNotice | undefined {
  const row = db.get('SELECT * FROM asn_headers WHERE supplier = $supplier AND asn_number = $asnNumber', {
    supplier,
    asnNumber,
  })
  return row && noticeOf(db, row)
}

/** `ERR_COUPA_NOT_FOUND` where there is none. */
export function readShipNotice(db: Database, id: number): ShipNotice {
  const row = db.get('SELECT * FROM asn_headers WHERE id = $id', { id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no ship notice ${id}`)
  return noticeOf(db, row)
}

export function readShipNoticeLine(db: Database, id: number): ShipNoticeLine {
  const row = db.get('SELECT * FROM asn_lines WHERE id = $id', { id })
  if (row === undefined)
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no line ${id} of a ship notice`)
  return lineOf(row)
}

/** Of one order, oldest first. */
export function listShipNotices(db: Database, purchaseOrder: number): ShipNotice[] {
  return db
    .all(
      `SELECT * FROM asn_headers WHERE id IN (SELECT asn FROM asn_lines WHERE purchase_order = $purchaseOrder)
       ORDER BY id`,
      { purchaseOrder },
    )
    .map(row => noticeOf(db, row))
}

/** Of a line; the notice as a whole is as far as its lines are. */
export function writeLineStatus(work: Work, line: ShipNoticeLine, status: ShipNoticeLine['status']): void {
  const now = work.now.toISOString()
  work.db.run('UPDATE asn_lines SET status = $status, updated_at = $now WHERE id = $id', {
    id: line.id,
    status,
    now,
  })
  const found = new Set(readShipNotice(work.db, line.asn).lines.map(one => one.status))
  work.db.run('UPDATE asn_headers SET status = $status, updated_at = $now WHERE id = $id', {
    id: line.asn,
    status: wholeOf(found),
    now,
  })
}

function wholeOf(statuses: ReadonlySet<ShipNoticeLine['status']>): ShipNoticeStatus {
  if (!statuses.has('received')) return statuses.has('in_transit') ? 'in_transit' : 'voided'
  return statuses.has('in_transit') ? 'partially_received' : 'received'
}

function noticeOf(db: Database, row: Row): ShipNotice {
  const id = numberOf(row, 'id')
  return {
    id,
    asnNumber: textOf(row, 'asn_number'),
    supplier: numberOf(row, 'supplier'),
    status: memberOf(row, 'status', shipNoticeStatuses),
    lines: db.all('SELECT * FROM asn_lines WHERE asn = $id ORDER BY line_num', { id }).map(lineOf),
    ...presentDate(row, { noticeDate: 'notice_date', shipDate: 'ship_date', deliveryDate: 'delivery_date' }),
    ...presentText(row, { carrier: 'carrier', trackingNumber: 'tracking_number', comments: 'comments' }),
  }
}

function lineOf(row: Row): ShipNoticeLine {
  return {
    id: numberOf(row, 'id'),
    asn: numberOf(row, 'asn'),
    lineNum: numberOf(row, 'line_num'),
    purchaseOrder: numberOf(row, 'purchase_order'),
    orderLine: numberOf(row, 'order_line'),
    quantity: textOf(row, 'quantity'),
    status: memberOf(row, 'status', ['in_transit', 'received', 'voided']),
    ...presentText(row, { uom: 'uom' }),
  }
}
