export { decodeBrowserForm, encodeBrowserForm, type FormEncoding } from './cxml/browser-form.js'
export type {
  ConfirmationHeader,
  ConfirmationItem,
  ConfirmationRequest,
  ConfirmationStatus,
  ConfirmationStatusType,
  ConfirmationType,
  OrderReference,
} from './cxml/confirmation-request.js'
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
  ShipTo,
  TelephoneNumber,
} from './cxml/contact.js'
export type { ControlKeys, Instruction, InvoiceInstruction, SESInstruction } from './cxml/control-keys.js'
export {
  addDecimals,
  compareDecimals,
  formatDecimal,
  multiplyDecimals,
  readDecimal,
} from './cxml/decimal.js'
export type { Accounting, AccountingSegment, Distribution, Segment } from './cxml/distribution.js'
export type {
  ConfirmationRequestDocument,
  CxmlDocument,
  CxmlDraft,
  CxmlEnvelope,
  DeploymentMode,
  Doctype,
  Draft,
  OrderRequestDocument,
  OtherDocument,
  ProfileRequestDocument,
  ProfileResponseDocument,
  PunchOutOrderMessageDocument,
  PunchOutSetupRequestDocument,
  PunchOutSetupResponseDocument,
  StatusResponseDocument,
  StatusUpdateRequestDocument,
} from './cxml/document.js'
export { envelope } from './cxml/envelope.js'
export type { ParseOptions } from './cxml/gate.js'
export {
  type Correspondent,
  type Credential,
  type CredentialMac,
  type Header,
  isSameCredential,
  type Party,
  type Sender,
} from './cxml/header.js'
export type {
  BlanketItemDetail,
  Classification,
  Dimension,
  ItemDetail,
  ItemID,
  PriceBasisQuantity,
  SupplierID,
} from './cxml/item.js'
export type { ItemIn } from './cxml/item-in.js'
export type { ItemOut } from './cxml/item-out.js'
export type { Charge, Money, Total, UnitPrice } from './cxml/money.js'
export type { DeliveryPeriod, Followup, OrderRequest, OrderRequestHeader } from './cxml/order-request.js'
export { type Incomplete, inspectCxml, parseCxml } from './cxml/parse-cxml.js'
export type {
  Discount,
  DiscountAmount,
  DiscountPercent,
  Payment,
  PaymentTerm,
  PCard,
} from './cxml/payment.js'
export type { Option, ProfileRequest, ProfileResponse, Transaction } from './cxml/profile.js'
export type {
  PunchOutOrderMessage,
  PunchOutOrderMessageHeader,
  SourcingStatus,
} from './cxml/punchout-order-message.js'
export type {
  BrowserFormPost,
  PunchOutSetupRequest,
  SelectedItem,
  SetupOperation,
  SupplierSetup,
} from './cxml/punchout-setup-request.js'
export type { PunchOutSetupResponse, StartPage } from './cxml/punchout-setup-response.js'
export { prettyPrint, redact } from './cxml/redact.js'
export type { ScheduleLine } from './cxml/schedule-line.js'
export { type SerializeOptions, serializeCxml } from './cxml/serialize-cxml.js'
export type { Shipping } from './cxml/shipping.js'
export { sourceOf } from './cxml/source-of.js'
export { isRetryable, isSuccess, type Status, statusText } from './cxml/status.js'
export type { StatusUpdateRequest } from './cxml/status-update-request.js'
export type { Amount, Tax, TaxDetail } from './cxml/tax.js'
export type { CodedText, Period, TermsOfDelivery } from './cxml/terms-of-delivery.js'
export type {
  Attachment,
  Comments,
  Description,
  DocumentReference,
  Extrinsic,
  IdReference,
  Name,
  SupplierOrderInfo,
} from './cxml/text.js'
export { formatTimestamp } from './cxml/timestamp.js'
export type {
  CxmlProblem,
  CxmlValidation,
  ValidationErrorCode,
  ValidationWarningCode,
} from './cxml/validation/problem.js'
export { validateCxml } from './cxml/validation/validate-cxml.js'
export type { CxmlWarning } from './cxml/warning.js'
export { CxmlError, type CxmlErrorCode, type DocumentPlace } from './errors.js'
export { XmlElement, type XmlNode } from './xml/element.js'
export { defaultLimits, type Limits } from './xml/limits.js'
