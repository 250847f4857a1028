import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { issueAcknowledgementLink } from '../fulfillment/acknowledgement-links.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { insertMail } from './mail-records.js'

/**
 * An order goes to its supplier by the outbox, as every mail does; each recipient with a link of their own.
 * Unverified: the words around the link. Coupa's Supplier Actionable Notification has buttons.
 */
export function mailPurchaseOrder(
  publicUrl: () => string,
): (event: LifecycleEvents['purchase order mailed'], work: Work) => void {
  return ({ purchaseOrder, to, subject, text }, work) => {
    const { status, acknowledgedAt } = readPurchaseOrder(work.db, purchaseOrder)
    const isOpen = status === 'issued' && acknowledgedAt === undefined
    for (const recipient of to) {
      const token = isOpen ? issueAcknowledgementLink(work, purchaseOrder) : undefined
      const link = token && `\n\nAcknowledge this order:\n${publicUrl()}/supplier/acknowledge/${token}`
      insertMail(work, { to: recipient, subject, text: `${text}${link ?? ''}` })
    }
  }
}
