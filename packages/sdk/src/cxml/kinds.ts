import type { DeploymentMode } from './document.js'
import { type Header, header } from './elements/header.js'
import { type Status, status } from './elements/status.js'
import { element } from './grammar/element.js'
import {
  defaultedAttribute,
  expectedAttribute,
  needed,
  optional,
  optionalAttribute,
  unmodelled,
} from './grammar/fields.js'
import { confirmationRequest } from './messages/confirmation-request.js'
import { orderRequest } from './messages/order-request.js'
import { profileRequest, profileResponse } from './messages/profile.js'
import { punchOutOrderMessage } from './messages/punchout-order-message.js'
import { punchOutSetupRequest } from './messages/punchout-setup-request.js'
import { punchOutSetupResponse } from './messages/punchout-setup-response.js'
import { statusUpdateRequest } from './messages/status-update-request.js'

/** Where a payload stands in the envelope. */
export type Body = 'request' | 'message' | 'response'

/** How documents of one kind are written. */
export interface Kind {
  readonly body: Body
  /** The payload's property in the body; absent where the body is all. */
  readonly property?: string
  readonly dtdFile: 'cXML.dtd' | 'Fulfill.dtd'
  /** What is declared unless the caller says otherwise: old enough for every partner, 1.2.014 being what Coupa declares. */
  readonly dtdVersion: string
}

/** Of each kind the body, the payload's property, and the DTD that it declares. */
// biome-ignore format: the columns are the documentation
export const kinds = {
  ProfileRequest:        { body: 'request',  property: 'profileRequest',        dtdFile: 'cXML.dtd',    dtdVersion: '1.2.014' },
  PunchOutSetupRequest:  { body: 'request',  property: 'punchOutSetupRequest',  dtdFile: 'cXML.dtd',    dtdVersion: '1.2.014' },
  OrderRequest:          { body: 'request',  property: 'orderRequest',          dtdFile: 'cXML.dtd',    dtdVersion: '1.2.014' },
  StatusUpdateRequest:   { body: 'request',  property: 'statusUpdateRequest',   dtdFile: 'cXML.dtd',    dtdVersion: '1.2.014' },
  ConfirmationRequest:   { body: 'request',  property: 'confirmationRequest',   dtdFile: 'Fulfill.dtd', dtdVersion: '1.2.028' },
  PunchOutOrderMessage:  { body: 'message',  property: 'punchOutOrderMessage',  dtdFile: 'cXML.dtd',    dtdVersion: '1.2.014' },
  PunchOutSetupResponse: { body: 'response', property: 'punchOutSetupResponse', dtdFile: 'cXML.dtd',    dtdVersion: '1.2.014' },
  ProfileResponse:       { body: 'response', property: 'profileResponse',       dtdFile: 'cXML.dtd',    dtdVersion: '1.2.014' },
  Response:              { body: 'response',                                    dtdFile: 'cXML.dtd',    dtdVersion: '1.2.014' },
} as const satisfies Readonly<Record<string, Kind>>

export type KindName = keyof typeof kinds

export function isKindName(name: string): name is KindName {
  return Object.hasOwn(kinds, name)
}

const deploymentMode = defaultedAttribute<DeploymentMode>('production', { values: ['production', 'test'] })

/** A body with any payload: what the tables below have in common. */
interface RequestBody {
  readonly deploymentMode: DeploymentMode
  readonly profileRequest?: object
  readonly punchOutSetupRequest?: object
  readonly orderRequest?: object
  readonly confirmationRequest?: object
  readonly statusUpdateRequest?: object
}

const request = element<RequestBody>(
  'Request',
  {
    deploymentMode,
    profileRequest: optional(profileRequest),
    punchOutSetupRequest: optional(punchOutSetupRequest),
    orderRequest: optional(orderRequest),
    confirmationRequest: optional(confirmationRequest),
    statusUpdateRequest: optional(statusUpdateRequest),
    ...unmodelledAll(
      'ApprovalRequest AuthRequest CatalogUploadRequest ComponentConsumptionRequest ContractRequest',
      'ContractStatusUpdateRequest CopyRequest DataRequest GetPendingRequest InvoiceDetailRequest InvoiceRequest',
      'MasterAgreementRequest OrderStatusRequest OrganizationDataRequest PaymentRemittanceRequest',
      'PaymentRemittanceStatusUpdateRequest PaymentProposalRequest ProviderSetupRequest PurchaseRequisitionRequest',
      'QualityInspectionDecisionRequest QualityInspectionRequest QualityInspectionResultRequest',
      'QualityNotificationRequest QuoteRequest ReceiptRequest SalesOrderRequest ServiceEntryRequest ShipNoticeRequest',
      'SubscriptionContentRequest SubscriptionListRequest SubscriptionStatusUpdateRequest SupplierDataRequest',
      'SupplierListRequest TimeCardInfoRequest TimeCardRequest TransportRequest TransportConfirmation',
    ),
  },
  ['Id'],
)

interface MessageBody {
  readonly deploymentMode: DeploymentMode
  readonly inReplyTo?: string
  readonly status?: Status
  readonly punchOutOrderMessage?: object
}

const message = element<MessageBody>(
  'Message',
  {
    deploymentMode,
    inReplyTo: optionalAttribute(),
    status: optional(status),
    punchOutOrderMessage: optional(punchOutOrderMessage),
    ...unmodelledAll(
      'DataAvailableMessage OrganizationChangeMessage ProductActivityMessage ProductReplenishmentMessage',
      'ProviderDoneMessage QuoteMessage SubscriptionChangeMessage SupplierChangeMessage',
    ),
  },
  ['Id'],
)

interface ResponseBody {
  readonly status: Status
  readonly punchOutSetupResponse?: object
  readonly profileResponse?: object
}

export const response = element<ResponseBody>(
  'Response',
  {
    status: needed(status),
    profileResponse: optional(profileResponse),
    punchOutSetupResponse: optional(punchOutSetupResponse),
    ...unmodelledAll(
      'AuthResponse DataResponse GetPendingResponse OrganizationDataResponse ProviderSetupResponse',
      'SubscriptionContentResponse SubscriptionListResponse SupplierDataResponse SupplierListResponse',
    ),
  },
  ['Id'],
)

/** The root element with whatever body it has. */
export interface Envelope {
  readonly payloadID?: string
  readonly timestamp?: string
  readonly version?: string
  readonly xmlLang?: string
  readonly header?: Header
  readonly message?: MessageBody
  readonly request?: RequestBody
  readonly response?: ResponseBody
}

export const cxml = element<Envelope>(
  'cXML',
  {
    payloadID: expectedAttribute(),
    timestamp: expectedAttribute(),
    version: optionalAttribute(),
    xmlLang: optionalAttribute(),
    header: optional(header),
    message: optional(message),
    request: optional(request),
    response: optional(response),
    'ds:Signature': unmodelled,
  },
  ['signatureVersion'],
)

function unmodelledAll(...names: readonly string[]): Readonly<Record<Capitalize<string>, typeof unmodelled>> {
  return Object.fromEntries(names.flatMap(line => line.split(' ')).map(name => [name, unmodelled]))
}
