import { type Modification, modification } from '../../elements/modification.js'
import { element } from '../../grammar/element.js'
import { many } from '../../grammar/fields.js'

/**
 * Charges and allowances: `InvoiceItemModifications` of a line, `InvoiceHeaderModifications` of the whole invoice,
 * `InvoiceDetailSummaryLineItemModifications` those of all lines, added up by kind.
 */
export interface InvoiceModifications {
  /** At least one. */
  readonly modifications: readonly Modification[]
}

const modifications = (name: string) =>
  element<InvoiceModifications>(name, { modifications: many(modification) })

export const invoiceItemModifications = modifications('InvoiceItemModifications')
export const invoiceHeaderModifications = modifications('InvoiceHeaderModifications')
export const invoiceDetailSummaryLineItemModifications = modifications(
  'InvoiceDetailSummaryLineItemModifications',
)
