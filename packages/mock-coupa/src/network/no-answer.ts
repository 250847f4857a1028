import type { PostOutcome } from '../control/post.js'
import { NetworkError } from './network-error.js'

/** Why a party's server could not be spoken to, by its name. */
export function noAnswerError(
  { timedOut, isTlsFailure, reason }: Extract<PostOutcome, { readonly kind: 'no answer' }>,
  by: { readonly name: string; readonly patienceMs: number },
): NetworkError {
  const { name, patienceMs } = by
  if (timedOut) {
    return new NetworkError('ERR_NETWORK_NO_ANSWER', `${name} did not answer within ${patienceMs / 1000} s`)
  }
  return isTlsFailure
    ? new NetworkError(
        'ERR_NETWORK_TLS_FAILED',
        `No TLS connection with ${name}, its certificate or host name (SNI) is refused: ${reason}`,
      )
    : new NetworkError('ERR_NETWORK_SITE_DOWN', `The site of ${name} is down: ${reason}`)
}
