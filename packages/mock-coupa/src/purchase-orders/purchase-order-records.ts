import { addDecimals } from '@punchloop/sdk/cxml'
import type { Account, Address } from '../company/company.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Kept } from '../requisitions/requisition.js'
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
import {
  type NewPurchaseOrderLine,
  type PurchaseOrder,
  type PurchaseOrderStatus,
  type PurchaseOrderSummary,
  purchaseOrderStatuses,
  type TransmissionMethodOverride,
  type TransmissionStatus,
  transmissionMethodOverrides,
  transmissionStatuses,
} from './purchase-order.js'
import { insertLine, readLines } from './purchase-order-lines.js'

/** An order in the making: a draft of version 1 that nothing was transmitted of. */
export type NewPurchaseOrder = Pick<
  PurchaseOrder,
  | 'requisition'
  | 'requestedBy'
  | 'supplier'
  | 'shipTo'
  | 'shipToAttention'
  | 'billTo'
  | 'account'
  | 'paymentTerm'
  | 'shippingTerm'
  | 'currency'
  | 'exchangeRate'
  | 'hidePrice'
  | 'transmissionEmails'
> & {
  readonly lines: readonly NewPurchaseOrderLine[]
  /** An external order brings its own number. */
  readonly number?: string
  readonly transmissionMethodOverride?: TransmissionMethodOverride
  readonly createdBy?: string
  readonly more?: Kept
}

/** Writes a draft and its lines. Returns its id. */
export function insertPurchaseOrder(work: Work, order: NewPurchaseOrder): number {
  const { lastId } = work.db.run(
    `INSERT INTO purchase_orders (version, status, transmission_status, requisition, po_number, external, login,
       full_name, email, supplier_id, supplier_name, ship_to, ship_to_attention, bill_to, account, payment_term,
       shipping_term, currency, total, transmission_method_override, transmission_emails, exchange_rate, hide_price, more, issued_at, created_at,
       updated_at, created_by, updated_by)
     VALUES (1, 'draft', 'created', $requisition, $number, $external, $login, $fullName, $email, $supplierId,
       $supplierName, $shipTo, $shipToAttention, $billTo, $account, $paymentTerm, $shippingTerm, $currency, $total,
       $override, $emails, $exchangeRate, $hidePrice, $more, $now, $now, $now, $createdBy, $createdBy)`,
    {
      requisition: order.requisition,
      number: order.number,
      external: Number(order.requisition === undefined),
      ...order.requestedBy,
      supplierId: order.supplier.id,
      supplierName: order.supplier.name,
      shipTo: JSON.stringify(order.shipTo),
      shipToAttention: order.shipToAttention,
      billTo: JSON.stringify(order.billTo),
      account: JSON.stringify(order.account),
      paymentTerm: order.paymentTerm,
      shippingTerm: order.shippingTerm,
      currency: order.currency,
      total: addDecimals(...order.lines.map(line => line.total)),
      override: order.transmissionMethodOverride ?? 'supplier_default',
      emails: order.transmissionEmails,
      exchangeRate: order.exchangeRate,
      hidePrice: Number(order.hidePrice),
      more: JSON.stringify(order.more ?? {}),
      createdBy: order.createdBy ?? order.requestedBy.login,
      now: work.now.toISOString(),
    },
  )
  for (const line of order.lines) insertLine(work, lastId, line)
  return lastId
}

/** By id (a number) or by PO number (a text). `ERR_COUPA_NOT_FOUND` where there is none. */
export function readPurchaseOrder(db: Database, number: string | number): PurchaseOrder {
  const order = findPurchaseOrder(db, number)
  if (order === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no purchase order ${number}`)
  return order
}

export function findPurchaseOrder(db: Database, number: string | number): PurchaseOrder | undefined {
  const row =
    typeof number === 'number'
      ? db.get('SELECT * FROM purchase_orders WHERE number = $number', { number })
      : findByNumber(db, number)
  return row && orderOf(db, row)
}

const summaryColumns = `SELECT o.*, (SELECT description FROM purchase_order_lines l
    WHERE l.purchase_order = o.number AND l.deleted_at IS NULL ORDER BY line_num LIMIT 1) AS title
  FROM purchase_orders o`

function findByNumber(db: Database, number: string): Row | undefined {
  return (
    db.get('SELECT * FROM purchase_orders WHERE po_number = $number', { number }) ??
    (/^\d{1,15}$/.test(number)
      ? db.get('SELECT * FROM purchase_orders WHERE number = $number AND po_number IS NULL', {
          number: Number(number),
        })
      : undefined)
  )
}

export interface PurchaseOrderFilter {
  readonly login?: string
  readonly requisition?: number
  readonly status?: PurchaseOrderStatus
}

/** Newest first. */
export function listPurchaseOrders(db: Database, filter: PurchaseOrderFilter = {}): PurchaseOrderSummary[] {
  return db
    .all(
      `${summaryColumns} WHERE ($login IS NULL OR login = $login) AND ($status IS NULL OR status = $status)
         AND ($requisition IS NULL OR requisition = $requisition) ORDER BY number DESC`,
      { login: filter.login, requisition: filter.requisition, status: filter.status },
    )
    .map(summaryOf)
}

export function readOrderSummary(db: Database, id: number): PurchaseOrderSummary {
  const row = db.get(`${summaryColumns} WHERE number = $id`, { id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no purchase order ${id}`)
  return summaryOf(row)
}

function summaryOf(row: Row): PurchaseOrderSummary {
  return {
    ...numbersOf(row),
    supplier: textOf(row, 'supplier_name'),
    title: textOf(row, 'title'),
    ...statusesOf(row),
    version: numberOf(row, 'version'),
    currency: textOf(row, 'currency'),
    total: textOf(row, 'total'),
    issuedAt: dateOf(row, 'issued_at'),
    ...presentDate(row, { acknowledgedAt: 'acknowledged_at' }),
  }
}

const sentStatuses: readonly TransmissionStatus[] = [
  'sent_via_cxml',
  'sent_via_xml',
  'sent_via_email',
  'sent_manually',
  'purchased_online',
]

/** Unverified: that the way of an order to its supplier is no revision of it, and does not undo its export. */
export function markTransmission(work: Work, number: number, status: TransmissionStatus): void {
  work.db.run(
    `UPDATE purchase_orders SET transmission_status = $status, updated_at = $now,
       sent_at = CASE WHEN $isSent = 1 THEN $now ELSE sent_at END WHERE number = $number`,
    { number, status, isSent: Number(sentStatuses.includes(status)), now: work.now.toISOString() },
  )
}

/** Coupa's `acknowledged-at`: the first time the supplier said yes. */
export function markAcknowledged(work: Work, number: number): void {
  work.db.run(
    'UPDATE purchase_orders SET acknowledged_at = coalesce(acknowledged_at, $now), updated_at = $now WHERE number = $number',
    { number, now: work.now.toISOString() },
  )
}

/** Coupa's `exported`, which an integration sets when it has taken the order. */
export function markExported(work: Work, number: number, exported: boolean): void {
  work.db.run(
    `UPDATE purchase_orders SET exported = $exported,
       last_exported_at = CASE WHEN $exported = 1 THEN $now ELSE last_exported_at END WHERE number = $number`,
    { number, exported: Number(exported), now: work.now.toISOString() },
  )
}

/** The sum of the lines that are left. */
export function keepTotal(work: Work, id: number): void {
  const total = addDecimals(...readLines(work.db, id).map(line => line.total))
  work.db.run('UPDATE purchase_orders SET total = $total WHERE number = $id', { id, total })
}

function numbersOf(row: Row) {
  const id = numberOf(row, 'number')
  const { number = String(id) } = presentText(row, { number: 'po_number' })
  return { id, number, ...presentNumber(row, { requisition: 'requisition' }) }
}

function statusesOf(row: Row) {
  return {
    status: memberOf(row, 'status', purchaseOrderStatuses),
    transmissionStatus: memberOf(row, 'transmission_status', transmissionStatuses),
  }
}

function orderOf(db: Database, row: Row): PurchaseOrder {
  const shipTo: Address = JSON.parse(textOf(row, 'ship_to'))
  const billTo: Address = JSON.parse(textOf(row, 'bill_to'))
  const account: Account = JSON.parse(textOf(row, 'account'))
  const numbers = numbersOf(row)
  return {
    ...numbers,
    version: numberOf(row, 'version'),
    internalRevision: numberOf(row, 'internal_revision'),
    ...statusesOf(row),
    transmissionMethodOverride: memberOf(row, 'transmission_method_override', transmissionMethodOverrides),
    requestedBy: {
      login: textOf(row, 'login'),
      fullName: textOf(row, 'full_name'),
      email: textOf(row, 'email'),
    },
    supplier: { id: numberOf(row, 'supplier_id'), name: textOf(row, 'supplier_name') },
    shipTo,
    billTo,
    account,
    ...presentText(row, {
      shipToAttention: 'ship_to_attention',
      paymentTerm: 'payment_term',
      shippingTerm: 'shipping_term',
      transmissionEmails: 'transmission_emails',
      exchangeRate: 'exchange_rate',
    }),
    hidePrice: row.hide_price === 1,
    // Lines that were written before they had accounts of their own are charged to the requester's.
    lines: readLines(db, numbers.id).map(line =>
      line.allocations.length > 0 ? line : { ...line, allocations: [{ account, amount: line.total }] },
    ),
    currency: textOf(row, 'currency'),
    total: textOf(row, 'total'),
    exported: numberOf(row, 'exported') === 1,
    createdAt: dateOf(row, 'created_at'),
    updatedAt: dateOf(row, 'updated_at'),
    issuedAt: dateOf(row, 'issued_at'),
    ...presentDate(row, {
      lastExportedAt: 'last_exported_at',
      issueAt: 'issue_at',
      sentAt: 'sent_at',
      acknowledgedAt: 'acknowledged_at',
    }),
  }
}
