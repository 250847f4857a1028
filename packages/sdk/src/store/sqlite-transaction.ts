import type { Job, JobStatus, NewJob, Work } from '../delivery/job.js'
import type { Order, OrderAttachment, ReceivedAttachment } from '../orders/order.js'
import type { SessionRecord } from '../punchout/session.js'
import type { PurchaseRequest } from '../requests/purchase-request.js'
import type { Row, SqliteDatabase } from './sqlite-database.js'
import { bytesOf, instantOf, readRecord, textOf, writeRecord } from './sqlite-record.js'
import type {
  AttachmentQuery,
  JobOutcome,
  JobQuery,
  Message,
  OpenBuyToken,
  OrderKey,
  StartPage,
  StoreTransaction,
} from './store.js'

const sessionInstants = ['createdAt', 'expiresAt', 'openedAt'] as const
const requestInstants = ['createdAt', 'expiresAt', 'endedAt'] as const
const orderInstants = ['receivedAt', 'confirmedAt'] as const

/** The port in SQL. Every statement can be read where it is used. */
export class SqliteTransaction implements StoreTransaction {
  readonly #database: SqliteDatabase

  constructor(database: SqliteDatabase) {
    this.#database = database
  }

  async insertSession(session: SessionRecord) {
    this.#database.run(
      'insert into session (id, cookie_hash, record) values (?, ?, ?)',
      session.id,
      session.cookieHash ?? null,
      writeRecord(session),
    )
  }
  async updateSession(session: SessionRecord) {
    const changed = this.#database.run(
      'update session set cookie_hash = ?, record = ? where id = ?',
      session.cookieHash ?? null,
      writeRecord(session),
      session.id,
    )
    assertChanged(changed, `session ${session.id}`)
  }
  async session(id: string) {
    return readSession(this.#database.get('select record from session where id = ?', id))
  }
  async sessionByCookie(cookieHash: string) {
    return readSession(this.#database.get('select record from session where cookie_hash = ?', cookieHash))
  }

  async insertStartPage({ tokenHash, sessionId, expiresAt }: StartPage) {
    this.#database.run(
      'insert into start_page (token_hash, session_id, expires_at) values (?, ?, ?)',
      tokenHash,
      sessionId,
      expiresAt.toISOString(),
    )
  }
  async startPage(tokenHash: string) {
    const row = this.#database.get(
      'select session_id, expires_at from start_page where token_hash = ?',
      tokenHash,
    )
    return row && { tokenHash, sessionId: textOf(row, 'session_id'), expiresAt: instantOf(row, 'expires_at') }
  }

  async insertOpenBuyToken({ tokenHash, buyerId, email, expiresAt }: OpenBuyToken) {
    this.#database.run(
      'insert into open_buy_token (token_hash, buyer_id, email, expires_at) values (?, ?, ?, ?)',
      tokenHash,
      buyerId,
      email,
      expiresAt.toISOString(),
    )
  }
  async openBuyToken(tokenHash: string) {
    const row = this.#database.get(
      'select buyer_id, email, expires_at from open_buy_token where token_hash = ?',
      tokenHash,
    )
    if (row === undefined) return undefined
    const expiresAt = instantOf(row, 'expires_at')
    return { tokenHash, buyerId: textOf(row, 'buyer_id'), email: textOf(row, 'email'), expiresAt }
  }

  async insertMessage(message: Message) {
    this.#database.run(
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
  }
  async message({ buyerId, payloadID }: Pick<Message, 'buyerId' | 'payloadID'>) {
    const row = this.#database.get(
      'select kind, digest, answer, reference, received_at from message where buyer_id = ? and payload_id = ?',
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
  }

  async insertRequest(request: PurchaseRequest) {
    this.#database.run(
      'insert into purchase_request (id, buyer_id, email, status, record) values (?, ?, ?, ?, ?)',
      request.id,
      request.buyerId,
      request.shopper.email?.toLowerCase() ?? null,
      request.status,
      writeRecord(request),
    )
  }
  async updateRequest(request: PurchaseRequest) {
    const changed = this.#database.run(
      'update purchase_request set status = ?, record = ? where id = ?',
      request.status,
      writeRecord(request),
      request.id,
    )
    assertChanged(changed, `purchase request ${request.id}`)
  }
  async request(id: string) {
    return readRequest(this.#database.get('select record from purchase_request where id = ?', id))
  }
  async requests({ buyerId, email, status }: Parameters<StoreTransaction['requests']>[0]) {
    const where = conditions({ buyer_id: buyerId, email: email?.toLowerCase(), status })
    return this.#database
      .all(`select record from purchase_request ${where.sql} order by number desc`, ...where.values)
      .flatMap(row => readRequest(row) ?? [])
  }

  async insertOrder(order: Order) {
    this.#database.run(
      'insert into purchase_order (buyer_id, order_id, email, status, record) values (?, ?, ?, ?, ?)',
      order.buyerId,
      order.orderID,
      order.requester.email?.toLowerCase() ?? null,
      order.status,
      writeRecord(order),
    )
  }
  async updateOrder(order: Order) {
    const changed = this.#database.run(
      'update purchase_order set email = ?, status = ?, record = ? where buyer_id = ? and order_id = ?',
      order.requester.email?.toLowerCase() ?? null,
      order.status,
      writeRecord(order),
      order.buyerId,
      order.orderID,
    )
    assertChanged(changed, `order ${order.orderID}`)
  }
  async order({ buyerId, orderID }: OrderKey) {
    return readOrder(
      this.#database.get(
        'select record from purchase_order where buyer_id = ? and order_id = ?',
        buyerId,
        orderID,
      ),
    )
  }
  async orders({ buyerId, email }: Parameters<StoreTransaction['orders']>[0]) {
    const where = conditions({ buyer_id: buyerId, email: email?.toLowerCase() })
    return this.#database
      .all(`select record from purchase_order ${where.sql} order by number desc`, ...where.values)
      .flatMap(row => readOrder(row) ?? [])
  }

  async insertAttachment({ buyerId, orderID }: OrderKey, { bytes, ...attachment }: ReceivedAttachment) {
    this.#database.run(
      `insert into attachment (buyer_id, order_id, order_version, number, record, bytes)
       values (?, ?, ?, ?, ?, ?)`,
      buyerId,
      orderID,
      attachment.orderVersion,
      attachment.number,
      writeRecord(attachment),
      bytes,
    )
  }
  async attachments({ buyerId, orderID, orderVersion }: AttachmentQuery) {
    return this.#database
      .all(
        `select record, bytes from attachment
         where buyer_id = ? and order_id = ? and order_version = coalesce(?, order_version)
         order by order_version, number`,
        buyerId,
        orderID,
        orderVersion ?? null,
      )
      .flatMap(row => {
        const attachment = readRecord<OrderAttachment>(row, [])
        return attachment === undefined ? [] : { ...attachment, bytes: bytesOf(row, 'bytes') }
      })
  }

  async insertJob({ key, work, dueAt, queue }: NewJob) {
    this.#database.run(
      `insert into job (key, buyer_id, work, status, due_at, queue) values (?, ?, ?, 'due', ?, ?)
       on conflict (key) do nothing`,
      key,
      work.buyerId,
      writeRecord(work),
      dueAt.toISOString(),
      queue ?? null,
    )
  }
  async job(key: string) {
    return readJob(this.#database.get('select * from job where key = ?', key))
  }
  async claimJob({ now, leasedUntil }: { readonly now: Date; readonly leasedUntil: Date }) {
    return readJob(
      this.#database.get(
        `update job set attempts = attempts + 1, fence = fence + 1, leased_until = ?2
         where number = (
           select number from job
           where status = 'due' and due_at <= ?1 and (leased_until is null or leased_until <= ?1) and ${isFirst}
           order by due_at, number limit 1
         )
         returning *`,
        now.toISOString(),
        leasedUntil.toISOString(),
      ),
    )
  }
  async extendLease({ key, fence }: Pick<Job, 'key' | 'fence'>, leasedUntil: Date) {
    const changed = this.#database.run(
      'update job set leased_until = ? where key = ? and fence = ? and leased_until is not null',
      leasedUntil.toISOString(),
      key,
      fence,
    )
    return changed === 1
  }
  async settleJob({ key, fence }: Pick<Job, 'key' | 'fence'>, outcome: JobOutcome) {
    const changed = this.#database.run(
      `update job set status = ?, due_at = coalesce(?, due_at), problem = ?, leased_until = null
       where key = ? and fence = ? and leased_until is not null`,
      outcome.status,
      outcome.status === 'due' ? outcome.dueAt.toISOString() : null,
      outcome.status === 'done' ? null : outcome.problem,
      key,
      fence,
    )
    return changed === 1
  }
  async nextJobAt() {
    const row = this.#database.get(
      `select min(max(due_at, coalesce(leased_until, ''))) as next from job where status = 'due' and ${isFirst}`,
    )
    return row === undefined || row.next === null ? undefined : instantOf(row, 'next')
  }
  async jobs({ buyerId, status, limit = 100 }: JobQuery) {
    const where = conditions({ buyer_id: buyerId, status })
    return this.#database
      .all(`select * from job ${where.sql} order by number desc limit ?`, ...where.values, limit)
      .flatMap(row => readJob(row) ?? [])
  }
  async reviveJob(key: string, dueAt: Date) {
    const changed = this.#database.run(
      `update job set status = 'due', due_at = ?, attempts = 0, problem = null where key = ? and status <> 'due'`,
      dueAt.toISOString(),
      key,
    )
    return changed === 1
  }
  async jobCounts(now: Date) {
    const row = this.#database.get(
      `select count(*) filter (where status = 'due' and leased_until > ?1) as leased,
         count(*) filter (where status = 'due') as due, count(*) filter (where status = 'dead') as dead,
         min(due_at) filter (where status = 'due' and due_at <= ?1 and (leased_until is null or leased_until <= ?1)) as oldest
       from job where status <> 'done'`,
      now.toISOString(),
    )
    const leased = Number(row?.leased)
    return {
      due: Number(row?.due) - leased,
      leased,
      dead: Number(row?.dead),
      ...(row === undefined || row.oldest === null ? {} : { oldestDueAt: instantOf(row, 'oldest') }),
    }
  }

  async removeExpired(now: Date) {
    this.#database.run('delete from start_page where expires_at < ?', now.toISOString())
    this.#database.run('delete from open_buy_token where expires_at < ?', now.toISOString())
  }
}

/** Of a queue, the first that has not ended. */
const isFirst = `(queue is null or number = (
  select min(number) from job as before where before.queue = job.queue and before.status = 'due'
))`

const readSession = (row: Row | undefined) => readRecord<SessionRecord>(row, sessionInstants)
const readRequest = (row: Row | undefined) => readRecord<PurchaseRequest>(row, requestInstants)
const readOrder = (row: Row | undefined) => readRecord<Order>(row, orderInstants)

function readJob(row: Row | undefined): Job | undefined {
  if (row === undefined) return undefined
  return {
    key: textOf(row, 'key'),
    // Written by `insertJob` from a Work, and by the update above from a JobStatus.
    work: JSON.parse(textOf(row, 'work')) as Work,
    status: textOf(row, 'status') as JobStatus,
    dueAt: instantOf(row, 'due_at'),
    attempts: Number(row.attempts),
    fence: Number(row.fence),
    ...(row.queue === null ? {} : { queue: textOf(row, 'queue') }),
    ...(row.problem === null ? {} : { problem: textOf(row, 'problem') }),
    ...(row.leased_until === null ? {} : { leasedUntil: instantOf(row, 'leased_until') }),
  }
}

/** Column names are ours; only values come from outside. */
function conditions(wanted: Readonly<Record<string, string | undefined>>): {
  readonly sql: string
  readonly values: readonly string[]
} {
  const asked = Object.entries(wanted).flatMap(([column, value]) =>
    value === undefined ? [] : [{ column, value }],
  )
  return {
    sql: asked.length === 0 ? '' : `where ${asked.map(({ column }) => `${column} = ?`).join(' and ')}`,
    values: asked.map(({ value }) => value),
  }
}

function assertChanged(changed: number, what: string): void {
  if (changed !== 1) throw new Error(`There is no ${what} to update`)
}
