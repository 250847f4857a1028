import type { Company } from '../company/company.js'
import { facetsOf, refine } from './facets.js'
import { openBuyResults, ownResults, referTo, taggedSites } from './read-results.js'
import type { SearchAnswer } from './search-records.js'
import type {
  IndexResult,
  OpenBuyResult,
  OwnResult,
  Refinement,
  SearchPage,
  SearchResult,
} from './search-results.js'

/** Own items on a page, and rows of index catalogues. */
const ownPageSize = 20

/**
 * One page of everything that was found. Its n-th page is every supplier's n-th page and the n-th of our own, so that
 * what is on a page does not move when the next one is asked for.
 */
export function mergePage(
  company: Readonly<Company>,
  found: {
    readonly search: number
    readonly text: string
    readonly page: number
    readonly refinement: Refinement
    readonly answers: readonly SearchAnswer[]
    readonly index: readonly IndexResult[]
  },
): SearchPage {
  const { search, text, page } = found
  const tagged = taggedSites(company, text)
  const ofPage = found.answers.filter(answer => answer.pageNumber === page)
  const { openBuy, problems } = openBuyResults(company, search, ofPage)
  const own = ownResults(company, text)
  const ownOfPage = own.slice((page - 1) * ownPageSize, page * ownPageSize)
  const { index } = found
  const indexOfPage = index.slice((page - 1) * ownPageSize, page * ownPageSize)
  const ranked = rank([...openBuy, ...indexOfPage], ownOfPage, new Set(tagged.map(({ id }) => id)))
  const first = found.answers.filter(answer => answer.pageNumber === 1)
  const refinement = refinementOf(found.refinement)
  return {
    search,
    text,
    page,
    pageCount: Math.max(
      1,
      ...[own, index].map(({ length }) => Math.ceil(length / ownPageSize)),
      ...first.map(pagesOf),
    ),
    totalCount: own.length + index.length + first.reduce((sum, { totalCount }) => sum + totalCount, 0),
    results: refine(ranked, refinement),
    facets: facetsOf(ranked, refinement),
    refinement,
    pending: company.punchoutSites
      .filter(({ id }) => ofPage.some(({ siteId, status }) => siteId === id && status === 'pending'))
      .map(referTo),
    problems,
    taggedSites: tagged,
  }
}

function pagesOf({ items, totalCount }: SearchAnswer): number {
  return items.length === 0 ? 0 : Math.ceil(totalCount / items.length)
}

function refinementOf({ supplier, commodity, price }: Refinement): Refinement {
  return {
    ...(supplier === undefined ? {} : { supplier }),
    ...(commodity === undefined ? {} : { commodity }),
    ...(price === undefined ? {} : { price }),
  }
}

/**
 * Sites whose tags were typed come first, then our own items, then the other suppliers. Suppliers of one rank take
 * turns: whoever answers with more does not push the others down.
 */
function rank(
  ofSuppliers: readonly (OpenBuyResult | IndexResult)[],
  own: readonly OwnResult[],
  tagged: ReadonlySet<number>,
): SearchResult[] {
  const { first = [], last = [] } = Object.groupBy(ofSuppliers, ({ site }) =>
    tagged.has(site.id) ? 'first' : 'last',
  )
  return [...takeTurns(first), ...own, ...takeTurns(last)]
}

function takeTurns<Result extends OpenBuyResult | IndexResult>(results: readonly Result[]): Result[] {
  const bySite = [...Map.groupBy(results, ({ site }) => site.id).values()]
  const longest = Math.max(0, ...bySite.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) => bySite.map(group => group[turn]))
    .flat()
    .filter(result => result !== undefined)
}
