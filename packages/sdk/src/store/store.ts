import type { Job } from '../delivery/job.js'
import type { Order, ReceivedAttachment } from '../orders/order.js'
import type { SessionRecord } from '../punchout/session.js'
import type { PurchaseRequest, PurchaseRequestStatus } from '../requests/purchase-request.js'

/**
 * What must survive. An implementation keeps the records below and runs one piece of work at a time against them;
 * `storeContract` (see the tests) says what it has to hold.
 */
export interface Store {
  /**
   * Runs `work` so that everything it wrote is durable when the promise resolves and nothing of it is there when it
   * rejects. Transactions do not see each other's half. `work` must await nothing but the transaction.
   */
  transaction<Result>(work: (tx: StoreTransaction) => Promise<Result>): Promise<Result>
  /** Waits for running transactions, then lets go of files and connections. */
  close(): Promise<void>
}

/** Keys that identify; a second insert of one is an error. */
export interface StoreTransaction {
  insertSession(session: SessionRecord): Promise<void>
  /** Replaces the session of this id. */
  updateSession(session: SessionRecord): Promise<void>
  session(id: string): Promise<SessionRecord | undefined>
  sessionByCookie(cookieHash: string): Promise<SessionRecord | undefined>

  insertStartPage(page: StartPage): Promise<void>
  startPage(tokenHash: string): Promise<StartPage | undefined>

  insertOpenBuyToken(token: OpenBuyToken): Promise<void>
  openBuyToken(tokenHash: string): Promise<OpenBuyToken | undefined>

  /** Unique by buyer and payloadID, for ever. */
  insertMessage(message: Message): Promise<void>
  message(key: { readonly buyerId: string; readonly payloadID: string }): Promise<Message | undefined>

  insertRequest(request: PurchaseRequest): Promise<void>
  updateRequest(request: PurchaseRequest): Promise<void>
  request(id: string): Promise<PurchaseRequest | undefined>
  /** Newest first. */
  requests(query: RequestQuery): Promise<PurchaseRequest[]>

  /** Unique by buyer and orderID, compared exactly. */
  insertOrder(order: Order): Promise<void>
  updateOrder(order: Order): Promise<void>
  order(key: OrderKey): Promise<Order | undefined>
  /** Newest first. */
  orders(query: OrderQuery): Promise<Order[]>

  /** Unique by order, version and number, for ever. The order must be there. */
  insertAttachment(key: OrderKey, attachment: ReceivedAttachment): Promise<void>
  /** By version and number. */
  attachments(query: AttachmentQuery): Promise<ReceivedAttachment[]>

  /** Puts the job in; where one of this key is there already, nothing happens. */
  insertJob(job: Pick<Job, 'key' | 'work' | 'dueAt'>): Promise<void>
  job(key: string): Promise<Job | undefined>
  /** The job that has been due longest and belongs to nobody, now leased to the caller; `attempts` and `fence` have risen. */
  claimJob(claim: { readonly now: Date; readonly leasedUntil: Date }): Promise<Job | undefined>
  /** Ends the caller's lease. False, and nothing changes, when the job has been taken by another since. */
  settleJob(job: Pick<Job, 'key' | 'fence'>, outcome: JobOutcome): Promise<boolean>
  /** When the next job is due or its lease runs out; undefined when there is nothing to do. */
  nextJobAt(): Promise<Date | undefined>

  /** Removes StartPages and Open Buy tokens that expired before `now`. */
  removeExpired(now: Date): Promise<void>
}

export interface OrderKey {
  readonly buyerId: string
  readonly orderID: string
}

export interface RequestQuery {
  readonly buyerId?: string
  /** The shopper's, compared without case. */
  readonly email?: string
  readonly status?: PurchaseRequestStatus
}

export interface OrderQuery {
  readonly buyerId?: string
  /** The requester's, compared without case. */
  readonly email?: string
}

export interface AttachmentQuery extends OrderKey {
  /** Only those that came with this version. */
  readonly orderVersion?: number
}

/** A StartPage URL. The token itself is nowhere. */
export interface StartPage {
  /** SHA-256, hexadecimal. */
  readonly tokenHash: string
  readonly sessionId: string
  readonly expiresAt: Date
}

/** What a buyer's Open Buy calls authenticate with. The token itself is nowhere. */
export interface OpenBuyToken {
  readonly tokenHash: string
  readonly buyerId: string
  readonly email: string
  readonly expiresAt: Date
}

/** A document that was taken, and what was answered: a second copy gets the same. */
export interface Message {
  readonly buyerId: string
  readonly payloadID: string
  /** The payload element. */
  readonly kind: string
  /** Of what the document says. */
  readonly digest: string
  /** The answer byte for byte; empty where it held a secret. */
  readonly answer: string
  /** What the document left behind, where the answer is not kept. */
  readonly reference?: string
  readonly receivedAt: Date
}

export type JobOutcome =
  | { readonly status: 'done' }
  | { readonly status: 'due'; readonly dueAt: Date; readonly problem: string }
  | { readonly status: 'dead'; readonly problem: string }
