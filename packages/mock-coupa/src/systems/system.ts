/** The procurement systems that the mock can be. */
export type SystemName =
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
 * What sets one procurement system apart from another on the wire, as plain data: how it writes, and what it takes.
 * The domain behind it (requests, approvals, orders) is the same for all.
 */
export interface ProcurementSystem {
  readonly name: SystemName
  /** As people know it: `JAGGAER`. */
  readonly title: string
  /** Who makes it, for the line that says that the mock is not theirs. */
  readonly maker: string
  readonly userAgent: string
  /** How its users enter a supplier's catalogue: by punchout over cXML, or by SAP's Open Catalog Interface. */
  readonly catalogs: 'cxml' | 'oci'
  readonly parties: Parties
  /** What stands as SharedSecret where none was entered. Absent: the element is left out. */
  readonly missingSecret?: string
  readonly dates: DateForm
  readonly setup: SetupHabits
  readonly operations: readonly SetupOperation[]
  readonly shopping: ShoppingHabits
  readonly cart: CartHabits
  readonly order: OrderHabits
  readonly sending: SendingHabits
  /** Whether suppliers are told, by `StatusUpdateRequest`, how far their invoices are. */
  readonly tellsInvoiceStatus: boolean
  /** Documents of suppliers that it takes. One that is absent has no address. */
  readonly takes: Readonly<Partial<Record<TakenKind, TakenDocument>>>
  /** Where the data comes from. */
  readonly sources: readonly string[]
  /** What no source confirms, by the field of this data. */
  readonly unverified: readonly string[]
}

export type SetupOperation = 'create' | 'edit' | 'inspect' | 'source'

/** Of a seeded company and its supplier. The domain is the system's habit, the identities are examples. */
export interface Parties {
  readonly buyer: { readonly domain: string; readonly identity: string }
  readonly supplier: { readonly domain: string; readonly identity: string }
}

/** `offset`: `2026-03-02T01:00:00-08:00`; `utc`: the same moment at `+00:00`; `zone-less`: `2026-03-02T01:00:00`. */
export type DateForm = 'offset' | 'utc' | 'zone-less'

/**
 * What stands as `deploymentMode`. `absent`: the DTD's default, which is production. `by identity`: `test` where the
 * company's identity ends in `-T`, as the test accounts of SAP Business Network do.
 */
export type DeploymentMode = 'absent' | 'production' | 'by identity'

/** What a document can say of the person. */
export type PersonFact = 'firstName' | 'lastName' | 'fullName' | 'login' | 'email' | 'department' | 'account'

/** An Extrinsic: what is known of the person, or always the same. */
export type SetupExtrinsic =
  | { readonly name: string; readonly person: PersonFact }
  | { readonly name: string; readonly constant: string }

/** How PunchOutSetupRequest is written. */
export interface SetupHabits {
  readonly dtdVersion: string
  readonly deploymentMode: DeploymentMode
  /** In their order. The site's own custom fields follow them. */
  readonly extrinsics: readonly SetupExtrinsic[]
  /** `Contact role="endUser"`. */
  readonly contact?: {
    readonly name: PersonFact
    readonly xmlLang: string
    /** The attribute `name` of its Email. */
    readonly emailName?: string
  }
  /** `by site`: where the punchout site says so. */
  readonly shipTo: 'always' | 'by site' | 'never'
  readonly buyerCookie: { readonly bytes: number; readonly form: 'hex' | 'base64' | 'digits' }
  readonly supplierSetup: boolean
  /** `always`: an empty SelectedItem where nothing was chosen. */
  readonly selectedItem: 'chosen' | 'always' | 'never'
  /** Path of BrowserFormPost. The id of the site stands behind it as `?id=`. */
  readonly browserFormPost: string
}

/** How people shop at a supplier, and what they read where that fails. */
export interface ShoppingHabits {
  /** Where the supplier's shop opens. `frame`: below a banner of ours that leads back. */
  readonly opensIn: 'window' | 'frame'
  /** A cart is taken only from the visit that the shopper opened last at this shop. */
  readonly latestVisitOnly: boolean
  /** Heading over why a cart could not be taken. */
  readonly cartRefused: string
  /** Heading where the cart's BuyerCookie is that of no visit that a cart can come from. */
  readonly staleCart: string
  /** Where people start again. */
  readonly shops: string
  /**
   * What becomes of suppliers' lines where a requisition is copied. `refused`: it cannot be; `dropped`: the others are;
   * `kept`: with the auxiliary ids of the first cart.
   */
  readonly copiedLines: 'refused' | 'dropped' | 'kept'
}

/** Fields of a cart's line that have a limit. */
export type LimitedField =
  | 'supplierPartID'
  | 'supplierPartAuxiliaryID'
  | 'description'
  | 'comments and extrinsics'

export interface LengthLimit {
  readonly field: LimitedField
  readonly most: number
  readonly unit: 'characters' | 'bytes'
  /** `cut` drops what is beyond and says nothing; `refuse` takes nothing of the cart. */
  readonly beyond: 'cut' | 'refuse'
}

/** What is taken of a returned cart. */
export interface CartHabits {
  /** Names of the form field. Letter case counts where `exactCase` says so. */
  readonly fields: readonly ('cxml-urlencoded' | 'cxml-base64')[]
  readonly exactCase: boolean
  /** After `create`. After `edit` an empty cart empties the lines in every system: that is cXML's own rule. */
  readonly empty: 'adds nothing' | 'refused'
  readonly lengths: readonly LengthLimit[]
  /** Characters that no part number may have. */
  readonly refusedInPartIDs?: string
  /** Most digits behind the point of a unit price; more are refused. Absent: any number. */
  readonly priceDecimals?: number
  /** `refuse`: the whole cart fails; `each`: it becomes EA without a word; `keep`: it stays as it is. */
  readonly unknownUnit: 'refuse' | 'each' | 'keep'
  /** A line without a code of UNSPSC fails the whole cart. */
  readonly needsUnspsc: boolean
  /** The code must be eight digits and nothing else. */
  readonly bareUnspsc: boolean
}

export type OrderDocumentType = 'new' | 'update' | 'delete'

/** How OrderRequest is written. */
export interface OrderHabits {
  readonly dtdVersion: string
  /** Version whose rules the order keeps to, where those of its own version are not at hand. */
  readonly writtenBy?: string
  /** For suppliers with which more is exchanged than orders (Coupa's Supply Chain Collaboration). */
  readonly collaborationDtdVersion?: string
  readonly deploymentMode: DeploymentMode
  /** A change that has no type of document is told by hand. */
  readonly types: readonly OrderDocumentType[]
  /** Whether `orderVersion` is: 1 for the first. */
  readonly orderVersion: boolean
  readonly requisitionID: boolean
  readonly address: {
    readonly addressID: boolean
    /** The attribute `name` of PostalAddress. */
    readonly postalName?: string
  }
  /** Least digits behind the point of an amount. */
  readonly moneyDecimals: number
  readonly accounting: 'Segment' | 'AccountingSegment' | 'none'
  /** Of the header, in their order. */
  readonly extrinsics: readonly { readonly name: string; readonly value: OrderFact }[]
  /** The line's Extrinsic `LineType`. */
  readonly lineType: boolean
  /** Custom fields of the request go out as Extrinsics of their names: its own in the header, those of its lines in the lines. */
  readonly customFields: boolean
  /** Files for the supplier go along in one MIME message (`mime`), or stay where they are. */
  readonly attachments: 'mime' | 'none'
}

export type OrderFact = 'requester' | 'requesterEmail' | 'requisition'

/** How often a failure is tried again, and after what wait in milliseconds. */
export interface Retries {
  readonly retries: number
  readonly wait: number
}

/** How long is waited for suppliers, and how often. Milliseconds. */
export interface SendingHabits {
  /** For the answer to a PunchOutSetupRequest. */
  readonly setupPatience: number
  /** For the answer to an OrderRequest. */
  readonly orderPatience: number
  readonly afterServerError: Retries
  readonly afterNoAnswer: Retries
}

export type TakenKind =
  | 'ConfirmationRequest'
  | 'ShipNoticeRequest'
  | 'InvoiceDetailRequest'
  | 'StatusUpdateRequest'

/** One address for documents of suppliers. */
export interface TakenDocument {
  readonly path: string
  /** The HTTP status says what the cXML Status says. */
  readonly mirrorsStatus: boolean
  /** A document that does not fit its DTD is refused. */
  readonly validates: boolean
  /** Versions of cXML that it takes, by their beginning: `1.2.`. Absent: all. */
  readonly takesVersion?: string
  /** Of the answer. */
  readonly dtdVersion: string
}
