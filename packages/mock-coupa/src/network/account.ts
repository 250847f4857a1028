import type { TransactionRules } from './transaction-rules.js'

/** Who is who on the network, and who trades with whom. */
export interface NetworkDirectory {
  readonly accounts: readonly NetworkAccount[]
  readonly relationships: readonly TradingRelationship[]
}

export type NetworkAccount = BuyerAccount | SupplierAccount

interface Account {
  readonly name: string
  /** ANID: `AN` and 11 or 12 digits; `-T` after it for a test account, which is an account of its own. */
  readonly anid: string
  /** Further credentials of the same party: `DUNS`, the `SystemID` of one of its systems, another `NetworkID`. */
  readonly credentials?: readonly NetworkCredential[]
  /** What the party and the network know each other by, in both directions, and nobody else. */
  readonly sharedSecret: string
}

export interface BuyerAccount extends Account {
  readonly role: 'buyer'
  /** Where documents of a kind reach the buyer's system. Those without a URL wait for its `GetPendingRequest`. */
  readonly documentUrls: Readonly<Partial<Record<DocumentKind, string>>>
  readonly rules: TransactionRules
}

export interface SupplierAccount extends Account {
  readonly role: 'supplier'
  /** `PunchOutSetupRequest` goes there. Absent: the catalogue cannot be punched out to. */
  readonly punchoutUrl?: string
  /** Orders go there. Absent: they wait for the supplier's `GetPendingRequest`. */
  readonly orderUrl?: string
  /** What became of its documents goes there. Absent: it waits for the supplier's `GetPendingRequest`. */
  readonly statusUpdateUrl?: string
  /** How the network names itself in `Sender` of what it forwards. Default `NetworkID`. */
  readonly senderForm?: SenderForm
  /** By what `Sender` proves that it is the network: the secret itself (default), or a MAC that was made with it. */
  readonly proof?: 'SharedSecret' | 'CredentialMac'
}

export interface NetworkCredential {
  readonly domain: string
  readonly identity: string
}

/** `AribaNetworkUserId` is the older form: `sysadmin@ariba.com`. */
export type SenderForm = 'NetworkID' | 'AribaNetworkUserId'

/** By ANID. Both are test accounts, or neither. */
export interface TradingRelationship {
  readonly buyer: string
  readonly supplier: string
}

/** What travels through the network and is kept until it has arrived. */
export type DocumentKind =
  | 'OrderRequest'
  | 'ConfirmationRequest'
  | 'ShipNoticeRequest'
  | 'InvoiceDetailRequest'
  | 'StatusUpdateRequest'
  | 'CopyRequest'
  | 'CatalogUploadRequest'

export function isTestAccount({ anid }: { readonly anid: string }): boolean {
  return anid.endsWith('-T')
}

/** Every credential of a party, the ANID first. */
export function credentialsOf(account: NetworkAccount): readonly NetworkCredential[] {
  return [{ domain: 'NetworkID', identity: account.anid }, ...(account.credentials ?? [])]
}
