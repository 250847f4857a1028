import type { Account, Address } from '../company/company.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentDate, presentText, type Row, textOf } from '../store/row.js'
import type {
  PurchaseOrder,
  PurchaseOrderLine,
  PurchaseOrderStatus,
  PurchaseOrderSummary,
  TransmissionStatus,
} from './purchase-order.js'

const statuses = [
  'draft',
  'buyer_hold',
  'currency_hold',
  'supplier_hold',
  'supplier_window_hold',
  'issued',
  'closed',
  'cancelled',
  'error',
] as const satisfies readonly PurchaseOrderStatus[]

const transmissionStatuses = [
  'created',
  'scheduled_for_cxml',
  'sent_via_cxml',
  'transmission_failure',
  'sent_manually',
] as const satisfies readonly TransmissionStatus[]

/** Writes an order and its lines. Returns its number. */
export function insertPurchaseOrder(
  work: Work,
  order: Omit<PurchaseOrder, 'number' | 'sentAt' | 'acknowledgedAt'>,
): number {
  const { lastId } = work.db.run(
    `INSERT INTO purchase_orders (version, status, transmission_status, requisition, login, full_name, email,
       supplier_id, supplier_name, ship_to, bill_to, account, currency, total, issued_at)
     VALUES ($version, $status, $transmissionStatus, $requisition, $login, $fullName, $email,
       $supplierId, $supplierName, $shipTo, $billTo, $account, $currency, $total, $issuedAt)`,
    {
      version: order.version,
      status: order.status,
      transmissionStatus: order.transmissionStatus,
      requisition: order.requisition,
      ...order.requestedBy,
      supplierId: order.supplier.id,
      supplierName: order.supplier.name,
      shipTo: JSON.stringify(order.shipTo),
      billTo: JSON.stringify(order.billTo),
      account: JSON.stringify(order.account),
      currency: order.currency,
      total: order.total,
      issuedAt: order.issuedAt.toISOString(),
    },
  )
  for (const line of order.lines) insertLine(work, lastId, line)
  return lastId
}

function insertLine(work: Work, purchaseOrder: number, line: PurchaseOrderLine): void {
  work.db.run(
    `INSERT INTO purchase_order_lines VALUES ($purchaseOrder, $lineNum, $requisitionLine, $description,
       $descriptionLang, $sourcePartNum, $suppAuxPartNum, $quantity, $unitPrice, $currency, $total, $uom, $unspscCode,
       $manufacturerName, $manufacturerPartNumber)`,
    {
      purchaseOrder,
      lineNum: line.lineNum,
      requisitionLine: line.requisitionLine,
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
      manufacturerName: line.manufacturerName,
      manufacturerPartNumber: line.manufacturerPartNumber,
    },
  )
}

/** By number, which is digits. `ERR_COUPA_NOT_FOUND` where there is none. */
export function readPurchaseOrder(db: Database, number: string | number): PurchaseOrder {
  const order = findPurchaseOrder(db, number)
  if (order === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no purchase order ${number}`)
  return order
}

export function findPurchaseOrder(db: Database, number: string | number): PurchaseOrder | undefined {
  if (!/^\d{1,15}$/.test(String(number))) return undefined
  const row = db.get('SELECT * FROM purchase_orders WHERE number = $number', { number: Number(number) })
  return row && orderOf(db, row)
}

const summaryColumns = `SELECT o.*, (SELECT description FROM purchase_order_lines l
    WHERE l.purchase_order = o.number ORDER BY line_num LIMIT 1) AS title
  FROM purchase_orders o`

/** Newest first. */
export function listPurchaseOrders(
  db: Database,
  filter: { readonly login?: string; readonly requisition?: number } = {},
): PurchaseOrderSummary[] {
  return db
    .all(
      `${summaryColumns} WHERE ($login IS NULL OR login = $login)
         AND ($requisition IS NULL OR requisition = $requisition) ORDER BY number DESC`,
      { login: filter.login, requisition: filter.requisition },
    )
    .map(summaryOf)
}

export function readOrderSummary(db: Database, number: number): PurchaseOrderSummary {
  const row = db.get(`${summaryColumns} WHERE number = $number`, { number })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no purchase order ${number}`)
  return summaryOf(row)
}

function summaryOf(row: Row): PurchaseOrderSummary {
  return {
    number: String(numberOf(row, 'number')),
    requisition: numberOf(row, 'requisition'),
    supplier: textOf(row, 'supplier_name'),
    title: textOf(row, 'title'),
    ...statusesOf(row),
    currency: textOf(row, 'currency'),
    total: textOf(row, 'total'),
    issuedAt: dateOf(row, 'issued_at'),
    ...presentDate(row, { acknowledgedAt: 'acknowledged_at' }),
  }
}

export function markTransmission(work: Work, number: number, status: TransmissionStatus): void {
  work.db.run(
    `UPDATE purchase_orders SET transmission_status = $status,
       sent_at = CASE WHEN $status IN ('sent_via_cxml', 'sent_manually') THEN $now ELSE sent_at END
     WHERE number = $number`,
    { number, status, now: work.now.toISOString() },
  )
}

/** Coupa's `acknowledged-at`: the first time the supplier said yes. */
export function markAcknowledged(work: Work, number: number): void {
  work.db.run(
    'UPDATE purchase_orders SET acknowledged_at = coalesce(acknowledged_at, $now) WHERE number = $number',
    {
      number,
      now: work.now.toISOString(),
    },
  )
}

function statusesOf(row: Row) {
  return {
    status: memberOf(row, 'status', statuses),
    transmissionStatus: memberOf(row, 'transmission_status', transmissionStatuses),
  }
}

function orderOf(db: Database, row: Row): PurchaseOrder {
  const number = numberOf(row, 'number')
  const shipTo: Address = JSON.parse(textOf(row, 'ship_to'))
  const billTo: Address = JSON.parse(textOf(row, 'bill_to'))
  const account: Account = JSON.parse(textOf(row, 'account'))
  return {
    number: String(number),
    version: numberOf(row, 'version'),
    ...statusesOf(row),
    requisition: numberOf(row, 'requisition'),
    requestedBy: {
      login: textOf(row, 'login'),
      fullName: textOf(row, 'full_name'),
      email: textOf(row, 'email'),
    },
    supplier: { id: numberOf(row, 'supplier_id'), name: textOf(row, 'supplier_name') },
    shipTo,
    billTo,
    account,
    lines: db
      .all('SELECT * FROM purchase_order_lines WHERE purchase_order = $number ORDER BY line_num', { number })
      .map(lineOf),
    currency: textOf(row, 'currency'),
    total: textOf(row, 'total'),
    issuedAt: dateOf(row, 'issued_at'),
    ...presentDate(row, { sentAt: 'sent_at', acknowledgedAt: 'acknowledged_at' }),
  }
}

function lineOf(row: Row): PurchaseOrderLine {
  return {
    lineNum: numberOf(row, 'line_num'),
    requisitionLine: numberOf(row, 'requisition_line'),
    description: textOf(row, 'description'),
    descriptionLang: textOf(row, 'description_lang'),
    sourcePartNum: textOf(row, 'source_part_num'),
    quantity: textOf(row, 'quantity'),
    unitPrice: textOf(row, 'unit_price'),
    currency: textOf(row, 'currency'),
    total: textOf(row, 'total'),
    uom: textOf(row, 'uom'),
    ...presentText(row, {
      suppAuxPartNum: 'supp_aux_part_num',
      unspscCode: 'unspsc_code',
      manufacturerName: 'manufacturer_name',
      manufacturerPartNumber: 'manufacturer_part_number',
    }),
  }
}
