export {
  type AttachedFile,
  type AttachmentReference,
  type Attachments,
  type AttachmentWarning,
  attachmentsOf,
  type CxmlMessage,
  readCxmlMessage,
} from './cxml/attachments.js'
export type { DeploymentMode } from './cxml/body.js'
export { decodeBrowserForm, encodeBrowserForm, type FormEncoding } from './cxml/browser-form.js'
export { diffCxml } from './cxml/comparison/diff-cxml.js'
export type { CxmlComparison, CxmlDifference, DifferencePlace } from './cxml/comparison/difference.js'
export type {
  CxmlDocument,
  CxmlDraft,
  CxmlEnvelope,
  Doctype,
  Draft,
  MessageDocument,
  RequestDocument,
  ResponseDocument,
  TreeDocument,
} from './cxml/document.js'
export type { ComponentConsumptionDetails } from './cxml/elements/component-consumption.js'
export type {
  Address,
  BillTo,
  CarrierIdentifier,
  Contact,
  Country,
  CountryCode,
  Email,
  Fax,
  Phone,
  PostalAddress,
  TelephoneNumber,
} from './cxml/elements/contact.js'
export type {
  ControlKeys,
  Instruction,
  InvoiceInstruction,
  Limit,
  SESInstruction,
  TemporaryPrice,
} from './cxml/elements/control-keys.js'
export type { Accounting, AccountingSegment, Distribution, Segment } from './cxml/elements/distribution.js'
export {
  type Correspondent,
  type Credential,
  type CredentialMac,
  credentialOf,
  type Header,
  isSameCredential,
  type Node,
  type OriginalDocument,
  type Party,
  type Path,
  type Routing,
  type Sender,
} from './cxml/elements/header.js'
export type {
  BlanketItemDetail,
  Classification,
  Dimension,
  ItemDetail,
  ItemID,
  PriceBasisQuantity,
  SupplierID,
} from './cxml/elements/item.js'
export type { ItemIn } from './cxml/elements/item-in.js'
export type { ItemOut } from './cxml/elements/item-out.js'
export type {
  AdditionalCost,
  AdditionalDeduction,
  DeductionPercent,
  Modification,
  ModificationDetail,
  Modifications,
  OriginalPrice,
  Percentage,
} from './cxml/elements/modification.js'
export type { Charge, Money } from './cxml/elements/money.js'
export type {
  AerospaceAndDefense,
  AuthorizationLabels,
  ExternalDocumentType,
  LifeSciences,
  OrderRequestHeaderIndustry,
} from './cxml/elements/order-industry.js'
export type {
  InvoiceIDInfo,
  MasterAgreementIDInfo,
  MasterAgreementReference,
  OrderIDInfo,
  OrderReference,
  ProductMovementItemIDInfo,
  ReceiptIDInfo,
  ReceiptReference,
  ShipNoticeIDInfo,
  ShipNoticeLineItemReference,
  ShipNoticeReference,
} from './cxml/elements/order-reference.js'
export type { BusinessPartner, LegalEntity, OrganizationalUnit } from './cxml/elements/organization.js'
export type {
  Discount,
  DiscountAmount,
  DiscountPercent,
  Payment,
  PaymentTerm,
  PCard,
} from './cxml/elements/payment.js'
export type { Total, UnitPrice } from './cxml/elements/price.js'
export type {
  ConditionType,
  ConditionTypes,
  CostTermValue,
  PricingConditions,
  Scale,
  Scales,
  ValidityPeriod,
  ValidityPeriods,
} from './cxml/elements/pricing-conditions.js'
export type { ScheduleLine } from './cxml/elements/schedule-line.js'
export type { ShipTo } from './cxml/elements/ship-to.js'
export type { Shipping } from './cxml/elements/shipping.js'
export { isRetryable, isSuccess, type Status, statusText } from './cxml/elements/status.js'
export type { Amount, Tax, TaxDetail, TaxExemption } from './cxml/elements/tax.js'
export type { CodedText, Period, TermsOfDelivery } from './cxml/elements/terms-of-delivery.js'
export type {
  Attachment,
  Comments,
  Description,
  DocumentReference,
  Extrinsic,
  IdReference,
  Name,
  SupplierOrderInfo,
} from './cxml/elements/text.js'
export type {
  PriceTolerance,
  QuantityTolerance,
  TimeTolerance,
  Tolerances,
  Value,
} from './cxml/elements/tolerances.js'
export type {
  Route,
  ShipmentIdentifier,
  ShippingInstructions,
  TermsOfTransport,
  TransportInformation,
} from './cxml/elements/transport.js'
export { envelope } from './cxml/envelope.js'
export type { ParseOptions } from './cxml/gate.js'
export type {
  AutoPublish,
  CatalogUploadRequest,
  Commodities,
  Notification,
  URLPost,
} from './cxml/messages/catalog-upload-request.js'
export type {
  ConfirmationItem,
  ConfirmationStatus,
  ConfirmationStatusType,
  ScheduleLineReference,
} from './cxml/messages/confirmation-item.js'
export type {
  ConfirmationHeader,
  ConfirmationRequest,
  ConfirmationType,
  OrderStatusRequestIDInfo,
  OrderStatusRequestReference,
} from './cxml/messages/confirmation-request.js'
export type { CopyRequest, CxmlAttachment } from './cxml/messages/copy-request.js'
export type { GetPendingRequest, GetPendingResponse } from './cxml/messages/get-pending.js'
export type {
  InvoiceDetailDiscount,
  ShippingAmount,
  SpecialHandlingAmount,
} from './cxml/messages/invoice/amounts.js'
export type { CustomsInfo, Issuer } from './cxml/messages/invoice/customs.js'
export type {
  InvoiceDetailHeaderIndicator,
  InvoiceDetailLineIndicator,
  InvoiceDetailPaymentTerm,
  InvoiceDetailRequestHeader,
  InvoicePurpose,
  PaymentInformation,
  PaymentProposalIDInfo,
} from './cxml/messages/invoice/header.js'
export type { InvoiceDetailItem } from './cxml/messages/invoice/item.js'
export type {
  InvoiceDetailItemReference,
  InvoiceDetailServiceItemReference,
  ReceiptLineItemReference,
  ServiceEntryItemIDInfo,
  ServiceEntryItemReference,
} from './cxml/messages/invoice/item-reference.js'
export type {
  InvoiceLaborDetail,
  InvoiceTimeCardDetail,
  TimeCardIDInfo,
  TimeCardReference,
} from './cxml/messages/invoice/labor-detail.js'
export type { InvoiceModifications } from './cxml/messages/invoice/modifications.js'
export type {
  InvoiceDetailHeaderOrder,
  InvoiceDetailOrder,
  InvoiceDetailOrderSummary,
} from './cxml/messages/invoice/order.js'
export type {
  InvoiceDetailOrderInfo,
  InvoiceDetailReceiptInfo,
  InvoiceDetailShipNoticeInfo,
} from './cxml/messages/invoice/order-info.js'
export type { InvoicePartner } from './cxml/messages/invoice/partner.js'
export type { InvoiceDetailRequest } from './cxml/messages/invoice/request.js'
export type {
  AdditionalAmounts,
  AdditionalPrice,
  AdditionalPrices,
  InvoiceDetailItemIndustry,
  InvoiceDetailItemReferenceIndustry,
  InvoiceDetailItemReferenceRetail,
  InvoiceDetailItemRetail,
  InvoiceDetailSummaryIndustry,
  InvoiceDetailSummaryRetail,
  ItemIndicator,
} from './cxml/messages/invoice/retail.js'
export type { InvoiceDetailServiceItem } from './cxml/messages/invoice/service-item.js'
export type {
  InvoiceDetailLineShipping,
  InvoiceDetailLineSpecialHandling,
  InvoiceDetailShipping,
} from './cxml/messages/invoice/shipping.js'
export type { InvoiceDetailSummary } from './cxml/messages/invoice/summary.js'
export type {
  DeliveryPeriod,
  Followup,
  OrderRequest,
  OrderRequestHeader,
} from './cxml/messages/order-request.js'
export type { Option, ProfileRequest, ProfileResponse, Transaction } from './cxml/messages/profile.js'
export type {
  PunchOutOrderMessage,
  PunchOutOrderMessageHeader,
  SourcingStatus,
} from './cxml/messages/punchout-order-message.js'
export type {
  BrowserFormPost,
  PunchOutSetupRequest,
  SelectedItem,
  SetupOperation,
  SupplierSetup,
} from './cxml/messages/punchout-setup-request.js'
export type { PunchOutSetupResponse, StartPage } from './cxml/messages/punchout-setup-response.js'
export type {
  DeliveryAddress,
  ReceiptItem,
  ReceiptItemReference,
  ReceiptOrder,
  ReceiptOrderInfo,
  ReceiptRequest,
  ReceiptRequestHeader,
  ReceivedAmount,
} from './cxml/messages/receipt-request.js'
export type { PackageIdentification, ShipControl } from './cxml/messages/ship-notice/control.js'
export type { ServiceLevel, ShipNoticeHeader } from './cxml/messages/ship-notice/header.js'
export type { ShipNoticeItem } from './cxml/messages/ship-notice/item.js'
export type { ImportInfo, ShipNoticeItemDetail } from './cxml/messages/ship-notice/item-detail.js'
export type {
  ExpiryDate,
  ShipNoticeItemIndustry,
  ShipNoticeItemLifeSciences,
  ShipNoticeItemRetail,
} from './cxml/messages/ship-notice/item-industry.js'
export type { ShipNoticePortion, ShipNoticeRequest } from './cxml/messages/ship-notice/request.js'
export type {
  DocumentStatus,
  IntegrationMessage,
  IntegrationStatus,
  InvoiceStatus,
  ItemStatus,
  PaymentStatus,
  StatusUpdateRequest,
} from './cxml/messages/status-update-request.js'
export { type Incomplete, inspectCxml, parseCxml } from './cxml/parse-cxml.js'
export { parseEnclosed } from './cxml/parse-enclosed.js'
export { prettyPrint, type RedactOptions, redact } from './cxml/redact.js'
export { type SerializeOptions, serializeCxml } from './cxml/serialize-cxml.js'
export {
  type FileToAttach,
  type SerializeMessageOptions,
  serializeCxmlMessage,
} from './cxml/serialize-cxml-message.js'
export { sourceOf } from './cxml/source-of.js'
export type {
  CxmlProblem,
  CxmlValidation,
  ValidationErrorCode,
  ValidationWarningCode,
} from './cxml/validation/problem.js'
export { validateCxml } from './cxml/validation/validate-cxml.js'
export { isCountry } from './cxml/values/country.js'
export { type Currency, currencyOf } from './cxml/values/currency.js'
export {
  addDecimals,
  compareDecimals,
  divideDecimals,
  formatDecimal,
  isDecimal,
  multiplyDecimals,
  readDecimal,
  roundDecimal,
  subtractDecimals,
} from './cxml/values/decimal.js'
export { addMoney, compareMoney, type MoneyAmount, multiplyMoney, roundMoney } from './cxml/values/money.js'
export { formatTimestamp, readTimestamp, type Timestamp } from './cxml/values/timestamp.js'
export { isSameUnit, type UnitOfMeasure, unitOfMeasure } from './cxml/values/unit-of-measure.js'
export { readUnspsc, type Unspsc } from './cxml/values/unspsc.js'
export type { CxmlWarning } from './cxml/warning.js'
export { CxmlError, type CxmlErrorCode, type DocumentPlace } from './errors.js'
export { cidUrl } from './mime/content-id.js'
export { defaultMultipartLimits, type MultipartLimits } from './mime/multipart.js'
export type { TransferEncoding } from './mime/transfer-encoding.js'
export type { MimeMessage } from './mime/write-multipart.js'
export { XmlElement, type XmlNode } from './xml/element.js'
export { defaultLimits, type Limits } from './xml/limits.js'
