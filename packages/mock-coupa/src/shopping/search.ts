import type { Company } from '../company/company.js'
import { findSupplier, isSearched } from '../company/find.js'
import { findPerson } from '../company/people.js'
import type { PunchoutSite } from '../company/punchout-site.js'
import { recordExchange } from '../journal/journal.js'
import type { Database } from '../store/database.js'
import { indexResults } from './index-results.js'
import { mergePage } from './merge-results.js'
import type { SiteOpening } from './open-site.js'
import { openBuyResults, ownResults, taggedSites } from './read-results.js'
import { searchInBackground } from './search-in-background.js'
import { searchOpenBuy } from './search-open-buy.js'
import { insertQuestion, insertSearch, listAnswers, searchText, storeAnswer } from './search-records.js'
import type { Refinement, SearchPage, SearchResults } from './search-results.js'

/** What searching needs of the world. */
export interface Searching extends SiteOpening {
  readonly db: Database
  readonly company: () => Readonly<Company>
  /** Aborted when the mock stops: questions under way are given up. */
  readonly stopping: AbortSignal
}

/** Longer text is no search for an item. In UTF-16 units. */
const longestQuery = 200

/** How long a page waits for suppliers before it shows what is there, in milliseconds. */
const grace = 300

/** Which page of which search. */
export interface PageRequest extends Refinement {
  readonly text: string
  /** A search that was begun before; absent begins one. */
  readonly search?: number
  /** 1 is the first. */
  readonly page?: number
}

/** Own items at once; every supplier is asked at the same time, is waited for, and has its own time limit. */
export async function search(searching: Searching, login: string, query: string): Promise<SearchResults> {
  const { number, text } = begin(searching, login, { text: query })
  await Promise.all(askSuppliers(searching, login, { number, text, page: 1 }))
  const company = searching.company()
  const answers = listAnswers(searching.db, number, searching.clock())
  return {
    search: number,
    text,
    own: ownResults(company, text),
    ...openBuyResults(company, number, answers),
    index: indexResults({ db: searching.db, company }, text),
    taggedSites: taggedSites(company, text),
  }
}

/** What there is within a moment; who reads it again with the `search` of the answer gets what came in since. */
export async function searchPage(
  searching: Searching,
  login: string,
  request: PageRequest,
): Promise<SearchPage> {
  const { number, text } = begin(searching, login, request)
  const page = Math.max(1, request.page ?? 1)
  const asked = askSuppliers(searching, login, { number, text, page })
  await Promise.race([Promise.all(asked), pause(searching)])
  return mergePage(searching.company(), {
    search: number,
    text,
    page,
    refinement: request,
    answers: listAnswers(searching.db, number, searching.clock()),
    index: indexResults({ db: searching.db, company: searching.company() }, text),
  })
}

/** Begins a search, or finds the one that goes on. */
function begin(searching: Searching, login: string, request: PageRequest): { number: number; text: string } {
  findPerson(searching.company(), login)
  if (request.search !== undefined) {
    return { number: request.search, text: searchText(searching.db, login, request.search) }
  }
  const text = request.text.trim().slice(0, longestQuery)
  return { number: searching.transaction(work => insertSearch(work, login, text)), text }
}

function pause({ timers }: Searching): Promise<void> {
  return new Promise(resolve => {
    timers.after(grace, resolve)
  })
}

/** Asks whoever has not been asked for this page yet, and has it as far as is known. */
function askSuppliers(
  searching: Searching,
  login: string,
  wanted: { readonly number: number; readonly text: string; readonly page: number },
): Promise<void>[] {
  const { text, number, page } = wanted
  if (text === '') return []
  const known = listAnswers(searching.db, number, searching.clock())
  const hasPage = (site: PunchoutSite) => {
    const first = known.find(answer => answer.siteId === site.id && answer.pageNumber === 1)
    if (page === 1 || first === undefined) return page === 1
    return first.totalCount > (page - 1) * first.items.length && first.items.length > 0
  }
  const sites = searching
    .company()
    .punchoutSites.filter(site => site.active && isSearched(site) && hasPage(site))
  const asked = searching.transaction(work =>
    sites.filter(({ id, openBuy }) =>
      insertQuestion(work, {
        search: number,
        siteId: id,
        pageNumber: page,
        timeoutMs: openBuy.timeoutMs,
      }),
    ),
  )
  return asked.map(site => askSupplier(searching, login, { ...wanted, site }))
}

/** Never rejects: what fails is stored as the supplier's answer, and who stops gives up. */
async function askSupplier(
  searching: Searching,
  login: string,
  wanted: {
    readonly number: number
    readonly text: string
    readonly page: number
    readonly site: PunchoutSite
  },
): Promise<void> {
  const { site, number, page } = wanted
  const company = searching.company()
  try {
    const caller = {
      search: number,
      site,
      supplierName: findSupplier(company, site.supplier).name,
      companyName: company.name,
      email: findPerson(company, login).email,
      signal: searching.stopping,
      record: (entry: Parameters<typeof recordExchange>[1]) =>
        searching.transaction(work => recordExchange(work.db, entry)),
    }
    const answer =
      site.oci === undefined
        ? await searchOpenBuy(searching, caller, { text: wanted.text, pageNumber: page })
        : await searchInBackground(
            searching,
            {
              ...caller,
              site: { ...site, oci: site.oci },
              publicUrl: searching.publicUrl(),
              about: { search: number },
            },
            wanted.text,
          )
    searching.transaction(work =>
      storeAnswer(work, { search: number, siteId: site.id, pageNumber: page }, answer),
    )
  } catch (error) {
    if (!searching.stopping.aborted) throw error
  }
}
