import type { SupplierOptions } from './options.js'
import type { Order } from './orders/order.js'
import type { Cart } from './punchout/cart.js'
import type { PunchoutSession } from './punchout/session.js'
import type { PurchaseRequest, PurchaseRequestStatus } from './requests/purchase-request.js'

/** The supplier's half of the loop: one `Request → Response` handler and the calls a shop makes. */
export interface Supplier {
  /** `basePath` without a trailing slash; requests below it belong to {@link Supplier.fetch}. */
  readonly basePath: string
  /** Where buyers send documents (`PunchOutSetupRequest`, `OrderRequest`, `ProfileRequest`, …). */
  readonly cxmlUrl: string
  /** Base URL of the Open Buy service. */
  readonly openBuyUrl: string
  /** Answers every request below {@link Supplier.basePath}. Never throws. */
  fetch(request: Request): Promise<Response>
  /** The punchout session that the browser belongs to, from its cookie; undefined for an ordinary visitor. */
  session(request: Request): Promise<PunchoutSession | undefined>
  /** Stores the cart as a waiting request and answers with the page that posts it to the buyer. */
  returnCart(
    session: PunchoutSession,
    cart: Cart,
  ): Promise<{ readonly request: PurchaseRequest; readonly response: Response }>
  /** Ends the trip without a cart (Status 204). */
  cancelCart(session: PunchoutSession): Promise<Response>
  requests(query: {
    readonly buyerId?: string
    readonly email?: string
    readonly status?: PurchaseRequestStatus
  }): Promise<PurchaseRequest[]>
  /** The requester no longer wants it. A request that is not waiting stays as it is. */
  withdrawRequest(id: string, reason: string): Promise<PurchaseRequest>
  orders(query: { readonly buyerId?: string; readonly email?: string }): Promise<Order[]>
  order(key: { readonly buyerId: string; readonly orderID: string }): Promise<Order | undefined>
  /** Accept a held order as it stands, or cancel it. */
  decideOrder(
    key: { readonly buyerId: string; readonly orderID: string },
    decision: { readonly accept: boolean; readonly reason: string },
  ): Promise<Order>
  /** Does everything that is due now (fulfilments, confirmations, notices, expiries) and returns how much it did. */
  deliver(): Promise<number>
  /** Delivers by itself, at once after each change and by the clock. */
  start(): void
  /** Finishes what is being delivered and stops. */
  stop(): Promise<void>
}

export declare function createSupplier(options: SupplierOptions): Supplier
