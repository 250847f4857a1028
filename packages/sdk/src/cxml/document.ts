import type { XmlElement } from '../xml/element.js'
import type { DeploymentMode } from './body.js'
import type { Header } from './elements/header.js'
import type { Status } from './elements/status.js'
import type { ElementCodec } from './grammar/element.js'
import type { Body, KindName, kinds, TreeKind } from './kinds.js'
import type { CxmlWarning } from './warning.js'

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

/** Of a `Message` or `Response`: some senders leave payloadID out. */
type AnswerEnvelope = Omit<CxmlEnvelope, 'payloadID'> & { readonly payloadID?: string }

/** The kinds whose payload stands in one body. */
type KindsIn<In extends Body> = {
  [Name in KindName]: (typeof kinds)[Name]['body'] extends In ? Name : never
}[KindName]

/** `{ orderRequest: OrderRequest }`. */
type PayloadOf<Name extends KindName> = (typeof kinds)[Name] extends {
  readonly payload: ElementCodec<infer Value>
}
  ? { readonly [Property in Uncapitalize<Name>]: Value }
  : unknown

/** A `Request`'s document: `document.request.orderRequest`. */
export interface RequestDocument<Name extends KindsIn<'request'>> extends CxmlEnvelope {
  readonly kind: Name
  readonly header: Header
  readonly request: { readonly deploymentMode: DeploymentMode } & PayloadOf<Name>
}

/** A `Message`'s document: `document.message.punchOutOrderMessage`. */
export interface MessageDocument<Name extends KindsIn<'message'>> extends AnswerEnvelope {
  readonly kind: Name
  readonly header: Header
  readonly message: {
    readonly deploymentMode: DeploymentMode
    readonly inReplyTo?: string
    /** Absent means 200. */
    readonly status?: Status
  } & PayloadOf<Name>
}

/** A `Response`'s document: `document.response.status`, `document.response.punchOutSetupResponse`. */
export interface ResponseDocument<Name extends KindsIn<'response'>> extends AnswerEnvelope {
  readonly kind: Name
  readonly response: { readonly status: Status } & PayloadOf<Name>
}

/**
 * A cXML document whose payload has no types of its own: envelope and tree. `kind` is the payload's name where the
 * standard knows it, else `Other`.
 */
export interface TreeDocument extends AnswerEnvelope {
  readonly kind: TreeKind | 'Other'
  /** The payload element's name (`SubscriptionListRequest`, …). */
  readonly name: string
  /** The payload element as it stands. */
  readonly payload: XmlElement
  readonly header?: Header
  readonly request?: { readonly deploymentMode: DeploymentMode }
  readonly message?: {
    readonly deploymentMode: DeploymentMode
    readonly inReplyTo?: string
    readonly status?: Status
  }
  readonly response?: { readonly status: Status }
}

type RequestDocuments = { [Name in KindsIn<'request'>]: RequestDocument<Name> }
type MessageDocuments = { [Name in KindsIn<'message'>]: MessageDocument<Name> }
type ResponseDocuments = { [Name in KindsIn<'response'>]: ResponseDocument<Name> }

/** A cXML document, told apart by `kind`: the name of its payload element. */
export type CxmlDocument =
  | RequestDocuments[keyof RequestDocuments]
  | MessageDocuments[keyof MessageDocuments]
  | ResponseDocuments[keyof ResponseDocuments]
  | TreeDocument

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
