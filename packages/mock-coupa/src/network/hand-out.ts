import { type GetPendingRequest, readCxmlMessage, serializeCxmlMessage } from '@punchloop/sdk/cxml'
import type { NetworkAccount } from './account.js'
import { type NetworkAnswer, statusAnswer } from './answer.js'
import { markHandedOut, pendingFor, readDocument, settleReceived, type Wanted } from './document-records.js'
import { findSpan } from './element-span.js'
import type { NetworkGround } from './ground.js'
import { readdressMessage } from './readdress-message.js'
import { withProofFor } from './readdressing-for.js'

/** Unverified: how many documents the network hands out at once. */
const mostAtOnce = 50

/** In bytes, with files; the first document goes out whatever its size. */
const largestAnswer = 10 * 1024 * 1024

type AttachedFiles = ReturnType<typeof readCxmlMessage>['files']

/** One document of the answer, and the files that it names. */
interface Enclosure {
  readonly id: number
  readonly xml: string
  readonly files: AttachedFiles
}

/**
 * Answers a GetPendingRequest with what waits for the party that asks, oldest first. It stays until the party says
 * that it has it: by the timestamp of the last document that it got this way.
 *
 * Unverified: that files travel with the answer, as parts beside it.
 */
export function handOut(
  ground: NetworkGround,
  asking: NetworkAccount,
  request: GetPendingRequest,
): NetworkAnswer {
  const { db, clock } = ground
  const wanted = { receiver: asking.anid, kinds: request.messageTypes.map(type => type.trim()) }
  const enclosed = ground.transaction(() => {
    const { lastReceivedTimestamp: last } = request
    if (last !== undefined) settleReceived(db, clock(), { ...wanted, last })
    const enclosures = gather(ground, asking, { ...wanted, most: mostOf(request) })
    for (const { id } of enclosures) markHandedOut(db, clock(), id)
    return enclosures
  })
  // The standard: where there is nothing, a Status alone.
  if (enclosed.length === 0) return statusAnswer(ground, '200', 'Nothing is pending')
  return enclose(statusAnswer(ground, '200', ''), enclosed)
}

function mostOf({ maxMessages = String(mostAtOnce) }: GetPendingRequest): number {
  return Math.min(mostAtOnce, Math.max(1, Math.trunc(Number(maxMessages)) || 1))
}

/** As many as one answer holds: of its size, and without two files under one Content-ID. */
function gather(
  ground: NetworkGround,
  asking: NetworkAccount,
  wanted: Wanted & { readonly most: number },
): Enclosure[] {
  const gathered: Enclosure[] = []
  const names = new Set<string | undefined>()
  let size = 0
  for (const id of pendingFor(ground.db, wanted)) {
    const { xml, files, bytes } = openFor(ground, asking, id)
    size += bytes
    const isFull = size > largestAnswer || files.some(({ contentId }) => names.has(contentId))
    if (isFull && gathered.length > 0) break
    for (const { contentId } of files) names.add(contentId)
    gathered.push({ id, xml, files })
  }
  return gathered
}

function openFor({ db, clock }: NetworkGround, asking: NetworkAccount, id: number) {
  const { document, message } = readDocument(db, id)
  const taken = readCxmlMessage(message.body, message.contentType)
  const { body, contentType } = readdressMessage(
    message,
    taken,
    withProofFor(asking, { from: document.sender, now: clock() }),
  )
  const xml = rootOf(new TextDecoder().decode(readCxmlMessage(body, contentType).bytes))
  const files = taken.files.filter(({ contentId }) => contentId !== undefined && xml.includes(contentId))
  return { xml, files, bytes: body.length }
}

/** Each document stands as it is, though the DTD of the answer knows only some of them. */
function enclose(answer: NetworkAnswer, enclosed: readonly Enclosure[]): NetworkAnswer {
  const text = new TextDecoder().decode(answer.body)
  const { end } = findSpan(text, 'cXML/Response/Status') ?? { end: text.length }
  const documents = enclosed.map(({ xml }) => xml).join('')
  const written = `${text.slice(0, end)}<GetPendingResponse>${documents}</GetPendingResponse>${text.slice(end)}`
  const files = enclosed.flatMap(enclosure => enclosure.files).map(asPart)
  if (files.length === 0) return { ...answer, body: new TextEncoder().encode(written) }
  const boundary = `network-${enclosed.map(({ id }) => id).join('-')}-part`
  return { ...answer, ...serializeCxmlMessage(written, files, { boundary }) }
}

function asPart({ contentId = '', ...file }: AttachedFiles[number]) {
  return { ...file, contentId }
}

/** A document without its declarations. */
function rootOf(text: string): string {
  const span = findSpan(text, 'cXML')
  return span === undefined ? '' : text.slice(span.start, span.end)
}
