import { defineEmbedded, embedsMany } from '../schema/embedded.js'
import { alike, decimal, type FieldMaker, keptList, string } from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'

/** One tax of an invoice or of a line. Unverified: which of the fields beside amount, rate and code there are. */
export const taxLine: ObjectDefinition = defineEmbedded({
  name: 'tax-line',
  title: 'Tax Lines',
  fields: {
    amount: decimal({ places: 2 }),
    rate: decimal(),
    code: string({ maxLength: 255 }),
    base: decimal({ places: 2 }),
    description: string({ maxLength: 255 }),
    ...alike('type nature-of-tax kind-of-factor tax-exempt-reason deductibility', string({ maxLength: 255 })),
  },
})

/** Of one tax, what it is; of several their sum, and nothing else. */
export const taxFields: Readonly<Record<string, FieldMaker>> = {
  'tax-amount': decimal({ places: 2 }),
  'tax-rate': decimal({ sql: ofOnly('rate') }),
  'tax-code': string({ sql: ofOnly('code'), maxLength: 255 }),
  'tax-lines': embedsMany('tax-line', { sql: 't.tax_lines' }),
  'withholding-tax-lines': keptList(),
}

function ofOnly(name: string): string {
  return `CASE WHEN json_array_length(t.tax_lines) = 1 THEN json_extract(t.tax_lines, '$[0].${name}') END`
}
