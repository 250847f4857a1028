import type { Launch, Subscription, SubscriptionOrigin } from './subscription.js'

/** What is to be provided. */
export interface Provision {
  readonly email: string
  readonly productId: string
  readonly productName: string
  readonly plan: string
  readonly quantity: string
  readonly unit: string
  readonly origin: SubscriptionOrigin
}

/** What only the first call for a key may make up. */
export interface Fresh {
  readonly id: string
  readonly launch: Launch
  readonly startedAt: Date
}

/** Where subscriptions are kept. */
export interface SubscriptionStore {
  /**
   * Provides once per key, in one transaction: a known key gives back what it made; a new key for an order line that has
   * a subscription (a newer version of the order) changes that one; everything else is a new subscription.
   */
  provide(idempotencyKey: string, provision: Provision, fresh: () => Fresh): Subscription
  /** Newest first. `buyerId` keeps only what that company bought. */
  list(query: { readonly email?: string; readonly buyerId?: string }): Subscription[]
  /** The subscriptions of one order, by line. */
  ofOrder(key: { readonly buyerId: string; readonly orderID: string }): Subscription[]
  /** Ends the active subscriptions of an order. */
  endOrder(key: { readonly buyerId: string; readonly orderID: string }, reason: string): void
}
