import type { Order, ReceivedAttachment } from '../../orders/order.js'
import type { SessionRecord } from '../../punchout/session.js'
import type { PurchaseRequest } from '../../requests/purchase-request.js'
import type { Message } from '../store.js'

/** Seconds after ten o'clock. */
export const at = (seconds: number) => new Date(Date.parse('2026-01-15T10:00:00.123Z') + seconds * 1000)

export const session: SessionRecord = {
  id: 's1',
  buyerId: 'acme',
  operation: 'create',
  buyerCookie: '2026-01-15T10:00:00.000Z',
  browserFormPost: 'https://buyer.example/',
  shopper: { email: 'Emma@Buyer.example', login: 'emma' },
  extrinsics: [{ name: '__proto__', value: 'ü' }],
  heldLines: [],
  deploymentMode: 'production',
  createdAt: at(0),
  expiresAt: at(3600),
  status: 'started',
}

export const request: PurchaseRequest = {
  id: 'r1',
  buyerId: 'acme',
  sessionId: 's1',
  shopper: { email: 'Emma@Buyer.example' },
  currency: 'USD',
  lines: [],
  total: '0.10',
  deploymentMode: 'production',
  status: 'waiting',
  createdAt: at(0),
  expiresAt: at(60),
}

export const order: Order = {
  buyerId: 'acme',
  orderID: 'PO-1',
  orderVersion: 1,
  payloadID: 'p1',
  orderDate: '2026-01-15',
  currency: 'USD',
  total: '0.10',
  lines: [],
  status: 'accepted',
  requestIds: ['r1'],
  requester: { email: 'emma@buyer.example' },
  deploymentMode: 'production',
  receivedAt: at(0),
}

/** A version's n-th file. */
export const attachment = (orderVersion: number, number: number): ReceivedAttachment => ({
  orderVersion,
  number,
  contentId: 'terms@buyer.example',
  contentType: 'application/pdf',
  fileName: '__proto__ ü.pdf',
  size: 4,
  digest: 'd',
  lineNumbers: [1, 2],
  bytes: Uint8Array.of(0, 255, 13, 10),
})

export const message: Message = {
  buyerId: 'acme',
  payloadID: 'p1',
  kind: 'OrderRequest',
  digest: 'd',
  answer: '<cXML/>',
  receivedAt: at(0),
}

export const notice = {
  kind: 'notify',
  buyerId: 'acme',
  notice: { kind: 'order held', orderID: 'PO-1' },
} as const
