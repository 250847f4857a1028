import type { Comment } from '../comments/comment.js'
import { readComment } from '../comments/comment-records.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { readInvoice } from '../invoicing/invoice-records.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { readSummary } from '../requisitions/requisition-records.js'
import { peopleWith, tell } from './tell.js'

/** What a comment stands on, and who asked for it. */
interface Subject {
  readonly name: string
  readonly requester: string
  readonly requisition?: number
  readonly purchaseOrder?: number
  readonly invoice?: number
}

/** Whoever is mentioned hears that; whoever asked for the document hears of every other comment. Nobody hears themselves. */
export function notifyOfComment(event: LifecycleEvents['comment added'], work: Work): void {
  const comment = readComment(work.db, event.comment)
  const { name, requester, ...about } = subjectOf(work, comment)
  const { fullName, login } = comment.author
  const mentioned = comment.mentions.filter(other => other !== login)
  tell(work, peopleWith(work, mentioned), {
    kind: 'comment_mention',
    subject: `${fullName} mentioned you on ${name}`,
    body: comment.comments,
    ...about,
  })
  if (requester === login || mentioned.includes(requester)) return
  tell(work, peopleWith(work, [requester]), {
    kind: 'comment_added',
    subject: `${fullName} commented on ${name}`,
    body: comment.comments,
    ...about,
  })
}

function subjectOf(work: Work, { on }: Comment): Subject {
  switch (on.type) {
    case 'RequisitionHeader': {
      const { requestedBy } = readSummary(work.db, on.id)
      return { name: `requisition ${on.id}`, requester: requestedBy.login, requisition: on.id }
    }
    case 'OrderHeader': {
      const { number, requestedBy, requisition } = readPurchaseOrder(work.db, on.id)
      return {
        name: `purchase order ${number}`,
        requester: requestedBy.login,
        ...(requisition === undefined ? {} : { requisition }),
        purchaseOrder: on.id,
      }
    }
    case 'User':
      return { name: 'a person’s page', requester: '' }
    case 'InvoiceHeader': {
      const { documentType, invoiceNumber } = readInvoice(work.db, on.id)
      return { name: `${documentType.toLowerCase()} ${invoiceNumber}`, requester: '', invoice: on.id }
    }
  }
}
