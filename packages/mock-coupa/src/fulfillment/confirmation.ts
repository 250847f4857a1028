/** Header types of a ConfirmationRequest. */
export type ConfirmationType =
  | 'accept'
  | 'allDetail'
  | 'detail'
  | 'backordered'
  | 'except'
  | 'reject'
  | 'requestToPay'
  | 'replace'

/** What a supplier said about an order. */
export interface Confirmation {
  readonly id: number
  readonly payloadID: string
  readonly purchaseOrder: string
  readonly confirmID?: string
  readonly type: ConfirmationType
  readonly operation: 'new' | 'update'
  /** As the supplier wrote it. */
  readonly noticeDate: string
  readonly comments?: string
  readonly lines: readonly ConfirmationLine[]
  readonly receivedAt: Date
}

export interface ConfirmationLine {
  readonly lineNumber: number
  readonly quantity: string
  readonly status: string
  readonly deliveryDate?: string
  readonly comments?: string
}
