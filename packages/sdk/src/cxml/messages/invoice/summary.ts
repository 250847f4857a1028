import { type Amount, type Tax, tax } from '../../elements/tax.js'
import { element } from '../../grammar/element.js'
import { needed, optional } from '../../grammar/fields.js'
import {
  amount,
  grossAmount,
  type InvoiceDetailDiscount,
  invoiceDetailDiscount,
  netAmount,
  type ShippingAmount,
  type SpecialHandlingAmount,
  shippingAmount,
  specialHandlingAmount,
  subtotalAmount,
  totalAllowances,
  totalAmountWithoutTax,
  totalCharges,
} from './amounts.js'
import {
  type InvoiceModifications,
  invoiceDetailSummaryLineItemModifications,
  invoiceHeaderModifications,
} from './modifications.js'
import { type InvoiceDetailSummaryIndustry, invoiceDetailSummaryIndustry } from './retail.js'

/** `InvoiceDetailSummary`: what the whole invoice comes to. Amounts of a credit are negative. */
export interface InvoiceDetailSummary {
  /** The sum of the lines' subtotals. The DTD requires it. */
  readonly subtotalAmount?: Amount
  /** The DTD requires it, with an amount of 0 where there is none. */
  readonly tax?: Tax
  readonly specialHandlingAmount?: SpecialHandlingAmount
  readonly shippingAmount?: ShippingAmount
  /** The subtotal with tax, special handling and shipping, before discounts. */
  readonly grossAmount?: Amount
  readonly invoiceDetailDiscount?: InvoiceDetailDiscount
  /** Charges and allowances on the whole invoice, without those of its lines (since cXML 1.2.028). */
  readonly invoiceHeaderModifications?: InvoiceModifications
  /** Those of all lines, added up by kind (since cXML 1.2.028). */
  readonly invoiceDetailSummaryLineItemModifications?: InvoiceModifications
  /** Of header and lines. */
  readonly totalCharges?: Amount
  /** Of header and lines. */
  readonly totalAllowances?: Amount
  /** Subtotal, charges and allowances, shipping, special handling and discounts among them. */
  readonly totalAmountWithoutTax?: Amount
  /** The gross amount less discounts. */
  readonly netAmount: Amount
  /** Paid in advance. */
  readonly depositAmount?: Amount
  /** What is to be paid: the net amount less the deposit. Negative in a credit. */
  readonly dueAmount?: Amount
  readonly invoiceDetailSummaryIndustry?: InvoiceDetailSummaryIndustry
}

export const invoiceDetailSummary = element<InvoiceDetailSummary>('InvoiceDetailSummary', {
  subtotalAmount: optional(subtotalAmount),
  tax: optional(tax),
  specialHandlingAmount: optional(specialHandlingAmount),
  shippingAmount: optional(shippingAmount),
  grossAmount: optional(grossAmount),
  invoiceDetailDiscount: optional(invoiceDetailDiscount),
  invoiceHeaderModifications: optional(invoiceHeaderModifications),
  invoiceDetailSummaryLineItemModifications: optional(invoiceDetailSummaryLineItemModifications),
  totalCharges: optional(totalCharges),
  totalAllowances: optional(totalAllowances),
  totalAmountWithoutTax: optional(totalAmountWithoutTax),
  netAmount: needed(netAmount),
  depositAmount: optional(amount('DepositAmount')),
  dueAmount: optional(amount('DueAmount')),
  invoiceDetailSummaryIndustry: optional(invoiceDetailSummaryIndustry),
})
