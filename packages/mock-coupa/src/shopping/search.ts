import type { Company, PunchoutSite } from '../company/company.js'
import { findSupplier } from '../company/find.js'
import { findPerson } from '../company/people.js'
import { recordExchange } from '../journal/journal.js'
import type { SiteOpening } from './open-site.js'
import { searchOpenBuy } from './search-open-buy.js'
import type { OwnResult, SearchResults } from './search-results.js'

/** Longer text is no search for an item. In UTF-16 units. */
const longestQuery = 200

/** Own items at once; every supplier is asked at the same time and has its own time limit. */
export async function search(opening: SiteOpening, login: string, query: string): Promise<SearchResults> {
  const text = query.trim().slice(0, longestQuery)
  const { company, number, email } = opening.transaction(work => ({
    company: work.company,
    email: findPerson(work.company, login).email,
    number: work.db.run('INSERT INTO searches (login, text, at) VALUES ($login, $text, $now)', {
      login,
      text,
      now: work.now.toISOString(),
    }).lastId,
  }))
  const sites = text === '' ? [] : company.punchoutSites.filter(site => site.active && site.openBuy.enabled)
  const answers = await Promise.all(
    sites.map(site =>
      searchOpenBuy(opening, {
        search: number,
        site,
        supplierName: findSupplier(company, site.supplier).name,
        companyName: company.name,
        email,
        text,
        record: entry => opening.transaction(work => recordExchange(work.db, entry)),
      }),
    ),
  )
  return {
    search: number,
    text,
    own: ownResults(company, text),
    openBuy: answers.flatMap(answer => ('results' in answer ? answer.results : [])),
    problems: answers.flatMap(answer => ('problem' in answer ? [answer.problem] : [])),
    taggedSites: company.punchoutSites
      .filter(site => site.active && isTagged(site, text))
      .map(site => ({ id: site.id, name: site.name })),
  }
}

/** Items in which every word occurs. An empty query shows the whole catalogue. */
function ownResults(company: Company, text: string): OwnResult[] {
  const words = wordsOf(text)
  return company.items
    .filter(item => {
      const haystack = [item.name, item.description, item.partNumber, item.manufacturerName ?? ''].join(' ')
      return words.every(word => haystack.toLowerCase().includes(word))
    })
    .map(item => ({
      ...item,
      source: 'own',
      supplierName: findSupplier(company, item.supplier).name,
      currency: company.currency,
    }))
}

function isTagged(site: PunchoutSite, text: string): boolean {
  const words = wordsOf(text)
  return site.tags.some(tag => words.includes(tag.toLowerCase()))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean)
}
