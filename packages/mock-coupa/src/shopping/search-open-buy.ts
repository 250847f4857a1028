import { formatDecimal, readDecimal } from '@punchloop/sdk/cxml'
import type { PunchoutSite } from '../company/company.js'
import { type Network, type PostOutcome, post } from '../control/post.js'
import type { ExchangeEntry } from '../journal/journal.js'
import type { OpenBuyResult, SearchProblem } from './search-results.js'

/** One search at one supplier. */
export interface OpenBuyQuestion {
  readonly search: number
  readonly site: PunchoutSite
  readonly supplierName: string
  readonly companyName: string
  /** Of the person who searches: the authentication carries it. */
  readonly email: string
  readonly text: string
  readonly record: (entry: ExchangeEntry) => void
}

export type OpenBuyAnswer =
  | { readonly results: readonly OpenBuyResult[] }
  | { readonly problem: SearchProblem }

/** Authenticates, then searches, both within the site's time limit. Never throws for what the supplier does. */
export async function searchOpenBuy(network: Network, question: OpenBuyQuestion): Promise<OpenBuyAnswer> {
  const { site } = question
  const deadline = network.clock().getTime() + site.openBuy.timeoutMs
  const authentication = await ask(network, question, {
    operation: 'authentication',
    body: { credentials: site.openBuy.credentials, email: question.email },
    timeoutMs: site.openBuy.timeoutMs,
  })
  const token = authentication.kind === 'answered' ? tokenOf(authentication) : undefined
  if (token === undefined) return { problem: problemOf(site, authentication) }
  const answer = await ask(network, question, {
    operation: 'search',
    body: { query: question.text, page_number: 1 },
    token,
    timeoutMs: Math.max(1, deadline - network.clock().getTime()),
  })
  const rows = answer.kind === 'answered' && answer.httpStatus === 200 ? rowsOf(answer.body) : undefined
  if (rows === undefined) return { problem: problemOf(site, answer) }
  return { results: rows.map(row => resultOf(row, question)).filter(result => result !== undefined) }
}

/** `/search` below the configured base; Coupa's path has a version in some editions. */
async function ask(
  network: Network,
  question: OpenBuyQuestion,
  call: {
    readonly operation: 'authentication' | 'search'
    readonly body: Readonly<Record<string, string | number>>
    readonly token?: string
    readonly timeoutMs: number
  },
): Promise<PostOutcome> {
  const url = `${question.site.openBuy.url.replace(/\/$/, '')}/${call.operation}`
  const body = JSON.stringify(call.body)
  const headers = {
    'content-type': 'application/json',
    // Unverified: how the token travels; a bearer token is what OAuth, the documented alternative, has.
    ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
  }
  const at = network.clock()
  const outcome = await post(network, { url, headers, body, timeoutMs: call.timeoutMs })
  question.record({
    at,
    search: question.search,
    direction: 'sent',
    from: question.companyName,
    to: question.supplierName,
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

type Json = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Json {
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

function rowsOf(body: Uint8Array): readonly Json[] | undefined {
  const results = readJson(body)?.results
  return Array.isArray(results) ? results.filter(isObject).slice(0, 50) : undefined
}

/** Coupa's `realtime-extension` error codes. */
function problemOf(site: PunchoutSite, outcome: PostOutcome): SearchProblem {
  const at = { site: { id: site.id, name: site.name } }
  if (outcome.kind === 'no answer') {
    return outcome.timedOut
      ? { ...at, errorCode: 'timed_out', message: `${site.name} did not answer in time` }
      : { ...at, errorCode: 'service_error', message: `${site.name} cannot be reached: ${outcome.reason}` }
  }
  if (outcome.httpStatus === 401) {
    return { ...at, errorCode: 'un_authorized', message: `${site.name} refused our Open Buy credentials` }
  }
  if (outcome.httpStatus === 200) {
    return { ...at, errorCode: 'agent_failure', message: `${site.name} answered with something unreadable` }
  }
  return {
    ...at,
    errorCode: 'service_error',
    message: `${site.name} answered with HTTP ${outcome.httpStatus}`,
  }
}

/** A row without part number, name or price cannot be shown or chosen. Field names beyond the first: unverified. */
function resultOf(row: Json, question: OpenBuyQuestion): OpenBuyResult | undefined {
  const part = row.source_part_num
  const sourcePartNum = typeof part === 'number' ? String(part) : textIn(row, 'source_part_num')
  const name = textIn(row, 'name')
  const unitPrice = priceIn(row)
  if (sourcePartNum === undefined || name === undefined || unitPrice === undefined) return undefined
  return {
    source: 'open-buy',
    search: question.search,
    site: { id: question.site.id, name: question.site.name },
    supplierName: question.supplierName,
    sourcePartNum,
    name,
    description: textIn(row, 'description') ?? '',
    unitPrice,
    currency: textIn(row, 'currency') ?? '',
    uom: textIn(row, 'uom') ?? '',
    hasMoreOptions: row.has_more_options === true,
    ...optional('unspscCode', textIn(row, 'unspsc_code')),
    ...optional('manufacturerName', textIn(row, 'manufacturer_name')),
    ...optional('manufacturerPartNumber', textIn(row, 'manufacturer_part_number')),
    ...optional('imageUrl', webUrl(textIn(row, 'image_url'))),
    ...optional('realtimeItemKey', textIn(row, 'realtime_item_key')),
  }
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  const present: { [P in K]?: string } = {}
  if (value !== undefined) present[key] = value
  return present
}

function textIn(row: Json, key: string): string | undefined {
  const value = row[key]
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 4000) : undefined
}

/** Only decimal text is exact: a price sent as a JSON number has been through a float and is not taken. */
function priceIn(row: Json): string | undefined {
  const text = textIn(row, 'unit_price')
  if (text === undefined) return undefined
  try {
    return formatDecimal(readDecimal(text), 2)
  } catch {
    // Not a number: the row is left out, as one without a price.
    return undefined
  }
}

function webUrl(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined
}
