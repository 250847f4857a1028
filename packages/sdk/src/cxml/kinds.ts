import type { ElementCodec } from './grammar/element.js'
import { catalogUploadRequest } from './messages/catalog-upload-request.js'
import { confirmationRequest } from './messages/confirmation-request.js'
import { copyRequest } from './messages/copy-request.js'
import { getPendingRequest, getPendingResponse } from './messages/get-pending.js'
import { invoiceDetailRequest } from './messages/invoice/request.js'
import { orderRequest } from './messages/order-request.js'
import { profileRequest, profileResponse } from './messages/profile.js'
import { punchOutOrderMessage } from './messages/punchout-order-message.js'
import { punchOutSetupRequest } from './messages/punchout-setup-request.js'
import { punchOutSetupResponse } from './messages/punchout-setup-response.js'
import { quoteMessage } from './messages/quote/quote-message.js'
import { quoteRequest } from './messages/quote/quote-request.js'
import { receiptRequest } from './messages/receipt-request.js'
import { shipNoticeRequest } from './messages/ship-notice/request.js'
import { statusUpdateRequest } from './messages/status-update-request.js'

/** Where a payload stands in the envelope. */
export type Body = 'request' | 'message' | 'response'

/** How documents of one kind are written. */
export interface Kind {
  readonly body: Body
  /** Absent where the body is all. */
  readonly payload?: ElementCodec<object>
  /** The DTD file, without `.dtd`. */
  readonly file: string
  /**
   * What is declared unless the caller says otherwise: old enough for every partner, 1.2.014 being what Coupa declares.
   * Of Fulfill.dtd it is 1.2.028: in the older file that is known, names of attributes are wrong.
   */
  readonly version: string
}

/** The kinds of document that have types: of each the body, the payload, and the DTD that it declares. */
// biome-ignore format: the columns are the documentation
export const kinds = {
  ProfileRequest:        { body: 'request',  payload: profileRequest,        file: 'cXML',          version: '1.2.014' },
  PunchOutSetupRequest:  { body: 'request',  payload: punchOutSetupRequest,  file: 'cXML',          version: '1.2.014' },
  OrderRequest:          { body: 'request',  payload: orderRequest,          file: 'cXML',          version: '1.2.014' },
  StatusUpdateRequest:   { body: 'request',  payload: statusUpdateRequest,   file: 'cXML',          version: '1.2.014' },
  ConfirmationRequest:   { body: 'request',  payload: confirmationRequest,   file: 'Fulfill',       version: '1.2.028' },
  ShipNoticeRequest:     { body: 'request',  payload: shipNoticeRequest,     file: 'Fulfill',       version: '1.2.028' },
  ReceiptRequest:        { body: 'request',  payload: receiptRequest,        file: 'Fulfill',       version: '1.2.028' },
  InvoiceDetailRequest:  { body: 'request',  payload: invoiceDetailRequest,  file: 'InvoiceDetail', version: '1.2.020' },
  CopyRequest:           { body: 'request',  payload: copyRequest,           file: 'cXML',          version: '1.2.014' },
  GetPendingRequest:     { body: 'request',  payload: getPendingRequest,     file: 'cXML',          version: '1.2.014' },
  QuoteRequest:          { body: 'request',  payload: quoteRequest,          file: 'Quote',         version: '1.2.048' },
  CatalogUploadRequest:  { body: 'request',  payload: catalogUploadRequest,  file: 'cXML',          version: '1.2.014' },
  PunchOutOrderMessage:  { body: 'message',  payload: punchOutOrderMessage,  file: 'cXML',          version: '1.2.014' },
  QuoteMessage:          { body: 'message',  payload: quoteMessage,          file: 'Quote',         version: '1.2.048' },
  PunchOutSetupResponse: { body: 'response', payload: punchOutSetupResponse, file: 'cXML',          version: '1.2.014' },
  ProfileResponse:       { body: 'response', payload: profileResponse,       file: 'cXML',          version: '1.2.014' },
  GetPendingResponse:    { body: 'response', payload: getPendingResponse,    file: 'cXML',          version: '1.2.014' },
  Response:              { body: 'response',                                 file: 'cXML',          version: '1.2.014' },
} as const satisfies Readonly<Record<string, Kind>>

/** `OrderRequest`, …: the name of the payload element; `Response` for an answer that is only a `Status`. */
export type KindName = keyof typeof kinds

export function isKindName(name: string): name is KindName {
  return Object.hasOwn(kinds, name)
}

/** The property that holds the payload of a kind: `orderRequest`. */
export function payloadProperty(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** Payloads of the standard that have no types here: envelope and tree. Ariba's internal ones are not among them. */
// biome-ignore format: by DTD file
const treeKinds = [
  // cXML
  'ApprovalRequest', 'AuthRequest', 'AuthResponse', 'DataAvailableMessage', 'DataRequest', 'DataResponse',
  'MasterAgreementRequest', 'OrganizationChangeMessage', 'OrganizationDataRequest', 'OrganizationDataResponse',
  'ProductActivityMessage', 'ProviderDoneMessage', 'ProviderSetupRequest', 'ProviderSetupResponse',
  'PurchaseRequisitionRequest', 'QualityInspectionDecisionRequest', 'QualityInspectionRequest',
  'QualityInspectionResultRequest', 'QualityNotificationRequest', 'SubscriptionChangeMessage',
  'SubscriptionContentRequest', 'SubscriptionContentResponse', 'SubscriptionListRequest', 'SubscriptionListResponse',
  'SubscriptionStatusUpdateRequest', 'SupplierChangeMessage', 'SupplierDataRequest', 'SupplierDataResponse',
  'SupplierListRequest', 'SupplierListResponse',
  // Fulfill
  'ComponentConsumptionRequest', 'OrderStatusRequest', 'ProductReplenishmentMessage', 'SalesOrderRequest',
  'ServiceEntryRequest', 'TimeCardInfoRequest', 'TimeCardRequest',
  // The others
  'ContractRequest', 'ContractStatusUpdateRequest', 'TransportConfirmation',
  'TransportRequest', 'PaymentProposalRequest', 'PaymentRemittanceRequest', 'PaymentRemittanceStatusUpdateRequest',
] as const

export type TreeKind = (typeof treeKinds)[number]

const knownTreeKinds: ReadonlySet<string> = new Set(treeKinds)

export function isTreeKind(name: string): name is TreeKind {
  return knownTreeKinds.has(name)
}
