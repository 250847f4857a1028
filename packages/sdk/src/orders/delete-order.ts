import type { StoreTransaction } from '../store/store.js'
import { assessOrder, conflict, type Reading, withAttachments } from './assess-order.js'
import { cancelOrder } from './cancel-order.js'
import { assertSameMode } from './change-order.js'
import type { Order } from './order.js'
import { areKnownFiles, numbered, putFiles } from './order-attachments.js'

const reason = 'The buyer cancelled the order.'

/** `type="delete"`: whatever the order is → `cancelled`, also before the order itself has come. */
export async function deleteOrder(
  tx: StoreTransaction,
  reading: Reading & { readonly existing: Order | undefined },
): Promise<Order> {
  const { existing } = reading
  return existing === undefined ? putTombstone(tx, reading) : cancelExisting(tx, { ...reading, existing })
}

async function cancelExisting(
  tx: StoreTransaction,
  reading: Reading & { readonly existing: Order },
): Promise<Order> {
  const { content, existing, document, files, now } = reading
  assertSameMode(reading)
  if (content.version !== undefined && content.version < existing.orderVersion) {
    throw conflict(
      `Order ${existing.orderID} stands at version ${existing.orderVersion}; a delete of an older one is late`,
    )
  }
  if (existing.status === 'cancelled' && areKnownFiles(files, existing.attachments)) return existing
  const orderVersion = content.version ?? existing.orderVersion + 1
  // What came with the order is still of it; what comes with its cancellation stands behind.
  const { attachments: before = [] } = existing
  const attachments = [...before, ...numbered(files, orderVersion, before)]
  const { payloadID } = document
  const order: Order = { ...existing, orderVersion, payloadID, ...withAttachments(attachments) }
  const cancelled = await cancelOrder(tx, order, { reason, now })
  await putFiles(tx, cancelled, files)
  return cancelled
}

/** A `new` that was overtaken by its own cancellation must find it. */
async function putTombstone(tx: StoreTransaction, reading: Reading): Promise<Order> {
  const order = await assessOrder(tx, { ...reading, version: reading.content.version ?? 1 })
  const tombstone: Order = { ...order, status: 'cancelled', reason }
  await tx.insertOrder(tombstone)
  await putFiles(tx, tombstone, reading.files)
  return tombstone
}
