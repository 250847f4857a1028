import type { TlsSettings } from '../company/tls-settings.js'
import { isTlsFailure, meaningOf, reasonOf, silence } from './connection-failures.js'
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
      /** Of a failure of TLS: what was found, and how to mend it. For the trace. */
      readonly found?: string
      readonly durationMs: number
    }

/** `fetch`, told besides how TLS is to be spoken. */
export type SupplierFetch = (url: string, posting: Posting, tls: TlsSettings) => Promise<Answer>

interface Posting {
  readonly method: 'POST'
  readonly headers: Record<string, string>
  readonly body: string | Uint8Array
  readonly redirect: 'manual'
  readonly signal: AbortSignal
}

/** As much of a Response as is read. */
type Answer = Pick<Response, 'status' | 'statusText' | 'headers' | 'body'>

export interface Network {
  readonly fetch: SupplierFetch
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
    /** Absent: as the platform does it. */
    readonly tls?: TlsSettings
    readonly signal?: AbortSignal
  },
): Promise<PostOutcome> {
  const started = network.clock().getTime()
  const duration = () => network.clock().getTime() - started
  const limit = new AbortController()
  const cancel = network.timers.after(request.timeoutMs, () => limit.abort())
  const signals = request.signal === undefined ? [limit.signal] : [limit.signal, request.signal]
  try {
    const { url, headers: sent, body: document, tls = {} } = request
    const signal = AbortSignal.any(signals)
    const posting = {
      method: 'POST',
      headers: { ...sent },
      body: document,
      redirect: 'manual',
      signal,
    } as const
    const response = await network.fetch(url, posting, tls)
    const body = await readLimited(response)
    const headers = Object.fromEntries(response.headers)
    const { status: httpStatus, statusText } = response
    return { kind: 'answered', httpStatus, statusText, headers, body, durationMs: duration() }
  } catch (error) {
    request.signal?.throwIfAborted()
    const reason = limit.signal.aborted ? silence : reasonOf(error)
    const found = meaningOf(reason)
    return {
      kind: 'no answer',
      timedOut: reason === silence,
      isTlsFailure: isTlsFailure(reason),
      reason,
      ...(found === undefined ? {} : { found }),
      durationMs: duration(),
    }
  } finally {
    cancel()
  }
}

/** As the journal takes it. */
export function foundOf({ found }: Extract<PostOutcome, { readonly kind: 'no answer' }>) {
  return found === undefined ? {} : { found }
}

async function readLimited(response: Answer): Promise<Uint8Array> {
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
