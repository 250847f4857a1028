import {
  addDecimals,
  type ConfirmationItem,
  compareDecimals,
  type RequestDocument,
} from '@punchloop/sdk/cxml'
import type { Supplier } from '../company/company.js'
import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { markAcknowledged } from '../purchase-orders/purchase-order-records.js'
import { type Answer, answerOnce, type ReceivedDocument } from './answer.js'
import type { ConfirmationLine } from './confirmation.js'
import { insertConfirmation } from './confirmation-records.js'
import { findReferredOrder, orderProblem } from './find-order.js'

/**
 * Records what a supplier says about an order, once: the same payloadID again gets the first answer again.
 * Texts of the refusals are Coupa's (Status 417) where it documents them.
 */
export function receiveConfirmation(
  work: Work,
  supplier: Supplier,
  message: ReceivedDocument<RequestDocument<'ConfirmationRequest'>>,
): Answer {
  const { document } = message
  const order = findReferredOrder(work, document.request.confirmationRequest.orderReference)
  const about = order === undefined ? {} : { purchaseOrder: order.id }
  const answer = answerOnce(work, supplier, message, () => {
    const refusal = refusalOf(document, order, { supplier, now: work.now })
    if (refusal !== undefined) return { code: '417', text: refusal }
    if (order !== undefined) record(work, document, order)
    return { code: '200', text: 'Confirmation recorded' }
  })
  return { ...answer, ...about }
}

function refusalOf(
  document: RequestDocument<'ConfirmationRequest'>,
  order: PurchaseOrder | undefined,
  { supplier, now }: { readonly supplier: Supplier; readonly now: Date },
): string | undefined {
  const { confirmationHeader, confirmationItems, orderReference } = document.request.confirmationRequest
  const asked = orderReference?.orderID ?? orderReference?.documentReference?.payloadID
  const problem = orderProblem(order, supplier, asked)
  if (order === undefined || problem !== undefined) return problem
  if (order.status !== 'issued' || supplier.orderConfirmationLevel === 'not_applicable') {
    return 'Order confirmation is not applicable'
  }
  if (confirmationHeader.type === 'reject' && confirmationItems.length > 0) {
    return 'A ConfirmationRequest of type reject rejects the whole order and has no ConfirmationItem'
  }
  return lineProblem(confirmationItems, order) ?? promiseProblem(confirmationItems, supplier, now)
}

/** Where lines are confirmed, what is promised lies ahead. Documented for Supply Chain Collaboration. */
function promiseProblem(
  items: readonly ConfirmationItem[],
  supplier: Supplier,
  now: Date,
): string | undefined {
  if (supplier.orderConfirmationLevel !== 'line') return undefined
  const late = items.find(({ confirmationStatuses }) =>
    confirmationStatuses.some(
      ({ deliveryDate }) => deliveryDate !== undefined && !(new Date(deliveryDate) > now),
    ),
  )
  return (
    late &&
    `Unable to accept/propose change line ${late.lineNumber}. Promised date needs to be set for a future date`
  )
}

function lineProblem(items: readonly ConfirmationItem[], order: PurchaseOrder): string | undefined {
  const seen = new Set<string>()
  for (const item of items) {
    if (!order.lines.some(line => String(line.lineNum) === item.lineNumber)) {
      return `Purchase order ${order.number} has no line ${item.lineNumber}`
    }
    if (seen.has(item.lineNumber))
      return `Line ${item.lineNumber} is confirmed twice in one ConfirmationRequest`
    seen.add(item.lineNumber)
    const sum = addDecimals(...item.confirmationStatuses.map(status => status.quantity))
    if (compareDecimals(sum, item.quantity) !== 0) {
      return `ConfirmationStatus quantity must sum up to total ConfirmationItem quantity for PO ${order.number} Line ${item.lineNumber}`
    }
  }
  return undefined
}

function record(work: Work, document: RequestDocument<'ConfirmationRequest'>, order: PurchaseOrder): void {
  const { confirmationHeader, confirmationItems } = document.request.confirmationRequest
  const comments = textsOf(confirmationHeader.comments)
  const confirmation = insertConfirmation(work, {
    payloadID: document.payloadID,
    purchaseOrder: order.number,
    type: confirmationHeader.type,
    operation: confirmationHeader.operation ?? 'new',
    noticeDate: confirmationHeader.noticeDate ?? '',
    lines: confirmationItems.flatMap(linesOf),
    ...(confirmationHeader.confirmID === undefined ? {} : { confirmID: confirmationHeader.confirmID }),
    ...(comments === undefined ? {} : { comments }),
  })
  const isRejected = confirmationHeader.type === 'reject'
  if (!isRejected) markAcknowledged(work, order.id)
  recordHistory(work, {
    purchaseOrder: order.id,
    by: order.supplier.name,
    text: isRejected ? 'Rejected by the supplier' : `Confirmed by the supplier (${confirmationHeader.type})`,
    ...(comments === undefined ? {} : { comment: comments }),
  })
  work.emit('order confirmed', { confirmation })
}

function linesOf(item: ConfirmationItem): ConfirmationLine[] {
  return item.confirmationStatuses.map(status => {
    const comments = textsOf(status.comments)
    return {
      lineNumber: Number(item.lineNumber),
      quantity: status.quantity,
      status: status.type,
      ...(status.deliveryDate === undefined ? {} : { deliveryDate: status.deliveryDate }),
      ...(comments === undefined ? {} : { comments }),
    }
  })
}

function textsOf(comments: readonly { readonly value: string }[]): string | undefined {
  return (
    comments
      .map(({ value }) => value.trim())
      .filter(Boolean)
      .join('\n') || undefined
  )
}
