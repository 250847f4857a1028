import type { CompanySetup } from '../../../company/administer-company-setup.js'
import type { FieldProblem } from '../../../errors.js'
import type { Page, Redirect, Visit } from '../../answer.js'
import { CheckField, TextField } from '../../elements/field.js'
import { paths } from '../../paths.js'
import { EditForm, saving } from '../edit-form.js'
import { setupPage } from '../setup-frame.js'
import { customFieldLine, orderSplits, readCompanySetup } from './read-company-setup.js'

/** What holds for the company as a whole. */
export function editCompanySetup(visit: Visit): Page {
  return form(visit, visit.coupa.configuration(visit.person.login))
}

export function saveCompanySetup(visit: Visit): Promise<Page | Redirect> {
  const setup = readCompanySetup(visit.form)
  return saving({
    save: () => visit.coupa.saveCompanySetup(visit.person.login, setup),
    next: paths.companySetup,
    again: problems => form(visit, setup, problems.map(besideItsField)),
  })
}

/** Custom fields stand in one field of the form, a line each. */
function besideItsField({ field, message }: FieldProblem): FieldProblem {
  const [, index] = /^customFields\[(\d+)\]/.exec(field) ?? []
  return index === undefined
    ? { field, message }
    : { field: 'customFields', message: `Line ${Number(index) + 1} ${message}` }
}

interface SetupForm {
  readonly setup: CompanySetup
  readonly problems: readonly FieldProblem[]
}

function form({ coupa, person }: Visit, setup: CompanySetup, problems: readonly FieldProblem[] = []): Page {
  const { name, currency } = coupa.configuration(person.login)
  return setupPage({
    room: 'company',
    title: 'Company Setup',
    lead: `What holds for ${name} as a whole.`,
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <EditForm action={paths.companySetup} cancel={paths.setup} problems={problems}>
        <Requests setup={setup} problems={problems} />
        <Invoices setup={setup} problems={problems} currency={currency} />
        <Programs setup={setup} problems={problems} />
      </EditForm>
    ),
  })
}

function Requests({ setup, problems }: SetupForm) {
  return (
    <fieldset>
      <legend class="legend">Requests and orders</legend>
      <div class="form-grid">
        <TextField
          name="estimatedTaxPercent"
          label="Estimated tax, in percent"
          value={setup.estimatedTaxPercent ?? ''}
          hint="What taxes are expected to add to a request."
          problems={problems}
        />
        <TextField
          name="digestHour"
          label="Hour of the daily digest"
          value={String(setup.digestHour ?? '')}
          hint="0 to 23 by the company’s clock; empty: 8."
          problems={problems}
        />
        {orderSplits.map(([by, label]) => (
          <CheckField
            name={`orderSplit.${by}`}
            label={`An order for each: ${label}`}
            isChecked={setup.orderSplit?.includes(by) ?? false}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Invoices({ setup, problems, currency }: SetupForm & { readonly currency: string }) {
  const { pricePercent, quantityPercent, totalAmount } = setup.invoiceTolerances ?? {}
  return (
    <fieldset class="form-section">
      <legend class="legend">Invoices</legend>
      <div class="form-grid">
        <TextField
          name="invoiceTolerances.pricePercent"
          label="Price above the order, in percent"
          value={pricePercent ?? ''}
          problems={problems}
        />
        <TextField
          name="invoiceTolerances.quantityPercent"
          label="Quantity above the order, in percent"
          value={quantityPercent ?? ''}
          problems={problems}
        />
        <TextField
          name="invoiceTolerances.totalAmount"
          label={`Difference of the total, in ${currency}`}
          value={totalAmount ?? ''}
          hint="Tolerances; empty: none."
          problems={problems}
        />
        <CheckField
          name="sendInvoicesToApprovals"
          label="Send invoices to approvals"
          isChecked={setup.sendInvoicesToApprovals ?? false}
          hint="People approve also what order and receipts agree with, unless the supplier says otherwise."
          wide
        />
      </div>
    </fieldset>
  )
}

function Programs({ setup, problems }: SetupForm) {
  return (
    <fieldset class="form-section">
      <legend class="legend">Custom fields and the API</legend>
      <div class="form-grid">
        <TextField
          name="customFields"
          label="Custom fields"
          lines={5}
          wide
          value={(setup.customFields ?? []).map(customFieldLine).join('\n')}
          hint="One a line: object and name, such as requisition-header project; then top-level where it stands beside the object’s own fields, and required where a request must have it."
          problems={problems}
        />
        <CheckField
          name="allowCreatedByOverrideViaApi"
          label="Programs may say who has created a request"
          isChecked={setup.allowCreatedByOverrideViaApi ?? false}
          hint="allow_created_by_override_via_api"
          wide
        />
      </div>
    </fieldset>
  )
}
