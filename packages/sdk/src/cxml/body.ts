import { type Header, header } from './elements/header.js'
import { type Status, status } from './elements/status.js'
import { type ElementCodec, element } from './grammar/element.js'
import { defaultedAttribute, type Field, needed, optional, optionalAttribute } from './grammar/fields.js'
import { treeElement } from './grammar/tree.js'
import { type Body, kinds, payloadProperty } from './kinds.js'

/** `deploymentMode` of a `Request` or `Message`; `production` where the document says nothing. */
export type DeploymentMode = 'production' | 'test'

const deploymentMode = defaultedAttribute<DeploymentMode>('production', { values: ['production', 'test'] })

/** A payload under the property of its name; all are optional, and one is there. */
type Payloads = Readonly<
  Partial<Record<`${string}Request` | `${string}Message` | `${string}Response`, object>>
>

type RequestBody = Payloads & { readonly deploymentMode: DeploymentMode }

type MessageBody = Payloads & {
  readonly deploymentMode: DeploymentMode
  readonly inReplyTo?: string
  readonly status?: Status
}

type ResponseBody = Payloads & { readonly status: Status }

/** The root element with whatever body it has. */
export interface Root {
  readonly payloadID?: string
  readonly timestamp?: string
  readonly version?: string
  readonly xmlLang?: string
  readonly header?: Header
  readonly message?: MessageBody
  readonly request?: RequestBody
  readonly response?: ResponseBody
}

type Fields = Readonly<Record<string, Field<object, 'maybe'>>>

/** The table of the root element, whose bodies can hold these payloads. */
function tableOf(payloadsOf: (body: Body) => Fields): ElementCodec<Root> {
  return element<Root>('cXML', {
    payloadID: optionalAttribute(),
    timestamp: optionalAttribute(),
    version: optionalAttribute(),
    xmlLang: optionalAttribute(),
    header: optional(header),
    message: optional(
      element<MessageBody>('Message', {
        deploymentMode,
        inReplyTo: optionalAttribute(),
        status: optional(status),
        ...payloadsOf('message'),
      }),
    ),
    request: optional(element<RequestBody>('Request', { deploymentMode, ...payloadsOf('request') })),
    response: optional(
      element<ResponseBody>('Response', { status: needed(status), ...payloadsOf('response') }),
    ),
  })
}

/** Reads and writes a document of any kind that has types. */
export const cxml: ElementCodec<Root> = tableOf(body =>
  Object.fromEntries(
    Object.entries(kinds).flatMap(([name, kind]) =>
      kind.body === body && 'payload' in kind
        ? [[payloadProperty(name), optional<object>(kind.payload)]]
        : [],
    ),
  ),
)

/** Writes a document whose payload is a tree: the property `payload` of its body. */
export function rootWithTree(body: Body, payload: string): ElementCodec<Root> {
  return tableOf(name => (name === body ? { payload: optional<object>(treeElement(payload)) } : {}))
}
