import type { PunchoutSite } from '../company/punchout-site.js'
import { type Network, type PostOutcome, post } from '../control/post.js'
import type { ExchangeEntry } from '../journal/journal.js'
import { isOpenBuyErrorCode, type OpenBuyProblem } from './open-buy-error.js'

/** Who asks which supplier, and for which search. */
export interface OpenBuyCaller {
  readonly search: number
  readonly site: PunchoutSite
  readonly supplierName: string
  readonly companyName: string
  /** Of the person who searches: the authentication carries it. */
  readonly email: string
  readonly record: (entry: ExchangeEntry) => void
  readonly signal?: AbortSignal
}

export interface OpenBuyOperation {
  readonly operation: 'search' | 'detail' | 'checkout'
  readonly body: Readonly<Record<string, string | number>>
}

export type Json = Readonly<Record<string, unknown>>

/**
 * Authenticates, then asks, both within the site's time limit. Never throws for what the supplier does; aborted by the
 * caller's signal, it throws its reason.
 */
export async function callOpenBuy(
  network: Network,
  caller: OpenBuyCaller,
  wanted: OpenBuyOperation,
): Promise<{ readonly answer: Json } | { readonly problem: OpenBuyProblem }> {
  const { openBuy } = caller.site
  const deadline = network.clock().getTime() + openBuy.timeoutMs
  const authentication = await ask(network, caller, {
    operation: 'authentication',
    body: { credentials: openBuy.credentials, email: caller.email },
    timeoutMs: openBuy.timeoutMs,
  })
  const token = authentication.kind === 'answered' ? tokenOf(authentication) : undefined
  if (token === undefined) return { problem: problemOf(caller.site, authentication) }
  const outcome = await ask(network, caller, {
    ...wanted,
    token,
    timeoutMs: Math.max(1, deadline - network.clock().getTime()),
  })
  const answer =
    outcome.kind === 'answered' && outcome.httpStatus === 200 ? readJson(outcome.body) : undefined
  return answer === undefined ? { problem: problemOf(caller.site, outcome) } : { answer }
}

/** `/search` below the configured base; Coupa's path has a version in some editions. */
async function ask(
  network: Network,
  caller: OpenBuyCaller,
  call: {
    readonly operation: 'authentication' | OpenBuyOperation['operation']
    readonly body: OpenBuyOperation['body']
    readonly token?: string
    readonly timeoutMs: number
  },
): Promise<PostOutcome> {
  const url = `${caller.site.openBuy.url.replace(/\/$/, '')}/${call.operation}`
  const body = JSON.stringify(call.body)
  const headers = {
    'content-type': 'application/json',
    // Unverified: how the token travels; a bearer token is what OAuth, the documented alternative, has.
    ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
  }
  const at = network.clock()
  const outcome = await post(network, {
    url,
    headers,
    body,
    timeoutMs: call.timeoutMs,
    ...(caller.signal === undefined ? {} : { signal: caller.signal }),
  })
  caller.record({
    at,
    search: caller.search,
    direction: 'sent',
    from: caller.companyName,
    to: caller.supplierName,
    via: 'open-buy',
    kind: call.operation,
    method: 'POST',
    url,
    durationMs: outcome.durationMs,
    request: { headers, body },
    ...(outcome.kind === 'answered'
      ? { httpStatus: outcome.httpStatus, response: { headers: outcome.headers, body: outcome.body } }
      : { failure: outcome.reason }),
  })
  return outcome
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readJson(body: Uint8Array): Json | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    return isObject(value) ? value : undefined
  } catch {
    // Not JSON, or not UTF-8: the caller reports it as a broken service.
    return undefined
  }
}

function tokenOf(answer: Extract<PostOutcome, { kind: 'answered' }>): string | undefined {
  const token = answer.httpStatus === 200 ? readJson(answer.body)?.token : undefined
  // It goes into a header: what no token can hold is not sent on.
  return typeof token === 'string' && /^[\x21-\x7e]{1,4096}$/.test(token) ? token : undefined
}

/**
 * The documented statuses are 400, 401 and 500. Unverified: that a body may name one of Coupa's codes in `error_code`.
 */
function problemOf(site: PunchoutSite, outcome: PostOutcome): OpenBuyProblem {
  const { name } = site
  if (outcome.kind === 'no answer') {
    return outcome.timedOut
      ? { errorCode: 'timed_out', message: `${name} did not answer in time` }
      : { errorCode: 'service_error', message: `${name} cannot be reached: ${outcome.reason}` }
  }
  if (outcome.httpStatus === 401) {
    return { errorCode: 'un_authorized', message: `${name} refused our Open Buy credentials` }
  }
  if (outcome.httpStatus === 200) return unreadable(site)
  const code = readJson(outcome.body)?.error_code
  if (outcome.httpStatus < 500 && isOpenBuyErrorCode(code)) {
    return { errorCode: code, message: `${name} ${said[code] ?? `answered with ${code}`}` }
  }
  if (outcome.httpStatus === 400) {
    return { errorCode: 'unknown', message: `${name} did not understand the question` }
  }
  return { errorCode: 'service_error', message: `${name} answered with HTTP ${outcome.httpStatus}` }
}

const said: Partial<Record<OpenBuyProblem['errorCode'], string>> = {
  item_not_found: 'does not sell this item any more',
  out_of_stock: 'has none of this item in stock',
  registration_error: 'does not know this company or person yet',
  has_more_options: 'needs you to choose options of this item',
  check_out_options_reqd: 'needs you to choose options at its checkout',
  uom_not_available: 'does not sell this item by this unit of measure',
}

export function unreadable(site: PunchoutSite): OpenBuyProblem {
  return { errorCode: 'agent_failure', message: `${site.name} answered with something unreadable` }
}
