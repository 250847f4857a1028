import type { PurchaseRequest } from '../requests/purchase-request.js'
import { assertChanged, atMost, conditions, type Row, type Sql } from './sql.js'
import { instantOf, readRecord, textOf, writeRecord } from './sql-record.js'
import type { Message, ReferenceQuery, RequestQuery, StoreTransaction } from './store.js'

type RequestRecords = Pick<
  StoreTransaction,
  | 'insertMessage'
  | 'message'
  | 'insertRequest'
  | 'updateRequest'
  | 'request'
  | 'requestsByReference'
  | 'requests'
>

export const requestInstants = ['createdAt', 'expiresAt', 'endedAt'] as const

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
      const row = await sql.find(
        `select kind, digest, answer, reference, received_at from message
       where buyer_id = ? and payload_id = ?`,
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
      for (const { supplierPartAuxiliaryID } of request.lines) {
        await sql.run(
          `insert into line_reference (reference, buyer_id, request_id) values (?, ?, ?)
         on conflict (buyer_id, reference) do update set request_id = excluded.request_id`,
          supplierPartAuxiliaryID,
          request.buyerId,
          request.id,
        )
      }
    },
    async updateRequest(request: PurchaseRequest) {
      const changed = await sql.run(
        'update purchase_request set status = ?, outdated_at = ?, record = ? where id = ?',
        request.status,
        request.endedAt?.toISOString() ?? null,
        writeRecord(request),
        request.id,
      )
      assertChanged(changed, `purchase request ${request.id}`)
    },
    async request(id: string) {
      return readRequest(await sql.get(`select record from purchase_request where id = ?${sql.hold}`, id))
    },
    async requestsByReference({ buyerId, reference, isBeginning = false }: ReferenceQuery) {
      const rows = await sql.all(
        `select record from purchase_request where id in (
           select request_id from line_reference where buyer_id = ? and reference >= ? and reference <= ?
         ) order by number limit 2${sql.hold}`,
        buyerId,
        reference,
        isBeginning ? `${reference}${afterAll}` : reference,
      )
      return rows.flatMap(row => readRequest(row) ?? [])
    },
    async requests({ buyerId, email, status, limit }: RequestQuery) {
      const where = conditions({ buyer_id: buyerId, email: email?.toLowerCase(), status })
      const rows = await sql.all(
        `select record from purchase_request ${where.sql} order by number desc${atMost(limit)}`,
        ...where.values,
      )
      return rows.flatMap(row => readRequest(row) ?? [])
    },
  }
}

/** Sorts behind every character of a reference. */
const afterAll = '~'

const readRequest = (row: Row | undefined) => readRecord<PurchaseRequest>(row, requestInstants)
