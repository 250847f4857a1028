import { readCxmlMessage } from '@punchloop/sdk/cxml'
import { type PostOutcome, post } from '../control/post.js'
import { readAnswer } from '../control/read-answer.js'
import { recordExchange } from '../journal/journal.js'
import type { NetworkAccount } from './account.js'
import { type NetworkDocument, readDocument, settleDocument } from './document-records.js'
import { maskSecret } from './foreign-secret.js'
import { type NetworkGround, networkName } from './ground.js'
import { noAnswerError } from './no-answer.js'
import { readdressMessage } from './readdress-message.js'
import { withProofFor } from './readdressing-for.js'
import { type AttemptOutcome, answerLimit, retryAfter } from './retry-schedule.js'
import { urlFor } from './take-document.js'
import { tellSender } from './tell-sender.js'

interface Verdict {
  readonly outcome: AttemptOutcome
  readonly code?: string
  readonly failure?: string
  /** The receiver's own words for it. */
  readonly words?: string
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
  const outgoing = readdressMessage(
    message,
    taken,
    withProofFor(receiver, { from: document.sender, now: ground.clock() }),
  )
  const at = ground.clock()
  const headers = { 'content-type': outgoing.contentType }
  const outcome = await post(ground, { url, headers, body: outgoing.body, timeoutMs: answerLimit, signal })
  const verdict = judge(outcome, receiver)
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
        ? { httpStatus: outcome.httpStatus, response: answerFrom(receiver, outcome) }
        : {}),
      ...(verdict.failure === undefined ? {} : { failure: verdict.failure }),
    })
    settle(ground, document, { receiver, verdict })
  })
}

function answerFrom(
  receiver: NetworkAccount,
  { headers, body }: Extract<PostOutcome, { readonly kind: 'answered' }>,
) {
  return { headers, body: maskSecret(new TextDecoder().decode(body), receiver) }
}

function settle(
  ground: NetworkGround,
  document: NetworkDocument,
  { receiver, verdict }: { readonly receiver: NetworkAccount; readonly verdict: Verdict },
): void {
  const { id, attempts } = document
  const now = ground.clock()
  if (verdict.outcome === 'delivered') {
    settleDocument(ground.db, now, { id, status: 'delivered', attempted: true })
    // 201: the receiver has it and has not looked at it yet; more follows from there.
    const code = verdict.code === '201' ? '201' : '200'
    tellSender(ground, document, { code, text: `Forwarded to ${receiver.role}` })
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

function giveUp(
  ground: NetworkGround,
  document: NetworkDocument,
  {
    code = '500',
    failure = 'Failed',
    words = failure,
    attempted = false,
  }: Verdict & { readonly attempted?: boolean },
): void {
  settleDocument(ground.db, ground.clock(), { id: document.id, status: 'failed', failure, attempted })
  tellSender(ground, document, { code, text: words })
}

/**
 * The cXML Status decides. What is no cXML is not from who was meant, but from a proxy or a server that is being restarted:
 * tried again whatever its HTTP status.
 */
function judge(outcome: PostOutcome, receiver: NetworkAccount): Verdict {
  if (outcome.kind === 'no answer') {
    const {
      status: code,
      code: name,
      message,
    } = noAnswerError(outcome, {
      name: receiver.name,
      patienceMs: answerLimit,
    })
    return { outcome: 'unreachable', code, failure: `${name}: ${message}` }
  }
  const { status, problem = '' } = readAnswer(outcome)
  if (status === undefined) {
    const why = `HTTP ${outcome.httpStatus} without a cXML Response${problem === '' ? '' : `: ${problem}`}`
    const failure = maskSecret(`ERR_NETWORK_INVALID_RESPONSE: ${why}`, receiver)
    return { outcome: 'unreachable', code: '551', failure }
  }
  const { code } = status
  if (status.isSuccess) return { outcome: 'delivered', code }
  const name = code === '401' ? 'ERR_NETWORK_SECRET_MISMATCH: ' : ''
  const words = maskSecret(status.message, receiver)
  const failure = `${name}${code} ${words}`.trim()
  return { outcome: code.startsWith('5') ? 'unreachable' : 'refused', code, failure, words }
}
