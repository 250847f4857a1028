import { addDecimals, compareDecimals, multiplyDecimals, roundDecimal } from '@punchloop/sdk/cxml'
import { amountPlaces } from './amount-places.js'

/** One tax of a line, or of a whole invoice. Coupa's tax line; names as its API has them. */
export interface TaxLine {
  readonly amount: string
  /** In percent. */
  readonly rate?: string
  readonly code?: string
  readonly description?: string
}

/** What somebody says of a tax: its amount, or the rate that it follows from. */
export type TaxLineDraft = Omit<TaxLine, 'amount'> & { readonly amount?: string }

/** The taxes on `base`: line by line, or as one amount. What a rate leaves to be worked out is rounded to the cent. */
export function taxesOn(
  base: string,
  said: { readonly taxLines?: readonly TaxLineDraft[]; readonly taxAmount?: string },
): readonly TaxLine[] {
  const { taxLines, taxAmount = '0' } = said
  if (taxLines === undefined) return compareDecimals(taxAmount, '0') === 0 ? [] : [{ amount: taxAmount }]
  return taxLines.map(line => ({
    ...line,
    amount: line.amount ?? percentOf(base, line.rate ?? '0'),
  }))
}

/** So many percent of it, to the cent. */
export function percentOf(amount: string, percent: string): string {
  return roundDecimal(multiplyDecimals(amount, multiplyDecimals(percent, '0.01')), amountPlaces)
}

export function sumOfTaxes(taxLines: readonly TaxLine[]): string {
  return addDecimals('0', ...taxLines.map(({ amount }) => amount))
}
