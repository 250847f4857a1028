import type { ApiFilter } from './api-filter.js'
import type { ApprovalGroup, ApprovalRule } from './approval-rule.js'
import type { Item } from './item.js'
import type { Announcement } from './noticeboard.js'
import type { PunchoutSite } from './punchout-site.js'
import type { RequestForm } from './request-form.js'
import type { Supplier } from './supplier.js'

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
  /** Coupa's `attention`: for whom it is there. On orders it is the `DeliverTo` of `BillTo`. */
  attention?: string
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

/** What else than the supplier and the currency divides a requisition into orders. */
export type OrderSplit = 'punchout_site' | 'contract' | 'payment_term' | 'need_by_date' | 'account'

/** Maps UNSPSC codes to the company's own categories. The longest matching prefix decides. */
export interface Commodity {
  name: string
  unspscPrefix: string
}
