import type { Row, Tables } from '../store/tables.js'
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
  provide(idempotencyKey: string, provision: Provision, fresh: () => Fresh): Promise<Subscription>
  /** Newest first. `buyerId` keeps only what that company bought. */
  list(query: { readonly email: string; readonly buyerId?: string }): Promise<Subscription[]>
  /** The subscriptions of one order, by line. */
  ofOrder(key: OrderKey): Promise<Subscription[]>
  /** Ends the subscriptions of an order. */
  endOrder(key: OrderKey, reason: string): Promise<void>
}

const content = 'select content from subscription'

export function createSubscriptionStore(tables: Tables): SubscriptionStore {
  return {
    provide: (idempotencyKey, provision, fresh) =>
      tables.transaction(async within => {
        const known = await within.get(
          `${content} join provision on subscription_id = id where idempotency_key = ?`,
          idempotencyKey,
        )
        return read(known) ?? write(within, idempotencyKey, provision, fresh)
      }),
    list: async ({ email, buyerId }) =>
      readAll(await tables.all(`${content} where email = ? order by sequence desc`, email)).filter(
        ({ origin }) => buyerId === undefined || (origin.kind === 'order' && origin.buyerId === buyerId),
      ),
    ofOrder: key => ofOrder(tables, key),
    endOrder: (key, reason) =>
      tables.transaction(async within => {
        for (const subscription of await ofOrder(within, key)) {
          await update(within, { ...subscription, status: 'ended', reason })
        }
      }),
  }
}

async function write(
  tables: Tables,
  idempotencyKey: string,
  provision: Provision,
  fresh: () => Fresh,
): Promise<Subscription> {
  const line = orderLine(provision.origin)
  const earlier = line && (await ofLine(tables, line))
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
  if (earlier === undefined) await insert(tables, subscription, line)
  else await update(tables, subscription)
  await tables.run(
    'insert into provision (idempotency_key, subscription_id) values (?, ?)',
    idempotencyKey,
    subscription.id,
  )
  return subscription
}

type Line = readonly [buyerId: string, orderID: string, lineNumber: number]

async function ofLine(tables: Tables, line: Line): Promise<Subscription | undefined> {
  return read(await tables.get(`${content} where buyer_id = ? and order_id = ? and line_number = ?`, ...line))
}

async function ofOrder(tables: Tables, { buyerId, orderID }: OrderKey): Promise<Subscription[]> {
  return readAll(
    await tables.all(`${content} where buyer_id = ? and order_id = ? order by line_number`, buyerId, orderID),
  )
}

async function insert(tables: Tables, subscription: Subscription, line: Line | undefined): Promise<void> {
  const { sequence } =
    (await tables.get('select coalesce(max(sequence), 0) + 1 as sequence from subscription')) ?? {}
  await tables.run(
    `insert into subscription (id, email, buyer_id, order_id, line_number, content, sequence)
     values (?, ?, ?, ?, ?, ?, ?)`,
    subscription.id,
    subscription.email,
    ...(line ?? [null, null, null]),
    JSON.stringify(subscription),
    Number(sequence),
  )
}

async function update(tables: Tables, subscription: Subscription): Promise<void> {
  const { email, id } = subscription
  await tables.run(
    'update subscription set email = ?, content = ? where id = ?',
    email,
    JSON.stringify(subscription),
    id,
  )
}

function orderLine(origin: SubscriptionOrigin): Line | undefined {
  return origin.kind === 'order' ? [origin.buyerId, origin.orderID, origin.lineNumber] : undefined
}

function readAll(rows: readonly Row[]): Subscription[] {
  return rows.flatMap(row => read(row) ?? [])
}

function read(row: Row | undefined): Subscription | undefined {
  if (typeof row?.content !== 'string') return undefined
  const content: Subscription & { readonly startedAt: string | Date } = JSON.parse(row.content)
  return { ...content, startedAt: new Date(content.startedAt) }
}
