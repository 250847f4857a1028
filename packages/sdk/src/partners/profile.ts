/** The procurement systems of which something is known. */
export type ProfileName =
  | 'coupa'
  | 'ariba'
  | 'jaggaer'
  | 'oracle'
  | 'iprocurement'
  | 'workday'
  | 'ivalua'
  | 'srm'
  | 'generic'

/**
 * What a procurement system sends, wants and does to what it receives, as plain data: nothing in the SDK asks for a system's
 * name. Take one as it is (`profile: 'ariba'`), or make one of it: `{ ...profiles.ariba, cart: { ...profiles.ariba.cart, … } }`.
 */
export interface PartnerProfile {
  readonly name: string
  /** As people know it: `SAP Ariba`. */
  readonly title: string
  readonly signs: Signs
  /**
   * Whose secret authenticates. `buyer`: its own, in `Sender`. `network`: that of our account, which the network puts into
   * `Sender`; the buyer is known by `From`, and `senders` of the buyer names the network. `from`: its own, in `From` where
   * `Sender` has none; for no other profile a secret in `From` counts.
   */
  readonly authenticatedBy: 'buyer' | 'network' | 'from'
  /** Version of cXML of what we write to it. Absent: the version in which documents of the kind are usual. */
  readonly versions: Readonly<Partial<Record<WrittenKind | 'PunchOutSetupResponse', string>>>
  readonly cart: CartRules
  /** Milliseconds between the attempts at a document that it could not take. Absent: over six hours and more. */
  readonly retries?: readonly number[]
  /**
   * Which of our documents it takes, by cXML. `unknown`: no source says so. With `no`, a buyer cannot be given an address for
   * them.
   */
  readonly takes: Readonly<Record<Exclude<WrittenKind, 'PunchOutOrderMessage'>, 'yes' | 'no' | 'unknown'>>
  /** `type` of its OrderRequests. One of another type is taken all the same, and the log says that it was not to be expected. */
  readonly orderTypes: readonly ('new' | 'update' | 'delete')[]
  /** How it writes dates, addresses and the like, and what it does to a cart, beyond what the fields here say: a sentence each. */
  readonly habits: readonly string[]
  /** Where this comes from. */
  readonly sources: readonly string[]
  /** What no source confirms, by field of this data. */
  readonly unverified: readonly string[]
}

/** Documents that we write to a buyer without being asked. */
export type WrittenKind =
  | 'PunchOutOrderMessage'
  | 'ConfirmationRequest'
  | 'ShipNoticeRequest'
  | 'InvoiceDetailRequest'
  | 'StatusUpdateRequest'

/** What a first document of the system shows. Texts are compared without case. */
export interface Signs {
  /** `UserAgent` begins with one of these. */
  readonly userAgents: readonly string[]
  /** `Identity` of From or Sender, in full: `AN` and eleven or twelve digits. */
  readonly identities?: RegExp
  /** `domain` of a Credential of From or Sender that nobody else uses. */
  readonly domains: readonly string[]
  /** Of `BrowserFormPost/URL`: the end of its host (`coupahost.com`), or, with a slash, a part of its path. */
  readonly returnUrls: readonly string[]
  /** Extrinsics of which all are there. */
  readonly extrinsics: readonly string[]
  /** Versions of cXML in which its requests were seen. */
  readonly versions: readonly string[]
}

/** How a returned cart has to be. */
export interface CartRules {
  /** Hidden field that carries it: its name says how it is encoded. */
  readonly encoding: 'cxml-base64' | 'cxml-urlencoded'
  readonly lengths: readonly LengthRule[]
  /** Characters that no part number may have. */
  readonly refusedInPartIDs?: string
  /** Most digits behind the point of a unit price. */
  readonly priceDecimals?: number
  /** `domain` of the Classification that carries the UNSPSC code of a line. */
  readonly classification: string
  /** Its units by ours, where it has others than UN/CEFACT's: `{ MON: 'MO' }`. */
  readonly units: Readonly<Record<string, string>>
  /** Lines reopened later: the highest operation that it offers its users. */
  readonly operations: 'create' | 'inspect' | 'edit'
  /** What it makes of a cart without lines after `edit`. */
  readonly empty: 'deletes the lines' | 'fails'
}

export type LimitedField = 'supplierPartID' | 'description' | 'extrinsics'

/** `cut`: what is beyond is left out, at a whole character. `refuse`: the shop is told (`CartError`), since cutting would lie. */
export interface LengthRule {
  readonly field: LimitedField
  readonly most: number
  readonly unit: 'characters' | 'bytes'
  readonly beyond: 'cut' | 'refuse'
}
