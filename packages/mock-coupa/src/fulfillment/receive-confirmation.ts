import type { ConfirmationItem, RequestDocument } from '@punchloop/sdk/cxml'
import type { Supplier } from '../company/supplier.js'
import type { Work } from '../control/work.js'
import { type Answer, answerOnce, type ReceivedDocument } from './answer.js'
import { confirmOrder } from './confirm-order.js'
import type { Statement } from './confirmation.js'
import { type ConfirmedPart, confirmationProblem } from './confirmation-rules.js'
import { findReferredOrder, orderProblem } from './find-order.js'

type ConfirmationDocument = RequestDocument<'ConfirmationRequest'>

/**
 * Records what a supplier says about an order, once: the same payloadID again gets the first answer again.
 * Texts of the refusals are Coupa's (Status 417) where it documents them.
 */
export function receiveConfirmation(
  work: Work,
  supplier: Supplier,
  message: ReceivedDocument<ConfirmationDocument>,
): Answer {
  const { confirmationHeader, confirmationItems, orderReference } =
    message.document.request.confirmationRequest
  const order = findReferredOrder(work, orderReference)
  const about = order === undefined ? {} : { purchaseOrder: order.id }
  const answer = answerOnce(work, supplier, message, () => {
    const asked = orderReference?.orderID ?? orderReference?.documentReference?.payloadID
    const problem = orderProblem(order, supplier, asked)
    if (order === undefined || problem !== undefined) return refused(problem ?? 'Expectation Failed')
    const refusal = confirmationProblem(order, supplier, {
      type: confirmationHeader.type,
      lines: confirmationItems.map(item => ({ ...item, parts: partsOf(item) })),
      now: work.now,
    })
    if (refusal !== undefined) return refused(refusal)
    confirmOrder(work, order, statementOf(message.document), { name: supplier.name })
    return { code: '200', text: 'Confirmation recorded' }
  })
  return { ...answer, ...about }
}

function refused(text: string): Answer {
  return { code: '417', text }
}

function statementOf(document: ConfirmationDocument): Statement {
  const { confirmationHeader, confirmationItems } = document.request.confirmationRequest
  const comments = textsOf(confirmationHeader.comments)
  return {
    payloadID: document.payloadID,
    type: confirmationHeader.type,
    operation: confirmationHeader.operation ?? 'new',
    noticeDate: confirmationHeader.noticeDate ?? '',
    lines: confirmationItems.flatMap(partsOf),
    ...(confirmationHeader.confirmID === undefined ? {} : { confirmID: confirmationHeader.confirmID }),
    ...(comments === undefined ? {} : { comments }),
  }
}

function partsOf(item: ConfirmationItem): ConfirmedPart[] {
  return item.confirmationStatuses.map(status => {
    const comments = textsOf(status.comments)
    // Of an item that comes instead, the price stands in it.
    const { unitPrice = status.itemIn?.itemDetail.unitPrice, itemIn } = status
    return {
      lineNumber: Number(item.lineNumber),
      quantity: status.quantity,
      status: status.type,
      ...(unitPrice === undefined ? {} : { unitPrice: unitPrice.money.amount }),
      ...(itemIn === undefined ? {} : { substitute: itemIn.itemID.supplierPartID }),
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
