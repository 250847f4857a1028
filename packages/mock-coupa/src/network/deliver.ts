import { readCxmlMessage } from '@punchloop/sdk/cxml'
import { type PostOutcome, post } from '../control/post.js'
import { readAnswer } from '../control/read-answer.js'
import { recordExchange } from '../journal/journal.js'
import { networkEnvelope, statusOf, writeAnswer } from './answer.js'
import { insertDocument, type NetworkDocument, readDocument, settleDocument } from './document-records.js'
import { type NetworkGround, networkCredentials, networkName } from './ground.js'
import { digestOfBody } from './inbound.js'
import { readdressMessage } from './readdress-message.js'
import { withSecretOf } from './readdressing-for.js'
import { type AttemptOutcome, answerLimit, retryAfter } from './retry-schedule.js'
import { urlFor } from './take-document.js'

interface Verdict {
  readonly outcome: AttemptOutcome
  readonly code?: string
  readonly failure?: string
}

/** One attempt to bring a document to its receiver. Aborted by `signal` it leaves the row as it was. */
export async function deliver(ground: NetworkGround, id: number, signal: AbortSignal): Promise<void> {
  const { document, message } = readDocument(ground.db, id)
  const receiver = ground.directory().accounts.find(({ anid }) => anid === document.receiver)
  if (receiver === undefined) {
    const failure = `${document.receiver} has left the network`
    return ground.transaction(() => giveUp(ground, document, { outcome: 'refused', failure }))
  }
  const url = urlFor(receiver, document.kind)
  if (url === undefined) {
    return ground.transaction(() => settleDocument(ground.db, ground.clock(), { id, status: 'pending' }))
  }
  const taken = readCxmlMessage(message.body, message.contentType)
  const outgoing = readdressMessage(message, taken, withSecretOf(receiver))
  const at = ground.clock()
  const headers = { 'content-type': outgoing.contentType }
  const outcome = await post(ground, { url, headers, body: outgoing.body, timeoutMs: answerLimit, signal })
  const verdict = judge(outcome)
  ground.transaction(() => {
    recordExchange(ground.db, {
      at,
      direction: 'sent',
      from: networkName,
      to: receiver.name,
      via: 'http',
      kind: document.kind,
      method: 'POST',
      url,
      durationMs: outcome.durationMs,
      request: { headers, body: outgoing.body },
      ...(outcome.kind === 'answered'
        ? { httpStatus: outcome.httpStatus, response: { headers: outcome.headers, body: outcome.body } }
        : {}),
      ...(verdict.failure === undefined ? {} : { failure: verdict.failure }),
    })
    settle(ground, document, verdict)
  })
}

function settle(ground: NetworkGround, document: NetworkDocument, verdict: Verdict): void {
  const { id, attempts } = document
  const now = ground.clock()
  if (verdict.outcome === 'delivered') {
    settleDocument(ground.db, now, { id, status: 'delivered', attempted: true })
    return
  }
  const wait = verdict.outcome === 'unreachable' ? retryAfter(attempts + 1) : undefined
  if (wait === undefined) {
    giveUp(ground, document, { ...verdict, attempted: true })
    return
  }
  settleDocument(ground.db, now, {
    id,
    status: 'queued',
    attempted: true,
    dueAt: new Date(now.getTime() + wait),
    failure: verdict.failure ?? 'The receiver could not be reached',
  })
}

/** Its sender learns of it where it asks: a StatusUpdateRequest about the document waits for its GetPendingRequest. */
function giveUp(
  ground: NetworkGround,
  { id, sender, payloadID }: NetworkDocument,
  { code = '500', failure = 'Failed', attempted = false }: Verdict & { readonly attempted?: boolean },
): void {
  const now = ground.clock()
  settleDocument(ground.db, now, { id, status: 'failed', failure, attempted })
  const network = networkCredentials.NetworkID
  const envelope = networkEnvelope(ground)
  const { body, contentType } = writeAnswer({
    kind: 'StatusUpdateRequest',
    ...envelope,
    header: {
      from: { credentials: [network] },
      to: { credentials: [{ domain: 'NetworkID', identity: sender }] },
      sender: { credentials: [network], userAgent: networkName },
    },
    request: {
      ...(sender.endsWith('-T') ? { deploymentMode: 'test' as const } : {}),
      statusUpdateRequest: {
        documentReference: { payloadID },
        status: statusOf(code, failure),
      },
    },
  })
  insertDocument(ground.db, now, {
    sender: network.identity,
    receiver: sender,
    payloadID: envelope.payloadID,
    kind: 'StatusUpdateRequest',
    digest: digestOfBody(body),
    contentType,
    body,
    status: 'pending',
  })
}

/** The cXML Status decides where there is one, else the HTTP status. */
function judge(outcome: PostOutcome): Verdict {
  if (outcome.kind === 'no answer') {
    const name = outcome.timedOut ? 'ERR_NETWORK_NO_ANSWER' : 'ERR_NETWORK_SITE_DOWN'
    return { outcome: 'unreachable', code: '550', failure: `${name}: ${outcome.reason}` }
  }
  const { status } = readAnswer(outcome)
  if (status === undefined) {
    const failure = `ERR_NETWORK_INVALID_RESPONSE: HTTP ${outcome.httpStatus} without a cXML Response`
    return { outcome: outcome.httpStatus >= 500 ? 'unreachable' : 'refused', code: '551', failure }
  }
  const { code } = status
  if (status.isSuccess) return { outcome: 'delivered', code }
  const name = code === '401' ? 'ERR_NETWORK_SECRET_MISMATCH: ' : ''
  const failure = `${name}${code} ${status.message}`.trim()
  return { outcome: code.startsWith('5') ? 'unreachable' : 'refused', code, failure }
}
