/** Surface `@punchloop/sdk`: the supplier's half of the loop. */
export type { Buyer, DocumentEndpoint, PartyCredential } from './buyers/buyer.js'
export type { AttemptEnd } from './delivery/attempt.js'
export type { Job, JobStatus, Work } from './delivery/job.js'
export type { Notice } from './delivery/notice.js'
export type {
  ReportedDocument,
  ReportedIntegration,
  ReportedInvoice,
  ReportedLine,
  ReportedPayment,
  ReportedStatus,
  SentDocument,
  SentDocumentKind,
} from './delivery/sent-document.js'
export type { Tally } from './delivery/slots.js'
export { CxmlError, type CxmlErrorCode } from './errors.js'
export type { LogEntry } from './log-entry.js'
export type { OciAccess, OciVersion } from './oci/oci-access.js'
export type { OpenBuyCatalog, OpenBuyItem } from './open-buy/catalog.js'
export type { SupplierOptions } from './options.js'
export type { Invoice } from './orders/invoice-order.js'
export type {
  Backorder,
  FormerLine,
  Fulfil,
  Fulfilment,
  FulfilmentOutcome,
  Order,
  OrderAttachment,
  OrderConfirmation,
  OrderInvoice,
  OrderLine,
  OrderStatus,
  ReceivedAttachment,
  Refusal,
  Shipment,
} from './orders/order.js'
export type { CheckOffer, OnDifference } from './orders/order-policy.js'
export { type Detection, detectProfile } from './partners/detect-profile.js'
export type { CartRules, LengthRule, PartnerProfile, ProfileName, Signs } from './partners/profile.js'
export { profiles } from './partners/profiles.js'
export type { Cart, CartLine } from './punchout/cart.js'
export { CartError } from './punchout/cart-error.js'
export type {
  HeldLine,
  ItemReference,
  PunchoutSession,
  PunchoutSessionStatus,
  Shopper,
} from './punchout/session.js'
export { SessionError } from './punchout/session-error.js'
export type { RestoredLine } from './requests/held-lines.js'
export type { PurchaseRequest, PurchaseRequestStatus, RequestedLine } from './requests/purchase-request.js'
export type { ReferenceKey } from './requests/reference.js'
export type { Archived, Archiving } from './retention/archive.js'
export type {
  JobCounts,
  JobQuery,
  OrderQuery,
  RequestQuery,
  SentDocumentQuery,
  Store,
} from './store/store.js'
export { createSupplier, type Decision, type Metrics, type Supplier } from './supplier.js'
