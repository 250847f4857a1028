import type { Company } from './company.js'
import type { CompanyFile } from './company-file.js'

const names = [
  'digestHour',
  'orderSplit',
  'invoiceTolerances',
  'sendInvoicesToApprovals',
  'estimatedTaxPercent',
  'allowCreatedByOverrideViaApi',
  'customFields',
] as const

/** Switches of the company as a whole. */
export type CompanySetup = Pick<Company, (typeof names)[number]>

/** Replaces all of them: what is absent is as {@link Company} has it by default. */
export async function saveCompanySetup(file: CompanyFile, setup: CompanySetup): Promise<void> {
  await file.update(company => {
    for (const name of names) delete company[name]
    Object.assign(company, setup)
  })
}
