import { openMarketplace, returnAndOrder } from '@punchloop/bench/marketplace'
import { deliverAll } from '@punchloop/bench/storm'
import { startTakers, type Takers } from '@punchloop/bench/takers'
import { postgresStore } from '@punchloop/sdk/postgres'
import { startPostgres } from '@punchloop/test-postgres'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { chanceOf } from './world/chance.js'
import { effort } from './world/effort.js'

const server = await startPostgres()
const database = new pg.Pool({ connectionString: server?.url ?? '' })
database.on('error', () => undefined)
const running: Takers[] = []
afterAll(async () => {
  await Promise.all(running.map(takers => takers.stop()))
  await database.end()
  await server?.stop()
})

const orders = 500
const times = effort({ short: 20, long: 200 })
const processes = 4
const chance = chanceOf(1)
const random = () => chance.below(2 ** 30) / 2 ** 30

async function start(program: 'take-orders' | 'take-naively', schema = ''): Promise<Takers> {
  await database.query('create table if not exists fulfil_call (key text); delete from fulfil_call')
  const takers = await startTakers(program, processes, [server?.url ?? '', schema])
  running.push(takers)
  return takers
}

const calls = async () =>
  (await database.query<{ key: string }>('select key from fulfil_call')).rows.map(({ key }) => key)

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300 && !(await isTrue()); tries += 1)
    await new Promise(resolve => setTimeout(resolve, 100))
}

/** Orders of one line, from carts that were returned before. */
async function returnedOrders(schema: string): Promise<string[]> {
  const store = postgresStore({ connectionString: server?.url ?? '', schema })
  const supplier = openMarketplace(store)
  const documents = await Promise.all(
    Array.from({ length: orders }, (_, index) => returnAndOrder(supplier, `PO-${index}`, 1)),
  )
  await store.close()
  return documents
}

describe.skipIf(server === undefined)(
  `${orders * times} deliveries of ${orders} orders to ${processes} processes on one PostgreSQL`,
  () => {
    it('are answered alike, without an error, and each order is provided once', async () => {
      const documents = await returnedOrders('storm')
      const { ports } = await start('take-orders', 'storm')
      const { answers, failures } = await deliverAll({ ports, documents, times, connections: 64, random })
      expect(failures).toEqual([])
      for (const answer of answers) {
        expect(answer.size).toBe(1)
        expect([...answer][0]).toContain('code="200"')
      }
      await until(async () => (await calls()).length >= orders)
      const called = await calls()
      expect(called).toHaveLength(orders)
      expect(new Set(called).size).toBe(orders)
    }, 240_000)

    it('control: who looks first and writes then provides many orders more than once', async () => {
      await database.query('create table naive_order (order_id text)')
      const { ports } = await start('take-naively')
      const documents = Array.from(
        { length: orders },
        (_, index) => `<OrderRequestHeader orderID="PO-${index}">`,
      )
      await deliverAll({ ports, documents, times: 4, connections: 64, random })
      expect((await calls()).length).toBeGreaterThan(orders)
    }, 240_000)
  },
)
