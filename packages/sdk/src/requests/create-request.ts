import { addDecimals, multiplyDecimals } from '../cxml/values/decimal.js'
import type { Cart } from '../punchout/cart.js'
import type { PunchoutSession } from '../punchout/session.js'
import type { StoreTransaction } from '../store/store.js'
import { endRequest } from './end-request.js'
import type { PurchaseRequest } from './purchase-request.js'
import { readReference, writeReference } from './reference.js'

export interface NewRequest {
  readonly session: PunchoutSession
  /** A cart that was checked. */
  readonly cart: Cart
  readonly now: Date
  /** In milliseconds. */
  readonly lifetime: number
  readonly randomBytes: (length: number) => Uint8Array
}

/** Keeps what is returned to the buyer, and sees to it that it ends: as an order, or expired. */
export async function createRequest(tx: StoreTransaction, draft: NewRequest): Promise<PurchaseRequest> {
  const { session, cart, now } = draft
  const id = Buffer.from(draft.randomBytes(16)).toString('hex')
  const { buyerId, shopper, deploymentMode } = session
  const request: PurchaseRequest = {
    id,
    buyerId,
    sessionId: session.id,
    shopper,
    currency: cart.currency,
    lines: cart.lines.map((line, index) => ({
      ...line,
      lineNumber: index + 1,
      supplierPartAuxiliaryID: writeReference(id, index + 1),
    })),
    total: addDecimals(...cart.lines.map(({ quantity, unitPrice }) => multiplyDecimals(quantity, unitPrice))),
    deploymentMode,
    status: 'waiting',
    createdAt: now,
    expiresAt: new Date(now.getTime() + draft.lifetime),
  }
  await supersede(tx, draft)
  await tx.insertRequest(request)
  await tx.insertJob({
    key: `${buyerId}:request:${id}:expire`,
    work: { kind: 'expire request', buyerId, requestId: id },
    dueAt: request.expiresAt,
  })
  await tx.insertJob({
    key: `${buyerId}:request:${id}:returned`,
    work: { kind: 'notify', buyerId, notice: { kind: 'request returned', requestId: id } },
    dueAt: now,
  })
  return request
}

/** A cart that was edited takes the place of the request whose lines the buyer held. */
async function supersede(tx: StoreTransaction, { session, now }: NewRequest): Promise<void> {
  if (session.operation !== 'edit') return
  const held = session.heldLines.map(line => readReference(line.supplierPartAuxiliaryID ?? '')?.requestId)
  for (const id of new Set(held)) {
    const request = id === undefined ? undefined : await tx.request(id)
    if (request?.status !== 'waiting' || request.buyerId !== session.buyerId) continue
    await endRequest(tx, request, { status: 'superseded', reason: 'It was edited and returned again.', now })
  }
}
