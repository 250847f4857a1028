import type { CxmlDocument, OrderReference, RequestDocument } from '@punchloop/sdk/cxml'
import type { Database } from '../store/database.js'
import { numberOf, type Row, textOf } from '../store/row.js'
import type { KnownOrder, OrderedLine } from './transaction-rules.js'

/** Two parties that trade, by ANID. */
export interface Trade {
  readonly buyer: string
  readonly supplier: string
}

/** What the rules will ask about an order. A change replaces its lines and keeps what was confirmed and shipped. */
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

/** The orders that a supplier's document is about, as far as they went through the network. */
export function ordersOf(db: Database, trade: Trade, document: CxmlDocument): KnownOrder[] {
  return referencesOf(document)
    .map(reference => findOrder(db, trade, reference))
    .filter(order => order !== undefined)
}

export function markOrders(
  db: Database,
  trade: Trade,
  { orders, as }: { readonly orders: readonly KnownOrder[]; readonly as: 'confirmed' | 'shipped' },
): void {
  for (const { orderID } of orders) {
    db.run(
      `UPDATE network_orders SET ${as} = 1 WHERE buyer = $buyer AND supplier = $supplier AND order_id = $orderID`,
      { ...trade, orderID },
    )
  }
}

type Reference = Pick<OrderReference, 'orderID' | 'documentReference'>

function referencesOf(document: CxmlDocument): readonly Reference[] {
  switch (document.kind) {
    case 'ConfirmationRequest':
      return present([document.request.confirmationRequest.orderReference])
    case 'ShipNoticeRequest':
      return present(
        document.request.shipNoticeRequest.shipNoticePortions.map(({ orderReference }) => orderReference),
      )
    case 'InvoiceDetailRequest': {
      const { invoiceDetailOrders, invoiceDetailHeaderOrders } = document.request.invoiceDetailRequest
      return present(
        [...invoiceDetailOrders, ...invoiceDetailHeaderOrders].map(
          ({ invoiceDetailOrderInfo: info }) => info.orderReference ?? info.orderIDInfo,
        ),
      )
    }
    default:
      return []
  }
}

function present(references: readonly (Reference | undefined)[]): Reference[] {
  return references.filter(reference => reference !== undefined)
}

function findOrder(db: Database, trade: Trade, reference: Reference): KnownOrder | undefined {
  const orderID = reference.orderID ?? orderOfPayload(db, trade, reference.documentReference?.payloadID)
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
    // Written by rememberOrder.
    lines: JSON.parse(textOf(row, 'lines')),
    isConfirmed: numberOf(row, 'confirmed') === 1,
    isShipped: numberOf(row, 'shipped') === 1,
  }
}
