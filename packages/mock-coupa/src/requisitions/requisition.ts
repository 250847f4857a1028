/** Coupa's `requisition` statuses. The mock reaches those of the loop; the rest are there to be read. */
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

/** One line of a requisition. Names are Coupa's (`source-part-num`, `supp-aux-part-num`, …) in camelCase. */
export interface RequisitionLine {
  readonly lineNum: number
  readonly description: string
  /** `xml:lang` of the description, as the supplier wrote it. */
  readonly descriptionLang: string
  readonly sourcePartNum: string
  /** The supplier's own key of the returned line. Goes back in the order byte for byte. */
  readonly suppAuxPartNum?: string
  readonly quantity: string
  readonly unitPrice: string
  readonly currency: string
  /** quantity × unitPrice, exact. */
  readonly total: string
  readonly uom: string
  readonly unspscCode?: string
  readonly commodity?: string
  readonly manufacturerName?: string
  readonly manufacturerPartNumber?: string
  readonly imageUrl?: string
  readonly supplier: { readonly id: number; readonly name: string }
  readonly punchoutSite?: { readonly id: number; readonly name: string }
  /** The shopping trip that brought the line. */
  readonly trip?: number
}

export interface Requisition {
  readonly number: number
  readonly status: RequisitionStatus
  readonly requestedBy: { readonly login: string; readonly fullName: string }
  readonly lines: readonly RequisitionLine[]
  readonly currency: string
  /** Sum of the lines, exact. */
  readonly total: string
  readonly justification?: string
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
