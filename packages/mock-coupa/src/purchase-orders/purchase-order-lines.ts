import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { presentKept } from '../requisitions/requisition-lines.js'
import type { Database } from '../store/database.js'
import {
  memberOf,
  numberOf,
  presentDate,
  presentNumber,
  presentText,
  type Row,
  textOf,
} from '../store/row.js'
import {
  type Allocation,
  type NewPurchaseOrderLine,
  type PurchaseOrderLine,
  purchaseOrderLineStatuses,
} from './purchase-order.js'

export function readLines(db: Database, purchaseOrder: number): PurchaseOrderLine[] {
  return db
    .all(
      `SELECT * FROM purchase_order_lines WHERE purchase_order = $purchaseOrder AND deleted_at IS NULL
       ORDER BY line_num`,
      { purchaseOrder },
    )
    .map(lineOf)
}

/** One line by its id, and the order it belongs to. `ERR_COUPA_NOT_FOUND` where there is none. */
export function readLine(
  db: Database,
  id: number,
): { readonly purchaseOrder: number; readonly line: PurchaseOrderLine } {
  const row = db.get('SELECT * FROM purchase_order_lines WHERE id = $id AND deleted_at IS NULL', { id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no purchase order line ${id}`)
  return { purchaseOrder: numberOf(row, 'purchase_order'), line: lineOf(row) }
}

export function insertLine(work: Work, purchaseOrder: number, line: NewPurchaseOrderLine): number {
  return work.db.run(
    `INSERT INTO purchase_order_lines (purchase_order, line_num, line_type, requisition_line, supp_aux_part_num, item,
       ${changeable.join(', ')}, currency, unspsc_code, commodity, contract, manufacturer_name,
       manufacturer_part_number, created_at, updated_at)
     VALUES ($purchaseOrder, $lineNum, $lineType, $requisitionLine, $suppAuxPartNum, $item,
       ${changeable.map(column => `$${column}`).join(', ')}, $currency, $unspscCode, $commodity, $contract,
       $manufacturerName, $manufacturerPartNumber, $now, $now)`,
    {
      purchaseOrder,
      lineNum: line.lineNum,
      lineType: line.lineType,
      requisitionLine: line.requisitionLine,
      suppAuxPartNum: line.suppAuxPartNum,
      item: line.item,
      ...changeableOf(line),
      currency: line.currency,
      unspscCode: line.unspscCode,
      commodity: line.commodity,
      contract: line.contract,
      manufacturerName: line.manufacturerName,
      manufacturerPartNumber: line.manufacturerPartNumber,
      now: work.now.toISOString(),
    },
  ).lastId
}

/** Writes down what a change may touch of a line. */
export function updateLine(work: Work, line: PurchaseOrderLine): void {
  work.db.run(
    `UPDATE purchase_order_lines SET ${changeable.map(column => `${column} = $${column}`).join(', ')},
       received = $received, invoiced = $invoiced, closed_for_receiving = $closedForReceiving,
       closed_for_invoicing = $closedForInvoicing, status = $status, updated_at = $now WHERE id = $id`,
    {
      id: line.id,
      ...changeableOf(line),
      received: line.received,
      invoiced: line.invoiced,
      closedForReceiving: Number(line.closedForReceiving),
      closedForInvoicing: Number(line.closedForInvoicing),
      status: line.status,
      now: work.now.toISOString(),
    },
  )
}

/** The row stays: receipts that were voided and requisition lines refer to it, and its number is never given again. */
export function deleteLine(work: Work, id: number): void {
  work.db.run(
    `UPDATE purchase_order_lines SET status = 'cancelled', deleted_at = $now, updated_at = $now WHERE id = $id`,
    { id, now: work.now.toISOString() },
  )
}

/** The number after the last that was ever given. */
export function nextLineNum(db: Database, purchaseOrder: number): number {
  const row = db.get(
    'SELECT coalesce(max(line_num), 0) + 1 AS next FROM purchase_order_lines WHERE purchase_order = $purchaseOrder',
    { purchaseOrder },
  )
  return row === undefined ? 1 : numberOf(row, 'next')
}

const changeable = [
  'description',
  'description_lang',
  'source_part_num',
  'quantity',
  'unit_price',
  'total',
  'uom',
  'allocations',
  'need_by_date',
  'more',
] as const

function changeableOf(line: NewPurchaseOrderLine): Record<(typeof changeable)[number], string | null> {
  return {
    description: line.description,
    description_lang: line.descriptionLang,
    source_part_num: line.sourcePartNum,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    total: line.total,
    uom: line.uom,
    allocations: JSON.stringify(line.allocations),
    need_by_date: line.needByDate?.toISOString() ?? null,
    more: JSON.stringify(line.more ?? {}),
  }
}

function lineOf(row: Row): PurchaseOrderLine {
  const allocations: Allocation[] = JSON.parse(textOf(row, 'allocations'))
  return {
    id: numberOf(row, 'id'),
    lineNum: numberOf(row, 'line_num'),
    lineType: memberOf(row, 'line_type', ['OrderQuantityLine', 'OrderAmountLine']),
    status: memberOf(row, 'status', purchaseOrderLineStatuses),
    description: textOf(row, 'description'),
    descriptionLang: textOf(row, 'description_lang'),
    sourcePartNum: textOf(row, 'source_part_num'),
    quantity: textOf(row, 'quantity'),
    unitPrice: textOf(row, 'unit_price'),
    currency: textOf(row, 'currency'),
    total: textOf(row, 'total'),
    uom: textOf(row, 'uom'),
    received: textOf(row, 'received'),
    invoiced: textOf(row, 'invoiced'),
    closedForReceiving: numberOf(row, 'closed_for_receiving') === 1,
    closedForInvoicing: numberOf(row, 'closed_for_invoicing') === 1,
    allocations,
    ...presentNumber(row, { requisitionLine: 'requisition_line', item: 'item', contract: 'contract' }),
    ...presentDate(row, { needByDate: 'need_by_date' }),
    ...presentKept(row),
    ...presentText(row, {
      suppAuxPartNum: 'supp_aux_part_num',
      unspscCode: 'unspsc_code',
      commodity: 'commodity',
      manufacturerName: 'manufacturer_name',
      manufacturerPartNumber: 'manufacturer_part_number',
    }),
  }
}
