import type { SentDocument } from '../delivery/sent-document.js'
import { assertChanged, conditions, type Row, type Sql } from './sql.js'
import { readRecord, writeRecord } from './sql-record.js'
import type { SentDocumentQuery, StoreTransaction } from './store.js'

type SentDocumentRecords = Pick<
  StoreTransaction,
  'insertSentDocument' | 'updateSentDocument' | 'sentDocument' | 'sentDocuments'
>

/** Documents to buyers, and what was said of them. */
export function sentDocumentRecords(sql: Sql): SentDocumentRecords {
  return {
    async insertSentDocument(document: SentDocument) {
      await sql.run(
        `insert into sent_document (buyer_id, payload_id, order_id, kind, document_id, record)
       values (?, ?, ?, ?, ?, ?)`,
        document.buyerId,
        document.payloadID,
        document.orderID,
        document.kind,
        document.documentID,
        writeRecord(document),
      )
    },
    async updateSentDocument(document: SentDocument) {
      const changed = await sql.run(
        'update sent_document set record = ? where buyer_id = ? and payload_id = ?',
        writeRecord(document),
        document.buyerId,
        document.payloadID,
      )
      assertChanged(changed, `sent document ${document.payloadID}`)
    },
    async sentDocument({ buyerId, payloadID }: { readonly buyerId: string; readonly payloadID: string }) {
      return readDocument(
        await sql.get(
          `select record from sent_document where buyer_id = ? and payload_id = ?${sql.hold}`,
          buyerId,
          payloadID,
        ),
      )
    },
    async sentDocuments({ buyerId, orderID, kind, documentID, limit = 100 }: SentDocumentQuery) {
      const where = conditions({ buyer_id: buyerId, order_id: orderID, kind, document_id: documentID })
      const rows = await sql.all(
        `select record from sent_document ${where.sql} order by number desc limit ?`,
        ...where.values,
        limit,
      )
      return rows.flatMap(row => readDocument(row) ?? [])
    },
  }
}

const readDocument = (row: Row | undefined) => readRecord<SentDocument>(row, ['writtenAt', 'receivedAt'])
