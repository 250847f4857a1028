import type { Job, JobStatus, NewJob } from '../delivery/job.js'
import type { SentDocument, SentDocumentKind } from '../delivery/sent-document.js'
import type { Order, OrderStatus, ReceivedAttachment } from '../orders/order.js'
import type { SessionRecord } from '../punchout/session.js'
import type { PurchaseRequest, PurchaseRequestStatus } from '../requests/purchase-request.js'

/**
 * What must survive. An implementation keeps the records below and runs pieces of work against them as if one came after
 * the other; `storeContract` (see the tests) says what it has to hold.
 */
export interface Store {
  /**
   * Runs `work` so that everything it wrote is durable when the promise resolves and nothing of it is there when it
   * rejects. What it has read by its key does not change before it ends. `work` must await nothing but the transaction,
   * and leave nothing outside it: where another process came in between, it is run again from the beginning.
   */
  transaction<Result>(work: (tx: StoreTransaction) => Promise<Result>, scope?: Scope): Promise<Result>
  /** Looks, and changes nothing: keeps nobody from writing. */
  read<Result>(work: (tx: StoreReader) => Promise<Result>, scope?: Scope): Promise<Result>
  /** Waits for running transactions, then lets go of files and connections. */
  close(): Promise<void>
}

/**
 * For which buyer the work is. A store that can keeps it from every other buyer's records, as a second net: the work itself
 * asks for no others.
 */
export interface Scope {
  readonly buyerId: string
}

/** What can be looked up. */
export interface StoreReader {
  session(id: string): Promise<SessionRecord | undefined>
  sessionByCookie(cookieHash: string): Promise<SessionRecord | undefined>
  startPage(tokenHash: string): Promise<StartPage | undefined>
  openBuyToken(tokenHash: string): Promise<OpenBuyToken | undefined>
  message(key: { readonly buyerId: string; readonly payloadID: string }): Promise<Message | undefined>
  request(id: string): Promise<PurchaseRequest | undefined>
  /**
   * The requests that hold a line of this `SupplierPartAuxiliaryID`; of several, by edits, the newest alone. With `isBeginning`
   * those whose references begin so, two at most: one is an answer, two are none.
   */
  requestsByReference(query: ReferenceQuery): Promise<PurchaseRequest[]>
  /** Newest first. */
  requests(query: RequestQuery): Promise<PurchaseRequest[]>
  order(key: OrderKey): Promise<Order | undefined>
  /** Newest first. */
  orders(query: OrderQuery): Promise<Order[]>
  /** By version and number. */
  attachments(query: AttachmentQuery): Promise<ReceivedAttachment[]>
  sentDocument(key: {
    readonly buyerId: string
    readonly payloadID: string
  }): Promise<SentDocument | undefined>
  /** Newest first. */
  sentDocuments(query: SentDocumentQuery): Promise<SentDocument[]>
  job(key: string): Promise<Job | undefined>
  /** Newest first. */
  jobs(query: JobQuery): Promise<Job[]>
  /** When the next job is due, its lease runs out or its queue is free; undefined when there is nothing to do. */
  nextJobAt(): Promise<Date | undefined>
  jobCounts(now: Date): Promise<JobCounts>
  /** What was over before then and has not been removed, the oldest first, so many of each kind at most. */
  outdated(query: { readonly before: Date; readonly limit: number }): Promise<Outdated>
}

/** Keys that identify; a second insert of one is an error. */
export interface StoreTransaction extends StoreReader {
  insertSession(session: SessionRecord): Promise<void>
  /** Replaces the session of this id. */
  updateSession(session: SessionRecord): Promise<void>

  insertStartPage(page: StartPage): Promise<void>

  insertOpenBuyToken(token: OpenBuyToken): Promise<void>

  /** Unique by buyer and payloadID, for ever. */
  insertMessage(message: Message): Promise<void>

  /** The references of its lines lead to it from now on. */
  insertRequest(request: PurchaseRequest): Promise<void>
  updateRequest(request: PurchaseRequest): Promise<void>

  /** Unique by buyer and orderID, compared exactly. */
  insertOrder(order: Order): Promise<void>
  updateOrder(order: Order): Promise<void>

  /** Unique by order, version and number, for ever. The order must be there. */
  insertAttachment(key: OrderKey, attachment: ReceivedAttachment): Promise<void>

  /** Unique by buyer and payloadID, for ever. */
  insertSentDocument(document: SentDocument): Promise<void>
  /** Replaces the document of this buyer and payloadID. */
  updateSentDocument(document: SentDocument): Promise<void>

  /** Puts the job in. False, and nothing happens, where one of this key is there already. */
  insertJob(job: NewJob): Promise<boolean>
  /**
   * The job that has been due longest and belongs to nobody, now leased to the caller; `attempts` and `fence` have risen.
   * Of a queue only the first that is not ended can be taken.
   */
  claimJob(claim: { readonly now: Date; readonly leasedUntil: Date }): Promise<Job | undefined>
  /** Prolongs the caller's lease. False, and nothing changes, when the job has been taken by another since. */
  extendLease(job: Pick<Job, 'key' | 'fence'>, leasedUntil: Date): Promise<boolean>
  /** Ends the caller's lease. False, and nothing changes, when the job has been taken by another since. */
  settleJob(job: Pick<Job, 'key' | 'fence'>, outcome: JobOutcome): Promise<boolean>
  /** A job that has ended is due once more, with all its attempts. False where there is none, or it has not ended. */
  reviveJob(key: string, dueAt: Date): Promise<boolean>

  /**
   * Removes sessions, jobs and requests for good; of orders their files and who asked for them. Messages stay, and orders
   * with all that they are known by.
   */
  removeOutdated(outdated: Outdated): Promise<void>
  /** Removes StartPages and Open Buy tokens that expired before `now`. */
  removeExpired(now: Date): Promise<void>
}

/** What an order is known by, for ever. */
export interface OrderKey {
  readonly buyerId: string
  readonly orderID: string
}

/** Which requests: what is left out is not asked for. Newest first. */
export interface RequestQuery {
  readonly buyerId?: string
  /** The shopper's, compared without case. */
  readonly email?: string
  readonly status?: PurchaseRequestStatus
  /** So many at most. Default: all. */
  readonly limit?: number
}

/** Which requests have a line of this reference, or one that begins so. */
export interface ReferenceQuery {
  readonly buyerId: string
  readonly reference: string
  readonly isBeginning?: boolean
}

/** Which orders: what is left out is not asked for. Newest first. */
export interface OrderQuery {
  readonly buyerId?: string
  /** The requester's, compared without case. */
  readonly email?: string
  readonly status?: OrderStatus
  /** So many at most. Default: all. */
  readonly limit?: number
}

/** Which documents to buyers: what is left out is not asked for. Newest first. */
export interface SentDocumentQuery {
  readonly buyerId?: string
  readonly orderID?: string
  readonly kind?: SentDocumentKind
  /** Compared exactly. */
  readonly documentID?: string
  /** So many at most. Default 100. */
  readonly limit?: number
}

/** Which work: what is left out is not asked for. Newest first. */
export interface JobQuery {
  readonly buyerId?: string
  readonly status?: JobStatus
  /** So many at most. Default 100. */
  readonly limit?: number
}

/** How many jobs there are. */
export interface JobCounts {
  /** Waiting, those for a later time included. */
  readonly due: number
  /** Being done. */
  readonly leased: number
  /** Given up. */
  readonly dead: number
  /** Since when the oldest that could be done has been waiting. */
  readonly oldestDueAt?: Date
}

/** What nobody needs any more. */
export interface Outdated {
  /** Of sessions that have expired. */
  readonly sessionIds: readonly string[]
  /** Of jobs that are done. */
  readonly jobKeys: readonly string[]
  /** Requests that have ended. */
  readonly requests: readonly PurchaseRequest[]
  /** Orders that have come to their end, with files or personal data. */
  readonly orders: readonly Order[]
}

/** Whose files, and of which version of the order. */
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

/** What became of an attempt: done, to be tried again and when, or given up. */
export type JobOutcome =
  | { readonly status: 'done' }
  | { readonly status: 'due'; readonly dueAt: Date; readonly problem: string }
  | { readonly status: 'dead'; readonly problem: string }
