import type { Company } from '../company/company.js'
import { activeItems, commodityOf, commodityOfItem, findSupplier } from '../company/find.js'
import type { PunchoutSite } from '../company/punchout-site.js'
import type { SearchAnswer } from './search-records.js'
import type { OpenBuyResult, OwnResult, SearchProblem, SiteReference } from './search-results.js'

/** Items in which every word occurs. An empty query shows the whole catalogue. */
export function ownResults(company: Readonly<Company>, text: string): OwnResult[] {
  const words = wordsOf(text)
  return activeItems(company)
    .filter(item => {
      const haystack = [item.name, item.description, item.partNumber, item.manufacturerName ?? ''].join(' ')
      return words.every(word => haystack.toLowerCase().includes(word))
    })
    .map(item => {
      const commodity = commodityOfItem(company, item)
      return {
        ...item,
        source: 'own',
        supplierName: findSupplier(company, item.supplier).name,
        currency: company.currency,
        ...(commodity === undefined ? {} : { commodity }),
      }
    })
}

/** What suppliers answered, in the order of the answers. A site that has gone since is left out. */
export function openBuyResults(
  company: Readonly<Company>,
  search: number,
  answers: readonly SearchAnswer[],
): { readonly openBuy: OpenBuyResult[]; readonly problems: SearchProblem[] } {
  const openBuy: OpenBuyResult[] = []
  const problems: SearchProblem[] = []
  for (const answer of answers) {
    const site = company.punchoutSites.find(({ id, active }) => active && id === answer.siteId)
    if (site === undefined) continue
    if (answer.problem !== undefined) problems.push({ site: referTo(site), ...answer.problem })
    openBuy.push(...resultsOf(company, { search, site, answer }))
  }
  return { openBuy, problems }
}

function resultsOf(
  company: Readonly<Company>,
  found: { readonly search: number; readonly site: PunchoutSite; readonly answer: SearchAnswer },
): OpenBuyResult[] {
  const { search, site, answer } = found
  const supplierName = findSupplier(company, site.supplier).name
  return answer.items.map(item => {
    const commodity =
      site.commodity ?? (item.unspscCode === undefined ? undefined : commodityOf(company, item.unspscCode))
    return {
      ...item,
      source: 'open-buy',
      search,
      site: referTo(site),
      supplier: site.supplier,
      supplierName,
      ...(commodity === undefined ? {} : { commodity }),
    }
  })
}

/** Coupa ranks a site first whose tags are among the words. */
export function taggedSites(company: Readonly<Company>, text: string): SiteReference[] {
  const words = wordsOf(text)
  return company.punchoutSites
    .filter(site => site.active && site.tags.some(tag => words.includes(tag.toLowerCase())))
    .map(referTo)
}

export const referTo = ({ id, name }: SiteReference): SiteReference => ({ id, name })

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean)
}
