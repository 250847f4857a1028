import { hexadecimal, type RandomBytes } from '../buyers/token.js'
import { addDecimals, multiplyDecimals } from '../cxml/values/decimal.js'
import type { Cart } from '../punchout/cart.js'
import { type HeldLine, replacesLines, type SessionRecord } from '../punchout/session.js'
import type { StoreTransaction } from '../store/store.js'
import { endRequest } from './end-request.js'
import { type RestoredLine, restoreLines } from './held-lines.js'
import { referencesOf } from './line-references.js'
import type { PurchaseRequest } from './purchase-request.js'
import { type ReferenceContext, tidyReference } from './reference.js'

export interface NewRequest extends ReferenceContext {
  readonly session: SessionRecord
  /** A cart that was checked. */
  readonly cart: Cart
  readonly now: Date
  /** In milliseconds. */
  readonly lifetime: number
  readonly randomBytes: RandomBytes
  /** See {@link PurchaseRequest.isOffer}. */
  readonly isOffer?: true
}

/** Keeps what is returned to the buyer, and sees to it that it ends: as an order, or expired. */
export async function createRequest(tx: StoreTransaction, draft: NewRequest): Promise<PurchaseRequest> {
  const { session, cart, now, lifetime, randomBytes } = draft
  const id = hexadecimal(randomBytes(16))
  const { buyerId, shopper, deploymentMode } = session
  const held = await findHeldLines(tx, draft)
  const references = referencesOf(draft, held.lines)
  const request: PurchaseRequest = {
    id,
    buyerId,
    sessionId: session.id,
    shopper,
    currency: cart.currency,
    lines: cart.lines.map((line, index) => ({
      ...line,
      lineNumber: index + 1,
      supplierPartAuxiliaryID: references[index] ?? '',
    })),
    total: addDecimals(...cart.lines.map(({ quantity, unitPrice }) => multiplyDecimals(quantity, unitPrice))),
    deploymentMode,
    ...(draft.isOffer === true ? { isOffer: true } : {}),
    status: 'waiting',
    createdAt: now,
    expiresAt: cart.validUntil ?? new Date(now.getTime() + lifetime),
  }
  for (const edited of held.requests) {
    await endRequest(tx, edited, { status: 'superseded', reason: 'It was edited and returned again.', now })
  }
  await tx.insertRequest(request)
  await tx.insertJob({
    key: `${buyerId}:request:${id}:expire`,
    work: { kind: 'expire request', buyerId, requestId: id },
    dueAt: request.expiresAt,
  })
  if (request.isOffer === true) return request
  await tx.insertJob({
    key: `${buyerId}:request:${id}:returned`,
    work: { kind: 'notify', buyerId, notice: { kind: 'request returned', requestId: id } },
    dueAt: now,
  })
  return request
}

interface HeldLines {
  readonly lines: readonly (HeldLine & { readonly supplierPartAuxiliaryID: string })[]
  /** The waiting requests whose lines they are: the edited cart takes their place. */
  readonly requests: readonly PurchaseRequest[]
}

/** What the buyer holds and wants changed or quoted, as far as it is ours and was offered to this buyer. */
async function findHeldLines(tx: StoreTransaction, draft: NewRequest): Promise<HeldLines> {
  if (!replacesLines(draft.session)) return { lines: [], requests: [] }
  const restored = await restoreLines(tx, draft.session, draft)
  return {
    lines: restored.flatMap(({ held, request }) =>
      request === undefined
        ? []
        : [{ ...held, supplierPartAuxiliaryID: tidyReference(held.supplierPartAuxiliaryID ?? '') }],
    ),
    requests: waitingRequests(restored),
  }
}

/** Each once. */
export function waitingRequests(restored: readonly RestoredLine[]): PurchaseRequest[] {
  const waiting = restored.flatMap(({ request }) => (request?.status === 'waiting' ? [request] : []))
  return [...new Map(waiting.map(request => [request.id, request])).values()]
}
