import type { Confirmation, ConfirmationType } from '../../fulfillment/confirmation.js'
import { Card } from '../elements/card.js'
import { Moment } from '../elements/moment.js'

const words: Record<ConfirmationType, string> = {
  accept: 'Accepted',
  allDetail: 'Answered line by line',
  detail: 'Proposed changes',
  except: 'Accepted with exceptions',
  backordered: 'Back-ordered',
  reject: 'Rejected',
  requestToPay: 'Asked for payment',
  replace: 'Replaced',
}

/** What the supplier said about the order. */
export function ConfirmationCard({ confirmations }: { readonly confirmations: readonly Confirmation[] }) {
  return (
    <Card title="Supplier confirmation" id="confirmation">
      {confirmations.length === 0 ? (
        <p class="soft">The supplier has not confirmed this order yet.</p>
      ) : (
        <ol class="timeline">
          {confirmations.map(confirmation => (
            <li data-confirmation={confirmation.type}>
              <p class="what">
                <strong>{words[confirmation.type]}</strong>
                {confirmation.confirmID !== undefined && ` · ${confirmation.confirmID}`}
              </p>
              {confirmation.lines.map(line => (
                <p class="small">
                  Line {line.lineNumber}: {line.quantity} {line.status}
                  {line.deliveryDate !== undefined && `, ${line.deliveryDate}`}
                  {line.comments !== undefined && ` – ${line.comments}`}
                </p>
              ))}
              {confirmation.comments !== undefined && (
                <blockquote class="quote">{confirmation.comments}</blockquote>
              )}
              <p class="soft small">
                <Moment at={confirmation.receivedAt} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
