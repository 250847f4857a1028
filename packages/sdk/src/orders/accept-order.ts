import { type Status, statusText } from '../cxml/elements/status.js'
import type { StoreTransaction } from '../store/store.js'
import { assessOrder, type Reading, type ReceivedOrder } from './assess-order.js'
import { changeOrder } from './change-order.js'
import { deleteOrder } from './delete-order.js'
import type { Order, OrderStatus } from './order.js'
import { putFiles, readFiles } from './order-attachments.js'
import { readOrder } from './read-order.js'
import { prepareOrder, startOrder } from './start-order.js'

/**
 * `OrderRequest` → the order as it now stands, and what `Status` says about it. Everything happens in the caller's
 * transaction; a refusal is thrown and leaves nothing behind.
 *
 * `(buyer, orderID)` is the order, for ever. A higher version changes it; the same version with the same content is
 * the same message once more; anything else is refused with 409 and the first stands.
 */
export async function acceptOrder(tx: StoreTransaction, received: ReceivedOrder): Promise<Status> {
  const content = readOrder(received.document)
  const files = readFiles(received.document, content.lines, received.attachments)
  const order = await applyOrder(tx, { ...received, content, files })
  return answerTo(order, received)
}

async function applyOrder(tx: StoreTransaction, reading: Reading): Promise<Order> {
  const { buyer, content } = reading
  const existing = await tx.order({ buyerId: buyer.id, orderID: content.orderID })
  if (content.type === 'delete') return deleteOrder(tx, { ...reading, existing })
  if (existing !== undefined) return changeOrder(tx, { ...reading, existing })
  return placeOrder(tx, reading)
}

async function placeOrder(tx: StoreTransaction, reading: Reading): Promise<Order> {
  const order = prepareOrder(await assessOrder(tx, { ...reading, version: reading.content.version ?? 1 }))
  await tx.insertOrder(order)
  await putFiles(tx, order, reading.files)
  return startOrder(tx, order, reading)
}

const said: Record<OrderStatus, string> = {
  accepted: 'The order was received and is being fulfilled.',
  fulfilling: 'The order was received and is being fulfilled.',
  held: 'The order was received. It is held until a person has looked at it.',
  fulfilled: 'The order was received and is fulfilled.',
  rejected: 'The order was received and is turned down.',
  failed: 'The order was received. A person is looking at it.',
  cancelled: 'The order is cancelled.',
  test: 'The order was received in test mode: nothing is provided and nothing is charged.',
}

/** 201 promises a `StatusUpdateRequest`. What is missing in the message is the sender's to mend, so it is said. */
function answerTo({ status }: Order, { buyer, attachments }: ReceivedOrder): Status {
  const missing = attachments.warnings
    .filter(({ code }) => code === 'WARN_CXML_ATTACHMENT_MISSING')
    .slice(0, mostMissing)
    .map(({ message }) => message)
  const code = status === 'held' && buyer.statusUpdates !== undefined ? 201 : 200
  return {
    code: String(code),
    text: statusText(code),
    xmlLang: 'en-US',
    value: [said[status], ...missing].join(' '),
  }
}

/** So many a person reads. */
const mostMissing = 5
