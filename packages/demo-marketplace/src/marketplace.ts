import type { Buyer, LogEntry, PartyCredential, Supplier } from '@punchloop/sdk'
import type { Mailbox } from './mail/mailbox.js'
import type { Subscription } from './subscriptions/subscription.js'

export interface MarketplaceOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** Default `127.0.0.1`. */
  readonly host?: string
  /** Where browsers and buyers find the shop. Default: host and port as listened on. */
  readonly publicUrl?: string
  /** Where subscriptions and orders are kept. Absent: in memory. */
  readonly dataDir?: string
  /** Who the marketplace is in cXML. */
  readonly credentials: readonly PartyCredential[]
  readonly buyers: readonly Buyer[]
  /** The SMTP server that mails go to. */
  readonly mail: { readonly host: string; readonly port: number; readonly from?: string }
  /** What the mailbox page shows. */
  readonly mailbox: Mailbox
  /** People that the sign-in page offers, beside those it has met. */
  readonly people?: readonly { readonly email: string; readonly name: string; readonly note?: string }[]
  /** How long a request waits for its order, in milliseconds. Default: the SDK's. */
  readonly requestLifetime?: number
  readonly clock?: () => Date
  readonly randomBytes?: (length: number) => Uint8Array
  readonly fetch?: typeof globalThis.fetch
  readonly log?: (entry: LogEntry) => void
}

export interface Marketplace {
  readonly url: string
  readonly supplier: Supplier
  /** Newest first. */
  subscriptions(query: { readonly email: string }): Promise<Subscription[]>
  close(): Promise<void>
}

export declare function startMarketplace(options: MarketplaceOptions): Promise<Marketplace>
