import type { Clock, Timers } from './time.js'

/** What came of sending something to a supplier. */
export type PostOutcome =
  | {
      readonly kind: 'answered'
      readonly httpStatus: number
      /** What the supplier calls the status: `Bad Request`. Empty over HTTP/2. */
      readonly statusText: string
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
      readonly durationMs: number
    }
  | {
      readonly kind: 'no answer'
      readonly timedOut: boolean
      /** The two could not agree on TLS: a certificate, a host name (SNI), a version. */
      readonly isTlsFailure: boolean
      /** In the words that Coupa shows. */
      readonly reason: string
      readonly durationMs: number
    }

export interface Network {
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly timers: Timers
}

/** A supplier's answer is a Status or a page of results. More is refused, not read. */
const largestAnswer = 10 * 1024 * 1024

/** Posts and waits no longer than `timeoutMs` for the whole answer. Only an abort by `signal` throws. */
export async function post(
  network: Network,
  request: {
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string | Uint8Array
    readonly timeoutMs: number
    readonly signal?: AbortSignal
  },
): Promise<PostOutcome> {
  const started = network.clock().getTime()
  const duration = () => network.clock().getTime() - started
  const limit = new AbortController()
  const cancel = network.timers.after(request.timeoutMs, () => limit.abort())
  const signals = request.signal === undefined ? [limit.signal] : [limit.signal, request.signal]
  try {
    const response = await network.fetch(request.url, {
      method: 'POST',
      headers: request.headers,
      body: request.body,
      redirect: 'manual',
      signal: AbortSignal.any(signals),
    })
    const body = await readLimited(response)
    const headers = Object.fromEntries(response.headers)
    const { status: httpStatus, statusText } = response
    return { kind: 'answered', httpStatus, statusText, headers, body, durationMs: duration() }
  } catch (error) {
    request.signal?.throwIfAborted()
    const reason = limit.signal.aborted ? silence : reasonOf(error)
    const isTlsFailure = reason === handshakeFailed || reason === certificateRefused
    return { kind: 'no answer', timedOut: reason === silence, isTlsFailure, reason, durationMs: duration() }
  } finally {
    cancel()
  }
}

async function readLimited(response: Response): Promise<Uint8Array> {
  // What is announced as too large is not waited for.
  if (Number(response.headers.get('content-length')) > largestAnswer) {
    await response.body?.cancel()
    throw tooLarge()
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > largestAnswer) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(): Error {
  return new Error(`The answer is larger than ${largestAnswer} bytes`)
}

const silence = 'Connection to supplier timed out'
const handshakeFailed =
  'SSL_connect returned=1 errno=0 state=SSLv3 read server hello A: sslv3 alert handshake failure'
// Unverified: what Ruby's client says of a certificate that it does not trust.
const certificateRefused = 'SSL_connect returned=1 errno=0 state=error: certificate verify failed'

/** Coupa shows what its HTTP client says; the words for an unknown host, a reset and a handshake are documented. */
const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'getaddrinfo: Name or service not known',
  EAI_AGAIN: 'getaddrinfo: Name or service not known',
  ECONNRESET: 'Connection reset by peer - SSL_connect',
  EPROTO: handshakeFailed,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: handshakeFailed,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: handshakeFailed,
  ERR_SSL_WRONG_VERSION_NUMBER: handshakeFailed,
  SELF_SIGNED_CERT_IN_CHAIN: certificateRefused,
  DEPTH_ZERO_SELF_SIGNED_CERT: certificateRefused,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificateRefused,
  CERT_HAS_EXPIRED: certificateRefused,
  ERR_TLS_CERT_ALTNAME_INVALID: certificateRefused,
  // Unverified: only what Ruby's client says in these cases.
  ECONNREFUSED: 'Connection refused - connect(2)',
  UND_ERR_SOCKET: 'end of file reached',
  HTTPParserError: 'wrong status line',
  // A host that swallows what is sent to it: the platform gives up before we do.
  ETIMEDOUT: silence,
  UND_ERR_CONNECT_TIMEOUT: silence,
}

function reasonOf(error: unknown): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name
    const reason = reasons[code]
    if (reason !== undefined) return reason
    if (cause.cause === undefined && cause.message !== '') return cause.message
  }
  return 'There was an error connecting to the supplier'
}
