/** `ended`: the purchase order behind it was cancelled. */
export type SubscriptionStatus = 'active' | 'ended'

/** What one person may use. */
export interface Subscription {
  /** `SUB-7QK2M9`. */
  readonly id: string
  /** Lower case: the account that it belongs to. */
  readonly email: string
  readonly productId: string
  readonly productName: string
  /** What was bought, in words: `Yearly, paid up front`. */
  readonly plan: string
  /** How many units the plan counts: seats, instances, requests. An exact decimal string. */
  readonly quantity: string
  /** `seats`. */
  readonly unit: string
  readonly status: SubscriptionStatus
  /** Why it ended. */
  readonly reason?: string
  readonly origin: SubscriptionOrigin
  readonly startedAt: Date
  readonly launch: Launch
}

export type SubscriptionOrigin =
  /** Subscribed on the marketplace itself. */
  | { readonly kind: 'personal' }
  /** Bought by a company, with a purchase order. */
  | {
      readonly kind: 'order'
      readonly buyerId: string
      readonly orderID: string
      readonly lineNumber: number
      /** As the buyer sent it. */
      readonly orderDate: string
    }

/** How to begin. The credentials are made up: nothing stands behind them. */
export interface Launch {
  readonly steps: readonly string[]
  readonly credential?: { readonly label: string; readonly value: string }
}
