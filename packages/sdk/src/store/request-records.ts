import type { PurchaseRequest } from '../requests/purchase-request.js'
import { assertChanged, conditions, type Row, type Sql } from './sql.js'
import { instantOf, readRecord, textOf, writeRecord } from './sql-record.js'
import type { Message, StoreTransaction } from './store.js'

type RequestRecords = Pick<
  StoreTransaction,
  'insertMessage' | 'message' | 'insertRequest' | 'updateRequest' | 'request' | 'requests'
>

const instants = ['createdAt', 'expiresAt', 'endedAt'] as const

/** Messages that were answered, and purchase requests. */
export function requestRecords(sql: Sql): RequestRecords {
  return {
    async insertMessage(message: Message) {
      await sql.run(
        `insert into message (buyer_id, payload_id, kind, digest, answer, reference, received_at)
       values (?, ?, ?, ?, ?, ?, ?)`,
        message.buyerId,
        message.payloadID,
        message.kind,
        message.digest,
        message.answer,
        message.reference ?? null,
        message.receivedAt.toISOString(),
      )
    },
    async message({ buyerId, payloadID }: Pick<Message, 'buyerId' | 'payloadID'>) {
      const row = await sql.get(
        `select kind, digest, answer, reference, received_at from message
       where buyer_id = ? and payload_id = ?${sql.hold}`,
        buyerId,
        payloadID,
      )
      if (row === undefined) return undefined
      return {
        buyerId,
        payloadID,
        kind: textOf(row, 'kind'),
        digest: textOf(row, 'digest'),
        answer: textOf(row, 'answer'),
        ...(row.reference === null ? {} : { reference: textOf(row, 'reference') }),
        receivedAt: instantOf(row, 'received_at'),
      }
    },

    async insertRequest(request: PurchaseRequest) {
      await sql.run(
        'insert into purchase_request (id, buyer_id, email, status, record) values (?, ?, ?, ?, ?)',
        request.id,
        request.buyerId,
        request.shopper.email?.toLowerCase() ?? null,
        request.status,
        writeRecord(request),
      )
    },
    async updateRequest(request: PurchaseRequest) {
      const changed = await sql.run(
        'update purchase_request set status = ?, record = ? where id = ?',
        request.status,
        writeRecord(request),
        request.id,
      )
      assertChanged(changed, `purchase request ${request.id}`)
    },
    async request(id: string) {
      return readRequest(await sql.get(`select record from purchase_request where id = ?${sql.hold}`, id))
    },
    async requests({ buyerId, email, status }: Parameters<StoreTransaction['requests']>[0]) {
      const where = conditions({ buyer_id: buyerId, email: email?.toLowerCase(), status })
      const rows = await sql.all(
        `select record from purchase_request ${where.sql} order by number desc`,
        ...where.values,
      )
      return rows.flatMap(row => readRequest(row) ?? [])
    },
  }
}

const readRequest = (row: Row | undefined) => readRecord<PurchaseRequest>(row, instants)
