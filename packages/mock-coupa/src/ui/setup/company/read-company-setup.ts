import type { CompanySetup } from '../../../company/administer-company-setup.js'
import type { CustomFieldDefinition, OrderSplit } from '../../../company/company.js'
import type { Fields } from '../../fields.js'

export const orderSplits: readonly (readonly [OrderSplit, string])[] = [
  ['punchout_site', 'Punchout site'],
  ['contract', 'Contract'],
  ['payment_term', 'Payment term'],
  ['need_by_date', 'Need by date'],
  ['account', 'Account'],
]

/** Of the form; what is left empty is as it is by default. */
export function readCompanySetup(form: Fields): CompanySetup {
  const [hour, tax] = [form.optional('digestHour'), form.optional('estimatedTaxPercent')]
  const orderSplit = orderSplits.flatMap(([by]) => (form.isChecked(`orderSplit.${by}`) ? [by] : []))
  const customFields = linesOf(form.text('customFields')).map(customFieldOf)
  const invoiceTolerances = Object.fromEntries(
    ['pricePercent', 'quantityPercent', 'totalAmount'].flatMap(name => {
      const text = form.optional(`invoiceTolerances.${name}`)
      return text === undefined ? [] : [[name, text]]
    }),
  )
  return {
    ...(hour === undefined ? {} : { digestHour: Number(hour) }),
    ...(tax === undefined ? {} : { estimatedTaxPercent: tax }),
    ...(orderSplit.length === 0 ? {} : { orderSplit }),
    ...(Object.keys(invoiceTolerances).length === 0 ? {} : { invoiceTolerances }),
    ...(form.isChecked('sendInvoicesToApprovals') ? { sendInvoicesToApprovals: true } : {}),
    ...(form.isChecked('allowCreatedByOverrideViaApi') ? { allowCreatedByOverrideViaApi: true } : {}),
    ...(customFields.length === 0 ? {} : { customFields }),
  }
}

const linesOf = (text: string) => text.split('\n').filter(line => line.trim() !== '')

/** `requisition-header project top-level required`. */
function customFieldOf(line: string): CustomFieldDefinition {
  const [object = '', name = '', ...traits] = line.trim().split(/\s+/)
  return {
    object,
    name,
    topLevel: traits.includes('top-level'),
    ...(traits.includes('required') ? { required: true } : {}),
  }
}

export function customFieldLine({ object, name, topLevel, required }: CustomFieldDefinition): string {
  return [object, name, ...(topLevel ? ['top-level'] : []), ...(required ? ['required'] : [])].join(' ')
}
