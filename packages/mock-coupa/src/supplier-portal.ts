import type { Attachment, NewAttachment, SentFile } from './comments/attachment.js'
import type { Comment } from './comments/comment.js'
import type { PunchoutSite } from './company/punchout-site.js'
import type { Supplier } from './company/supplier.js'
import type { TlsSettings } from './company/tls-settings.js'
import type { Invoice } from './invoicing/invoice.js'
import type { PurchaseOrder } from './purchase-orders/purchase-order.js'
import type { ListPage } from './store/list-page.js'

/**
 * Everything that somebody of a supplier can see and do: the Coupa Supplier Portal (CSP). The first argument is always
 * the id of the supplier that acts, and what belongs to another supplier does not exist for it
 * (`ERR_COUPA_NOT_FOUND`).
 */
export interface SupplierPortal extends SupplierInvoices {
  /** Name of the company that buys. */
  companyName(): string
  /** The suppliers that can sign in. */
  suppliers(): readonly SupplierName[]
  /** An active one. `ERR_COUPA_NOT_FOUND` for any other. */
  supplier(id: number): SupplierName
  /** Newest first, 25 a page. */
  orders(supplier: number, query?: SupplierOrderQuery): ListPage<SupplierOrderSummary>
  order(supplier: number, number: string): SupplierOrder
  /** Sets `acknowledged-at`; done twice it stays as it was. `ERR_COUPA_CONFLICT` for an order that is not issued. */
  acknowledge(supplier: number, number: string): SupplierOrder
  /** What the link in a mail is about. `ERR_COUPA_NOT_FOUND` for one that is unknown or was used. */
  orderOfLink(token: string): LinkedOrder
  /** The same as `acknowledge`, for whoever has the mail; the link is used up. */
  acknowledgeByLink(token: string): LinkedOrder
  /** Says something to the buyer. */
  comment(supplier: number, comment: { readonly number: string; readonly comments: string }): Comment
  attach(
    supplier: number,
    attachment: { readonly number: string; readonly content: NewAttachment },
  ): Attachment
  attachedFile(supplier: number, id: number): SentFile
  /** How orders reach this supplier, secrets left out. */
  delivery(supplier: number): PoDelivery & Readonly<TlsSettings>
  /** An empty secret keeps the old one. `ERR_COUPA_INVALID` names the fields (`cxml.url`). */
  saveDelivery(supplier: number, delivery: PoDelivery): Promise<void>
  /** Sites to shop at this supplier, secrets left out. */
  punchouts(supplier: number): readonly PunchoutSite[]
  /**
   * Creates (without id) or changes a site. Without a shared secret the literal `none` is sent; on a change an empty
   * one keeps the old. Unverified: a new site is off until the buyer's administrator switches it on.
   */
  savePunchout(supplier: number, punchout: PunchoutSettings): Promise<PunchoutSite>
}

/** Coupa's "flip": invoices that are made of orders, and what became of them and of others. */
export interface SupplierInvoices {
  /** Newest first. */
  invoices(supplier: number): readonly Invoice[]
  invoice(supplier: number, id: number): Invoice
  /**
   * Submits an invoice over an order. `quantities` by line number; without them, over everything that is open.
   * `ERR_COUPA_INVALID` says what is wrong with it.
   */
  createInvoice(
    supplier: number,
    invoice: {
      readonly number: string
      readonly invoiceNumber: string
      readonly quantities?: Readonly<Record<number, string>>
    },
  ): Invoice
}

export interface SupplierName {
  readonly id: number
  readonly name: string
}

export interface SupplierOrderQuery {
  readonly status?: string | undefined
  readonly text?: string | undefined
  readonly sort?: string | undefined
  readonly page?: number | undefined
}

/** A line of the list: Coupa's columns. */
export interface SupplierOrderSummary {
  readonly number: string
  readonly orderDate: Date
  readonly status: PurchaseOrder['status']
  readonly acknowledgedAt?: Date
  /** First line's description, and how many lines there are. */
  readonly title: string
  readonly lineCount: number
  /** Unverified: what the buyer has said since this supplier last answered. */
  readonly unansweredComments: number
  /** Absent where the buyer hides prices. */
  readonly total?: string
  readonly currency: string
}

/** What a supplier sees of an order: nothing of accounts, approvals or internal comments. */
export interface SupplierOrder
  extends Pick<
    PurchaseOrder,
    'number' | 'version' | 'status' | 'lines' | 'shipTo' | 'billTo' | 'currency' | 'issuedAt' | 'hidePrice'
  > {
  /** Absent where the buyer hides prices. */
  readonly total?: string
  readonly requester: { readonly fullName: string; readonly email: string }
  readonly acknowledgedAt?: Date
  /** Only those that both sides read. */
  readonly comments: readonly Comment[]
  readonly attachments: readonly Attachment[]
  readonly may: { readonly acknowledge: boolean; readonly invoice: boolean }
}

/** What somebody with a link, who has not signed in, is shown. */
export interface LinkedOrder {
  readonly number: string
  readonly supplier: string
  /** Absent where the buyer hides prices. */
  readonly total?: string
  readonly currency: string
}

export type PoDelivery = Pick<Supplier, 'poMethod' | 'poEmail' | 'cxml'>

/** Coupa's form: Catalogs > Configure Punchout. */
export interface PunchoutSettings {
  readonly id?: number
  readonly name: string
  readonly url: string
  readonly buyerIdentity: string
  readonly buyerDomain: string
  readonly supplierIdentity: string
  readonly supplierDomain: string
  readonly sharedSecret: string
}
