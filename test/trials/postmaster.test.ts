import { openMarketplace, returnAndOrder } from '@punchloop/bench/marketplace'
import { deliverAll } from '@punchloop/bench/storm'
import { startTakers, type Takers } from '@punchloop/bench/takers'
import { postgresStore } from '@punchloop/sdk/postgres'
import { startPostgres } from '@punchloop/test-postgres'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { effort } from './world/effort.js'

const server = await startPostgres()
const crash = server?.crash
if (server !== undefined && crash === undefined) console.warn('SKIPPED: this PostgreSQL is not ours to kill')
const url = server?.url ?? ''
const running: Takers[] = []
afterAll(async () => {
  await Promise.all(running.map(takers => takers.stop()))
  await server?.stop()
})

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

async function rows(text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** Sends the documents, again and again, while the server is killed so many times; gives those that were taken. */
async function deliverWhileDying(
  ports: readonly number[],
  { documents, kills }: { readonly documents: readonly string[]; readonly kills: number },
): Promise<readonly number[]> {
  const taken = new Set<number>()
  let isOver = false
  const sending = async () => {
    while (!isOver && taken.size < documents.length) {
      const left = documents
        .map((_, index) => index)
        .filter(index => !taken.has(index))
        .slice(0, 20)
      const batch = left.map(index => documents[index] ?? '')
      const { answers } = await deliverAll({
        ports,
        documents: batch,
        times: 1,
        connections: 4,
        random: () => 0,
      })
      for (const [at, answer] of answers.entries()) {
        if ([...answer].some(xml => xml.includes('code="200"'))) taken.add(left[at] ?? 0)
      }
    }
  }
  const killing = async () => {
    for (let count = 0; count < kills; count += 1) {
      await wait(400)
      await crash?.()
      await server?.restart()
    }
    isOver = kills > 0
  }
  await Promise.all([sending(), killing()])
  return [...taken]
}

describe.skipIf(crash === undefined)('PostgreSQL, killed in the middle of the work', () => {
  it('loses no order that was acknowledged, and none is provided twice', async () => {
    const documents = 400
    const store = postgresStore({ connectionString: url, schema: 'killed' })
    const supplier = openMarketplace(store)
    await rows('create table fulfil_call (key text)')
    const xml = await Promise.all(
      Array.from({ length: documents }, (_, index) => returnAndOrder(supplier, `PO-${index}`, 1)),
    )
    const takers = await startTakers('take-orders', 2, [url, 'killed'])
    running.push(takers)
    const taken = await deliverWhileDying(takers.ports, {
      documents: xml,
      kills: effort({ short: 3, long: 30 }),
    })
    expect(taken.length).toBeGreaterThan(10)
    const isProvided = async () => {
      const orders = await supplier.orders({})
      const there = new Set(orders.map(({ orderID }) => orderID))
      for (const index of taken) expect(there).toContain(`PO-${index}`)
      return orders.every(({ status }) => status === 'fulfilled')
    }
    for (let tries = 0; tries < 300 && !(await isProvided()); tries += 1) await wait(200)
    expect(await isProvided()).toBe(true)
    // Asked for more than once, by those whose answer was lost; but always by the same key.
    const keys = (await rows('select distinct key from fulfil_call')).map(({ key }) => key)
    expect(keys).toHaveLength((await supplier.orders({})).length)
    await store.close()
  }, 300_000)

  it('control: without waiting for the disk, acknowledged orders are lost', async () => {
    await rows('create table naive_order (order_id text); create table if not exists fulfil_call (key text)')
    const env = { PGOPTIONS: '-c synchronous_commit=off' }
    const takers = await startTakers('take-naively', 2, [url], env)
    running.push(takers)
    const documents = Array.from(
      { length: 20_000 },
      (_, index) => `<OrderRequestHeader orderID="PO-${index}">`,
    )
    let lost = 0
    for (let tries = 0; tries < 5 && lost === 0; tries += 1) {
      const taken = await deliverWhileDying(takers.ports, { documents, kills: 1 })
      const there = new Set((await rows('select order_id from naive_order')).map(row => row.order_id))
      lost = taken.filter(index => !there.has(`PO-${index}`)).length
    }
    expect(lost).toBeGreaterThan(0)
  }, 120_000)
})
