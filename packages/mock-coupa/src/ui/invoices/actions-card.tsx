import type { InvoiceView } from '../../invoices.js'
import type { InvoiceAction } from '../../invoicing/transitions.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { TextField } from '../elements/field.js'
import { invoicePath } from '../paths.js'

const labels: Readonly<Record<InvoiceAction, string>> = {
  submit: 'Submit',
  dispute: 'Dispute',
  withdraw_dispute: 'Withdraw Dispute',
  bypass_approvals: 'Bypass Approvals',
  bypass_current_approval: 'Bypass Current Approval',
  restart_approvals: 'Restart Approvals',
  revalidate_tolerances: 'Revalidate Tolerances',
  abandon: 'Abandon',
  void: 'Void',
}

/** What accounts payable can do now, with one reason for whichever button is pressed. */
export function ActionsCard({ invoice }: { readonly invoice: InvoiceView }) {
  const { act, pay } = invoice.may
  if (act.length === 0 && !pay) return null
  return (
    <Card title="Actions" id="actions">
      {act.length > 0 && (
        <form method="post" class="form">
          <Csrf />
          <TextField
            name="reason"
            label="Reason"
            value=""
            lines={2}
            hint="The supplier is told why an invoice is disputed."
          />
          <div class="actions">
            {act.map((action, index) => (
              <button
                class={index === 0 ? 'button button-main' : 'button'}
                type="submit"
                formaction={`${invoicePath(invoice.id)}/actions/${action}`}
              >
                {labels[action]}
              </button>
            ))}
          </div>
        </form>
      )}
      {pay && (
        <form method="post" class="form form-section" action={`${invoicePath(invoice.id)}/payment`}>
          <Csrf />
          <input type="hidden" name="paid" value={invoice.paid ? 'false' : 'true'} />
          {!invoice.paid && <TextField name="notes" label="Payment notes" value="" />}
          <button class="button" type="submit">
            {invoice.paid ? 'Not paid after all' : 'Mark as Paid'}
          </button>
        </form>
      )}
    </Card>
  )
}
