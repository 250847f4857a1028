import type { Order, OrderAttachment, ReceivedAttachment } from '../orders/order.js'
import { outdatedSince } from './outdated.js'
import { assertChanged, atMost, conditions, type Row, type Sql } from './sql.js'
import { bytesOf, readRecord, writeRecord } from './sql-record.js'
import type { AttachmentQuery, OrderKey, OrderQuery, StoreTransaction } from './store.js'

type OrderRecords = Pick<
  StoreTransaction,
  'insertOrder' | 'updateOrder' | 'order' | 'orders' | 'insertAttachment' | 'attachments'
>

export const orderInstants = [
  'receivedAt',
  'confirmedAt',
  'begunAt',
  'activeFrom',
  'until',
  'shippedAt',
  'deliveryAt',
] as const

/** Orders and their files. */
export function orderRecords(sql: Sql): OrderRecords {
  return {
    async insertOrder(order: Order) {
      await sql.run(
        'insert into purchase_order (buyer_id, order_id, email, status, outdated_at, record) values (?, ?, ?, ?, ?, ?)',
        order.buyerId,
        order.orderID,
        order.requester.email?.toLowerCase() ?? null,
        order.status,
        outdatedSince(order)?.toISOString() ?? null,
        writeRecord(order),
      )
    },
    async updateOrder(order: Order) {
      const changed = await sql.run(
        'update purchase_order set email = ?, status = ?, outdated_at = ?, record = ? where buyer_id = ? and order_id = ?',
        order.requester.email?.toLowerCase() ?? null,
        order.status,
        outdatedSince(order)?.toISOString() ?? null,
        writeRecord(order),
        order.buyerId,
        order.orderID,
      )
      assertChanged(changed, `order ${order.orderID}`)
    },
    async order({ buyerId, orderID }: OrderKey) {
      return readOrder(
        await sql.get(
          `select record from purchase_order where buyer_id = ? and order_id = ?${sql.hold}`,
          buyerId,
          orderID,
        ),
      )
    },
    async orders({ buyerId, email, status, limit }: OrderQuery) {
      const where = conditions({ buyer_id: buyerId, email: email?.toLowerCase(), status })
      const rows = await sql.all(
        `select record from purchase_order ${where.sql} order by number desc${atMost(limit)}`,
        ...where.values,
      )
      return rows.flatMap(row => readOrder(row) ?? [])
    },

    async insertAttachment({ buyerId, orderID }: OrderKey, { bytes, ...attachment }: ReceivedAttachment) {
      await sql.run(
        `insert into attachment (buyer_id, order_id, order_version, number, record, bytes)
       values (?, ?, ?, ?, ?, ?)`,
        buyerId,
        orderID,
        attachment.orderVersion,
        attachment.number,
        writeRecord(attachment),
        bytes,
      )
    },
    async attachments({ buyerId, orderID, orderVersion }: AttachmentQuery) {
      const rows = await sql.all(
        `select record, bytes from attachment
         where buyer_id = ? and order_id = ? and order_version = coalesce(?, order_version)
         order by order_version, number`,
        buyerId,
        orderID,
        orderVersion ?? null,
      )
      return rows.flatMap(row => {
        const attachment = readRecord<OrderAttachment>(row, [])
        return attachment === undefined ? [] : { ...attachment, bytes: bytesOf(row, 'bytes') }
      })
    },
  }
}

const readOrder = (row: Row | undefined) => readRecord<Order>(row, orderInstants)
