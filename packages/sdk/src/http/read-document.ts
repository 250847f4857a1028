import { type Attachments, attachmentsOf, type CxmlMessage } from '../cxml/attachments.js'
import type { CxmlDocument } from '../cxml/document.js'
import type { Header } from '../cxml/elements/header.js'
import { parseCxml } from '../cxml/parse-cxml.js'
import { CxmlError } from '../errors.js'
import { canonicalDigest } from './canonical-digest.js'
import type { Facts } from './respond.js'

/** A document that somebody sent us as a request: it has a Header and a payloadID. */
export type InboundRequest =
  | Extract<CxmlDocument, { readonly kind: `${string}Request`; readonly payloadID: string }>
  | UntypedRequest

/** A Request of a kind without types: answered 450, but only to somebody who may know. */
interface UntypedRequest {
  readonly kind: 'Other'
  readonly name: string
  readonly payloadID: string
  readonly header: Header
}

export interface Inbound {
  readonly document: InboundRequest
  /** The files that came with it, parts of the same MIME message, and where it refers to them. */
  readonly attachments: Attachments
  /** What the document says and what came with it, as a digest: see {@link canonicalDigest}. */
  readonly digest: string
}

/** So many a log line can bear. */
const mostWarnings = 5

/** Bytes → typed document; what becomes known of it is noted for the log. */
export function readDocument(body: CxmlMessage, facts: Facts): Inbound {
  const document = parseCxml(body.bytes, body.charset === undefined ? {} : { charset: body.charset })
  facts.kind = 'name' in document ? document.name : document.kind
  if (document.payloadID !== undefined) facts.payloadID = document.payloadID
  if (document.root === undefined) throw new TypeError('parseCxml must give the tree of what it parsed')
  const attachments = attachmentsOf(document, body.files)
  const warning = attachments.warnings.map(({ message }) => message).slice(0, mostWarnings)
  if (warning.length > 0) facts.warning = warning.join(' ')
  const digest = canonicalDigest(document.root, body.files)
  return { document: assertRequest(document), attachments, digest }
}

function assertRequest(document: CxmlDocument): InboundRequest {
  if (!('request' in document) || document.request === undefined) {
    return refuse('response' in document && document.response !== undefined ? 'Response' : 'Message')
  }
  if (!('payload' in document)) return document
  const { name, header, payloadID } = document
  if (header === undefined) return missing('Header')
  if (payloadID === undefined) return missing('@payloadID')
  return { kind: 'Other', name, header, payloadID }
}

function refuse(element: 'Message' | 'Response'): never {
  throw new CxmlError(
    'ERR_CXML_UNSUPPORTED',
    `A document with a ${element} was posted; this address takes Requests only`,
    { path: `/cXML/${element}` },
  )
}

function missing(part: string): never {
  throw new CxmlError('ERR_CXML_FIELD_MISSING', `cXML/${part} is missing`, { path: `/cXML/${part}` })
}
