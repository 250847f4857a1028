export type { Account } from './accounts/account.js'
export type { Mail, Mailbox } from './mail/mailbox.js'
export { type Marketplace, type MarketplaceOptions, startMarketplace } from './marketplace.js'
export type {
  Launch,
  Subscription,
  SubscriptionOrigin,
  SubscriptionStatus,
} from './subscriptions/subscription.js'
