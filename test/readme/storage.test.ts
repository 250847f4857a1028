import { readFileSync } from 'node:fs'
import type { Order, PurchaseRequest, Store } from '@punchloop/sdk'
import { memoryStore as myStore } from '@punchloop/sdk/memory'
import { postgresStore } from '@punchloop/sdk/postgres'
import { storeContract } from '@punchloop/sdk/store-contract'
import { startPostgres } from '@punchloop/test-postgres'
import { afterAll, describe, expect, it, test } from 'vitest'
import { acme, openShop, orderOf } from '../trials/world/shop.js'

/* The samples of docs/storage.md as they stand there. */

const server = await startPostgres()
afterAll(() => server?.stop())

function openPostgres(databaseUrl: string): Store {
  const store = postgresStore({
    connectionString: databaseUrl, // postgres://user:password@host:5432/database
    schema: 'punchloop', // made where it is missing
    connections: 10, // of this process
  })
  return store
}

for (const { name, run } of storeContract(() => myStore())) test(name, run)

describe('the samples of docs/storage.md', () => {
  it.skipIf(server === undefined)('open a store on PostgreSQL', async () => {
    const store = openPostgres(server?.url ?? '')
    expect(await store.read(tx => tx.orders({}))).toEqual([])
    await store.close()
  })

  it('archive what is over', async () => {
    const { supplier, returnCart, order } = openShop({ clock: () => new Date('2020-01-15T10:00:00Z') })
    const line = { supplierPartID: 'SEAT', description: 'Seat', quantity: '2', unitPrice: '10' }
    const lines = [{ ...line, unitOfMeasure: 'EA', unspsc: '43232701' }]
    const request = await returnCart(acme, { currency: 'USD', lines })
    await order(acme, orderOf(request, { orderID: 'PO-1', payloadID: '1@acme.example' }))
    await supplier.deliver()
    const kept: string[] = []
    const elsewhere = {
      put: async (requests: readonly PurchaseRequest[], orders: readonly Order[]) => {
        kept.push(...requests.map(({ id }) => id), ...orders.map(({ orderID }) => orderID))
      },
    }
    const before = new Date(Date.now() - 400 * 24 * 60 * 60 * 1000)
    await supplier.archive({ before, keep: async ({ requests, orders }) => elsewhere.put(requests, orders) })
    expect(kept).toEqual([request.id, 'PO-1'])
  })

  it('are what runs here', () => {
    const page = readFileSync(new URL('../../docs/storage.md', import.meta.url), 'utf8')
    const own = withoutSpace(readFileSync(new URL(import.meta.url), 'utf8'))
    const samples = [...page.matchAll(/```ts [a-z]+\n([\s\S]*?)```/g)].map(([, code = '']) =>
      withoutSpace(code).trim(),
    )
    expect(samples).toHaveLength(3)
    for (const sample of samples) expect(own).toContain(sample)
  })
})

function withoutSpace(code: string): string {
  return code.replaceAll(/\s+/g, ' ')
}
