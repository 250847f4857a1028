import type { Share } from '../accounting/allocation.js'
import type { Account, Address } from '../company/company.js'
import type { Kept } from '../requisitions/requisition.js'

/** Coupa's purchase order statuses. `expensed` and `exported` are there to be read: nothing here leads to them. */
export const purchaseOrderStatuses = [
  'draft',
  'buyer_hold',
  'currency_hold',
  'supplier_hold',
  'supplier_window_hold',
  'issued',
  'soft_closed',
  'closed',
  'cancelled',
  'error',
  'expensed',
  'exported',
] as const

export type PurchaseOrderStatus = (typeof purchaseOrderStatuses)[number]

/** Coupa's `transmission-status` values, of which the mock leaves out those for deferral. */
export const transmissionStatuses = [
  'created',
  'scheduled_for_cxml',
  'sent_via_cxml',
  'scheduled_for_xml',
  'sent_via_xml',
  'transmission_failure',
  'scheduled_for_email',
  'sent_via_email',
  'pending_manual',
  'pending_manual_cancel',
  'sent_manually',
  'awaiting_online_purchase',
  'purchased_online',
] as const

export type TransmissionStatus = (typeof transmissionStatuses)[number]

/** Coupa's `transmission-method-override`. */
export const transmissionMethodOverrides = ['supplier_default', 'email', 'do_not_transmit'] as const

export type TransmissionMethodOverride = (typeof transmissionMethodOverrides)[number]

/**
 * Coupa documents `created` and `received` as the ends of a line's way.
 * Unverified: the words in between, which are those of the actions that lead to them.
 */
export const purchaseOrderLineStatuses = [
  'created',
  'partially_received',
  'received',
  'soft_closed_for_receiving',
  'soft_closed_for_invoicing',
  'closed',
  'cancelled',
] as const

export type PurchaseOrderLineStatus = (typeof purchaseOrderLineStatuses)[number]

export type PurchaseOrderLineType = 'OrderQuantityLine' | 'OrderAmountLine'

/** A part of a line's total and the account it is charged to. */
export interface Allocation extends Share {
  readonly account: Account
}

export interface PurchaseOrderLine {
  /** Unique over the lines of all orders. */
  readonly id: number
  readonly lineNum: number
  readonly lineType: PurchaseOrderLineType
  readonly status: PurchaseOrderLineStatus
  /** The requisition's line it came from. */
  readonly requisitionLine?: number
  readonly description: string
  readonly descriptionLang: string
  readonly sourcePartNum: string
  readonly suppAuxPartNum?: string
  readonly item?: number
  readonly quantity: string
  readonly unitPrice: string
  readonly currency: string
  readonly total: string
  readonly uom: string
  /** How many have arrived, and how many were invoiced. */
  readonly received: string
  readonly invoiced: string
  readonly closedForReceiving: boolean
  readonly closedForInvoicing: boolean
  /** One at least; their amounts add up to the total. */
  readonly allocations: readonly Allocation[]
  readonly needByDate?: Date
  readonly unspscCode?: string
  readonly commodity?: string
  readonly contract?: number
  readonly manufacturerName?: string
  readonly manufacturerPartNumber?: string
  readonly more?: Kept
}

/** A line on its way into an order. */
export type NewPurchaseOrderLine = Omit<
  PurchaseOrderLine,
  'id' | 'status' | 'received' | 'invoiced' | 'closedForReceiving' | 'closedForInvoicing'
>

/** What the company ordered. */
export interface PurchaseOrder {
  readonly id: number
  /** Unverified: Coupa's PO number is the order's id unless configured otherwise. External orders bring their own. */
  readonly number: string
  /** What the supplier sees: rises with each change of what is ordered. */
  readonly version: number
  /** Rises with every change, the supplier's or not. */
  readonly internalRevision: number
  readonly status: PurchaseOrderStatus
  readonly transmissionStatus: TransmissionStatus
  readonly transmissionMethodOverride: TransmissionMethodOverride
  /** Addresses that go before the supplier's own where the order goes by mail. */
  readonly transmissionEmails?: string
  /** Absent: made by the API (`ExternalOrderHeader`). */
  readonly requisition?: number
  readonly requestedBy: { readonly login: string; readonly fullName: string; readonly email: string }
  readonly supplier: { readonly id: number; readonly name: string }
  readonly shipTo: Address
  readonly shipToAttention?: string
  /**
   * The supplier is shown no prices, in mails, in print and in its portal.
   * Unverified: cXML carries them all the same, since its DTD asks for them.
   */
  readonly hidePrice: boolean
  readonly billTo: Address
  /** The requester's own, for lines that name none. */
  readonly account: Account
  readonly paymentTerm?: string
  readonly shippingTerm?: string
  /** Without those that a change has deleted. */
  readonly lines: readonly PurchaseOrderLine[]
  readonly currency: string
  /** What one unit of its currency is worth in the company's. Absent: nobody knows, and it is held. */
  readonly exchangeRate?: string
  /** Sum of the lines, exact. */
  readonly total: string
  /** Whether somebody's integration has fetched it since it last changed. */
  readonly exported: boolean
  readonly lastExportedAt?: Date
  readonly createdAt: Date
  readonly updatedAt: Date
  /** While it was never issued: when it was made. */
  readonly issuedAt: Date
  /** When the supplier's order window opens, while it waits for that. */
  readonly issueAt?: Date
  /** When the supplier's system took the order. */
  readonly sentAt?: Date
  /** Set by the first confirmation that does not reject. */
  readonly acknowledgedAt?: Date
}

export interface PurchaseOrderSummary {
  readonly id: number
  readonly number: string
  readonly requisition?: number
  readonly supplier: string
  readonly title: string
  readonly status: PurchaseOrderStatus
  readonly transmissionStatus: TransmissionStatus
  readonly version: number
  readonly currency: string
  readonly total: string
  readonly issuedAt: Date
  readonly acknowledgedAt?: Date
}
