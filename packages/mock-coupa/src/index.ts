export type { Approvable } from './approvals/approvable.js'
export type { Approval, ApprovalStatus, ApprovalType } from './approvals/approval.js'
export type { Delegation } from './approvals/delegation.js'
export type { ApprovalsView, ToDo } from './approvals.js'
export type { ApprovalCondition, ApprovalGroup, ApprovalRule, RuleApprover } from './company/approval-rule.js'
export type { Account, Address, Commodity, Company, User } from './company/company.js'
export type { CompanyFile } from './company/company-file.js'
export type { Item } from './company/item.js'
export type { OpenBuySettings, PunchoutSite } from './company/punchout-site.js'
export { moveSeedSupplier, northwindInstruments, type SeedSupplier } from './company/seed.js'
export type { Supplier, SupplierCxml } from './company/supplier.js'
export type { SslVersion, TlsSettings } from './company/tls-settings.js'
export type { Contract, ContractStatus } from './contracts/contract.js'
export type { ContractView } from './contracts.js'
export type { ApprovableKey, ApprovableType } from './control/approvable-key.js'
export { type ManualTime, manualTime, type Timers } from './control/time.js'
export type { Coupa } from './coupa.js'
export { CoupaError, type CoupaErrorCode, type FieldProblem } from './errors.js'
export type { AwaitedConfirmation, Confirmation, ConfirmationStatus } from './fulfillment/confirmation.js'
export type { IndexCatalog, IndexLoad } from './index-catalogs/index-catalog.js'
export { receiveCatalogUpload } from './index-catalogs/receive-catalog-upload.js'
export type { IndexCatalogs } from './index-catalogs.js'
export type { InvoiceView } from './invoices.js'
export type { FailedTolerance, Invoice, InvoiceLine, InvoiceStatus } from './invoicing/invoice.js'
export type { InvoiceAction } from './invoicing/transitions.js'
export type { Exchange, ExchangeMessage } from './journal/exchange.js'
export type { ExchangeFilter } from './journal/journal.js'
export type {
  BuyerAccount,
  DocumentKind,
  NetworkAccount,
  NetworkCredential,
  NetworkDirectory,
  SenderForm,
  SupplierAccount,
  TradingRelationship,
} from './network/account.js'
export type { NetworkDocument, NetworkDocumentStatus } from './network/document-records.js'
export { networkPaths, networkSender } from './network/ground.js'
export type { NetworkErrorCode } from './network/network-error.js'
export { defaultTransactionRules, type TransactionRules } from './network/transaction-rules.js'
export type { Mail, Notification } from './notifications/notification.js'
export { type MockCoupaOptions, seedOf } from './options.js'
export type { PurchaseOrderView } from './orders.js'
export type { Person } from './person.js'
export type { RequisitionView } from './requests.js'
export type { ShipNoticeLineView, ShipNoticeView } from './ship-notices.js'
export type {
  IndexResult,
  OpenBuyResult,
  OwnResult,
  SearchProblem,
  SearchResult,
  SearchResults,
} from './shopping/search-results.js'
export type { ShoppingTrip } from './shopping/shopping-trip.js'
export {
  type AribaSupplier,
  type MockAriba,
  type MockAribaOptions,
  startMockAriba,
} from './start-mock-ariba.js'
export { type MockCoupa, startMockBuyer, startMockCoupa, type WaitOptions } from './start-mock-coupa.js'
export { type BusinessNetwork, type NetworkOptions, startNetwork } from './start-network.js'
export type { ProcurementSystem, SystemName } from './systems/system.js'
export { systems } from './systems/systems.js'
