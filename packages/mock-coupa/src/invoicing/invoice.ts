import type { CustomFields } from '../requisitions/requisition.js'

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
  readonly taxAmount: string
  readonly purchaseOrder?: number
  /** Id of the order's line. Absent: not backed by an order. */
  readonly orderLine?: number
  readonly customFields?: CustomFields
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
  readonly grossTotal: string
  /** What the supplier says that it comes to. Coupa's `supplier-total`. */
  readonly supplierTotal?: string
  /** Of a credit note: what it credits. */
  readonly originalInvoiceNumber?: string
  readonly contract?: number
  readonly comments?: string
  readonly failedTolerances: readonly FailedTolerance[]
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
  /** Beyond that of the lines. */
  readonly taxAmount?: string
  readonly supplierTotal?: string
  readonly originalInvoiceNumber?: string
  readonly contract?: number
  readonly comments?: string
  readonly via: Invoice['via']
  readonly lines: readonly NewInvoiceLine[]
  readonly customFields?: CustomFields
}

export type NewInvoiceLine = Omit<InvoiceLine, 'id' | 'lineNum' | 'total' | 'taxAmount'> & {
  readonly taxAmount?: string
}
