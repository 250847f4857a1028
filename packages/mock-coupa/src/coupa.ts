import type { Administration } from './administration.js'
import type { Approvals, ApprovalsView } from './approvals.js'
import type { Attachment } from './comments/attachment.js'
import type { Comment } from './comments/comment.js'
import type { User } from './company/company.js'
import type { Contracts } from './contracts.js'
import type { Conversations } from './conversations.js'
import type { Forms } from './forms.js'
import type { AwaitedConfirmation, Confirmation } from './fulfillment/confirmation.js'
import type { ConfirmationDecision } from './fulfillment/decide-confirmation.js'
import type { Groups } from './groups.js'
import type { Counts, Home } from './home.js'
import type { Inbox } from './inbox.js'
import type { IndexCatalogs } from './index-catalogs.js'
import type { Invoices } from './invoices.js'
import type { Invoice } from './invoicing/invoice.js'
import type { Trace, TraceSummary } from './journal/exchange.js'
import type { HistoryEntry } from './journal/history.js'
import type { Lists } from './lists.js'
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
import type { Completion } from './requisitions/complete.js'
import type { FreeFormRequest } from './requisitions/free-form.js'
import type { ChosenResult } from './requisitions/open-buy-item.js'
import type { PunchoutSession } from './requisitions/punchout-session.js'
import type { Requisition, RequisitionSummary } from './requisitions/requisition.js'
import type { CartChange } from './requisitions/save-cart.js'
import type { LineSplit } from './requisitions/split-line.js'
import type { ShipNotices } from './ship-notices.js'
import type { PageRequest } from './shopping/search.js'
import type { OpenBuyResult, SearchPage, SearchResults } from './shopping/search-results.js'
import type { ReopeningOperation, ShoppingTrip } from './shopping/shopping-trip.js'
import type { ProcurementSystem } from './systems/system.js'
import type { Transmission } from './transmission/transmission.js'

/**
 * Everything a person can see and do at the mock. Pages, the contract-test driver and tests all speak to this
 * interface; the first argument is always the login of the person who acts. Whatever is refused is a `CoupaError`
 * whose `message` can be shown and whose `status` is the HTTP status of the page.
 */
export interface Coupa
  extends Shopping,
    Lists,
    Requests,
    Approvals,
    Orders,
    Receiving,
    ShipNotices,
    Confirmations,
    Invoices,
    Contracts,
    IndexCatalogs,
    Inbox,
    Forms,
    Groups,
    Conversations,
    Traces,
    Administration {
  /** Name of the company, shown on every page. */
  companyName(): string
  /** Which procurement system it plays. */
  system(): ProcurementSystem
  /** The people who can sign in, in the order of the configuration. */
  people(): readonly User[]
  /** One active person. `ERR_COUPA_NOT_FOUND` for anybody else. */
  user(login: string): User
  home(login: string): Home
  /** What waits in the cart, in the Inbox and under To Do. */
  counts(login: string): Counts
}

export interface Shopping {
  /** The uploaded logo of an active site. `ERR_COUPA_NOT_FOUND` where there is none. */
  logo(login: string, siteId: number): { readonly mediaType: string; readonly bytes: Uint8Array }
  /** Own items at once, Open Buy of every supplier at the same time, each within its own time limit. */
  search(login: string, text: string): Promise<SearchResults>
  /**
   * One page of the same, merged and ranked, with what has been answered within a moment: slow suppliers are `pending`,
   * and asking again with the `search` of the answer shows what has come in since.
   */
  searchPage(login: string, request: PageRequest): Promise<SearchPage>
  /** Sends a PunchOutSetupRequest for the whole shop. `ERR_COUPA_PUNCHOUT_FAILED` carries Coupa's words. */
  shop(login: string, siteId: number): Promise<ShoppingTrip>
  /** Back from a shop without a cart. */
  leaveShop(login: string, trip: number): void
  /** The same for one product (SelectedItem). */
  choose(
    login: string,
    result: Pick<OpenBuyResult, 'site' | 'sourcePartNum'> & { readonly search?: number },
  ): Promise<ShoppingTrip>
  /**
   * The same for rows of a supplier's index catalogue, of which several may be chosen together (several SelectedItem).
   * `items` are `indexItem` of results of the same site.
   */
  chooseIndexed(
    login: string,
    chosen: { readonly site: number; readonly items: readonly number[]; readonly search?: number },
  ): Promise<ShoppingTrip>
  /**
   * Opens the shop with lines of an earlier cart: `edit` to change them, `inspect` to look at them, `source` to have them
   * quoted. `trip` is one of the requisition's `punchoutSessions`. `ERR_COUPA_FORBIDDEN` where `may` there says no.
   */
  reopen(
    login: string,
    session: {
      readonly requisition: number
      readonly trip: number
      readonly operation: ReopeningOperation
    },
  ): Promise<ShoppingTrip>
  /**
   * Asks an OCI catalogue what lines that it brought are today (`FUNCTION=VALIDATE`); they become that. What came of each
   * stands in the requisition's history. `ERR_COUPA_FORBIDDEN` where `may.validate` of the session says no.
   */
  validate(
    login: string,
    session: { readonly requisition: number; readonly trip: number },
  ): Promise<RequisitionView>
  /** What became of a cart that a supplier returned; `token` is the last segment of `/punchout/carts/<token>`. */
  claimCart(login: string, token: string): ClaimedCart
}

export type ClaimedCart =
  /** `changed`: in place of the lines that were edited, of which none may be left. */
  | {
      readonly outcome: 'added' | 'changed'
      readonly requisition: RequisitionView
      readonly lineCount: number
    }
  /** The whole cart failed: `banner` is what Coupa shows. */
  | { readonly outcome: 'refused'; readonly banner: string }
  /** The shopper came back without a cart; `requisitionNumber` is where the trip had begun, if it was one. */
  | { readonly outcome: 'cancelled'; readonly requisitionNumber?: number }

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
    /** Its lines can stand in a new draft: none came from a shop. */
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
  /** A draft with the same lines. `ERR_COUPA_CONFLICT` where one of them came from a shop. */
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

export interface Traces {
  /** `id`: `requisition-1001`, `trip-4` or `search-7`. Visible to whoever may see what it belongs to. */
  trace(login: string, id: string): Trace
  /** The latest transactions. Administrators only. */
  traces(login: string): readonly TraceSummary[]
}
