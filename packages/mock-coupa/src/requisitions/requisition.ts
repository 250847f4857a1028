import type { AccountAllocation } from '../accounting/allocation.js'
import type { RealtimeExtension } from './realtime-extension.js'

/** Coupa's `requisition` statuses. */
export type RequisitionStatus =
  | 'draft'
  | 'cart'
  | 'pending_buyer_action'
  | 'pending_approval'
  | 'approved'
  | 'ordered'
  | 'partially_received'
  | 'received'
  | 'abandoned'
  | 'backgrounded'
  | 'withdrawn'

/** Coupa's `line-type`: so many of something, or something for so much. */
export type RequisitionLineType = 'RequisitionQuantityLine' | 'RequisitionAmountLine'

/**
 * Coupa's `source-type`. `Non-Catalog Request` was seen in a real answer; Unverified: the other two.
 */
export type RequisitionSourceType = 'Punchout' | 'Catalog' | 'Non-Catalog Request'

/** Values of custom fields by the field's name, as the API and the pages gave them. */
export type CustomFields = Readonly<Record<string, unknown>>

/** What only the API knows of a document or a line, by the API's own names. */
export type Kept = Readonly<Record<string, unknown>>

/** One line of a requisition. Names are Coupa's (`source-part-num`, `supp-aux-part-num`, …) in camelCase. */
export interface RequisitionLine {
  readonly id: number
  readonly lineNum: number
  readonly lineType: RequisitionLineType
  readonly sourceType: RequisitionSourceType
  readonly description: string
  /** `xml:lang` of the description, as the supplier wrote it. */
  readonly descriptionLang: string
  /** Absent where somebody asked for something in own words. */
  readonly sourcePartNum?: string
  /** The supplier's own key of the returned line. Goes back in the order byte for byte. */
  readonly suppAuxPartNum?: string
  /** The company's own item. */
  readonly item?: number
  /** 1 on an amount line. */
  readonly quantity: string
  /** The amount on an amount line. */
  readonly unitPrice: string
  readonly currency: string
  /** quantity × unitPrice, exact. */
  readonly total: string
  /** What one unit of the line's currency is worth in the requisition's. Absent: nobody knows. */
  readonly exchangeRate?: string
  /** The total in the requisition's currency. Absent: nobody knows. */
  readonly worth?: string
  /** Absent on an amount line. */
  readonly uom?: string
  readonly unspscCode?: string
  readonly commodity?: string
  /** Name of the account to charge. Absent: the requester's own. */
  readonly account?: string
  /** Where the total is charged to more than one account. They come to it. */
  readonly allocations?: readonly AccountAllocation[]
  readonly contract?: number
  readonly paymentTerm?: string
  readonly shippingTerm?: string
  readonly needByDate?: Date
  readonly manufacturerName?: string
  readonly manufacturerPartNumber?: string
  readonly imageUrl?: string
  /** Absent until a buyer has chosen one. */
  readonly supplier?: { readonly id: number; readonly name: string }
  readonly punchoutSite?: { readonly id: number; readonly name: string }
  /** The shopping trip that brought the line. */
  readonly trip?: number
  /** What the supplier said of it since; only where it was added from Open Buy. */
  readonly realtime?: RealtimeExtension
  readonly customFields?: CustomFields
  readonly more?: Kept
}

/** A line on its way into a requisition. */
export type NewRequisitionLine = Omit<RequisitionLine, 'id' | 'lineNum' | 'exchangeRate' | 'worth'>

export interface Requisition {
  readonly number: number
  readonly status: RequisitionStatus
  readonly requestedBy: { readonly login: string; readonly fullName: string }
  /** Who filled it on behalf of `requestedBy`. Absent: nobody else. */
  readonly preparedBy?: { readonly login: string; readonly fullName: string }
  readonly lines: readonly RequisitionLine[]
  readonly currency: string
  /** Sum of the lines in the requisition's currency, exact. Without those that nobody has an exchange rate for. */
  readonly total: string
  /** What the company expects taxes to add. */
  readonly estimatedTax: string
  readonly more?: Kept
  readonly justification?: string
  /** Coupa's `req-title`. */
  readonly title?: string
  readonly buyerNote?: string
  readonly needByDate?: Date
  /** Code of the address. Absent: the requester's own. */
  readonly shipTo?: string
  readonly shipToAttention?: string
  /** The supplier of what becomes of it is shown no prices. */
  readonly hidePrice: boolean
  /** Name of the department. Absent: the requester's own. */
  readonly department?: string
  readonly customFields?: CustomFields
  /** Orders are issued at this time and not before. */
  readonly issueAt?: Date
  /** Why an approver sent it back to draft. */
  readonly rejectReason?: string
  readonly withdrawReason?: string
  readonly createdAt: Date
  readonly submittedAt?: Date
  readonly updatedAt: Date
}

/** What lists show. */
export interface RequisitionSummary {
  readonly number: number
  readonly status: RequisitionStatus
  readonly requestedBy: { readonly login: string; readonly fullName: string }
  readonly preparedBy?: { readonly login: string; readonly fullName: string }
  /** First line's description, and how many lines there are. */
  readonly title: string
  readonly lineCount: number
  readonly currency: string
  readonly total: string
  readonly createdAt: Date
  readonly submittedAt?: Date
  /** The person whose approval is awaited. */
  readonly waitingFor?: string
}
