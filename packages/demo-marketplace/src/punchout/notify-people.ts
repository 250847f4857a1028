import type { Notice, Order } from '@punchloop/sdk'
import type { Postman } from '../mail/postman.js'
import type { SubscriptionStore } from '../subscriptions/subscription-store.js'
import { writeHeldMail, writeOrderEndedMail, writeReadyMail, writeRequestEndedMail } from './notice-mails.js'

export interface NotifyContext {
  readonly origin: string
  readonly subscriptions: SubscriptionStore
  readonly postman: Postman
  readonly operatorEmail: string
}

/**
 * Writes to whom a notice concerns. Called again when a mail could not be handed over; the idempotency key becomes the
 * mail's `Message-ID`, so a mail that was sent twice is one mail.
 */
export async function notifyPeople(
  context: NotifyContext,
  notice: Notice,
  idempotencyKey: string,
): Promise<void> {
  const { postman, operatorEmail, origin } = context
  switch (notice.kind) {
    case 'request returned':
      // The requester has just pressed the button, and the buyer's system tells of every step from here.
      return
    case 'request ended': {
      const { email } = notice.request.shopper
      // An order is no end to hear of here: "order fulfilled" follows.
      if (email === undefined || notice.request.status === 'ordered') return
      return postman.send({
        to: email,
        ...(await writeRequestEndedMail(notice.request, origin)),
        idempotencyKey,
      })
    }
    case 'order fulfilled': {
      const { email } = notice.order.requester
      if (email === undefined) return
      const subscriptions = await context.subscriptions.ofOrder(notice.order)
      return postman.send({
        to: email,
        ...(await writeReadyMail({ order: notice.order, subscriptions, origin })),
        idempotencyKey,
      })
    }
    case 'order held':
    case 'order failed':
      return postman.send({
        to: operatorEmail,
        ...(await writeHeldMail(notice.order, origin)),
        idempotencyKey,
      })
    case 'document status':
      // Who asked for the order need not hear of invoices; whoever keeps the shop sees it beside the order.
      return
    case 'order rejected':
    case 'order cancelled':
      return endOrder(context, notice.order, idempotencyKey)
  }
}

async function endOrder(context: NotifyContext, order: Order, idempotencyKey: string): Promise<void> {
  const reason = order.reason ?? `Purchase order ${order.orderID} was cancelled.`
  await context.subscriptions.endOrder(order, reason)
  const { email } = order.requester
  if (email === undefined) return
  await context.postman.send({
    to: email,
    ...(await writeOrderEndedMail({ order, reason, origin: context.origin })),
    idempotencyKey,
  })
}
