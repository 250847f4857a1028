import { recordExchange } from '../journal/journal.js'
import { maskStartPage } from '../journal/mask-start-page.js'
import type { DocumentKind, NetworkAccount } from './account.js'
import { type NetworkAnswer, statusAnswer } from './answer.js'
import { authenticate } from './find-parties.js'
import { forwardSetup } from './forward-setup.js'
import { type NetworkGround, type NetworkPath, networkName, networkPaths } from './ground.js'
import { handOut } from './hand-out.js'
import { type Inbound, nameOf, readInbound } from './inbound.js'
import { NetworkError } from './network-error.js'
import { answerProfile, transactions } from './profile.js'
import type { WireMessage } from './readdress-message.js'
import { takeDocument } from './take-document.js'

/** One HTTP request to the network. */
export interface NetworkRequest {
  readonly path: NetworkPath
  readonly url: string
  /** Absent: it was larger than {@link largestDocument}. */
  readonly message: WireMessage | undefined
}

/** In bytes, with attachments. */
export const largestDocument = 10 * 1024 * 1024

/** What became of a request, and what is known of who asked. */
interface Facts {
  sender: string
  kind: string
  failure?: string
}

/** Reads, authenticates, takes or passes on, and answers with a cXML Response whatever came. */
export async function receive(ground: NetworkGround, request: NetworkRequest): Promise<NetworkAnswer> {
  const at = ground.clock()
  const facts: Facts = { sender: 'unknown', kind: 'unreadable' }
  const answer = await answerTo(ground, request, facts).catch((error: unknown) => {
    if (error instanceof NetworkError) {
      facts.failure = `${error.code}: ${error.message}`
      return statusAnswer(ground, error.status, `${error.code}: ${error.message}`)
    }
    ground.onFault(error)
    facts.failure = 'fault'
    return statusAnswer(ground, '500', 'Unexpected server error')
  })
  ground.transaction(() =>
    recordExchange(ground.db, {
      at,
      direction: 'received',
      from: facts.sender,
      to: networkName,
      via: 'http',
      kind: facts.kind,
      method: 'POST',
      url: request.url,
      httpStatus: 200,
      durationMs: ground.clock().getTime() - at.getTime(),
      request: {
        headers: { 'content-type': request.message?.contentType ?? '' },
        body: request.message?.body ?? '',
      },
      response: {
        headers: { 'content-type': answer.contentType },
        body: maskStartPage(answer.body),
      },
      ...(facts.failure === undefined ? {} : { failure: facts.failure }),
    }),
  )
  return answer
}

async function answerTo(
  ground: NetworkGround,
  { path, message }: NetworkRequest,
  facts: Facts,
): Promise<NetworkAnswer> {
  // What is refused for good now would never be sent again.
  if (!ground.isOpen()) throw new NetworkError('ERR_NETWORK_STARTING', 'The network is starting: try again')
  if (message === undefined) {
    throw new NetworkError('ERR_NETWORK_TOO_LARGE', `The document is larger than ${largestDocument} bytes`)
  }
  const { document, taken } = readInbound(message)
  const kind = nameOf(document)
  facts.kind = kind
  const sender = authenticate(ground.directory(), document.header)
  facts.sender = sender.name
  assertTakenHere(ground, kind, path)
  return answerRequest(ground, { sender, document, message, taken })
}

function assertTakenHere(ground: NetworkGround, kind: string, path: NetworkPath): void {
  const right = Object.hasOwn(transactions, kind) ? transactions[kind] : undefined
  if (right === undefined) throw new NetworkError('ERR_NETWORK_NOT_TAKEN', `The network takes no ${kind}`)
  if (right === path || kind === 'ProfileRequest') return
  throw new NetworkError(
    'ERR_NETWORK_NOT_TAKEN',
    `${kind} is taken at ${ground.publicUrl()}${networkPaths[right]}; found at ${networkPaths[path]}`,
  )
}

/** Which side may send what. StatusUpdateRequest and CopyRequest go both ways. */
const senders: Readonly<Record<DocumentKind, readonly NetworkAccount['role'][]>> = {
  OrderRequest: ['buyer'],
  ConfirmationRequest: ['supplier'],
  ShipNoticeRequest: ['supplier'],
  InvoiceDetailRequest: ['supplier'],
  CatalogUploadRequest: ['supplier'],
  StatusUpdateRequest: ['buyer', 'supplier'],
  CopyRequest: ['buyer', 'supplier'],
}

async function answerRequest(ground: NetworkGround, inbound: Inbound): Promise<NetworkAnswer> {
  const { document, sender } = inbound
  switch (document.kind) {
    case 'ProfileRequest':
      return answerProfile(ground)
    case 'GetPendingRequest':
      return handOut(ground, sender, document.request.getPendingRequest)
    case 'PunchOutSetupRequest':
      return forwardSetup(ground, inbound)
    case 'OrderRequest':
    case 'ConfirmationRequest':
    case 'ShipNoticeRequest':
    case 'InvoiceDetailRequest':
    case 'StatusUpdateRequest':
    case 'CopyRequest':
    case 'CatalogUploadRequest':
      if (senders[document.kind].includes(sender.role)) return takeDocument(ground, inbound, document.kind)
      throw new NetworkError(
        'ERR_NETWORK_NOT_TAKEN',
        `${document.kind} is not for a ${sender.role} to send: ${sender.anid} is one`,
      )
    default:
      throw new NetworkError('ERR_NETWORK_NOT_TAKEN', `The network takes no ${nameOf(document)}`)
  }
}
