import {
  addDecimals,
  compareDecimals,
  type InvoiceDetailItem,
  isDecimal,
  multiplyDecimals,
  subtractDecimals,
} from '@punchloop/sdk/cxml'
import { sumOfTaxes, type TaxLine, taxesOn } from '../accounting/taxes.js'
import type { Kept } from '../requisitions/requisition.js'
import type { NewInvoiceLine } from './invoice.js'

type Tax = NonNullable<InvoiceDetailItem['tax']>
type TaxDetail = Tax['taxDetails'][number]

/** What a document says of taxes; `more`: what is withheld, which is no part of the total. */
export interface ReadTaxes {
  readonly taxLines: readonly TaxLine[]
  readonly more?: Kept
}

/**
 * A tax of cXML, detail by detail where the details come to it; else as one amount, so that totals stay the supplier's.
 * Unverified: which of its fields Coupa takes for the code.
 */
export function readTaxes(tax: Tax | undefined, isCredit: boolean): ReadTaxes {
  if (tax === undefined) return { taxLines: [] }
  const sum = tax.money?.amount ?? '0'
  const [withheld, charged] = [true, false].map(is =>
    tax.taxDetails.filter(detail => isWithheld(detail) === is),
  )
  const lines = (charged ?? []).map(taxLineOf)
  const areWhole = lines.length > 0 && compareDecimals(sumOfTaxes(lines), sum) === 0
  const description = tax.description?.value.trim()
  const one = taxesOn('0', { taxAmount: sum }).map(line => ({
    ...line,
    ...(description ? { description } : {}),
  }))
  const kept = (withheld ?? []).map(taxLineOf)
  return {
    taxLines: (areWhole ? lines : one).map(line => signed(line, isCredit)),
    ...(kept.length === 0
      ? {}
      : { more: { 'withholding-tax-lines': kept.map(line => signed(line, isCredit)) } }),
  }
}

function isWithheld({ isWithholdingTax, category }: TaxDetail): boolean {
  return isWithholdingTax === 'yes' || category === 'withholdingTax'
}

function taxLineOf({ category, percentageRate, taxAmount, taxableAmount, description }: TaxDetail): TaxLine {
  const base = taxableAmount?.money?.amount
  const words = description?.value.trim()
  return {
    amount: taxAmount?.money?.amount ?? '0',
    ...(category ? { code: category } : {}),
    ...(isDecimal(percentageRate) ? { rate: percentageRate } : {}),
    ...(base === undefined ? {} : { base }),
    ...(words ? { description: words } : {}),
  }
}

/** Suppliers write credits with and without the sign. */
function signed(line: TaxLine, isCredit: boolean): TaxLine {
  const isAbove = compareDecimals(line.amount, '0') > 0
  return isCredit && isAbove ? { ...line, amount: multiplyDecimals(line.amount, '-1') } : line
}

/**
 * The tax of the summary is the sum of all: what lines say of it is counted with them, and where they say nothing its
 * details are the whole's.
 */
export function taxesOfTheWhole(
  summary: Tax | undefined,
  lines: readonly NewInvoiceLine[],
  isCredit: boolean,
): ReadTaxes {
  const whole = readTaxes(summary, isCredit)
  const ofLines = addDecimals('0', ...lines.map(({ taxLines = [] }) => sumOfTaxes(taxLines.map(withAmount))))
  if (compareDecimals(ofLines, '0') === 0) return whole
  const rest = subtractDecimals(sumOfTaxes(whole.taxLines), ofLines)
  return { ...whole, taxLines: taxesOn('0', { taxAmount: summary === undefined ? '0' : rest }) }
}

function withAmount({ amount = '0', ...line }: NonNullable<NewInvoiceLine['taxLines']>[number]): TaxLine {
  return { ...line, amount }
}
