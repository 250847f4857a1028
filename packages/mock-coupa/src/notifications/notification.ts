export type NotificationKind =
  | 'approval_needed'
  | 'approval_held'
  | 'approval_escalated'
  | 'approval_delegated'
  | 'requisition_watched'
  | 'document_approved'
  | 'document_rejected'
  | 'buyer_action_needed'
  | 'requisition_approved'
  | 'requisition_rejected'
  | 'requisition_withdrawn'
  | 'receipt_needed'
  | 'invoice_needs_attention'
  | 'order_issued'
  | 'order_sent'
  | 'order_acknowledged'
  | 'order_confirmed'
  | 'order_rejected'
  | 'comment_mention'
  | 'comment_added'
  | 'punchout_cxml_error'
  | 'cxml_failure'

/** One line of somebody's bell. */
export interface Notification {
  readonly id: number
  readonly login: string
  readonly kind: NotificationKind
  readonly subject: string
  readonly body: string
  readonly requisition?: number
  readonly purchaseOrder?: string
  /** Ids. */
  readonly invoice?: number
  readonly contract?: number
  readonly createdAt: Date
  readonly readAt?: Date
}

/** The same by mail. `recorded`: no mail server is configured, so it only stands here. */
export interface Mail {
  readonly id: number
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly status: 'pending' | 'sent' | 'failed' | 'recorded'
  readonly attempts: number
  readonly failure?: string
  readonly createdAt: Date
}
