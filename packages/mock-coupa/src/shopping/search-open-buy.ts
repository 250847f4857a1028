import type { Network } from '../control/post.js'
import { callOpenBuy, isObject, type Json, type OpenBuyCaller, unreadable } from './call-open-buy.js'
import type { OpenBuyProblem } from './open-buy-error.js'
import { type OpenBuyItem, readOpenBuyItem } from './read-open-buy-item.js'

/** What a supplier has for a search, or why it cannot say. */
export type OpenBuyAnswer =
  | {
      readonly items: readonly OpenBuyItem[]
      /** On all pages, as far as the supplier says. */
      readonly totalCount: number
    }
  | { readonly problem: OpenBuyProblem }

/** More on one page is not read. */
const longestPage = 50

/** Asks for one page; `pageNumber` is 1 for the first. */
export async function searchOpenBuy(
  network: Network,
  caller: OpenBuyCaller,
  question: { readonly text: string; readonly pageNumber: number },
): Promise<OpenBuyAnswer> {
  const called = await callOpenBuy(network, caller, {
    operation: 'search',
    body: { query: question.text, page_number: question.pageNumber },
  })
  if ('problem' in called) return called
  const { results } = called.answer
  if (!Array.isArray(results)) return { problem: unreadable(caller.site) }
  const items = results
    .filter(isObject)
    .slice(0, longestPage)
    .map(readOpenBuyItem)
    .filter(item => item !== undefined)
  return { items, totalCount: totalOf(called.answer, items.length) }
}

/** One that says nothing, or less than it sends, has this page and no more. */
function totalOf({ total_count: total }: Json, atLeast: number): number {
  const count = typeof total === 'string' && /^\d{1,9}$/.test(total) ? Number(total) : 0
  return Math.max(count, atLeast)
}
