import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Fulfil } from '@punchloop/sdk'
import { describe, expect, it } from 'vitest'
import { acme, openShop, orderOf } from '../trials/world/shop.js'

/** The sample of docs/reliability.md as it stands there. */
function fulfilOnce(database: DatabaseSync): Fulfil {
  const insert = database.prepare(
    'insert into subscription (idempotency_key, part, quantity) values (?, ?, ?) on conflict (idempotency_key) do nothing',
  )
  const find = database.prepare('select id from subscription where idempotency_key = ?')

  const fulfil: Fulfil = async ({ line, idempotencyKey }) => {
    insert.run(idempotencyKey, line.supplierPartID, line.quantity)
    const { id } = find.get(idempotencyKey) as { id: number }
    return { reference: `subscription ${id}` }
  }

  return fulfil
}

const line = { supplierPartID: 'SEAT', description: 'Seat', quantity: '2', unitPrice: '10' }
const cart = { currency: 'USD', lines: [{ ...line, unitOfMeasure: 'EA', unspsc: '43232701' }] }

describe('the sample of docs/reliability.md', () => {
  it('provides once, though it is called again after its answer was lost', async () => {
    const database = new DatabaseSync(':memory:')
    database.exec(
      'create table subscription (id integer primary key, idempotency_key text unique, part text, quantity text)',
    )
    const fulfil = fulfilOnce(database)
    let calls = 0
    let now = Date.parse('2026-01-15T10:00:00Z')
    const shop = openShop({
      clock: () => new Date(now),
      fulfil: async work => {
        const provided = await fulfil(work)
        calls += 1
        if (calls === 1) throw new Error('The process dies before this is written down')
        return provided
      },
    })
    const request = await shop.returnCart(acme, cart)
    await shop.order(acme, orderOf(request, { orderID: 'PO-1', payloadID: '1@acme.example' }))
    await shop.supplier.deliver()
    now += 60_000
    await shop.supplier.deliver()
    expect(calls).toBe(2)
    expect(database.prepare('select part, quantity from subscription').all()).toEqual([
      { part: 'SEAT', quantity: '2' },
    ])
    const order = await shop.supplier.order({ buyerId: 'acme', orderID: 'PO-1' })
    expect(order).toMatchObject({
      status: 'fulfilled',
      lines: [{ fulfilment: { reference: 'subscription 1' } }],
    })
  })

  it('is what runs here', () => {
    const page = readFileSync(new URL('../../docs/reliability.md', import.meta.url), 'utf8')
    const own = withoutSpace(readFileSync(new URL(import.meta.url), 'utf8'))
    const [, sample = ''] = /```ts fulfil-once\n([\s\S]*?)```/.exec(page) ?? []
    expect(sample).not.toBe('')
    for (const part of sample.split('\n\n')) expect(own).toContain(withoutSpace(part).trim())
  })
})

function withoutSpace(code: string): string {
  return code.replaceAll(/\s+/g, ' ')
}
