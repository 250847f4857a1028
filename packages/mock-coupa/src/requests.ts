import type { ApprovalsView } from './approvals.js'
import type { Attachment } from './comments/attachment.js'
import type { Comment } from './comments/comment.js'
import type { User } from './company/company.js'
import type { HistoryEntry } from './journal/history.js'
import type { PurchaseOrderSummary } from './purchase-orders/purchase-order.js'
import type { Completion } from './requisitions/complete.js'
import type { FreeFormRequest } from './requisitions/free-form.js'
import type { ChosenResult } from './requisitions/open-buy-item.js'
import type { PunchoutSession } from './requisitions/punchout-session.js'
import type { Requisition, RequisitionSummary } from './requisitions/requisition.js'
import type { CartChange } from './requisitions/save-cart.js'
import type { LineSplit } from './requisitions/split-line.js'

/** A requisition with everything its page shows. */
export interface RequisitionView extends Requisition, ApprovalsView {
  readonly requester: User
  readonly history: readonly HistoryEntry[]
  readonly purchaseOrders: readonly PurchaseOrderSummary[]
  readonly comments: readonly Comment[]
  readonly attachments: readonly Attachment[]
  /** Id of the trace, for `trace(login, id)`. */
  readonly trace: string
  /** Lines that a shop can be asked to open again, cart by cart. */
  readonly punchoutSessions: readonly PunchoutSession[]
  /** What this person may do with it now. */
  readonly may: ApprovalsView['may'] & {
    /** Lines of it can stand in a new draft. */
    readonly copy: boolean
    readonly edit: boolean
    readonly submit: boolean
    /** It waits for a buyer, who is this person. */
    readonly complete: boolean
    readonly withdraw: boolean
  }
  /** Words that somebody has put to it. */
  readonly tags: readonly string[]
  /** What its owner may choose from while it is a cart or a draft, and a buyer while it waits for one. */
  readonly cartChoices?: CartChoices
  /** Whom a buyer may choose for its lines. Empty: this person is none, or it waits for none. */
  readonly supplierChoices: readonly { readonly id: number; readonly name: string }[]
}

/** What Review Cart offers. */
export interface CartChoices {
  readonly people: readonly { readonly login: string; readonly fullName: string }[]
  readonly addresses: readonly { readonly code: string; readonly name: string }[]
  readonly commodities: readonly string[]
  readonly accounts: readonly string[]
}

export interface FreeFormChoices {
  readonly currency: string
  readonly uoms: readonly string[]
  readonly suppliers: readonly { readonly id: number; readonly name: string }[]
  readonly commodities: readonly string[]
}

export interface Requests {
  /**
   * A draft with the same lines, or with those alone that came from no shop, as the system has it.
   * `ERR_COUPA_CONFLICT` where there would be none.
   */
  copy(login: string, number: number): RequisitionView
  /** The open cart, or undefined while there is none. */
  cart(login: string): RequisitionView | undefined
  /** Adds one of the company's own items to the cart. */
  addItem(login: string, line: { readonly itemId: number; readonly quantity: string }): RequisitionView
  /** Adds a request in own words to the cart. */
  addFreeForm(login: string, request: FreeFormRequest): RequisitionView
  /** What a free-form request may name. */
  freeFormChoices(login: string): FreeFormChoices
  /** Adds a supplier's search result to the cart; the supplier is asked about it at once, in the background. */
  addOpenBuyItem(login: string, chosen: ChosenResult): RequisitionView
  removeLine(login: string, line: { readonly requisition: number; readonly lineNum: number }): RequisitionView
  /** Charges a line to several accounts. `ERR_COUPA_INVALID` where the shares do not come to its total. */
  splitLine(login: string, split: LineSplit): RequisitionView
  /** What Review Cart says about a cart or a draft. `ERR_COUPA_INVALID` names fields as `lines[0].quantity`. */
  saveCart(login: string, change: CartChange): RequisitionView
  /** The same; the cart is a draft then, and the next cart is empty. */
  saveForLater(login: string, change: CartChange): RequisitionView
  /** Cart or draft → `pending_approval` (or further, where nobody has to approve). */
  submit(
    login: string,
    submission: { readonly requisition: number; readonly justification?: string },
  ): RequisitionView
  /** A buyer gives its lines what they lack, and it goes on to its approvers. Administrators are buyers here. */
  complete(login: string, completion: Completion): RequisitionView
  /** A cart or a draft → `abandoned`. */
  abandon(login: string, requisition: number): RequisitionView
  withdraw(
    login: string,
    withdrawal: { readonly requisition: number; readonly reason?: string },
  ): RequisitionView
  /** Own requisitions, newest first; administrators see everybody's. */
  requisitions(login: string): readonly RequisitionSummary[]
  /** For the requester, the approvers of its chain and administrators; for others `ERR_COUPA_NOT_FOUND`. */
  requisition(login: string, number: number): RequisitionView
}
