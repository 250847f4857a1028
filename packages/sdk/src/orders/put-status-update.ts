import type { StoreTransaction } from '../store/store.js'
import type { Order } from './order.js'
import { documentOf } from './order-document.js'
import type { ConfirmationContext } from './put-confirmation.js'
import { putDocument } from './put-document.js'
import { orderJobKey } from './put-order-jobs.js'

/**
 * Puts the `StatusUpdateRequest` into the outbox that a 201 promised (cXML User's Guide, Status): the order was looked at,
 * and `value` says what came of it.
 */
export async function putStatusUpdate(
  tx: StoreTransaction,
  order: Order,
  value: string,
  { now, envelope }: ConfirmationContext,
): Promise<void> {
  const { buyerId, orderID } = order
  const statusUpdate = { ...documentOf(order, envelope()), code: '200', value } as const
  const put = {
    key: orderJobKey(order, 'status update'),
    work: { kind: 'send status update', buyerId, orderID, statusUpdate },
    document: statusUpdate,
    kind: 'StatusUpdateRequest',
    documentID: orderID,
  } as const
  await putDocument(tx, order, put, now)
}
