import type { Account, Address } from '../company/company.js'

/** Coupa's purchase order statuses. The mock reaches `issued`; the rest are there to be read. */
export type PurchaseOrderStatus =
  | 'draft'
  | 'buyer_hold'
  | 'currency_hold'
  | 'supplier_hold'
  | 'supplier_window_hold'
  | 'issued'
  | 'closed'
  | 'cancelled'
  | 'error'

/** Coupa's `transmission-status` values that the mock reaches. */
export type TransmissionStatus =
  | 'created'
  | 'scheduled_for_cxml'
  | 'sent_via_cxml'
  | 'transmission_failure'
  | 'sent_manually'

export interface PurchaseOrderLine {
  readonly lineNum: number
  /** The requisition's line it came from. */
  readonly requisitionLine: number
  readonly description: string
  readonly descriptionLang: string
  readonly sourcePartNum: string
  readonly suppAuxPartNum?: string
  readonly quantity: string
  readonly unitPrice: string
  readonly currency: string
  readonly total: string
  readonly uom: string
  readonly unspscCode?: string
  readonly manufacturerName?: string
  readonly manufacturerPartNumber?: string
}

/** What the company ordered, fixed at the moment it was issued. */
export interface PurchaseOrder {
  /** Unverified: Coupa's PO number is the order's id unless configured otherwise. */
  readonly number: string
  readonly version: number
  readonly status: PurchaseOrderStatus
  readonly transmissionStatus: TransmissionStatus
  readonly requisition: number
  readonly requestedBy: { readonly login: string; readonly fullName: string; readonly email: string }
  readonly supplier: { readonly id: number; readonly name: string }
  readonly shipTo: Address
  readonly billTo: Address
  readonly account: Account
  readonly lines: readonly PurchaseOrderLine[]
  readonly currency: string
  readonly total: string
  readonly issuedAt: Date
  /** When the supplier's system took the order. */
  readonly sentAt?: Date
  /** Set by the first confirmation that does not reject. */
  readonly acknowledgedAt?: Date
}

export interface PurchaseOrderSummary {
  readonly number: string
  readonly requisition: number
  readonly supplier: string
  readonly title: string
  readonly status: PurchaseOrderStatus
  readonly transmissionStatus: TransmissionStatus
  readonly currency: string
  readonly total: string
  readonly issuedAt: Date
  readonly acknowledgedAt?: Date
}
