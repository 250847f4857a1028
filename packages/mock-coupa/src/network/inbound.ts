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

export function digestOfBody(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url')
}
