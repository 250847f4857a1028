import type { Order } from '../orders/order.js'
import type { PurchaseRequest } from '../requests/purchase-request.js'
import { orderInstants } from './order-records.js'
import { withoutPerson } from './outdated.js'
import { requestInstants } from './request-records.js'
import type { Row, Sql } from './sql.js'
import { readRecord, textOf, writeRecord } from './sql-record.js'
import type { Outdated, StoreTransaction } from './store.js'

/** What nobody needs any more. */
export function outdatedRecords(sql: Sql): Pick<StoreTransaction, 'outdated' | 'removeOutdated'> {
  const oldest = (table: string, column: string, before: Date, limit: number) =>
    sql.all(
      `select ${column} from ${table} where outdated_at < ? order by outdated_at limit ?`,
      before.toISOString(),
      limit,
    )
  return {
    async outdated({ before, limit }) {
      const done = await sql.all(
        "select key from job where status = 'done' and due_at < ? order by due_at limit ?",
        before.toISOString(),
        limit,
      )
      return {
        sessionIds: (await oldest('session', 'id', before, limit)).map(row => textOf(row, 'id')),
        jobKeys: done.map(row => textOf(row, 'key')),
        requests: read<PurchaseRequest>(
          await oldest('purchase_request', 'record', before, limit),
          requestInstants,
        ),
        orders: read<Order>(await oldest('purchase_order', 'record', before, limit), orderInstants),
      }
    },
    async removeOutdated({ sessionIds, jobKeys, requests, orders }: Outdated) {
      for (const id of sessionIds) {
        await sql.run('delete from start_page where session_id = ?', id)
        await sql.run('delete from session where id = ?', id)
      }
      for (const key of jobKeys) await sql.run("delete from job where key = ? and status = 'done'", key)
      for (const { id } of requests) {
        await sql.run('delete from line_reference where request_id = ?', id)
        await sql.run('delete from purchase_request where id = ?', id)
      }
      for (const order of orders) {
        const { buyerId, orderID } = order
        await sql.run('delete from attachment where buyer_id = ? and order_id = ?', buyerId, orderID)
        await sql.run(
          'update purchase_order set email = null, outdated_at = null, record = ? where buyer_id = ? and order_id = ?',
          writeRecord(withoutPerson(order)),
          buyerId,
          orderID,
        )
      }
    },
  }
}

function read<Record>(rows: readonly Row[], instants: readonly string[]): Record[] {
  return rows.flatMap(row => readRecord<Record>(row, instants) ?? [])
}
