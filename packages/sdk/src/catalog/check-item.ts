import { currencyOf } from '../cxml/values/currency.js'
import { isDecimal } from '../cxml/values/decimal.js'
import type { CatalogItem } from './catalog.js'
import { shownValue } from './catalog-error.js'

/** What a row must not be. */
export interface ItemProblem {
  readonly field: keyof CatalogItem
  readonly message: string
}

/** The first thing for which a buyer would refuse the row; undefined where there is none. */
export function itemProblem(item: CatalogItem): ItemProblem | undefined {
  return [...problemsOf(item)][0]
}

function* problemsOf(item: CatalogItem): Generator<ItemProblem> {
  if (item.supplierPartID.trim() === '') {
    yield { field: 'supplierPartID', message: 'is empty; every row needs the Supplier Part ID' }
  }
  for (const field of ['unitPrice', 'marketPrice', 'leadTime'] as const) {
    const value = item[field]
    if (value === undefined) continue
    if (!isDecimal(value) || value.startsWith('-')) {
      yield { field, message: `is ${shownValue(value)}; expected a number of at least 0, such as 199.00` }
    }
  }
  const { currency } = item
  if (currency !== undefined && currencyOf(currency) === undefined) {
    yield {
      field: 'currency',
      message: `is ${shownValue(currency)}; expected a code of ISO 4217, such as USD`,
    }
  }
  for (const field of ['effectiveDate', 'expirationDate'] as const) {
    const value = item[field]
    if (value !== undefined && !isDate(value)) {
      yield { field, message: `is ${shownValue(value)}; expected a date such as 2026-01-31` }
    }
  }
  if (item.delete === true) return
  yield* missing(item)
}

function* missing(item: CatalogItem): Generator<ItemProblem> {
  if ((item.description ?? '').trim() === '') {
    yield {
      field: 'description',
      message: 'is empty; only a row that deletes may be without Item Description',
    }
  }
  if (item.punchOutEnabled === true) return
  // What is bought from the index itself needs all that an order line needs.
  for (const [field, name] of [
    ['unitPrice', 'Unit Price'],
    ['unitOfMeasure', 'Units of Measure'],
  ] as const) {
    if (item[field] === undefined) {
      yield { field, message: `is empty; give the ${name}, or say TRUE under PunchOut Enabled` }
    }
  }
}

/** A date of the calendar, with or without a time behind it. */
function isDate(value: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(value)
  if (found === null) return false
  const [, year, month, day] = found.map(Number)
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day))
  return date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day
}
