import type { AccountAllocation, AllocationDraft } from '../accounting/allocation.js'
import type { TaxLine, TaxLineDraft } from '../accounting/taxes.js'
import type { CustomFields, Kept } from '../requisitions/requisition.js'

/** Coupa's invoice statuses, of which `new`, `on_hold` and `booking_hold` are there to be read. */
export const invoiceStatuses = [
  'new',
  'draft',
  'pending_approval',
  'pending_receipt',
  'ap_hold',
  'on_hold',
  'booking_hold',
  'disputed',
  'approved',
  'rejected',
  'abandoned',
  'voided',
] as const

export type InvoiceStatus = (typeof invoiceStatuses)[number]

export type InvoiceDocumentType = 'Invoice' | 'Credit Note'

export type InvoiceLineType = 'InvoiceQuantityLine' | 'InvoiceAmountLine'

export interface InvoiceLine {
  readonly id: number
  readonly lineNum: number
  readonly type: InvoiceLineType
  readonly description: string
  readonly sourcePartNum?: string
  /** Of a quantity line. Below 0 on a credit note. */
  readonly quantity?: string
  /** Of one; of an amount line the whole. */
  readonly price: string
  readonly total: string
  readonly uom?: string
  /** Sum of its taxes. */
  readonly taxAmount: string
  readonly taxLines: readonly TaxLine[]
  /** Whom its total is charged to; of the order's line, unless somebody said otherwise. Empty: nobody has said. */
  readonly allocations: readonly AccountAllocation[]
  readonly purchaseOrder?: number
  /** Id of the order's line. Absent: not backed by an order. */
  readonly orderLine?: number
  readonly customFields?: CustomFields
  readonly more?: Kept
}

/** How an invoice differs from what was ordered and received, or from its own total, by more than is tolerated. */
export interface FailedTolerance {
  readonly code: 'price' | 'quantity_ordered' | 'quantity_received' | 'total'
  readonly lineNum?: number
  /** What the invoice says, and what would be tolerated; of `total`, what it does come to. */
  readonly found: string
  readonly allowed: string
}

/** Names are Coupa's (`invoice-number`, `gross-total`, …) in camelCase. Amounts are exact decimals. */
export interface Invoice {
  readonly id: number
  readonly invoiceNumber: string
  readonly documentType: InvoiceDocumentType
  readonly status: InvoiceStatus
  readonly supplier: { readonly id: number; readonly name: string }
  readonly invoiceDate: Date
  readonly currency: string
  /** Sum of the lines. */
  readonly netTotal: string
  readonly shippingAmount: string
  readonly handlingAmount: string
  readonly miscAmount: string
  /** Of the lines and of the whole. */
  readonly taxAmount: string
  /** Those of the whole, beyond the lines'. */
  readonly taxLines: readonly TaxLine[]
  readonly grossTotal: string
  /** What one unit of its currency is worth in the company's. Absent: nobody knows. */
  readonly exchangeRate?: string
  /** What the supplier says that it comes to. Coupa's `supplier-total`. */
  readonly supplierTotal?: string
  /** Of a credit note: what it credits. */
  readonly originalInvoiceNumber?: string
  /** Code. */
  readonly paymentTerm?: string
  readonly contract?: number
  readonly comments?: string
  readonly failedTolerances: readonly FailedTolerance[]
  /** Accounts payable has looked at it and submitted it all the same. */
  readonly apReviewed: boolean
  /** Login of whoever entered it, where that was somebody of the company. */
  readonly createdBy?: string
  readonly disputeReason?: string
  readonly voidReason?: string
  readonly via: 'cxml' | 'api' | 'portal'
  readonly paid: boolean
  readonly paymentDate?: Date
  readonly paymentNotes?: string
  readonly lines: readonly InvoiceLine[]
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** An invoice on its way in. Totals follow from it. */
export interface NewInvoice {
  readonly invoiceNumber: string
  readonly documentType: InvoiceDocumentType
  readonly supplier: { readonly id: number; readonly name: string }
  readonly invoiceDate: Date
  readonly currency: string
  readonly shippingAmount?: string
  readonly handlingAmount?: string
  readonly miscAmount?: string
  /** Beyond that of the lines, as one amount or tax by tax. */
  readonly taxAmount?: string
  readonly taxLines?: readonly TaxLineDraft[]
  /** Absent: the company's of the day. */
  readonly exchangeRate?: string
  readonly supplierTotal?: string
  readonly originalInvoiceNumber?: string
  /** Code. Absent: that of its first order. */
  readonly paymentTerm?: string
  readonly contract?: number
  readonly comments?: string
  readonly via: Invoice['via']
  readonly lines: readonly NewInvoiceLine[]
  readonly customFields?: CustomFields
  readonly more?: Kept
}

export type NewInvoiceLine = Omit<
  InvoiceLine,
  'id' | 'lineNum' | 'total' | 'taxAmount' | 'taxLines' | 'allocations'
> & {
  readonly taxAmount?: string
  /** In the place of `taxAmount`. */
  readonly taxLines?: readonly TaxLineDraft[]
  readonly allocations?: readonly AllocationDraft[]
}
