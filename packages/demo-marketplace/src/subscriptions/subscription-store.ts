import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../store/database.js'
import type { Launch, Subscription, SubscriptionOrigin } from './subscription.js'

/** What is to be provided. */
export interface Provision {
  readonly email: string
  readonly productId: string
  readonly productName: string
  readonly plan: string
  readonly quantity: string
  readonly unit: string
  readonly origin: SubscriptionOrigin
}

/** What only the first call for a key may make up. */
export interface Fresh {
  readonly id: string
  readonly launch: Launch
  readonly startedAt: Date
}

export interface OrderKey {
  readonly buyerId: string
  readonly orderID: string
}

/** Where subscriptions are kept. */
export interface SubscriptionStore {
  /**
   * Provides once per key, in one transaction: a known key gives back what it made; a new key for an order line that has
   * a subscription (a newer version of the order) changes that one; everything else is a new subscription.
   */
  provide(idempotencyKey: string, provision: Provision, fresh: () => Fresh): Subscription
  /** Newest first. `buyerId` keeps only what that company bought. */
  list(query: { readonly email: string; readonly buyerId?: string }): Subscription[]
  /** The subscriptions of one order, by line. */
  ofOrder(key: OrderKey): Subscription[]
  /** Ends the subscriptions of an order. */
  endOrder(key: OrderKey, reason: string): void
}

export function createSubscriptionStore(database: DatabaseSync): SubscriptionStore {
  const byKey = database.prepare(
    'select content from subscription join provision on subscription_id = id where idempotency_key = ?',
  )
  const byLine = database.prepare(
    'select content from subscription where buyer_id = ? and order_id = ? and line_number = ?',
  )
  const byOrder = database.prepare(
    'select content from subscription where buyer_id = ? and order_id = ? order by line_number',
  )
  const byEmail = database.prepare('select content from subscription where email = ? order by sequence desc')
  const remember = database.prepare('insert into provision (idempotency_key, subscription_id) values (?, ?)')
  const insert = database.prepare(`
    insert into subscription (id, email, buyer_id, order_id, line_number, content, sequence)
    select ?, ?, ?, ?, ?, ?, coalesce(max(sequence), 0) + 1 from subscription`)
  const update = database.prepare('update subscription set email = ?, content = ? where id = ?')

  function write(idempotencyKey: string, provision: Provision, fresh: () => Fresh): Subscription {
    const line = orderLine(provision.origin)
    const earlier = line === undefined ? undefined : read(byLine.get(...line))
    const subscription: Subscription =
      earlier === undefined
        ? { ...provision, ...fresh(), status: 'active' }
        : {
            ...provision,
            status: 'active',
            id: earlier.id,
            launch: earlier.launch,
            startedAt: earlier.startedAt,
          }
    const content = JSON.stringify(subscription)
    if (earlier === undefined) {
      insert.run(subscription.id, subscription.email, ...(line ?? [null, null, null]), content)
    } else {
      update.run(subscription.email, content, subscription.id)
    }
    remember.run(idempotencyKey, subscription.id)
    return subscription
  }

  return {
    provide: (idempotencyKey, provision, fresh) =>
      inTransaction(
        database,
        () => read(byKey.get(idempotencyKey)) ?? write(idempotencyKey, provision, fresh),
      ),
    list: ({ email, buyerId }) =>
      readAll(byEmail.all(email)).filter(
        ({ origin }) => buyerId === undefined || (origin.kind === 'order' && origin.buyerId === buyerId),
      ),
    ofOrder: ({ buyerId, orderID }) => readAll(byOrder.all(buyerId, orderID)),
    endOrder: ({ buyerId, orderID }, reason) =>
      inTransaction(database, () => {
        for (const subscription of readAll(byOrder.all(buyerId, orderID))) {
          const ended: Subscription = { ...subscription, status: 'ended', reason }
          update.run(ended.email, JSON.stringify(ended), ended.id)
        }
      }),
  }
}

function orderLine(origin: SubscriptionOrigin): [string, string, number] | undefined {
  return origin.kind === 'order' ? [origin.buyerId, origin.orderID, origin.lineNumber] : undefined
}

type Row = Readonly<Record<string, unknown>>

function readAll(rows: readonly Row[]): Subscription[] {
  return rows.flatMap(row => read(row) ?? [])
}

function read(row: Row | undefined): Subscription | undefined {
  if (typeof row?.content !== 'string') return undefined
  const content: Subscription & { readonly startedAt: string | Date } = JSON.parse(row.content)
  return { ...content, startedAt: new Date(content.startedAt) }
}
