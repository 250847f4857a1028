import { compareDecimals, multiplyDecimals, roundDecimal } from '@punchloop/sdk/cxml'
import type { Company } from '../company/company.js'
import { amountPlaces } from './amount-places.js'

/** The company's own, or one that it has enabled besides. */
export function isEnabledCurrency(company: Company, currency: string): boolean {
  return currency === company.currency || (company.currencies ?? []).some(({ code }) => code === currency)
}

/** What one unit of it is worth in the company's currency; undefined where nobody has said. */
export function exchangeRateOf(company: Company, currency: string): string | undefined {
  if (currency === company.currency) return '1'
  return company.currencies?.find(({ code }) => code === currency)?.rate
}

/** An amount in the company's currency, to the cent. What is in it already stays as it is. */
export function converted(amount: string, rate: string): string {
  return compareDecimals(rate, '1') === 0
    ? amount
    : roundDecimal(multiplyDecimals(amount, rate), amountPlaces)
}
