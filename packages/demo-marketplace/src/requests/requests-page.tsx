import type { PurchaseRequest, PurchaseRequestStatus } from '@punchloop/sdk'
import type { Visitor } from '../accounts/visitor.js'
import { amountForPeople } from '../catalog/decimal.js'
import { dayText, minuteText } from '../ui/dates.js'
import { Layout } from '../ui/layout.js'
import { StatusPill } from '../ui/status-pill.js'

interface RequestsPageProps {
  readonly visitor: Visitor
  readonly requests: readonly PurchaseRequest[]
  readonly nameOfBuyer: (buyerId: string) => string
}

export function RequestsPage({ visitor, requests, nameOfBuyer }: RequestsPageProps) {
  return (
    <Layout visitor={visitor} title="Requests" path="/requests">
      <div class="page-head">
        <div>
          <h1>Requests</h1>
          <p class="lead">What you sent to your company’s procurement system, and what became of it.</p>
        </div>
      </div>
      {requests.length === 0 ? (
        <section class="empty panel">
          <h2>No requests yet</h2>
          <p>Come from your procurement system, choose a product and press “Request approval”.</p>
          <a class="button" href="/">
            Look through the catalogue
          </a>
        </section>
      ) : (
        <>
          <p class="notice">
            Approvals happen in your procurement system, and it tells us only of orders. If a request is
            rejected there, you hear it there; here it waits until it expires, or until you withdraw it.
          </p>
          <div class="stack">
            {requests.map(request => (
              <RequestCard request={request} visitor={visitor} buyer={nameOfBuyer(request.buyerId)} />
            ))}
          </div>
        </>
      )}
    </Layout>
  )
}

const words: Record<PurchaseRequestStatus, string> = {
  waiting: 'Waiting for approval',
  ordered: 'Ordered',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
  superseded: 'Replaced',
}

interface RequestCardProps {
  readonly request: PurchaseRequest
  readonly visitor: Visitor
  readonly buyer: string
}

function RequestCard({ request, visitor, buyer }: RequestCardProps) {
  const { status, orderID, reason } = request
  return (
    <article class="request panel" data-status={status} data-request={request.id}>
      <header>
        <ul class="lines">
          {request.lines.map(line => (
            <li>{line.description}</li>
          ))}
        </ul>
        <StatusPill
          status={status}
          text={orderID === undefined ? words[status] : `${words[status]}, ${orderID}`}
        />
      </header>
      <p class="meta">
        <span class="amount">
          {request.currency} {amountForPeople(request.total)}
        </span>
        <span>{buyer}</span>
        <span>requested {minuteText(request.createdAt)}</span>
        {status === 'waiting' && <span>waits until {dayText(request.expiresAt)}</span>}
        {request.deploymentMode === 'test' && <StatusPill status="test" text="Test, never fulfilled" />}
      </p>
      {reason && <p class="reason">{reason}</p>}
      {status === 'waiting' && <WithdrawForm request={request} csrfToken={visitor.csrfToken} />}
    </article>
  )
}

function WithdrawForm({
  request,
  csrfToken,
}: {
  readonly request: PurchaseRequest
  readonly csrfToken: string
}) {
  return (
    <form class="actions" method="post" action={`/requests/${request.id}/withdraw`}>
      <input type="hidden" name="csrf" value={csrfToken} />
      <label class="field">
        Reason
        <input type="text" name="reason" maxlength={200} placeholder="Rejected, or no longer needed" />
      </label>
      <button type="submit" class="button danger">
        Withdraw
      </button>
    </form>
  )
}
