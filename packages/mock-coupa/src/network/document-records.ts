import type { Database } from '../store/database.js'
import {
  bytesOf,
  dateOf,
  memberOf,
  numberOf,
  presentDate,
  presentText,
  type Row,
  textOf,
} from '../store/row.js'
import type { DocumentKind } from './account.js'
import type { WireMessage } from './readdress-message.js'

/**
 * `queued`: on its way, perhaps between two attempts. `pending`: waits for the receiver's `GetPendingRequest`.
 * `fetched`: handed out that way. `failed`: the receiver refused it, or could not be reached to the end.
 */
export type NetworkDocumentStatus = 'queued' | 'delivered' | 'pending' | 'fetched' | 'failed'

const statuses = ['queued', 'delivered', 'pending', 'fetched', 'failed'] as const

const kinds = [
  'OrderRequest',
  'ConfirmationRequest',
  'ShipNoticeRequest',
  'InvoiceDetailRequest',
  'StatusUpdateRequest',
  'CopyRequest',
  'CatalogUploadRequest',
] as const

/** A document in the keeping of the network. */
export interface NetworkDocument {
  readonly id: number
  /** ANIDs. */
  readonly sender: string
  readonly receiver: string
  readonly payloadID: string
  readonly kind: DocumentKind
  readonly status: NetworkDocumentStatus
  readonly attempts: number
  /** Of a `queued` one: when it is tried (again). */
  readonly dueAt?: Date
  /** Why the latest attempt failed. */
  readonly failure?: string
  /** What the network calls that, of an order: `PO-7` while it tries again, `PO-11` in the end. */
  readonly orderError?: 'PO-7' | 'PO-11'
  readonly takenAt: Date
  readonly settledAt?: Date
}

/** A document that was taken: readdressed to the receiver, and without any secret. */
export interface TakenDocument extends WireMessage {
  readonly sender: string
  readonly receiver: string
  readonly payloadID: string
  readonly kind: DocumentKind
  /** Of what it says, by which the same document again is known. */
  readonly digest: string
  /** Its own timestamp, as it is written. */
  readonly timestamp?: string
  /** The order that it is about: documents of one sender about it arrive one after another. */
  readonly orderID?: string
  readonly status: 'queued' | 'pending'
}

export function insertDocument(db: Database, now: Date, document: TakenDocument): number {
  return db.run(
    `INSERT INTO network_documents (sender, receiver, payload_id, kind, digest, content_type, body, stamped_at, order_id,
       status, due_at, taken_at)
     VALUES ($sender, $receiver, $payloadID, $kind, $digest, $contentType, $body, $stampedAt, $orderID, $status, $dueAt,
       $now)`,
    {
      sender: document.sender,
      receiver: document.receiver,
      payloadID: document.payloadID,
      kind: document.kind,
      digest: document.digest,
      contentType: document.contentType,
      body: document.body,
      stampedAt: instantOf(document.timestamp),
      orderID: document.orderID,
      status: document.status,
      dueAt: document.status === 'queued' ? now.toISOString() : undefined,
      now: now.toISOString(),
    },
  ).lastId
}

/** Digest of the document that a sender has used a payloadID for. */
export function digestOf(db: Database, sender: string, payloadID: string): string | undefined {
  const row = db.get(
    'SELECT digest FROM network_documents WHERE sender = $sender AND payload_id = $payloadID',
    { sender, payloadID },
  )
  return row && textOf(row, 'digest')
}

export function readDocument(db: Database, id: number): { document: NetworkDocument; message: WireMessage } {
  const row = db.get('SELECT * FROM network_documents WHERE id = $id', { id })
  if (row === undefined) throw new Error(`The network has no document ${id}`)
  return {
    document: documentOf(row),
    message: { contentType: textOf(row, 'content_type'), body: bytesOf(row, 'body') },
  }
}

export function listDocuments(db: Database): NetworkDocument[] {
  return db.all('SELECT * FROM network_documents ORDER BY id').map(documentOf)
}

/** Of whom, and which kinds of documents. */
export interface Wanted {
  readonly receiver: string
  readonly kinds: readonly string[]
}

/** Ids of what waits for a party that asks, oldest first. */
export function pendingFor(db: Database, wanted: Wanted & { readonly most: number }): number[] {
  return db
    .all(
      `SELECT id FROM network_documents WHERE receiver = $receiver AND status = 'pending'
         AND kind IN (SELECT value FROM json_each($kinds)) ORDER BY id LIMIT $most`,
      { receiver: wanted.receiver, kinds: JSON.stringify(wanted.kinds), most: wanted.most },
    )
    .map(row => numberOf(row, 'id'))
}

/** It stays until the party says that it has it. */
export function markHandedOut(db: Database, now: Date, id: number): void {
  db.run('UPDATE network_documents SET handed_at = $now WHERE id = $id', { id, now: now.toISOString() })
}

/**
 * Settles what a party has by its own word, which is the timestamp of the document that it got last: that one and what
 * was handed out before it. What never was handed out stays, however old it says it is.
 */
export function settleReceived(db: Database, now: Date, wanted: Wanted & { readonly last: string }): void {
  const last = instantOf(wanted.last)
  if (last === undefined) return
  db.run(
    `UPDATE network_documents SET status = 'fetched', settled_at = $now
     WHERE receiver = $receiver AND status = 'pending' AND handed_at IS NOT NULL
       AND kind IN (SELECT value FROM json_each($kinds))
       AND id <= (SELECT max(id) FROM network_documents
         WHERE receiver = $receiver AND handed_at IS NOT NULL AND stamped_at = $last)`,
    { receiver: wanted.receiver, kinds: JSON.stringify(wanted.kinds), last, now: now.toISOString() },
  )
}

/** To compare by; a time stamp without a zone is taken for UTC on both sides. */
function instantOf(timestamp = ''): string | undefined {
  const time = Date.parse(/T[\d:.]+$/.test(timestamp) ? `${timestamp}Z` : timestamp)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

/** Ends the document, or has it tried again. */
export function settleDocument(
  db: Database,
  now: Date,
  end: {
    readonly id: number
    readonly status: NetworkDocumentStatus
    readonly dueAt?: Date
    readonly failure?: string
    readonly attempted?: boolean
  },
): void {
  db.run(
    `UPDATE network_documents SET status = $status, due_at = $dueAt, failure = $failure,
       attempts = attempts + $attempts, settled_at = $settledAt WHERE id = $id`,
    {
      id: end.id,
      status: end.status,
      dueAt: end.dueAt?.toISOString(),
      failure: end.failure,
      attempts: end.attempted === true ? 1 : 0,
      settledAt: end.status === 'queued' || end.status === 'pending' ? undefined : now.toISOString(),
    },
  )
}

/**
 * Ids of what is to be sent now, and when the next will be. A change of an order must not overtake the order, nor an invoice
 * the confirmation: what is about the same order waits for the one before it.
 */
export function dueDocuments(db: Database) {
  return {
    due: (now: Date): number[] =>
      db
        .all(
          `SELECT id FROM network_documents AS due WHERE due_at <= $now AND NOT EXISTS (
             SELECT 1 FROM network_documents AS earlier
             WHERE earlier.sender = due.sender AND earlier.receiver = due.receiver
               AND earlier.order_id = due.order_id AND earlier.status = 'queued' AND earlier.id < due.id)
           ORDER BY due_at, id LIMIT 16`,
          { now: now.toISOString() },
        )
        .map(row => numberOf(row, 'id')),
    next(now: Date): Date | undefined {
      const row = db.get('SELECT due_at FROM network_documents WHERE due_at > $now ORDER BY due_at LIMIT 1', {
        now: now.toISOString(),
      })
      return row && dateOf(row, 'due_at')
    },
  }
}

/** A failed document is sent once more, with a schedule of its own. */
export function requeueDocument(db: Database, now: Date, id: number): void {
  db.run(
    `UPDATE network_documents SET status = 'queued', due_at = $now, failure = NULL, attempts = 0, settled_at = NULL
     WHERE id = $id`,
    { id, now: now.toISOString() },
  )
}

function documentOf(row: Row): NetworkDocument {
  const kind = memberOf(row, 'kind', kinds)
  const status = memberOf(row, 'status', statuses)
  const failure = presentText(row, { failure: 'failure' })
  const hasOrderError = kind === 'OrderRequest' && failure.failure !== undefined
  return {
    id: numberOf(row, 'id'),
    sender: textOf(row, 'sender'),
    receiver: textOf(row, 'receiver'),
    payloadID: textOf(row, 'payload_id'),
    kind,
    status,
    attempts: numberOf(row, 'attempts'),
    ...presentDate(row, { dueAt: 'due_at', settledAt: 'settled_at' }),
    ...failure,
    ...(hasOrderError ? { orderError: status === 'failed' ? 'PO-11' : 'PO-7' } : {}),
    takenAt: dateOf(row, 'taken_at'),
  }
}
