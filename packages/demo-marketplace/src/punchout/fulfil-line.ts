import type { Fulfil, Fulfilment, PurchaseRequest } from '@punchloop/sdk'
import { accountKey } from '../accounts/account.js'
import type { Catalog } from '../catalog/catalog.js'
import type { Plan, Product } from '../catalog/product.js'
import { createFresh } from '../subscriptions/provision.js'
import type { SubscriptionStore } from '../subscriptions/subscription-store.js'
import { readChoice } from './cart-line.js'

export interface FulfilContext {
  readonly catalog: Catalog
  readonly subscriptions: SubscriptionStore
  readonly clock: () => Date
  readonly randomBytes: (length: number) => Uint8Array
  /** The cart that an order line came from: what it was configured to be is written there. */
  readonly findRequest: (id: string) => Promise<PurchaseRequest | undefined>
}

/**
 * One order line becomes one subscription of the requester. May be called again for the same line at any time, after a
 * crash for example: the idempotency key makes the second call find what the first made.
 */
export async function fulfilLine(context: FulfilContext, work: Parameters<Fulfil>[0]): Promise<Fulfilment> {
  const { order, line, idempotencyKey } = work
  const product = context.catalog.part(line.supplierPartID)
  if (product === undefined)
    throw new Error(`Order ${order.orderID}: part ${line.supplierPartID} is not in the catalogue`)
  if (order.requester.email === undefined) {
    throw new Error(`Order ${order.orderID} names no e-mail address: nobody could use what it bought`)
  }
  const { plan, quantity } = await configurationOf(context, work, product)
  const provision = {
    email: accountKey(order.requester.email),
    productId: product.id,
    productName: product.name,
    plan: plan.name,
    quantity,
    unit: quantity === '1' ? plan.unit.one : plan.unit.many,
    origin: {
      kind: 'order',
      buyerId: order.buyerId,
      orderID: order.orderID,
      lineNumber: line.lineNumber,
      orderDate: order.orderDate,
    },
  } as const
  const subscription = await context.subscriptions.provide(idempotencyKey, provision, () =>
    createFresh(product, context),
  )
  return {
    reference: subscription.id,
    comment: `${product.name} is ready to use, as subscription ${subscription.id}.`,
  }
}

/** As chosen in the shop. An order that was typed by hand came from no request: the first plan then, so many of it. */
async function configurationOf(
  { findRequest }: FulfilContext,
  { line }: Parameters<Fulfil>[0],
  product: Product,
): Promise<{ readonly plan: Plan; readonly quantity: string }> {
  const { requested } = line
  const request = requested && (await findRequest(requested.requestId))
  const choice = readChoice(request?.lines.find(({ lineNumber }) => lineNumber === requested?.lineNumber))
  const plan = product.plans.find(candidate => candidate.id === choice.plan)
  if (plan !== undefined && choice.quantity !== undefined) return { plan, quantity: choice.quantity }
  return { plan: product.plans[0], quantity: line.quantity }
}
