import type { PunchoutSite } from '../company/punchout-site.js'
import { foundOf, type Network, type PostOutcome, post } from '../control/post.js'
import type { ExchangeEntry } from '../journal/journal.js'
import { readFormPage } from '../oci/read-form-page.js'
import { type ReadItem, readItems } from '../oci/read-items.js'
import type { OpenBuyProblem } from './open-buy-error.js'
import { writeOciCall } from './write-oci-call.js'

/** A site whose catalogue is called by OCI. */
export type OciSite = PunchoutSite & Required<Pick<PunchoutSite, 'oci'>>

/** Who asks which catalogue, and where it stands in the journal. */
export interface CatalogCaller {
  readonly site: OciSite
  readonly supplierName: string
  readonly companyName: string
  readonly email: string
  readonly publicUrl: string
  readonly about: Pick<ExchangeEntry, 'search' | 'trip'>
  readonly record: (entry: ExchangeEntry) => void
  readonly signal?: AbortSignal
}

/**
 * Asks a catalogue in the background: it answers with the page that would bring its lines back through a browser, and the
 * system reads them from it. `wish`: `FUNCTION` and what it needs.
 *
 * Never throws for what the catalogue does; aborted by the caller's signal, it throws its reason.
 */
export async function askCatalog(
  network: Network,
  caller: CatalogCaller,
  wish: { readonly FUNCTION: string } & Readonly<Record<string, string>>,
): Promise<{ readonly items: readonly ReadItem[] } | { readonly problem: OpenBuyProblem }> {
  const { site, signal } = caller
  const at = network.clock()
  const { url, fields } = writeOciCall(site, { publicUrl: caller.publicUrl, email: caller.email, wish })
  const form = new URLSearchParams(fields.map(({ name, value }): [string, string] => [name, value]))
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const outcome = await post(network, {
    url,
    headers,
    body: form.toString(),
    timeoutMs: site.openBuy.timeoutMs,
    tls: site,
    ...(signal === undefined ? {} : { signal }),
  })
  const problem = problemOf(site, outcome)
  form.set('PASSWORD', '********')
  caller.record({
    at,
    ...caller.about,
    direction: 'sent',
    from: caller.companyName,
    to: caller.supplierName,
    via: 'http',
    kind: `OCI ${wish.FUNCTION}`,
    method: 'POST',
    url,
    durationMs: outcome.durationMs,
    request: { headers, body: form.toString() },
    ...(outcome.kind === 'answered'
      ? { httpStatus: outcome.httpStatus, response: { headers: outcome.headers, body: outcome.body } }
      : {}),
    ...(problem === undefined ? {} : { failure: problem.message }),
    ...(outcome.kind === 'no answer' ? foundOf(outcome) : {}),
  })
  if (outcome.kind !== 'answered' || problem !== undefined) {
    return { problem: problem ?? { errorCode: 'unknown', message: `${site.name} did not answer` } }
  }
  return { items: readItems(readFormPage(new TextDecoder(charsetOf(site, outcome)).decode(outcome.body))) }
}

type Answered = Extract<PostOutcome, { readonly kind: 'answered' }>

/** OCI has no statuses: what is no page is a failure of HTTP. */
function problemOf({ name }: OciSite, outcome: PostOutcome): OpenBuyProblem | undefined {
  if (outcome.kind === 'no answer') {
    return outcome.timedOut
      ? { errorCode: 'timed_out', message: `${name} did not answer in time` }
      : { errorCode: 'service_error', message: `${name} cannot be reached: ${outcome.reason}` }
  }
  const { httpStatus } = outcome
  if (httpStatus === 200) return undefined
  return httpStatus === 401 || httpStatus === 403
    ? { errorCode: 'un_authorized', message: `${name} refused our OCI user` }
    : { errorCode: 'service_error', message: `${name} answered with HTTP ${httpStatus}` }
}

/** What the answer says, else what the catalogue was told. */
function charsetOf({ oci }: OciSite, { headers }: Answered): 'utf-8' | 'iso-8859-1' {
  const said = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase()
  if (said === undefined) return oci.charset
  return said === 'utf-8' ? 'utf-8' : 'iso-8859-1'
}
