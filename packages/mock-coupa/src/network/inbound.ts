import { createHash } from 'node:crypto'
import {
  type CxmlDocument,
  CxmlError,
  type CxmlMessage,
  type Header,
  parseCxml,
  readCxmlMessage,
} from '@punchloop/sdk/cxml'
import type { NetworkAccount } from './account.js'
import { findSpan } from './element-span.js'
import { textOf } from './message-text.js'
import { NetworkError } from './network-error.js'
import type { WireMessage } from './readdress-message.js'

/** A request whose sender has proved who it is. */
export interface Inbound {
  readonly sender: NetworkAccount
  readonly document: RequestedDocument
  /** As it came, and taken apart. */
  readonly message: WireMessage
  readonly taken: CxmlMessage
}

/** A document with a header, and a payloadID to know it by. */
export type RequestedDocument = CxmlDocument & { readonly header: Header; readonly payloadID: string }

/** Reads what was posted; throws `ERR_NETWORK_UNREADABLE` with the reader's own status and words. */
export function readInbound(message: WireMessage): { document: RequestedDocument; taken: CxmlMessage } {
  try {
    const taken = readCxmlMessage(message.body, message.contentType)
    const document = parseCxml(taken.bytes, taken.charset === undefined ? {} : { charset: taken.charset })
    if (isRequested(document)) return { document, taken }
  } catch (cause) {
    if (!(cause instanceof CxmlError)) throw cause
    throw new NetworkError('ERR_NETWORK_UNREADABLE', cause.message, { status: String(cause.status), cause })
  }
  throw new NetworkError('ERR_NETWORK_UNREADABLE', 'A Request with a Header and a payloadID was expected', {
    status: '400',
  })
}

function isRequested(document: CxmlDocument): document is RequestedDocument {
  return (
    'header' in document &&
    document.header !== undefined &&
    'request' in document &&
    document.request !== undefined &&
    (document.payloadID ?? '').trim() !== ''
  )
}

export function nameOf(document: CxmlDocument): string {
  return document.kind === 'Other' ? document.name : document.kind
}

/**
 * Of what a document says, with its files: the same again is known by it though it is sent under a new boundary, with the
 * timestamp of the new attempt or under a secret that was replaced in between.
 */
export function digestOfContent(taken: CxmlMessage): string {
  const text = textOf(taken)
  const sender = findSpan(text, 'cXML/Header/Sender') ?? { start: 0, end: 0 }
  const root = findSpan(text, 'cXML') ?? { start: 0, contentStart: 0 }
  const opening = text
    .slice(root.start, root.contentStart)
    .replace(/\stimestamp\s*=\s*(?:"[^"]*"|'[^']*')/, '')
  const hash = createHash('sha256')
  hash.update(opening + text.slice(root.contentStart, sender.start) + text.slice(sender.end))
  for (const { contentId = '', bytes } of taken.files) {
    hash.update(`\0${contentId}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('base64url')
}
