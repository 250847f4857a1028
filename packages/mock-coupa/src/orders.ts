import type { Attachment } from './comments/attachment.js'
import type { Comment } from './comments/comment.js'
import type { AwaitedConfirmation, Confirmation } from './fulfillment/confirmation.js'
import type { ConfirmationDecision } from './fulfillment/decide-confirmation.js'
import type { Invoice } from './invoicing/invoice.js'
import type { HistoryEntry } from './journal/history.js'
import type { ChangeOrders, ChangeOrderView } from './order-changes.js'
import type { OrderAction } from './purchase-orders/act.js'
import type { LineAction } from './purchase-orders/line-progress.js'
import type {
  PurchaseOrder,
  PurchaseOrderStatus,
  PurchaseOrderSummary,
} from './purchase-orders/purchase-order.js'
import type { PurchaseOrderRevision } from './purchase-orders/revisions.js'
import type { Receipt, ReceiptView } from './receiving/receipt.js'
import type { Arrival } from './receiving/receive.js'
import type { ShipNotice } from './receiving/ship-notice-records.js'
import type { Transmission } from './transmission/transmission.js'

/** A purchase order with everything its page shows. */
export interface PurchaseOrderView extends PurchaseOrder {
  readonly transmissions: readonly Transmission[]
  /** Those that were given, in the order they came. */
  readonly confirmations: readonly Confirmation[]
  /** One that the supplier is asked for and has not given. */
  readonly awaitedConfirmation?: AwaitedConfirmation
  readonly history: readonly HistoryEntry[]
  readonly comments: readonly Comment[]
  readonly attachments: readonly Attachment[]
  /** What arrived, oldest first. */
  readonly receipts: readonly Receipt[]
  /** What the supplier says is on its way, oldest first. */
  readonly shipNotices: readonly ShipNotice[]
  /** Newest first. */
  readonly invoices: readonly Invoice[]
  /** Every state it was ever in, oldest first. */
  readonly revisions: readonly PurchaseOrderRevision[]
  /** Newest first. */
  readonly changes: readonly ChangeOrderView[]
  /** Absent for an external order. */
  readonly trace?: string
  /** What this person may do with it now. */
  readonly may: {
    readonly resend: boolean
    readonly markSent: boolean
    /** Something is still open, and this person may say that it came. */
    readonly receive: boolean
    /** Say for the supplier that the order is accepted or rejected, while that is asked for. */
    readonly confirm: boolean
    /** Say to what the supplier proposes whether it may be so. */
    readonly decideConfirmation: boolean
    readonly requestChange: boolean
    readonly act: readonly OrderAction[]
  }
}

/** Buyers act on orders; in this Coupa they are its administrators. */
export interface Orders extends ChangeOrders {
  /** Orders of own requisitions, newest first; administrators see everybody's. */
  purchaseOrders(
    login: string,
    filter?: { readonly status?: PurchaseOrderStatus },
  ): readonly PurchaseOrderSummary[]
  purchaseOrder(login: string, number: string): PurchaseOrderView
  /** Sends it again as a new document. Administrators only. */
  resend(login: string, number: string): PurchaseOrderView
  /** The supplier was told by hand, or the goods were bought at its shop. Administrators only. */
  markOrderSent(login: string, number: string): PurchaseOrderView
  /** `ERR_COUPA_CONFLICT` where the order's status does not allow it. Administrators only. */
  actOnOrder(
    login: string,
    act: { readonly purchaseOrder: string; readonly action: OrderAction; readonly comment?: string },
  ): PurchaseOrderView
  /** By the id of the line. Administrators only. */
  actOnOrderLine(
    login: string,
    act: { readonly line: number; readonly action: LineAction },
  ): PurchaseOrderView
  /** What an integration sets when it has taken the order. Administrators only. */
  markOrderExported(
    login: string,
    mark: { readonly purchaseOrder: string; readonly exported: boolean },
  ): PurchaseOrderView
}

/** What is said to confirmations of suppliers. */
export interface Confirmations {
  /**
   * While the supplier is asked: says for it whether the whole order is accepted; administrators only. While changes
   * wait that it proposes: says whether they may be; for the requester and administrators.
   */
  decideConfirmation(login: string, decision: ConfirmationDecision): PurchaseOrderView
}

/** Requesters and administrators say what arrived of an order. */
export interface Receiving {
  /** What arrived of some lines, all or nothing. `orderLine` is a line's id. */
  receive(
    login: string,
    arrivals: { readonly purchaseOrder: string; readonly lines: readonly Arrival[] },
  ): PurchaseOrderView
  /** For the order's requester and administrators; for others `ERR_COUPA_NOT_FOUND`. */
  receipt(login: string, id: number): ReceiptView
  voidReceipt(
    login: string,
    voiding: { readonly receipt: number; readonly reason?: string },
  ): PurchaseOrderView
}
