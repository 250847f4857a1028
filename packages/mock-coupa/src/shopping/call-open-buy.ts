import type { PunchoutSite } from '../company/punchout-site.js'
import { foundOf, type Network, type PostOutcome, post } from '../control/post.js'
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
 * Authenticates, then asks, both within the site's time limit. A token that has expired in between is renewed once. Never
 * throws for what the supplier does; aborted by the caller's signal, it throws its reason.
 */
export async function callOpenBuy(
  network: Network,
  caller: OpenBuyCaller,
  wanted: OpenBuyOperation,
): Promise<{ readonly answer: Json } | { readonly problem: OpenBuyProblem }> {
  const deadline = network.clock().getTime() + caller.site.openBuy.timeoutMs
  const first = await askWithToken(network, caller, { ...wanted, deadline })
  const outcome = isExpired(first) ? await askWithToken(network, caller, { ...wanted, deadline }) : first
  const answer =
    outcome.kind === 'answered' && outcome.httpStatus === 200 ? readJson(outcome.body) : undefined
  return answer === undefined || outcome.isAuthentication
    ? { problem: problemOf(caller.site, outcome) }
    : { answer }
}

/** Of the operation itself: credentials that are refused are not tried again. */
function isExpired(outcome: Asked): boolean {
  return outcome.kind === 'answered' && outcome.httpStatus === 401 && !outcome.isAuthentication
}

/** An outcome, and whether it is that of the authentication, which came to no token. */
type Asked = PostOutcome & { readonly isAuthentication: boolean }

async function askWithToken(
  network: Network,
  caller: OpenBuyCaller,
  wanted: OpenBuyOperation & { readonly deadline: number },
): Promise<Asked> {
  const timeLeft = () => Math.max(1, wanted.deadline - network.clock().getTime())
  const authentication = await ask(network, caller, { ...authenticationOf(caller), timeoutMs: timeLeft() })
  const token = authentication.kind === 'answered' ? tokenOf(authentication) : undefined
  if (token === undefined) return { ...authentication, isAuthentication: true }
  const outcome = await ask(network, caller, {
    kind: wanted.operation,
    url: urlOf(caller.site, wanted.operation),
    contentType: 'application/json',
    body: JSON.stringify(wanted.body),
    // Unverified: how the token travels; a bearer token is what OAuth, the documented alternative, has.
    authorization: `Bearer ${token}`,
    timeoutMs: timeLeft(),
  })
  return { ...outcome, isAuthentication: false }
}

/** Open Buy's own, or by OAuth 2 where the site says so: both are documented. */
function authenticationOf({ site, email }: OpenBuyCaller): Omit<Question, 'timeoutMs'> {
  const { credentials, oauth } = site.openBuy
  const kind = 'authentication'
  if (oauth === undefined) {
    const body = JSON.stringify({ credentials, email })
    return { kind, url: urlOf(site, kind), contentType: 'application/json', body }
  }
  const client = Buffer.from(`${oauth.clientId}:${credentials}`).toString('base64')
  return {
    kind,
    url: oauth.tokenUrl,
    contentType: 'application/x-www-form-urlencoded',
    body: 'grant_type=client_credentials',
    authorization: `Basic ${client}`,
  }
}

/** `/search` below the configured base; in some editions Coupa's paths end in a version: `/search/v1.0.0`. */
function urlOf({ openBuy }: PunchoutSite, operation: string): string {
  const { url, pathVersion = '' } = openBuy
  return `${url.replace(/\/$/, '')}/${operation}${pathVersion === '' ? '' : `/${pathVersion}`}`
}

interface Question {
  readonly kind: 'authentication' | OpenBuyOperation['operation']
  readonly url: string
  readonly contentType: string
  readonly body: string
  readonly authorization?: string
  readonly timeoutMs: number
}

async function ask(network: Network, caller: OpenBuyCaller, question: Question): Promise<PostOutcome> {
  const { kind, url, body, timeoutMs, authorization } = question
  const headers = {
    'content-type': question.contentType,
    ...(authorization === undefined ? {} : { authorization }),
  }
  const at = network.clock()
  const { signal } = caller
  const outcome = await post(network, {
    ...{ url, headers, body, timeoutMs, tls: caller.site },
    ...(signal === undefined ? {} : { signal }),
  })
  caller.record({
    at,
    search: caller.search,
    direction: 'sent',
    from: caller.companyName,
    to: caller.supplierName,
    via: 'open-buy',
    kind,
    method: 'POST',
    url,
    durationMs: outcome.durationMs,
    request: { headers, body },
    ...(outcome.kind === 'answered'
      ? { httpStatus: outcome.httpStatus, response: { headers: outcome.headers, body: outcome.body } }
      : { failure: outcome.reason, ...foundOf(outcome) }),
  })
  return outcome
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Numbers are kept as they are written: as a float `0.10` would not be exact, nor a part number of 20 digits. */
function readJson(body: Uint8Array): Json | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    const value: unknown = JSON.parse(text, asWritten)
    return isObject(value) ? value : undefined
  } catch {
    // Not JSON, or not UTF-8: the caller reports it as a broken service.
    return undefined
  }
}

/** The text behind a value is the third argument of a reviver (ECMAScript's JSON.parse source text access). */
function asWritten(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? String(value)) : value
}

/** Open Buy calls it `token`, OAuth 2 `access_token`. */
function tokenOf(answer: Extract<PostOutcome, { kind: 'answered' }>): string | undefined {
  const json = answer.httpStatus === 200 ? readJson(answer.body) : undefined
  const token = json?.token ?? json?.access_token
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
