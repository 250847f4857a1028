import { type GetPendingRequest, parseCxml, readCxmlMessage } from '@punchloop/sdk/cxml'
import type { NetworkAccount } from './account.js'
import { type NetworkAnswer, statusAnswer } from './answer.js'
import { pendingFor, settleDocument } from './document-records.js'
import { findSpan } from './element-span.js'
import type { NetworkGround } from './ground.js'
import { readdressMessage } from './readdress-message.js'
import { withSecretOf } from './readdressing-for.js'

/** Unverified: how many documents the network hands out at once. */
const mostAtOnce = 50

/**
 * Answers a GetPendingRequest with what waits for the party that asks, oldest first. It stays until the party says
 * that it has it: by the timestamp of the last document that it got this way.
 *
 * Files do not travel so: GetPendingResponse holds documents only.
 */
export function handOut(
  ground: NetworkGround,
  asking: NetworkAccount,
  request: GetPendingRequest,
): NetworkAnswer {
  const wanted = { receiver: asking.anid, kinds: request.messageTypes.map(type => type.trim()) }
  const documents = ground.transaction(() => {
    dropReceived(ground, wanted, request.lastReceivedTimestamp)
    const most = Math.min(mostAtOnce, Math.max(1, Math.trunc(Number(request.maxMessages ?? mostAtOnce)) || 1))
    return pendingFor(ground.db, { ...wanted, most })
  })
  // The standard: where there is nothing, a Status alone.
  if (documents.length === 0) return statusAnswer(ground, '200', 'Nothing is pending')
  const enclosed = documents.map(({ message }) => {
    const taken = readCxmlMessage(message.body, message.contentType)
    const { body, contentType } = readdressMessage(message, taken, withSecretOf(asking))
    return rootOf(new TextDecoder().decode(readCxmlMessage(body, contentType).bytes))
  })
  return enclose(statusAnswer(ground, '200', ''), enclosed)
}

/** Each document stands as it is, though the DTD of the answer knows only some of them. */
function enclose(answer: NetworkAnswer, documents: readonly string[]): NetworkAnswer {
  const text = new TextDecoder().decode(answer.body)
  const { end } = findSpan(text, 'cXML/Response/Status') ?? { end: text.length }
  const payload = `<GetPendingResponse>${documents.join('')}</GetPendingResponse>`
  return { ...answer, body: new TextEncoder().encode(text.slice(0, end) + payload + text.slice(end)) }
}

/** A document without its declarations. */
function rootOf(text: string): string {
  const span = findSpan(text, 'cXML')
  return span === undefined ? '' : text.slice(span.start, span.end)
}

/** What the party has said that it has. Its timestamp is that of the document, whole seconds mostly. */
function dropReceived(
  { db, clock }: NetworkGround,
  wanted: { readonly receiver: string; readonly kinds: readonly string[] },
  lastReceivedTimestamp: string | undefined,
): void {
  const last = instantOf(lastReceivedTimestamp)
  if (last === undefined) return
  for (const { document, message } of pendingFor(db, { ...wanted, most: 10_000 })) {
    const { timestamp } = parseCxml(readCxmlMessage(message.body, message.contentType).bytes)
    const at = instantOf(timestamp)
    if (at !== undefined && at <= last) settleDocument(db, clock(), { id: document.id, status: 'fetched' })
  }
}

function instantOf(timestamp: string | undefined): number | undefined {
  if (timestamp === undefined) return undefined
  const time = Date.parse(timestamp)
  return Number.isNaN(time) ? undefined : time
}
