import { type PostOutcome, post } from '../control/post.js'
import { readAnswer } from '../control/read-answer.js'
import { recordExchange } from '../journal/journal.js'
import { maskStartPage } from '../journal/mask-start-page.js'
import type { NetworkAnswer } from './answer.js'
import { findRoute } from './find-parties.js'
import { assertWithoutSecret, maskSecret } from './foreign-secret.js'
import { type NetworkGround, networkName } from './ground.js'
import type { Inbound } from './inbound.js'
import { NetworkError } from './network-error.js'
import { noAnswerError } from './no-answer.js'
import { readdressMessage } from './readdress-message.js'
import { readdressingFor, withProofFor } from './readdressing-for.js'

/** Unverified: how long the network waits for a supplier's site. Shorter than the shopper's own system waits for it. */
const patience = 20_000

/** Passes a PunchOutSetupRequest on while the shopper waits, and brings the supplier's own answer back. */
export async function forwardSetup(
  ground: NetworkGround,
  { sender, document, message, taken }: Inbound,
): Promise<NetworkAnswer> {
  const route = findRoute(ground.directory(), sender, document)
  const { receiver } = route
  const url = receiver.role === 'supplier' ? receiver.punchoutUrl : undefined
  if (url === undefined) {
    throw new NetworkError(
      'ERR_NETWORK_PUNCHOUT_URL_MISSING',
      `${receiver.name} (${receiver.anid}) has no PunchOut URL set on the network`,
    )
  }
  const at = ground.clock()
  const forwarded = readdressMessage(message, taken, {
    ...readdressingFor(route, document.header),
    sender: withProofFor(receiver, { from: sender.anid, now: at }).sender,
  })
  assertWithoutSecret(forwarded.body, route)
  const headers = { 'content-type': forwarded.contentType }
  const outcome = await post(ground, { url, headers, body: forwarded.body, timeoutMs: patience })
  const problem = problemOf(outcome, receiver.name)
  ground.transaction(() =>
    recordExchange(ground.db, {
      at,
      direction: 'sent',
      from: networkName,
      to: receiver.name,
      via: 'http',
      kind: 'PunchOutSetupRequest',
      method: 'POST',
      url,
      durationMs: outcome.durationMs,
      request: { headers, body: forwarded.body },
      ...(outcome.kind === 'answered'
        ? {
            httpStatus: outcome.httpStatus,
            response: {
              headers: outcome.headers,
              body: maskSecret(maskStartPage(outcome.body), receiver),
            },
          }
        : {}),
      ...(problem === undefined ? {} : { failure: `${problem.code}: ${problem.message}` }),
    }),
  )
  if (problem !== undefined) throw problem
  if (outcome.kind !== 'answered') throw noAnswerError(outcome, { name: receiver.name, patienceMs: patience })
  const contentType = outcome.headers['content-type'] ?? 'text/xml'
  return { code: '200', contentType, body: outcome.body }
}

/** Why there is nothing to bring back. A refusal in cXML is the supplier's answer, unless it is of our own secret. */
function problemOf(outcome: PostOutcome, supplier: string): NetworkError | undefined {
  if (outcome.kind === 'no answer') {
    return noAnswerError(outcome, { name: supplier, patienceMs: patience })
  }
  const { document, status, problem } = readAnswer(outcome)
  if (status === undefined) {
    return new NetworkError(
      'ERR_NETWORK_INVALID_RESPONSE',
      `${supplier} answered with HTTP ${outcome.httpStatus} and no cXML Response${problem === undefined ? '' : `: ${problem}`}`,
    )
  }
  if (status.code === '401') {
    return new NetworkError(
      'ERR_NETWORK_SECRET_MISMATCH',
      `${supplier} does not know the shared secret that its account has on the network`,
    )
  }
  const hasStartPage =
    document?.kind === 'PunchOutSetupResponse' &&
    document.response.punchOutSetupResponse.startPage.url.trim() !== ''
  return status.isSuccess && !hasStartPage
    ? new NetworkError('ERR_NETWORK_INVALID_RESPONSE', `${supplier} answered without a StartPage URL`)
    : undefined
}
