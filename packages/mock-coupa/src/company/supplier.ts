import type { TlsSettings } from './tls-settings.js'

export interface Supplier extends TlsSettings {
  id: number
  name: string
  active: boolean
  /** Coupa's `po-method`: how orders reach it. */
  poMethod: PoMethod
  /** Coupa's `po-change-method`: how changed orders do. Absent: as orders do. */
  poChangeMethod?: PoMethod
  /** Coupa's `po-email`: where orders by mail go. */
  poEmail?: string
  /** Its orders wait until a buyer has looked at them. */
  buyerHold?: boolean
  /** Nothing is ordered there for now. */
  onHold?: boolean
  /** When it takes orders; at any time where there is none. */
  orderWindows?: OrderWindow[]
  /** Takes part in Supply Chain Collaboration: its orders are of cXML 1.2.056. */
  supplyChainCollaboration?: boolean
  /**
   * Extension: a cancelled order goes out as an OrderRequest of type `delete`. Coupa documents no such document; what
   * it does document is that somebody has to tell the supplier (`pending_manual_cancel`).
   */
  sendsDelete?: boolean
  /**
   * Coupa's `order-confirmation-level`: whether it confirms orders as a whole, line by line, or not at all.
   * Absent: it is not asked, and may.
   */
  orderConfirmationLevel?: ConfirmationLevel
  /** Coupa's `confirm-by-hrs`: hours that it has for that from the moment the order is issued. */
  confirmByHours?: number
  /** How purchase orders reach it (Coupa `cxml-url`, `cxml-domain`, …). */
  cxml?: SupplierCxml
  /** Coupa's `invoice-matching-level`. Absent: `3-way`, invoices wait for what they ask money for. */
  invoiceMatchingLevel?: '2-way' | '3-way' | '3-way-direct' | 'none'
  /** Coupa's `allow-cxml-invoicing`. Absent: it may. */
  allowCxmlInvoicing?: boolean
  /** Coupa's `send-invoices-to-approvals`: people approve also what order and receipts agree with. Absent: as the company says. */
  sendInvoicesToApprovals?: boolean
  /** Coupa's `hold-invoices-for-ap-review`: its invoices wait in `ap_hold` until accounts payable has looked at them. */
  holdInvoicesForApReview?: boolean
  /** Whether its invoices may ask for shipping, handling and the like beyond the order. Absent: they may. */
  allowExtraCharges?: boolean
  /**
   * What the supplier authenticates with when it sends us documents.
   * Unverified: Coupa documents the invoicing credentials for ship notices; we take the same for confirmations.
   */
  inbound?: { domain: string; identity: string; secret: string }
  /**
   * Who opens the connection in the supplier's name: a network. Then `inbound` is whom From names, and its secret what
   * the network and the company know each other by. Absent: the supplier itself.
   */
  inboundSender?: { domain: string; identity: string }
}

export type ConfirmationLevel = 'not_applicable' | 'header' | 'line'

/**
 * `xml`: the order as the REST API shows it goes to the supplier's cXML URL. Unverified: what Coupa sends by `xml`, and where.
 * `mark_as_sent`: nothing leaves the house. `prompt`: somebody sends it by hand. `buy_online`: somebody buys there.
 */
export type PoMethod = 'cxml' | 'xml' | 'email' | 'prompt' | 'mark_as_sent' | 'buy_online'

/** Hours in which a supplier takes orders, by the company's clock (`utcOffset`). */
export interface OrderWindow {
  /** Days of the week, 0 is Sunday. */
  days: number[]
  /** `09:00`, inclusive. */
  from: string
  /** `17:00`, exclusive. */
  to: string
}

export interface SupplierCxml {
  url: string
  /** Ours (`From` and `Sender`). */
  domain: string
  identity: string
  /** The supplier's (`To`). */
  supplierDomain: string
  supplierIdentity: string
  /** Empty: Coupa sends the literal `none`. */
  secret: string
  /** For HTTP Basic at the URL, where the supplier wants that too. */
  httpUsername?: string
  httpPassword?: string
}
