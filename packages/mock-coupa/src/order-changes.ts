import type { ApprovalsView } from './approvals.js'
import type { ChangeOrder, ChangeRequest } from './change-orders/change-order.js'

/** A change of an order, and what this person may do with it now. */
export interface ChangeOrderView extends ChangeOrder, ApprovalsView {
  /** PO number of the order. */
  readonly number: string
  readonly currency: string
  readonly may: ApprovalsView['may'] & { readonly cancel: boolean; readonly submit: boolean }
}

export interface ChangeOrders {
  /**
   * Asks for a change, as the requester or a buyer, and (unless `draft`) submits it. With `cancel` and no lines the
   * whole order is to be cancelled. `ERR_COUPA_INVALID` names fields such as `lines[0].quantity`.
   */
  requestChange(
    login: string,
    request: Omit<ChangeRequest, 'purchaseOrder'> & {
      readonly purchaseOrder: string
      readonly draft?: boolean
    },
  ): ChangeOrderView
  submitChange(login: string, change: number): ChangeOrderView
  cancelChange(login: string, change: number): ChangeOrderView
  /** For whoever may see the order, and whoever has to approve. */
  changeOrder(login: string, change: number): ChangeOrderView
}
