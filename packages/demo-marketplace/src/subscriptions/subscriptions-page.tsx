import type { Visitor } from '../accounts/visitor.js'
import { amountForPeople, quantityForPeople } from '../catalog/decimal.js'
import { dayText, foreignDayText } from '../ui/dates.js'
import { Layout } from '../ui/layout.js'
import { StatusPill } from '../ui/status-pill.js'
import type { Subscription } from './subscription.js'

interface SubscriptionsPageProps {
  readonly visitor: Visitor
  readonly subscriptions: readonly Subscription[]
  /** The one that was just made. */
  readonly fresh: string | undefined
  readonly nameOfBuyer: (buyerId: string) => string
}

export function SubscriptionsPage({ visitor, subscriptions, fresh, nameOfBuyer }: SubscriptionsPageProps) {
  return (
    <Layout visitor={visitor} title="My subscriptions" path="/subscriptions">
      <div class="page-head">
        <div>
          <h1>My subscriptions</h1>
          <p class="lead">
            {visitor.trip
              ? `What ${visitor.trip.buyerName} has bought for you.`
              : 'Everything you may use, with what you need to begin.'}
          </p>
        </div>
        <a href="/requests">Requests waiting for approval</a>
      </div>
      {fresh !== undefined && (
        <p class="notice good" role="status">
          Your subscription has started. Below is how to begin.
        </p>
      )}
      {subscriptions.length === 0 ? (
        <section class="empty panel">
          <h2>Nothing here yet</h2>
          <p>
            Products appear as soon as you subscribe, or when your company’s purchase order for your request
            arrives.
          </p>
          <a class="button" href="/">
            Look through the catalogue
          </a>
        </section>
      ) : (
        <div class="stack">
          {subscriptions.map(subscription => (
            <SubscriptionCard
              subscription={subscription}
              isFresh={subscription.id === fresh}
              nameOfBuyer={nameOfBuyer}
            />
          ))}
        </div>
      )}
    </Layout>
  )
}

interface CardProps {
  readonly subscription: Subscription
  readonly isFresh: boolean
  readonly nameOfBuyer: (buyerId: string) => string
}

function SubscriptionCard({ subscription, isFresh, nameOfBuyer }: CardProps) {
  const { productId, productName, status, reason, launch } = subscription
  return (
    <article
      class={isFresh ? 'subscription panel fresh' : 'subscription panel'}
      data-status={status}
      data-product={productId}
      data-subscription={subscription.id}
    >
      <img src={`/products/${productId}/picture.svg`} alt="" width="64" height="64" />
      <div>
        <header>
          <h2>
            <a href={`/products/${productId}`}>{productName}</a>
          </h2>
          <StatusPill status={status} text={status === 'active' ? 'Active' : 'Ended'} />
        </header>
        {reason && <p class="quiet">{reason}</p>}
        <Facts subscription={subscription} nameOfBuyer={nameOfBuyer} />
      </div>
      {status === 'active' && (
        <details class="launch" open>
          <summary>Launch instructions</summary>
          <ol>
            {launch.steps.map(step => (
              <li>{step}</li>
            ))}
          </ol>
          {launch.credential && (
            <p class="credential">
              <span class="quiet">{launch.credential.label}</span>
              <code>{launch.credential.value}</code>
            </p>
          )}
        </details>
      )}
    </article>
  )
}

function Facts({ subscription, nameOfBuyer }: Omit<CardProps, 'isFresh'>) {
  const { origin, quantity, unit, plan, startedAt, id } = subscription
  const count = unit === 'USD' ? `USD ${amountForPeople(quantity)}` : `${quantityForPeople(quantity)} ${unit}`
  return (
    <dl class="facts">
      <dt>Quantity</dt>
      <dd>
        {count} <span class="quiet">({plan})</span>
      </dd>
      {origin.kind === 'order' ? (
        <>
          <dt>Purchase order</dt>
          <dd>
            <strong>{origin.orderID}</strong> of {nameOfBuyer(origin.buyerId)}, ordered{' '}
            {foreignDayText(origin.orderDate)}
          </dd>
        </>
      ) : (
        <>
          <dt>Bought</dt>
          <dd>by yourself, on Brightstack</dd>
        </>
      )}
      <dt>Started</dt>
      <dd>{dayText(startedAt)}</dd>
      <dt>Subscription</dt>
      <dd class="mono">{id}</dd>
    </dl>
  )
}
