import { readCxmlMessage } from '@punchloop/sdk/cxml'
import { credentialsOf } from './account.js'
import { networkEnvelope, statusOf, writeAnswer } from './answer.js'
import { insertDocument, type NetworkDocument } from './document-records.js'
import { type NetworkGround, networkCredentials, networkName } from './ground.js'
import { digestOfContent } from './inbound.js'
import { urlFor } from './take-document.js'

/**
 * What was answered with 201 ends with a StatusUpdateRequest to its sender: what the receiver's Status was, or why it did
 * not get that far. It is brought where the sender has an address for it, else it waits for its GetPendingRequest.
 *
 * Unverified: the words; that the network tells suppliers in the same way as buyers.
 */
export function tellSender(
  ground: NetworkGround,
  { kind, sender, payloadID }: NetworkDocument,
  { code, text }: { readonly code: string; readonly text: string },
): void {
  // Nobody is told what became of what only tells.
  if (kind === 'StatusUpdateRequest') return
  const account = ground.directory().accounts.find(({ anid }) => anid === sender)
  const network = networkCredentials.NetworkID
  const envelope = networkEnvelope(ground)
  const { body, contentType } = writeAnswer({
    kind: 'StatusUpdateRequest',
    ...envelope,
    header: {
      from: { credentials: [network] },
      to: {
        credentials:
          account === undefined ? [{ domain: 'NetworkID', identity: sender }] : credentialsOf(account),
      },
      sender: { credentials: [network], userAgent: networkName },
    },
    request: {
      ...(sender.endsWith('-T') ? { deploymentMode: 'test' as const } : {}),
      statusUpdateRequest: {
        documentReference: { payloadID },
        status: statusOf(code, text),
      },
    },
  })
  const hasAddress = account !== undefined && urlFor(account, 'StatusUpdateRequest') !== undefined
  insertDocument(ground.db, ground.clock(), {
    sender: network.identity,
    receiver: sender,
    payloadID: envelope.payloadID,
    kind: 'StatusUpdateRequest',
    digest: digestOfContent(readCxmlMessage(body, contentType)),
    contentType,
    body,
    timestamp: envelope.timestamp,
    status: hasAddress ? 'queued' : 'pending',
  })
}
