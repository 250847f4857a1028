import { multiplyDecimals } from '@punchloop/sdk/cxml'
import { isEnabledCurrency } from '../accounting/exchange.js'
import type { Company } from '../company/company.js'
import { commodityOf, findSite, findSupplier } from '../company/find.js'
import { findPerson } from '../company/people.js'
import type { PunchoutSite } from '../company/punchout-site.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { OpenBuyItem } from '../shopping/read-open-buy-item.js'
import { listAnswers, searchText } from '../shopping/search-records.js'
import { readQuantity } from './read-quantity.js'
import { insertRealtimeExtension } from './realtime-records.js'
import type { NewRequisitionLine } from './requisition.js'
import { appendLines } from './requisition-lines.js'
import { createCart, findCart, readRequisition } from './requisition-records.js'

/** Which result of which own search, and how many. */
export interface ChosenResult {
  readonly search: number
  readonly siteId: number
  readonly sourcePartNum: string
  readonly quantity: string
}

/**
 * Puts a supplier's search result into the cart without a visit to the supplier, which is asked about it afterwards.
 * What it costs is what the supplier answered to the search, not what a page says. Returns the cart's number.
 */
export function addOpenBuyItem(work: Work, login: string, chosen: ChosenResult): number {
  const site = findSite(work.company, chosen.siteId)
  const item = findResult(work, login, chosen)
  if (!isEnabledCurrency(work.company, item.currency)) {
    throw new CoupaError('ERR_COUPA_INVALID', `Currency ${item.currency} is not enabled`, {
      fields: [{ field: 'currency', message: `${item.currency} is not enabled` }],
    })
  }
  const quantity = readQuantity(chosen.quantity)
  const cart = findCart(work.db, login) ?? createCart(work, findPerson(work.company, login))
  appendLines(work, cart.number, [lineOf(item, { site, company: work.company, quantity })])
  const line = readRequisition(work.db, cart.number).lines.at(-1)
  insertRealtimeExtension(work, {
    line: line?.id ?? 0,
    search: chosen.search,
    ...(item.realtimeItemKey === undefined ? {} : { realtimeItemKey: item.realtimeItemKey }),
  })
  return cart.number
}

function findResult(work: Work, login: string, chosen: ChosenResult): OpenBuyItem {
  searchText(work.db, login, chosen.search)
  const item = listAnswers(work.db, chosen.search, work.now)
    .filter(({ siteId }) => siteId === chosen.siteId)
    .flatMap(({ items }) => items)
    .find(({ sourcePartNum }) => sourcePartNum === chosen.sourcePartNum)
  if (item?.isChosenAtSupplier === true) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `${item.name} is bought at the supplier’s shop: choose it there`,
    )
  }
  if (item !== undefined) return item
  throw new CoupaError(
    'ERR_COUPA_NOT_FOUND',
    `Search ${chosen.search} has no such result any more: search again`,
  )
}

/** What a supplier says of an item, as a line. */
export function lineOf(
  item: OpenBuyItem,
  by: { readonly site: PunchoutSite; readonly company: Company; readonly quantity: string },
): NewRequisitionLine {
  const { site, company, quantity } = by
  const supplier = findSupplier(company, site.supplier)
  const commodity =
    site.commodity ?? (item.unspscCode === undefined ? undefined : commodityOf(company, item.unspscCode))
  return {
    lineType: 'RequisitionQuantityLine',
    sourceType: 'Punchout',
    description: item.name.slice(0, 255),
    descriptionLang: 'en',
    sourcePartNum: item.sourcePartNum,
    quantity,
    unitPrice: item.unitPrice,
    currency: item.currency,
    total: multiplyDecimals(quantity, item.unitPrice),
    uom: item.uom,
    supplier: { id: supplier.id, name: supplier.name },
    punchoutSite: { id: site.id, name: site.name },
    ...(item.suppAuxPartNum === undefined ? {} : { suppAuxPartNum: item.suppAuxPartNum }),
    ...(commodity === undefined ? {} : { commodity }),
    ...(site.contractId === undefined ? {} : { contract: site.contractId }),
    ...(item.unspscCode === undefined ? {} : { unspscCode: item.unspscCode }),
    ...(item.imageUrl === undefined ? {} : { imageUrl: item.imageUrl }),
    ...(item.manufacturerName === undefined ? {} : { manufacturerName: item.manufacturerName }),
    ...(item.manufacturerPartNumber === undefined
      ? {}
      : { manufacturerPartNumber: item.manufacturerPartNumber }),
  }
}
