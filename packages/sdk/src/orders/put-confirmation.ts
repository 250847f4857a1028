import { formatTimestamp } from '../cxml/values/timestamp.js'
import type { ConfirmationToSend, ConfirmedItem, DocumentIdentity } from '../delivery/job.js'
import type { StoreTransaction } from '../store/store.js'
import type { Order, OrderLine } from './order.js'
import { documentOf } from './order-document.js'
import { putDocument } from './put-document.js'
import { orderJobKey } from './put-order-jobs.js'

export interface ConfirmationContext {
  readonly now: Date
  /** Of the document. */
  readonly envelope: () => DocumentIdentity
}

/**
 * Puts a `ConfirmationRequest` into the outbox that says what has become of every line, and remembers it: the next one
 * for the same version is an update of it.
 */
export async function putConfirmation(
  tx: StoreTransaction,
  order: Order,
  { now, envelope }: ConfirmationContext,
  comment?: string,
): Promise<Order> {
  const { buyerId, orderID, orderVersion } = order
  const identity = envelope()
  const before = order.confirmation?.orderVersion === orderVersion ? order.confirmation : undefined
  const confirmation: ConfirmationToSend = {
    ...documentOf(order, identity),
    type: typeOf(order),
    confirmID: before?.confirmID ?? identity.payloadID,
    ...(before === undefined ? {} : { updates: before.payloadID }),
    ...(comment === undefined ? {} : { comment }),
    items: order.status === 'rejected' ? [] : order.lines.map(itemOf),
  }
  const count = (before?.count ?? 0) + 1
  const { confirmID, payloadID } = confirmation
  const put = {
    key: orderJobKey(order, `confirm:${count}`),
    work: { kind: 'confirm order', buyerId, orderID, confirmation },
    document: confirmation,
    kind: 'ConfirmationRequest',
    documentID: confirmID,
  } as const
  await putDocument(tx, order, put, now)
  const confirmed: Order = { ...order, confirmation: { orderVersion, confirmID, payloadID, count } }
  await tx.updateOrder(confirmed)
  return confirmed
}

/** A `reject` has no lines (cXML User's Guide, ConfirmationHeader). */
function typeOf({ status, lines }: Order): ConfirmationToSend['type'] {
  if (status === 'rejected') return 'reject'
  const types = new Set(lines.map(line => itemOf(line).type))
  if (types.size === 1 && types.has('backordered')) return 'backordered'
  if (types.has('reject') || types.has('backordered')) return 'except'
  return types.has('detail') ? 'detail' : 'accept'
}

function itemOf({
  lineNumber,
  quantity,
  unitOfMeasure,
  fulfilment,
  refusal,
  backorder,
}: OrderLine): ConfirmedItem {
  const line = { lineNumber, quantity, unitOfMeasure }
  if (refusal !== undefined) return { ...line, type: 'reject', comment: refusal.reason }
  if (fulfilment === undefined) {
    const { until, comment = '' } = backorder ?? {}
    return {
      ...line,
      type: 'backordered',
      ...(until === undefined ? {} : { deliveryDate: formatTimestamp(until) }),
      comment,
    }
  }
  const { activeFrom, comment } = fulfilment
  return {
    ...line,
    type: activeFrom === undefined ? 'accept' : 'detail',
    ...(activeFrom === undefined ? {} : { deliveryDate: formatTimestamp(activeFrom) }),
    ...(comment === undefined ? {} : { comment }),
  }
}
