import type { ApiFilter } from './api-filter.js'
import type { ApprovalGroup, ApprovalRule } from './approval-rule.js'
import type { Announcement } from './noticeboard.js'
import type { PunchoutSite } from './punchout-site.js'
import type { RequestForm } from './request-form.js'
import type { TlsSettings } from './tls-settings.js'

/**
 * What people configure, as it is kept in `company.json`. Field names follow Coupa's API in camelCase.
 * Amounts are exact decimal strings in {@link Company.currency}.
 */
export interface Company {
  name: string
  /** ISO 4217: of limits, budgets and totals. */
  currency: string
  /** Other currencies that are enabled, for lines, carts and orders. Default: none. */
  currencies?: EnabledCurrency[]
  /** Offset that Coupa's timestamps carry: `-08:00`. */
  utcOffset: string
  /** Hour (0–23) of that offset at which daily digests are mailed. Default 8. */
  digestHour?: number
  /** Who the company is in the accounts: the name on `BillTo`. */
  billTo: string
  people: User[]
  departments: string[]
  addresses: Address[]
  accounts: Account[]
  approvalRules: ApprovalRule[]
  /** Default: none. */
  approvalGroups?: ApprovalGroup[]
  /** What the home page tells people, in this order. Default: nothing. */
  announcements?: Announcement[]
  /** Requests with questions of their own. Default: none. */
  forms?: RequestForm[]
  suppliers: Supplier[]
  punchoutSites: PunchoutSite[]
  commodities: Commodity[]
  /** The company's own catalogue. */
  items: Item[]
  /** Codes of the units of measure that are enabled. A returned cart with another one fails as a whole. */
  uoms: string[]
  /**
   * How far an invoice may be above the order, in percent such as `2.5`, and how far the total that the supplier writes
   * may be off what its lines, charges and taxes come to, in {@link Company.currency}. Absent: not at all.
   */
  invoiceTolerances?: { pricePercent?: string; quantityPercent?: string; totalAmount?: string }
  /** People approve also the invoices that order and receipts agree with, unless the supplier says otherwise. Default: no. */
  sendInvoicesToApprovals?: boolean
  /** What taxes are expected to add to a requisition, in percent. Default: nothing. */
  estimatedTaxPercent?: string
  /**
   * Coupa's `allow_created_by_override_via_api`: whether a program may say who has created a requisition. Default: its own
   * person has.
   */
  allowCreatedByOverrideViaApi?: boolean
  /** Programs that may use the REST API. Default: none. */
  apiClients?: ApiClient[]
  /** Keys of the header `X-COUPA-API-KEY`, which Coupa has deprecated. Default: none. */
  apiKeys?: ApiKey[]
  /** What programs are shown by the name of a filter. Default: none. */
  apiFilters?: ApiFilter[]
  /** Fields that the company has added to Coupa's objects. */
  customFields?: CustomFieldDefinition[]
  /**
   * A requisition becomes one order for each supplier and currency, and for each value of these.
   * Its lines are all shipped to one address.
   */
  orderSplit?: OrderSplit[]
}

/** A currency that is not the company's own. */
export interface EnabledCurrency {
  /** ISO 4217. */
  code: string
  /** What one unit is worth in {@link Company.currency}. Absent: nobody knows, and orders in it are held. */
  rate?: string
}

/** An OAuth 2 client of the grant `client_credentials`. */
export interface ApiClient {
  name: string
  /** `client_id`. */
  identifier: string
  /** `client_secret`. */
  secret: string
  /** `core.<object>.read`, `core.<object>.write`; `core.all` is every one of them. */
  scopes: string[]
  /** Login of the person in whose name it acts. */
  login: string
}

export interface ApiKey {
  name: string
  key: string
  /** Login of the person in whose name it acts. */
  login: string
}

/** How a custom field shows in the API. Without a definition it stands below `custom-fields`. */
export interface CustomFieldDefinition {
  /** `requisition-header`, `requisition-line`, `user`, … */
  object: string
  name: string
  /** It stands beside the object's own fields instead of below `custom-fields`. */
  topLevel: boolean
  /** A requisition without it cannot be submitted. */
  required?: boolean
}

/** A person who can sign in. */
export interface User {
  login: string
  firstName: string
  lastName: string
  email: string
  title: string
  department: string
  /** Login of the manager, for the management hierarchy. */
  manager?: string
  /** Coupa `requisition-approval-limit`: the largest total this person may approve finally. Absent: none. */
  approvalLimit?: string
  /** Coupa `requisition-self-approval-limit`. Absent: own requisitions always go to somebody else. */
  selfApprovalLimit?: string
  /** Coupa `invoice-approval-limit` and `invoice-self-approval-limit`. */
  invoiceApprovalLimit?: string
  invoiceSelfApprovalLimit?: string
  /** Coupa `contract-approval-limit` and `contract-self-approval-limit`. */
  contractApprovalLimit?: string
  contractSelfApprovalLimit?: string
  administrator: boolean
  active: boolean
  /** Code of the address things are shipped to. */
  address: string
  /** Name of the account that is charged. */
  account: string
  /** Custom fields by name, for what a punchout site sends of its shopper. */
  customFields?: Record<string, string>
}

export interface Address {
  /** `location-code`, sent as `addressID`. */
  code: string
  name: string
  streets: string[]
  city: string
  state: string
  postalCode: string
  isoCountryCode: string
  country: string
}

export interface Account {
  name: string
  segments: { type: string; id: string; description: string }[]
}

export interface Supplier extends TlsSettings {
  id: number
  name: string
  active: boolean
  /** Coupa's `po-method`: how orders reach it. */
  poMethod: PoMethod
  /** Coupa's `po-change-method`: how changed orders do. Absent: as orders do. */
  poChangeMethod?: PoMethod
  /** Coupa's `po-email`: where orders by mail go. */
  poEmail?: string
  /** Its orders wait until a buyer has looked at them. */
  buyerHold?: boolean
  /** Nothing is ordered there for now. */
  onHold?: boolean
  /** When it takes orders; at any time where there is none. */
  orderWindows?: OrderWindow[]
  /** Takes part in Supply Chain Collaboration: its orders are of cXML 1.2.056. */
  supplyChainCollaboration?: boolean
  /**
   * Extension: a cancelled order goes out as an OrderRequest of type `delete`. Coupa documents no such document; what
   * it does document is that somebody has to tell the supplier (`pending_manual_cancel`).
   */
  sendsDelete?: boolean
  /**
   * Coupa's `order-confirmation-level`: whether it confirms orders as a whole, line by line, or not at all.
   * Absent: it is not asked, and may.
   */
  orderConfirmationLevel?: ConfirmationLevel
  /** Coupa's `confirm-by-hrs`: hours that it has for that from the moment the order is issued. */
  confirmByHours?: number
  /** How purchase orders reach it (Coupa `cxml-url`, `cxml-domain`, …). */
  cxml?: SupplierCxml
  /** Coupa's `invoice-matching-level`. Absent: `3-way`, invoices wait for what they ask money for. */
  invoiceMatchingLevel?: '2-way' | '3-way' | '3-way-direct' | 'none'
  /** Coupa's `allow-cxml-invoicing`. Absent: it may. */
  allowCxmlInvoicing?: boolean
  /** Coupa's `send-invoices-to-approvals`: people approve also what order and receipts agree with. Absent: as {@link Company} says. */
  sendInvoicesToApprovals?: boolean
  /** Coupa's `hold-invoices-for-ap-review`: its invoices wait in `ap_hold` until accounts payable has looked at them. */
  holdInvoicesForApReview?: boolean
  /** Whether its invoices may ask for shipping, handling and the like beyond the order. Absent: they may. */
  allowExtraCharges?: boolean
  /**
   * What the supplier authenticates with when it sends us documents.
   * Unverified: Coupa documents the invoicing credentials for ship notices; we take the same for confirmations.
   */
  inbound?: { domain: string; identity: string; secret: string }
  /**
   * Who opens the connection in the supplier's name: a network. Then `inbound` is whom From names, and its secret what
   * the network and the company know each other by. Absent: the supplier itself.
   */
  inboundSender?: { domain: string; identity: string }
}

export type ConfirmationLevel = 'not_applicable' | 'header' | 'line'

/**
 * `xml`: the order as the REST API shows it goes to the supplier's cXML URL. Unverified: what Coupa sends by `xml`, and where.
 * `mark_as_sent`: nothing leaves the house. `prompt`: somebody sends it by hand. `buy_online`: somebody buys there.
 */
export type PoMethod = 'cxml' | 'xml' | 'email' | 'prompt' | 'mark_as_sent' | 'buy_online'

/** Hours in which a supplier takes orders, by the company's clock (`utcOffset`). */
export interface OrderWindow {
  /** Days of the week, 0 is Sunday. */
  days: number[]
  /** `09:00`, inclusive. */
  from: string
  /** `17:00`, exclusive. */
  to: string
}

/** What else than the supplier and the currency divides a requisition into orders. */
export type OrderSplit = 'punchout_site' | 'contract' | 'payment_term' | 'need_by_date' | 'account'

export interface SupplierCxml {
  url: string
  /** Ours (`From` and `Sender`). */
  domain: string
  identity: string
  /** The supplier's (`To`). */
  supplierDomain: string
  supplierIdentity: string
  /** Empty: Coupa sends the literal `none`. */
  secret: string
  /** For HTTP Basic at the URL, where the supplier wants that too. */
  httpUsername?: string
  httpPassword?: string
}

/** Maps UNSPSC codes to the company's own categories. The longest matching prefix decides. */
export interface Commodity {
  name: string
  unspscPrefix: string
}

export interface Item {
  id: number
  name: string
  description: string
  partNumber: string
  unitPrice: string
  uom: string
  unspsc: string
  supplier: number
  manufacturerName?: string
  manufacturerPartNumber?: string
  /** Name of its commodity. Absent: what its UNSPSC code says. */
  commodity?: string
  /** Whether it can be ordered. Absent: it can. */
  active?: boolean
  /** Of whom it can be bought besides {@link Item.supplier}, which is the preferred one. */
  supplierItems?: SupplierItem[]
}

/** Coupa's supplier item: what an item is called and costs at one supplier. */
export interface SupplierItem {
  /** Unique within its item. */
  id: number
  supplier: number
  partNumber: string
  unitPrice: string
}
