import type { TlsSettings } from './tls-settings.js'

/** Coupa's punchout site, field for field as its administration page has them. */
export interface PunchoutSite extends TlsSettings {
  id: number
  name: string
  description: string
  url: string
  /** The supplier's credential (`To`). */
  domain: string
  identity: string
  secret: string
  /** Ours (`From` and `Sender`). */
  senderDomain: string
  senderIdentity: string
  /** Id of the supplier whose lines its carts become. */
  supplier: number
  active: boolean
  supportsEdit: boolean
  supportsInspect: boolean
  /** Send the shopper's address as `ShipTo`. */
  sendsShipTo: boolean
  /** Logo of 150 × 50 for the tile, where it is on the web; without any logo the name is shown. */
  logoUrl?: string
  /** A logo that was uploaded. It goes before `logoUrl`. */
  logo?: Logo
  /** Words that rank the site first in a search for items. */
  tags: string[]
  /** Names of commodities that the site sells. */
  relatedCommodities?: string[]
  /** Commodity of every line of its carts; absent: it follows from the UNSPSC code. */
  commodity?: string
  /** Id of the contract that its lines are bought under (`contract-id`). */
  contractId?: number
  /** Days from the order to the delivery: an order line is needed no earlier. */
  leadTimeDays?: number
  /** Further Extrinsics of the setup request, in this order. */
  customFields?: SiteCustomField[]
  openBuy: OpenBuySettings
  /** The call structure, where the catalogue is entered by SAP's Open Catalog Interface; `url` is then its address. */
  oci?: OciSettings
}

/** How a catalogue is called by OCI. */
export interface OciSettings {
  username: string
  /** Passes through the shopper's browser: OCI has no other way. */
  password: string
  method: 'GET' | 'POST'
  /** Told as `http_content_charset` where it is `utf-8`; OCI's own default is the other. */
  charset: 'utf-8' | 'iso-8859-1'
  /** Searches ask it, too: `FUNCTION=BACKGROUND_SEARCH`. Absent: no. */
  searches?: boolean
}

/** A picture as it was uploaded. */
export interface Logo {
  mediaType: 'image/png' | 'image/jpeg'
  base64: string
}

/** A custom field of a punchout site: sent as an Extrinsic of its name, unless it has no value. */
export interface SiteCustomField {
  name: string
  /** What is sent for everybody, or for whoever has no value of their own. */
  value: string
  /** Name of the custom field of the shopper whose value goes before `value`. */
  userField?: string
}

/** The supplier's search service, which Coupa asks while somebody searches. */
export interface OpenBuySettings {
  enabled: boolean
  /** Base URL; `/authentication`, `/search`, `/detail` and `/checkout` are below it. */
  url: string
  /** Behind each of them, in some editions: `v1.0.0`. */
  pathVersion?: string
  credentials: string
  /** Tokens come from here instead of `/authentication`; `credentials` are then the client's secret. */
  oauth?: { tokenUrl: string; clientId: string }
  /** How long the search page waits for this supplier, in milliseconds. */
  timeoutMs: number
}
