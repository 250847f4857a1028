import type { Contract } from './contracts/contract.js'
import type { Invoice } from './invoicing/invoice.js'
import type { PurchaseOrderSummary } from './purchase-orders/purchase-order.js'
import type { ReceiptView } from './receiving/receipt.js'
import type { RequisitionSummary } from './requisitions/requisition.js'
import type { ShipNoticeView } from './ship-notices.js'
import type { ListPage } from './store/list-page.js'

/** What is asked of a list; all of it narrows. */
export interface ListQuery {
  /** Own documents alone, for administrators, too. */
  readonly mine?: boolean
  /** Coupa's own word: `pending_approval`. */
  readonly status?: string | undefined
  /** Login. */
  readonly requester?: string | undefined
  /** Id. */
  readonly supplier?: number | undefined
  /** In numbers, descriptions and part numbers. */
  readonly text?: string | undefined
  /** First and last day, both inclusive, where the company's offset counts: `2026-03-02`. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Name of a column, `-` before it for the largest first. Default: the newest first. */
  readonly sort?: string | undefined
  /** From 1. */
  readonly page?: number | undefined
}

/** Own documents; administrators see everybody's. 25 rows a page. */
export interface Lists {
  requisitionList(login: string, query?: ListQuery): ListPage<RequisitionSummary>
  allOfRequisitionList(login: string, query?: ListQuery): Iterable<RequisitionSummary>
  purchaseOrderList(login: string, query?: ListQuery): ListPage<PurchaseOrderSummary>
  allOfPurchaseOrderList(login: string, query?: ListQuery): Iterable<PurchaseOrderSummary>
  receiptList(login: string, query?: ListQuery): ListPage<ReceiptView>
  allOfReceiptList(login: string, query?: ListQuery): Iterable<ReceiptView>
  shipNoticeList(login: string, query?: ListQuery): ListPage<ShipNoticeView>
  allOfShipNoticeList(login: string, query?: ListQuery): Iterable<ShipNoticeView>
  invoiceList(login: string, query?: ListQuery): ListPage<Invoice>
  allOfInvoiceList(login: string, query?: ListQuery): Iterable<Invoice>
  contractList(login: string, query?: ListQuery): ListPage<Contract>
  allOfContractList(login: string, query?: ListQuery): Iterable<Contract>
  /** What this person can narrow lists by. */
  listChoices(login: string): {
    readonly suppliers: readonly { readonly id: number; readonly name: string }[]
    /** Empty for whoever sees nobody else's. */
    readonly requesters: readonly { readonly login: string; readonly fullName: string }[]
  }
}
