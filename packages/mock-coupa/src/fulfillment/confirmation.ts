/** Header types of a ConfirmationRequest. */
export const confirmationTypes = [
  'accept',
  'allDetail',
  'detail',
  'backordered',
  'except',
  'reject',
  'requestToPay',
  'replace',
] as const

export type ConfirmationType = (typeof confirmationTypes)[number]

/**
 * What has come of it. `pending_confirmation`: the supplier is asked. `pending_approval`: it proposes changes, and the
 * buyer has to say. Unverified: Coupa documents that there is a status, not which there are.
 */
export const confirmationStatuses = [
  'pending_confirmation',
  'pending_approval',
  'accepted',
  'partially_accepted',
  'rejected',
] as const

export type ConfirmationStatus = (typeof confirmationStatuses)[number]

/** What was said of an order, by whatever way. */
export interface Statement {
  readonly type: ConfirmationType
  readonly operation: 'new' | 'update'
  readonly confirmID?: string
  /** Of the document; absent: somebody said it for the supplier. */
  readonly payloadID?: string
  /** As the supplier wrote it. */
  readonly noticeDate: string
  readonly comments?: string
  readonly lines: readonly LineStatement[]
}

/** What is to become of a line, or of a part of it. */
export interface LineStatement {
  readonly lineNumber: number
  readonly quantity: string
  /** Type of the ConfirmationStatus: `accept`, `detail`, `reject`, … */
  readonly status: string
  readonly unitPrice?: string
  /** As the supplier wrote it. */
  readonly deliveryDate?: string
  readonly comments?: string
}

export interface ConfirmationLine extends LineStatement {
  /** Of a change that it proposes; absent: it proposes none. */
  readonly decision?: 'pending' | 'accepted' | 'rejected'
}

/** What a supplier said about an order, and what came of it. */
export interface Confirmation extends Statement {
  readonly id: number
  /** PO number. */
  readonly purchaseOrder: string
  readonly status: Exclude<ConfirmationStatus, 'pending_confirmation'>
  readonly lines: readonly ConfirmationLine[]
  readonly receivedAt: Date
}

/** One that the supplier is asked for and has not given. */
export interface AwaitedConfirmation {
  readonly id: number
  /** From Coupa's `confirm-by-hrs`. */
  readonly confirmBy?: Date
}
