import type { Offer } from '../catalog/offer.js'
import { createFresh } from './provision.js'
import type { Subscription } from './subscription.js'
import type { SubscriptionStore } from './subscription-store.js'

interface Context {
  readonly subscriptions: SubscriptionStore
  readonly clock: () => Date
  readonly randomBytes: (length: number) => Uint8Array
}

/**
 * An ordinary visitor subscribes: at once, since the demo takes no card. `key` comes from the page's form, so a form that
 * is sent twice subscribes once.
 */
export function subscribe(
  context: Context,
  { email, offer, key }: { readonly email: string; readonly offer: Offer; readonly key: string },
): Promise<Subscription> {
  const { product, plan, quantity } = offer
  const provision = {
    email,
    productId: product.id,
    productName: product.name,
    plan: plan.name,
    quantity,
    unit: quantity === '1' ? plan.unit.one : plan.unit.many,
    origin: { kind: 'personal' },
  } as const
  return context.subscriptions.provide(`personal:${email}:${key}`, provision, () =>
    createFresh(product, context),
  )
}
