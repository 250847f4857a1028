import type { PurchaseOrderView } from '../../coupa.js'
import type { Transmission, TransmissionAttempt } from '../../transmission/transmission.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { Moment } from '../elements/moment.js'
import { StatusPill } from '../elements/status-pill.js'
import { orderPath } from '../paths.js'

/** How the order travels to the supplier, attempt by attempt. */
export function TransmissionCard({ order }: { readonly order: PurchaseOrderView }) {
  return (
    <Card
      title="Transmission"
      id="transmission"
      aside={<StatusPill status={order.transmissionStatus} id="transmission-status" />}
    >
      {order.transmissions.length === 0 && <p class="soft">Nothing was sent.</p>}
      <ol class="timeline">
        {order.transmissions.flatMap(transmission => [
          ...transmission.attempts.map(attempt => <Attempt attempt={attempt} />),
          <NextAttempt transmission={transmission} />,
        ])}
      </ol>
      {order.may.resend && (
        <form class="form-section" method="post" action={`${orderPath(order.number)}/resend`}>
          <Csrf />
          <button class="button" type="submit">
            Resend
          </button>
        </form>
      )}
    </Card>
  )
}

function Attempt({ attempt }: { readonly attempt: TransmissionAttempt }) {
  return (
    <li>
      <p class="what">
        <strong>{attempt.failure === undefined ? 'Taken by the supplier' : 'Not taken'}</strong>
        {attempt.status !== undefined && ` · Status ${attempt.status}`}
        {` · ${attempt.durationMs} ms`}
      </p>
      {attempt.failure !== undefined && <blockquote class="quote">{attempt.failure}</blockquote>}
      <p class="soft small">
        <Moment at={attempt.at} />
      </p>
    </li>
  )
}

function NextAttempt({ transmission }: { readonly transmission: Transmission }) {
  if (transmission.status !== 'scheduled_for_cxml') return null
  return (
    <li>
      <p class="what">
        <strong>{transmission.attempts.length === 0 ? 'Will be sent' : 'Will be tried again'}</strong>
      </p>
      {transmission.nextAttemptAt !== undefined && (
        <p class="soft small">
          <Moment at={transmission.nextAttemptAt} />
        </p>
      )}
    </li>
  )
}
