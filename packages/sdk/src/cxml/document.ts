import type { XmlElement } from '../xml/element.js'
import type { Header } from './elements/header.js'
import type { Status } from './elements/status.js'
import type { ConfirmationRequest } from './messages/confirmation-request.js'
import type { OrderRequest } from './messages/order-request.js'
import type { ProfileRequest, ProfileResponse } from './messages/profile.js'
import type { PunchOutOrderMessage } from './messages/punchout-order-message.js'
import type { PunchOutSetupRequest } from './messages/punchout-setup-request.js'
import type { PunchOutSetupResponse } from './messages/punchout-setup-response.js'
import type { StatusUpdateRequest } from './messages/status-update-request.js'
import type { CxmlWarning } from './warning.js'

/** `deploymentMode` of a `Request` or `Message`; `production` where the document says nothing. */
export type DeploymentMode = 'production' | 'test'

/** The document type declaration. Recorded, never fetched. */
export interface Doctype {
  readonly systemId: string
  /** `1.2.014`, where the system identifier is one of cXML's. */
  readonly dtdVersion?: string
}

/** What every document has. */
export interface CxmlEnvelope {
  readonly payloadID: string
  /** As sent. The DTD requires it; some senders leave it out. */
  readonly timestamp?: string
  readonly version?: string
  readonly xmlLang?: string
  readonly doctype?: Doctype
  /** What is not right in it, in document order. Empty in a document that was not parsed. */
  readonly warnings: readonly CxmlWarning[]
  /** The document as it stands. Not enumerable; absent in a document that was not parsed. */
  readonly root?: XmlElement
}

/** The answer's envelope: some senders leave payloadID out. */
type ResponseEnvelope = Omit<CxmlEnvelope, 'payloadID'> & { readonly payloadID?: string }

/** A `Request`'s document. */
interface RequestDocument<Kind extends string, Payload> extends CxmlEnvelope {
  readonly kind: Kind
  readonly header: Header
  readonly request: { readonly deploymentMode: DeploymentMode } & Payload
}

/** A `Message`'s document. */
interface MessageDocument<Kind extends string, Payload> extends ResponseEnvelope {
  readonly kind: Kind
  readonly header: Header
  readonly message: {
    readonly deploymentMode: DeploymentMode
    readonly inReplyTo?: string
    /** Absent means 200. */
    readonly status?: Status
  } & Payload
}

/** A `Response`'s document. */
interface ResponseDocument<Kind extends string, Payload> extends ResponseEnvelope {
  readonly kind: Kind
  readonly response: { readonly status: Status } & Payload
}

export type ProfileRequestDocument = RequestDocument<
  'ProfileRequest',
  { readonly profileRequest: ProfileRequest }
>
export type PunchOutSetupRequestDocument = RequestDocument<
  'PunchOutSetupRequest',
  { readonly punchOutSetupRequest: PunchOutSetupRequest }
>
export type OrderRequestDocument = RequestDocument<'OrderRequest', { readonly orderRequest: OrderRequest }>
export type ConfirmationRequestDocument = RequestDocument<
  'ConfirmationRequest',
  { readonly confirmationRequest: ConfirmationRequest }
>
export type StatusUpdateRequestDocument = RequestDocument<
  'StatusUpdateRequest',
  { readonly statusUpdateRequest: StatusUpdateRequest }
>
export type PunchOutOrderMessageDocument = MessageDocument<
  'PunchOutOrderMessage',
  { readonly punchOutOrderMessage: PunchOutOrderMessage }
>
/** An answer that is only a `Status`. */
export type StatusResponseDocument = ResponseDocument<'Response', unknown>
export type PunchOutSetupResponseDocument = ResponseDocument<
  'PunchOutSetupResponse',
  { readonly punchOutSetupResponse: PunchOutSetupResponse }
>
export type ProfileResponseDocument = ResponseDocument<
  'ProfileResponse',
  { readonly profileResponse: ProfileResponse }
>

/** A cXML document of a kind that has no type of its own: envelope and tree. */
export interface OtherDocument extends ResponseEnvelope {
  readonly kind: 'Other'
  /** The payload element (`ShipNoticeRequest`, …). */
  readonly name: string
  readonly header?: Header
  readonly request?: { readonly deploymentMode: DeploymentMode }
  readonly message?: { readonly deploymentMode: DeploymentMode; readonly inReplyTo?: string }
  readonly response?: { readonly status: Status }
  readonly root: XmlElement
}

/** A cXML document, told apart by `kind`: the name of its payload element. */
export type CxmlDocument =
  | ProfileRequestDocument
  | PunchOutSetupRequestDocument
  | OrderRequestDocument
  | ConfirmationRequestDocument
  | StatusUpdateRequestDocument
  | PunchOutOrderMessageDocument
  | StatusResponseDocument
  | PunchOutSetupResponseDocument
  | ProfileResponseDocument
  | OtherDocument

/** A value to write: as it is read, but empty arrays and what has a default in the DTD may be left out. */
export type Draft<Value> = Value extends readonly (infer Item)[]
  ? readonly Draft<Item>[]
  : Value extends XmlElement
    ? Value
    : Value extends object
      ? {
          readonly [Key in keyof Value as Omissible<Key, Value[Key]> extends true ? never : Key]: Draft<
            Value[Key]
          >
        } & {
          readonly [Key in keyof Value as Omissible<Key, Value[Key]> extends true ? Key : never]?: Draft<
            Value[Key]
          >
        }
      : Value

type Omissible<Key, Value> = Value extends readonly unknown[]
  ? true
  : Key extends 'deploymentMode'
    ? true
    : false

/** A document to write: {@link CxmlDocument} where `warnings` and the like may be left out. */
export type CxmlDraft = Draft<CxmlDocument>
