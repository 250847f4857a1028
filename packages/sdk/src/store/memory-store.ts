import type { SentDocument } from '../delivery/sent-document.js'
import type { Order, ReceivedAttachment } from '../orders/order.js'
import type { SessionRecord } from '../punchout/session.js'
import type { PurchaseRequest } from '../requests/purchase-request.js'
import { MemoryJobs } from './memory-jobs.js'
import { copyOf, isAsked, MemoryTable, type Undo } from './memory-table.js'
import { OneAtATime } from './one-at-a-time.js'
import { outdatedSince, withoutPerson } from './outdated.js'
import type {
  AttachmentQuery,
  Message,
  OpenBuyToken,
  OrderKey,
  Outdated,
  ReferenceQuery,
  SentDocumentQuery,
  StartPage,
  Store,
  StoreTransaction,
} from './store.js'

/** A store that is gone with the process: for tests, and for trying things out. */
export function memoryStore(): Store {
  const queue = new OneAtATime()
  const undoes: Undo[] = []
  const tx = new MemoryTransaction(undo => undoes.push(undo))
  return {
    read: work => queue.run(() => work(tx)),
    transaction: work =>
      queue.run(async () => {
        undoes.length = 0
        try {
          return await work(tx)
        } catch (error) {
          for (const undo of undoes.reverse()) undo()
          throw error
        }
      }),
    close: () => queue.idle(),
  }
}

/** Which request a line's reference leads to. */
interface LineReference {
  readonly buyerId: string
  readonly reference: string
  readonly requestId: string
}

class MemoryTransaction extends MemoryJobs implements StoreTransaction {
  readonly #sessions: MemoryTable<SessionRecord>
  readonly #startPages: MemoryTable<StartPage>
  readonly #openBuyTokens: MemoryTable<OpenBuyToken>
  readonly #messages: MemoryTable<Message>
  readonly #requests: MemoryTable<PurchaseRequest>
  readonly #references: MemoryTable<LineReference>
  readonly #orders: MemoryTable<Order>
  readonly #attachments: MemoryTable<OrderKey & ReceivedAttachment>
  readonly #sentDocuments: MemoryTable<SentDocument>

  constructor(undo: (undo: Undo) => void) {
    super(undo)
    this.#sessions = new MemoryTable('session', undo)
    this.#startPages = new MemoryTable('StartPage', undo)
    this.#openBuyTokens = new MemoryTable('Open Buy token', undo)
    this.#messages = new MemoryTable('message', undo)
    this.#requests = new MemoryTable('purchase request', undo)
    this.#references = new MemoryTable('line reference', undo)
    this.#orders = new MemoryTable('order', undo)
    this.#attachments = new MemoryTable('attachment', undo)
    this.#sentDocuments = new MemoryTable('sent document', undo)
  }

  async insertSession(session: SessionRecord) {
    this.#sessions.insert(session.id, session)
  }
  async updateSession(session: SessionRecord) {
    this.#sessions.update(session.id, session)
  }
  async session(id: string) {
    return this.#sessions.get(id)
  }
  async sessionByCookie(cookieHash: string) {
    const [session] = this.#sessions.peek(each => each.cookieHash === cookieHash)
    return copyOf(session)
  }

  async insertStartPage(page: StartPage) {
    this.#startPages.insert(page.tokenHash, page)
  }
  async startPage(tokenHash: string) {
    return this.#startPages.get(tokenHash)
  }

  async insertOpenBuyToken(token: OpenBuyToken) {
    this.#openBuyTokens.insert(token.tokenHash, token)
  }
  async openBuyToken(tokenHash: string) {
    return this.#openBuyTokens.get(tokenHash)
  }

  async insertMessage(message: Message) {
    this.#messages.insert(messageKey(message), message)
  }
  async message(key: Pick<Message, 'buyerId' | 'payloadID'>) {
    return this.#messages.get(messageKey(key))
  }

  async insertRequest(request: PurchaseRequest) {
    this.#requests.insert(request.id, request)
    const { id: requestId, buyerId } = request
    for (const { supplierPartAuxiliaryID: reference } of request.lines) {
      this.#references.put(JSON.stringify([buyerId, reference]), { buyerId, reference, requestId })
    }
  }
  async updateRequest(request: PurchaseRequest) {
    this.#requests.update(request.id, request)
  }
  async request(id: string) {
    return this.#requests.get(id)
  }
  async requestsByReference({ buyerId, reference, isBeginning = false }: ReferenceQuery) {
    const known = isBeginning
      ? this.#references.select(each => each.buyerId === buyerId && each.reference.startsWith(reference))
      : [this.#references.get(JSON.stringify([buyerId, reference]))]
    const ids = new Set(known.flatMap(each => each?.requestId ?? []))
    return [...ids].slice(0, 2).flatMap(id => this.#requests.get(id) ?? [])
  }
  async requests(query: Parameters<StoreTransaction['requests']>[0]) {
    return this.#requests.newest(
      request =>
        isAsked(query.buyerId, request.buyerId) &&
        isAsked(query.status, request.status) &&
        isAsked(query.email?.toLowerCase(), request.shopper.email?.toLowerCase()),
      query.limit,
    )
  }

  async insertOrder(order: Order) {
    this.#orders.insert(orderKey(order), order)
  }
  async updateOrder(order: Order) {
    this.#orders.update(orderKey(order), order)
  }
  async order(key: OrderKey) {
    return this.#orders.get(orderKey(key))
  }
  async orders(query: Parameters<StoreTransaction['orders']>[0]) {
    return this.#orders.newest(
      order =>
        isAsked(query.buyerId, order.buyerId) &&
        isAsked(query.status, order.status) &&
        isAsked(query.email?.toLowerCase(), order.requester.email?.toLowerCase()),
      query.limit,
    )
  }

  async insertAttachment({ buyerId, orderID }: OrderKey, attachment: ReceivedAttachment) {
    if (!this.#orders.has(orderKey({ buyerId, orderID }))) throw new Error(`There is no order ${orderID}`)
    const file = { ...attachment, buyerId, orderID }
    this.#attachments.insert(attachmentKey(file), file)
  }
  async attachments({ buyerId, orderID, orderVersion }: AttachmentQuery) {
    return this.#attachments
      .select(
        attachment =>
          attachment.buyerId === buyerId &&
          attachment.orderID === orderID &&
          isAsked(orderVersion, attachment.orderVersion),
      )
      .map(({ buyerId: _, orderID: __, ...attachment }) => attachment)
      .sort((left, right) => left.orderVersion - right.orderVersion || left.number - right.number)
  }

  async insertSentDocument(document: SentDocument) {
    this.#sentDocuments.insert(messageKey(document), document)
  }
  async updateSentDocument(document: SentDocument) {
    this.#sentDocuments.update(messageKey(document), document)
  }
  async sentDocument(key: Pick<SentDocument, 'buyerId' | 'payloadID'>) {
    return this.#sentDocuments.get(messageKey(key))
  }
  async sentDocuments({ buyerId, orderID, kind, documentID, limit = 100 }: SentDocumentQuery) {
    return this.#sentDocuments.newest(
      document =>
        isAsked(buyerId, document.buyerId) &&
        isAsked(orderID, document.orderID) &&
        isAsked(kind, document.kind) &&
        isAsked(documentID, document.documentID),
      limit,
    )
  }

  async outdated({ before, limit }: { readonly before: Date; readonly limit: number }) {
    const isOld = (date: Date | undefined) => date !== undefined && date < before
    const sessions = this.#sessions.peek(({ expiresAt }) => isOld(expiresAt))
    const jobs = this.jobTable.peek(({ status, dueAt }) => status === 'done' && isOld(dueAt))
    return {
      sessionIds: sessions.slice(0, limit).map(({ id }) => id),
      jobKeys: jobs.slice(0, limit).map(({ key }) => key),
      requests: this.#requests.select(({ endedAt }) => isOld(endedAt)).slice(0, limit),
      orders: this.#orders.select(order => isOld(outdatedSince(order))).slice(0, limit),
    }
  }
  async removeOutdated({ sessionIds, jobKeys, requests, orders }: Outdated) {
    for (const id of sessionIds) {
      for (const page of this.#startPages.peek(each => each.sessionId === id)) {
        this.#startPages.remove(page.tokenHash)
      }
      this.#sessions.remove(id)
    }
    for (const key of jobKeys) this.jobTable.remove(key)
    for (const { id } of requests) {
      for (const each of this.#references.peek(({ requestId }) => requestId === id)) {
        this.#references.remove(JSON.stringify([each.buyerId, each.reference]))
      }
      this.#requests.remove(id)
    }
    for (const order of orders) {
      for (const file of this.#attachments.peek(each => orderKey(each) === orderKey(order))) {
        this.#attachments.remove(attachmentKey(file))
      }
      this.#orders.update(orderKey(order), withoutPerson(order))
    }
  }
  async removeExpired(now: Date) {
    for (const { tokenHash } of this.#startPages.select(({ expiresAt }) => expiresAt < now)) {
      this.#startPages.remove(tokenHash)
    }
    for (const { tokenHash } of this.#openBuyTokens.select(({ expiresAt }) => expiresAt < now)) {
      this.#openBuyTokens.remove(tokenHash)
    }
  }
}

const messageKey = ({ buyerId, payloadID }: Pick<Message, 'buyerId' | 'payloadID'>) =>
  JSON.stringify([buyerId, payloadID])
const attachmentKey = ({ buyerId, orderID, orderVersion, number }: OrderKey & ReceivedAttachment) =>
  JSON.stringify([buyerId, orderID, orderVersion, number])
const orderKey = ({ buyerId, orderID }: OrderKey) => JSON.stringify([buyerId, orderID])
