import { postgresStore } from '@punchloop/sdk/postgres'
import { startPostgres } from '@punchloop/test-postgres'
import pg from 'pg'
import type { Figure } from '../figures.js'
import { openMarketplace, returnAndOrder } from '../orders/marketplace.js'
import { deliverAll } from './storm.js'
import { startTakers } from './takers.js'

const orders = 500
const times = 20
const processes = 4

/**
 * Storms of 500 new orders, each sent 20 times to any of four processes on one PostgreSQL, on the same machine as those who
 * send; by the clock. No figure where there is no PostgreSQL.
 */
export async function timeStorms(rounds: number): Promise<readonly Figure[]> {
  const server = await startPostgres()
  if (server === undefined) return []
  const database = new pg.Pool({ connectionString: server.url, max: 1 })
  await database.query('create table fulfil_call (key text)')
  const store = postgresStore({ connectionString: server.url })
  const supplier = openMarketplace(store)
  const takers = await startTakers('take-orders', processes, [server.url, 'punchloop'])
  try {
    const perSecond: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const documents = await Promise.all(
        Array.from({ length: orders }, (_, index) => returnAndOrder(supplier, `PO-${round}-${index}`, 1)),
      )
      const { ports } = takers
      const storm = await deliverAll({ ports, documents, times, connections: 64, random: Math.random })
      if (storm.failures.length > 0) throw new Error(`The storm was not survived: ${storm.failures[0]}`)
      // The first teaches the compiler.
      if (round > 0) perSecond.push(storm.deliveries / storm.seconds)
      await allProvided(database, (round + 1) * orders)
    }
    return [
      {
        work: `an order sent to one of ${processes} processes on PostgreSQL`,
        values: perSecond,
        unit: 'perSecond',
        goal: { is: '≥', than: 1400 },
      },
    ]
  } finally {
    await takers.stop()
    await store.close()
    await database.end()
    await server.stop()
  }
}

async function allProvided(database: pg.Pool, wanted: number): Promise<void> {
  for (;;) {
    const { rows } = await database.query<{ count: string }>('select count(*) from fulfil_call')
    if (Number(rows[0]?.count) >= wanted) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
