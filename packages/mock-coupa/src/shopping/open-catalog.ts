import { findSite, findSupplier } from '../company/find.js'
import { findPerson } from '../company/people.js'
import type { PunchoutSite } from '../company/punchout-site.js'
import { urlToken } from '../control/ids.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordExchange } from '../journal/journal.js'
import type { OciSite } from './ask-catalog.js'
import type { SelectedItem, ShoppingTrip } from './shopping-trip.js'
import { insertTrip } from './trip-records.js'
import { detailOf, hookPath, writeOciCall } from './write-oci-call.js'

/** By OCI nobody is asked first: the shopper's browser calls the catalogue, and what it brings back finds the trip by its token. */
export function openCatalog(
  work: Work,
  publicUrl: string,
  wanted: {
    readonly login: string
    readonly siteId: number
    readonly selectedItem?: SelectedItem
    readonly search?: number
  },
): ShoppingTrip {
  const { company } = work
  const site = findSite(company, wanted.siteId)
  const person = findPerson(company, wanted.login)
  const supplier = findSupplier(company, site.supplier)
  const token = urlToken(work.randomBytes)
  const { selectedItem, search } = wanted
  const id = insertTrip(work, { ...wanted, site, buyerCookie: token })
  const call = writeOciCall(assertOci(site), {
    publicUrl,
    token,
    email: person.email,
    ...(selectedItem === undefined ? {} : { wish: detailOf(selectedItem) }),
  })
  const form = new URLSearchParams()
  for (const { name, value } of call.fields) form.append(name, value)
  const shown = new URLSearchParams(form)
  shown.set('PASSWORD', '********')
  recordExchange(work.db, {
    at: work.now,
    trip: id,
    direction: 'sent',
    from: company.name,
    to: supplier.name,
    via: 'browser',
    kind: 'OCI call',
    method: call.method,
    url: site.url,
    durationMs: 0,
    request: { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: shown.toString() },
  })
  return {
    id,
    login: wanted.login,
    site: { id: site.id, name: site.name },
    status: 'open',
    operation: 'create',
    buyerCookie: token,
    browserFormPostUrl: `${publicUrl}${hookPath}?trip=${token}`,
    startPageUrl: call.method === 'GET' ? withQuery(call.url, form) : call.url,
    call,
    ...(selectedItem === undefined ? {} : { selectedItem }),
    ...(search === undefined ? {} : { search }),
    openedAt: work.now,
  }
}

function withQuery(address: string, form: URLSearchParams): string {
  const url = new URL(address)
  for (const [name, value] of form) url.searchParams.append(name, value)
  return url.href
}

/** `ERR_COUPA_PUNCHOUT_FAILED` where a site has no call structure. */
export function assertOci(site: PunchoutSite): OciSite {
  const { oci } = site
  if (oci !== undefined) return { ...site, oci }
  throw new CoupaError(
    'ERR_COUPA_PUNCHOUT_FAILED',
    `Punchout failed: the site "${site.name}" has no OCI call structure (user name, password and method)`,
  )
}
