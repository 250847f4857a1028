import { formatTimestamp } from '../cxml/values/timestamp.js'
import type { ShipNoticeToSend } from '../delivery/job.js'
import type { StoreTransaction } from '../store/store.js'
import type { Order, OrderLine } from './order.js'
import { documentOf } from './order-document.js'
import type { ConfirmationContext } from './put-confirmation.js'
import { putDocument } from './put-document.js'
import { orderJobKey } from './put-order-jobs.js'

/** Puts a `ShipNoticeRequest` into the outbox where goods of a line were sent off. */
export async function putShipNotice(
  tx: StoreTransaction,
  order: Order,
  { lineNumber, quantity, unitOfMeasure, fulfilment }: OrderLine,
  { now, envelope }: ConfirmationContext,
): Promise<void> {
  const { shipment, reference = '' } = fulfilment ?? {}
  if (shipment === undefined) return
  const { shipmentID = reference, shippedAt = now, deliveryAt, parcel } = shipment
  const shipNotice: ShipNoticeToSend = {
    ...documentOf(order, envelope()),
    shipmentID,
    shipmentDate: formatTimestamp(shippedAt),
    ...(deliveryAt === undefined ? {} : { deliveryDate: formatTimestamp(deliveryAt) }),
    ...(parcel === undefined ? {} : { parcel }),
    lineNumber,
    quantity,
    unitOfMeasure,
  }
  const { buyerId, orderID } = order
  const put = {
    key: orderJobKey(order, `line:${lineNumber}:ship`),
    work: { kind: 'send ship notice', buyerId, orderID, shipNotice },
    document: shipNotice,
    kind: 'ShipNoticeRequest',
    documentID: shipmentID,
  } as const
  await putDocument(tx, order, put, now)
}
