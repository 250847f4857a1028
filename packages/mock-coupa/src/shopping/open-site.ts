import type { User } from '../company/company.js'
import { findAddress, findSite, findSupplier } from '../company/find.js'
import { findPerson } from '../company/people.js'
import { coupaEnvelope, writeBuyerCookie } from '../control/ids.js'
import { type Network, type PostOutcome, post } from '../control/post.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordExchange } from '../journal/journal.js'
import { maskStartPage } from '../journal/mask-start-page.js'
import { textOf } from '../store/row.js'
import { judgeSetupAnswer, type SetupJudgement } from './judge-setup-answer.js'
import { openCatalog } from './open-catalog.js'
import type { HeldLines, SelectedItem, ShoppingTrip } from './shopping-trip.js'
import { failTrip, insertTrip } from './trip-records.js'
import { writeSetupRequest } from './write-setup-request.js'

/** What opening a site needs of the world. */
export interface SiteOpening extends Network {
  /** Public URL of this Coupa, without a trailing slash. */
  readonly publicUrl: () => string
  readonly transaction: <T>(change: (work: Work) => T) => T
}

/** Sends a PunchOutSetupRequest and judges the answer. `ERR_COUPA_PUNCHOUT_FAILED` carries Coupa's own words. */
export async function openSite(
  opening: SiteOpening,
  login: string,
  wanted: {
    readonly siteId: number
    /** One, or several that were chosen together. */
    readonly selectedItems?: readonly SelectedItem[]
    readonly search?: number
    readonly held?: HeldLines
  },
): Promise<ShoppingTrip> {
  const prepared = opening.transaction(work =>
    work.system.catalogs === 'oci'
      ? openCatalog(work, opening.publicUrl(), {
          login,
          ...wanted,
          ...chosenItems(wanted.selectedItems ?? []),
        })
      : prepare(opening, work, { login, ...wanted }),
  )
  if (!('document' in prepared)) return prepared
  const { trip, document, site, company, system } = prepared
  const outcome = await post(opening, {
    url: site.url,
    headers: { 'content-type': 'text/xml; charset=UTF-8' },
    body: document,
    timeoutMs: system.sending.setupPatience,
    tls: site,
  })
  const judgement = judgeSetupAnswer(outcome)
  opening.transaction(work => {
    if ('problem' in judgement) failTrip(work, trip.id)
    recordExchange(work.db, {
      at: trip.openedAt,
      trip: trip.id,
      direction: 'sent',
      from: company.name,
      to: findSupplier(company, site.supplier).name,
      via: 'http',
      kind: 'PunchOutSetupRequest',
      method: 'POST',
      url: site.url,
      durationMs: outcome.durationMs,
      request: { headers: { 'content-type': 'text/xml; charset=UTF-8' }, body: document },
      ...answerOf(outcome),
      ...failureOf(judgement),
    })
  })
  if ('problem' in judgement) {
    throw new CoupaError('ERR_COUPA_PUNCHOUT_FAILED', `Punchout failed: ${judgement.problem}`)
  }
  return { ...trip, startPageUrl: judgement.startPageUrl }
}

function prepare(
  opening: SiteOpening,
  work: Work,
  wanted: {
    readonly login: string
    readonly siteId: number
    /** One, or several that were chosen together. */
    readonly selectedItems?: readonly SelectedItem[]
    readonly search?: number
    readonly held?: HeldLines
  },
) {
  const { company, system } = work
  const { setup } = system
  const site = findSite(company, wanted.siteId)
  const user = findPerson(company, wanted.login)
  // Asked here, so that a site whose supplier is gone is refused before anything is sent.
  findSupplier(company, site.supplier)
  const publicUrl = opening.publicUrl()
  const buyerCookie = writeBuyerCookie(work.randomBytes, setup.buyerCookie)
  const browserFormPostUrl = `${publicUrl}${setup.browserFormPost}?id=${site.id}`
  const { selectedItems = [] } = wanted
  const chosen = chosenItems(selectedItems)
  const id = insertTrip(work, { ...wanted, ...chosen, site, buyerCookie })
  const sendsShipTo = setup.shipTo === 'always' || (setup.shipTo === 'by site' && site.sendsShipTo)
  const document = writeSetupRequest({
    system,
    envelope: envelopeOf(work, publicUrl),
    site,
    user,
    buyerCookie,
    browserFormPostUrl,
    userFields: userFieldsOf(work, user),
    ...(wanted.held === undefined ? {} : { held: wanted.held }),
    ...(sendsShipTo ? { address: findAddress(company, user.address) } : {}),
    selectedItems,
  })
  const trip = {
    id,
    login: wanted.login,
    site: { id: site.id, name: site.name },
    status: 'open' as const,
    operation: wanted.held?.operation ?? ('create' as const),
    buyerCookie,
    browserFormPostUrl,
    ...chosen,
    ...(wanted.search === undefined ? {} : { search: wanted.search }),
    ...(wanted.held === undefined ? {} : { requisition: wanted.held.requisition }),
    openedAt: work.now,
  }
  return { trip, document, site, company, system }
}

function chosenItems(selectedItems: readonly SelectedItem[]) {
  const [selectedItem] = selectedItems
  if (selectedItem === undefined) return {}
  return { selectedItem, ...(selectedItems.length > 1 ? { selectedItems } : {}) }
}

/** What the API gave a person goes before what the configuration says. */
function userFieldsOf(work: Work, user: User): Record<string, string> {
  const row = work.db.get('SELECT custom_fields FROM users WHERE login = $login', { login: user.login })
  const given: Record<string, unknown> = row === undefined ? {} : JSON.parse(textOf(row, 'custom_fields'))
  const said = Object.entries(given).filter(([, value]) => value !== null && typeof value !== 'object')
  return { ...user.customFields, ...Object.fromEntries(said.map(([name, value]) => [name, String(value)])) }
}

function envelopeOf(work: Work, publicUrl: string) {
  return coupaEnvelope(work.now, {
    utcOffset: work.company.utcOffset,
    dates: work.system.dates,
    host: new URL(publicUrl).hostname,
    randomBytes: work.randomBytes,
  })
}

function answerOf(outcome: PostOutcome) {
  if (outcome.kind === 'no answer') return {}
  return {
    httpStatus: outcome.httpStatus,
    response: { headers: outcome.headers, body: maskStartPage(outcome.body) },
  }
}

function failureOf(judgement: SetupJudgement) {
  if (!('problem' in judgement)) return {}
  const { problem, found } = judgement
  return { failure: problem, ...(found === undefined ? {} : { found }) }
}
