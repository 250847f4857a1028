import type { Confirmation, ConfirmationLine, ConfirmationType } from '../../fulfillment/confirmation.js'
import type { PurchaseOrderView } from '../../orders.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { TextField } from '../elements/field.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { StatusPill } from '../elements/status-pill.js'
import { confirmationPath } from '../paths.js'

const words: Record<ConfirmationType, string> = {
  accept: 'Accepted',
  allDetail: 'Answered line by line',
  detail: 'Answered line by line',
  except: 'Accepted with exceptions',
  backordered: 'Back-ordered',
  reject: 'Rejected',
  requestToPay: 'Asked for payment',
  replace: 'Replaced',
}

/** What the supplier said about the order, what it is still asked, and what the buyer has to say to it. */
export function ConfirmationCard({ order }: { readonly order: PurchaseOrderView }) {
  const { confirmations, awaitedConfirmation: awaited } = order
  return (
    <Card title="Supplier confirmation" id="confirmation">
      {confirmations.length === 0 && (
        <p class="soft">
          The supplier has not confirmed this order yet.
          {awaited?.confirmBy !== undefined && (
            <>
              {' '}
              It is asked to by <Moment at={awaited.confirmBy} />.
            </>
          )}
        </p>
      )}
      {confirmations.length > 0 && (
        <ol class="timeline">
          {confirmations.map(confirmation => (
            <Said confirmation={confirmation} order={order} />
          ))}
        </ol>
      )}
      {awaited !== undefined && order.may.confirm && (
        <DecisionForm
          confirmation={awaited.id}
          lead="The supplier has told you by mail or on the phone? Say it here for the supplier."
          accept="Accept for the supplier"
          reject="Reject for the supplier"
        />
      )}
    </Card>
  )
}

function Said({
  confirmation,
  order,
}: {
  readonly confirmation: Confirmation
  readonly order: PurchaseOrderView
}) {
  return (
    <li data-confirmation={confirmation.type}>
      <p class="what">
        <strong>{words[confirmation.type]}</strong>
        {confirmation.confirmID !== undefined && ` · ${confirmation.confirmID}`}{' '}
        <StatusPill status={confirmation.status} />
      </p>
      {confirmation.lines.map(line => (
        <p class="small">{describe(line, order.currency)}</p>
      ))}
      {confirmation.comments !== undefined && <blockquote class="quote">{confirmation.comments}</blockquote>}
      <p class="soft small">
        <Moment at={confirmation.receivedAt} />
      </p>
      {confirmation.status === 'pending_approval' && order.may.decideConfirmation && (
        <DecisionForm
          confirmation={confirmation.id}
          lead="What you accept becomes a change of this order."
          accept="Accept changes"
          reject="Reject changes"
        />
      )}
    </li>
  )
}

function describe(line: ConfirmationLine, currency: string): string {
  return [
    `Line ${line.lineNumber}: ${line.quantity} ${line.status}`,
    line.unitPrice === undefined ? '' : formatMoney(line.unitPrice, currency),
    line.deliveryDate ?? '',
    line.decision === undefined ? '' : `change ${line.decision}`,
    line.comments ?? '',
  ]
    .filter(Boolean)
    .join(', ')
}

function DecisionForm(props: {
  readonly confirmation: number
  readonly lead: string
  readonly accept: string
  readonly reject: string
}) {
  const path = confirmationPath(props.confirmation)
  return (
    <form class="form form-section" method="post" action={`${path}/accept`}>
      <Csrf />
      <p class="soft">{props.lead}</p>
      <TextField name="comment" label="Comment" value="" lines={2} />
      <div class="actions">
        <button class="button button-main" type="submit">
          {props.accept}
        </button>
        <button class="button" type="submit" formaction={`${path}/reject`}>
          {props.reject}
        </button>
      </div>
    </form>
  )
}
