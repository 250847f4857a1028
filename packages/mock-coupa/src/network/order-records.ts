import { addDecimals, type CxmlDocument, type RequestDocument } from '@punchloop/sdk/cxml'
import type { Database } from '../store/database.js'
import { numberOf, type Row, textOf } from '../store/row.js'
import { type AboutOrder, aboutOrders } from './about-orders.js'
import type { KnownOrder, OrderedLine } from './transaction-rules.js'

/** Two parties that trade, by ANID. */
export interface Trade {
  readonly buyer: string
  readonly supplier: string
}

/** What a document says about an order, and that order; undefined for one that did not go through the network. */
export interface AboutKnownOrder extends AboutOrder {
  readonly order: KnownOrder | undefined
}

/** What the rules will ask about an order. A change replaces its lines and keeps what came of it so far. */
export function rememberOrder(db: Database, trade: Trade, document: RequestDocument<'OrderRequest'>): void {
  const { orderRequestHeader, itemOuts } = document.request.orderRequest
  const { orderID } = orderRequestHeader
  const lines: OrderedLine[] = itemOuts.map(({ lineNumber, quantity, itemDetail }, index) => {
    const unitPrice = itemDetail?.unitPrice?.money?.amount
    return {
      lineNumber: lineNumber ?? String(index + 1),
      quantity,
      ...(unitPrice === undefined ? {} : { unitPrice }),
    }
  })
  db.run(
    `INSERT INTO network_orders (buyer, supplier, order_id, lines) VALUES ($buyer, $supplier, $orderID, $lines)
     ON CONFLICT DO UPDATE SET lines = excluded.lines`,
    { ...trade, orderID, lines: JSON.stringify(lines) },
  )
  db.run(`INSERT OR IGNORE INTO network_order_payloads VALUES ($buyer, $payloadID, $supplier, $orderID)`, {
    ...trade,
    orderID,
    payloadID: document.payloadID,
  })
}

/** What a supplier's document says, order by order. */
export function ordersOf(db: Database, trade: Trade, document: CxmlDocument): AboutKnownOrder[] {
  return aboutOrders(document).map(about => ({ ...about, order: findOrder(db, trade, about) }))
}

/** The order that a document is about, or the first of several. */
export function orderIDOf(db: Database, trade: Trade, document: CxmlDocument): string | undefined {
  if (document.kind === 'OrderRequest') return document.request.orderRequest.orderRequestHeader.orderID
  return ordersOf(db, trade, document).find(({ order }) => order !== undefined)?.order?.orderID
}

/** The supplier has confirmed or shipped an order, or has taken that back. */
export function markOrder(
  db: Database,
  trade: Trade,
  mark: { readonly orderID: string; readonly as: 'confirmed' | 'shipped'; readonly holds: boolean },
): void {
  db.run(
    `UPDATE network_orders SET ${mark.as} = $holds
     WHERE buyer = $buyer AND supplier = $supplier AND order_id = $orderID`,
    { ...trade, orderID: mark.orderID, holds: mark.holds ? 1 : 0 },
  )
}

/** So much more of an order's lines is invoiced. */
export function addInvoiced(db: Database, trade: Trade, { order, lines }: AboutKnownOrder): void {
  if (order === undefined) return
  const invoiced = { ...order.invoiced }
  for (const { lineNumber, quantity } of lines) {
    invoiced[lineNumber] = addDecimals(invoiced[lineNumber] ?? '0', quantity)
  }
  db.run(
    `UPDATE network_orders SET invoiced = $invoiced
     WHERE buyer = $buyer AND supplier = $supplier AND order_id = $orderID`,
    { ...trade, orderID: order.orderID, invoiced: JSON.stringify(invoiced) },
  )
}

function findOrder(db: Database, trade: Trade, { reference }: AboutOrder): KnownOrder | undefined {
  const orderID = reference?.orderID ?? orderOfPayload(db, trade, reference?.documentReference?.payloadID)
  const row =
    orderID === undefined
      ? undefined
      : db.get(
          'SELECT * FROM network_orders WHERE buyer = $buyer AND supplier = $supplier AND order_id = $orderID',
          { ...trade, orderID },
        )
  return row && orderOf(row)
}

function orderOfPayload(db: Database, { buyer, supplier }: Trade, payloadID = ''): string | undefined {
  const row = db.get(
    `SELECT order_id FROM network_order_payloads
     WHERE buyer = $buyer AND supplier = $supplier AND payload_id = $payloadID`,
    { buyer, supplier, payloadID },
  )
  return row && textOf(row, 'order_id')
}

function orderOf(row: Row): KnownOrder {
  return {
    orderID: textOf(row, 'order_id'),
    // Both written by this file.
    lines: JSON.parse(textOf(row, 'lines')),
    invoiced: JSON.parse(textOf(row, 'invoiced')),
    isConfirmed: numberOf(row, 'confirmed') === 1,
    isShipped: numberOf(row, 'shipped') === 1,
  }
}
