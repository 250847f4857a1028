import type { OciAccess } from '../oci/oci-access.js'
import type { PartnerProfile, ProfileName } from '../partners/profile.js'

/** One `Credential` of a party as it is configured: a domain (compared without case) and an identity (compared exactly). */
export interface PartyCredential {
  /** `NetworkID`, `DUNS`, … */
  readonly domain: string
  readonly identity: string
}

/**
 * A company that buys on the marketplace through its procurement system. Everything that is stored is kept apart
 * by {@link Buyer.id}.
 */
export interface Buyer {
  /** The marketplace's own key of the buyer, for ever the same. */
  readonly id: string
  /** Shown to people. */
  readonly name: string
  /** What the buyer puts in `From`. Any one of them identifies the buyer. */
  readonly credentials: readonly PartyCredential[]
  /** Who may open the connection for this buyer (`Sender`). Default: {@link Buyer.credentials}. */
  readonly senders?: readonly PartyCredential[]
  /** What `SharedSecret` in `Sender` must be. Two while a secret is being replaced. Never empty strings. */
  readonly sharedSecrets: readonly string[]
  /**
   * Origins (`https://acme.coupahost.com`) that a `BrowserFormPost` of this buyer may have. Name those, too, to which its system
   * redirects the browser with the cart: Chromium follows such a redirect to no other.
   */
  readonly browserFormPostOrigins: readonly string[]
  /**
   * Origins besides that of a session's `BrowserFormPost` whose pages show the shop in a frame: a portal in front of the
   * procurement system.
   */
  readonly frameOrigins?: readonly string[]
  /**
   * What its procurement system sends, wants and does to what it receives. Default `generic`: what the standard says and
   * nothing besides.
   */
  readonly profile?: ProfileName | PartnerProfile
  /**
   * Whatever it sends is a test, also where it does not say `deploymentMode="test"` itself: orders are taken and nothing is
   * provided. Default false.
   */
  readonly test?: boolean
  /** Which hidden field carries the cart back. Default: that of {@link Buyer.profile}, `cxml-base64` in every one so far. */
  readonly formEncoding?: 'cxml-base64' | 'cxml-urlencoded'
  /** Where `ConfirmationRequest`s of this buyer's orders are sent. Absent: it takes none. */
  readonly confirmations?: DocumentEndpoint
  /** Where `ShipNoticeRequest`s are sent. Absent: it takes none. */
  readonly shipNotices?: DocumentEndpoint
  /** Where `InvoiceDetailRequest`s are sent. Absent: it takes none. */
  readonly invoices?: DocumentEndpoint
  /**
   * Where `StatusUpdateRequest`s are sent. An order that is held is then answered with 201, and what a person decided
   * follows. Absent: the buyer takes none, and every order that was received is answered with 200.
   */
  readonly statusUpdates?: DocumentEndpoint
  /** How it enters by SAP's Open Catalog Interface; HOOK_URL must have one of {@link Buyer.browserFormPostOrigins}. Absent: not at all. */
  readonly oci?: OciAccess
  /** What the buyer's Open Buy calls authenticate with. Absent: Open Buy is off for this buyer. */
  readonly openBuy?: { readonly credentials: string }
}

/** Where a buyer takes documents, and what we authenticate with there. */
export interface DocumentEndpoint {
  readonly url: string
  readonly sharedSecret: string
}

/**
 * The key under which a credential is found. Domains are compared without (ASCII) case, since buyers send `NetworkID`,
 * `NetworkId` and `networkid`; identities are compared exactly: no case folding, no Unicode normalisation.
 */
export function credentialKey(credential: PartyCredential): string {
  const domain = credential.domain.replace(/[A-Z]/g, letter => letter.toLowerCase())
  return JSON.stringify([domain, credential.identity])
}

/** `deploymentMode` of what a buyer sends: what it says, or that of the buyer as a whole. */
export function modeOf(
  { test = false }: Pick<Buyer, 'test'>,
  said: 'production' | 'test',
): 'production' | 'test' {
  return test ? 'test' : said
}

/** https, and not this machine. */
export function isPublicHttps(url: URL): boolean {
  return url.protocol === 'https:' && !isLoopback(url.hostname)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host.startsWith('127.')
}
