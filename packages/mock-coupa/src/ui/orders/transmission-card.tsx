import type { PurchaseOrderView } from '../../orders.js'
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
          ...transmission.attempts.map(attempt => <Attempt attempt={attempt} transmission={transmission} />),
          <NextAttempt transmission={transmission} />,
        ])}
      </ol>
      {order.may.markSent && (
        <form class="form-section" method="post" action={`${orderPath(order.number)}/mark-sent`}>
          <Csrf />
          <button class="button button-main" type="submit">
            {order.transmissionStatus === 'awaiting_online_purchase' ? 'Mark as Purchased' : 'Mark as Sent'}
          </button>
        </form>
      )}
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

function outcomeOf(attempt: TransmissionAttempt, { method, type }: Transmission): string {
  if (attempt.failure !== undefined) return 'Not taken'
  const what = { new: '', update: ' (update)', delete: ' (cancellation)' }[type]
  return `${method === 'email' ? 'Mailed to the supplier' : 'Taken by the supplier'}${what}`
}

interface AttemptProps {
  readonly attempt: TransmissionAttempt
  readonly transmission: Transmission
}

function Attempt({ attempt, transmission }: AttemptProps) {
  return (
    <li>
      <p class="what">
        <strong>{outcomeOf(attempt, transmission)}</strong>
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
  if (transmission.nextAttemptAt === undefined) return null
  return (
    <li>
      <p class="what">
        <strong>{transmission.attempts.length === 0 ? 'Will be sent' : 'Will be tried again'}</strong>
      </p>
      <p class="soft small">
        <Moment at={transmission.nextAttemptAt} />
      </p>
    </li>
  )
}
