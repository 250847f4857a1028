import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../store/database.js'
import { createSubscriptionStore, type Fresh, type Provision } from './subscription-store.js'

const line = {
  kind: 'order',
  buyerId: 'northwind',
  orderID: 'PO-1',
  lineNumber: 1,
  orderDate: '2026-11-24T10:00:00-08:00',
} as const
const provision: Provision = {
  email: 'emma@northwind.example',
  productId: 'ledgerly-team',
  productName: 'Ledgerly Team',
  plan: 'Yearly, paid up front',
  quantity: '10',
  unit: 'seats',
  origin: line,
}
const fresh = (id: string): Fresh => ({
  id,
  startedAt: new Date('2026-11-24T18:00:00Z'),
  launch: { steps: ['Begin.'], credential: { label: 'Key', value: `key of ${id}` } },
})
const never = (): Fresh => {
  throw new Error('made up anew')
}

describe('provisioning', () => {
  it('happens once per key, and the second call finds what the first made', () => {
    const store = createSubscriptionStore(openDatabase(undefined))
    const first = store.provide('key', provision, () => fresh('SUB-1'))
    expect(store.provide('key', provision, never)).toEqual(first)
    expect(store.list({ email: provision.email })).toEqual([first])
  })

  it('changes the subscription of the line when a newer version of the order comes', () => {
    const store = createSubscriptionStore(openDatabase(undefined))
    const first = store.provide('version 1', provision, () => fresh('SUB-1'))
    const second = store.provide('version 2', { ...provision, quantity: '12' }, never)
    expect(second).toEqual({ ...first, quantity: '12' })
    expect(store.list({ email: provision.email })).toEqual([second])
  })

  it('keeps orders of two buyers apart though they share a number', () => {
    const store = createSubscriptionStore(openDatabase(undefined))
    store.provide('a', provision, () => fresh('SUB-1'))
    store.provide('b', { ...provision, origin: { ...line, buyerId: 'other' } }, () => fresh('SUB-2'))
    expect(store.list({ email: provision.email, buyerId: 'other' }).map(({ id }) => id)).toEqual(['SUB-2'])
    expect(store.list({ email: provision.email }).map(({ id }) => id)).toEqual(['SUB-2', 'SUB-1'])
    store.endOrder({ buyerId: 'other', orderID: 'PO-1' }, 'Cancelled.')
    expect(store.list({ email: provision.email }).map(({ status }) => status)).toEqual(['ended', 'active'])
  })

  it('leaves nothing behind when it fails', () => {
    const store = createSubscriptionStore(openDatabase(undefined))
    expect(() => store.provide('key', provision, never)).toThrow('made up anew')
    expect(store.provide('key', provision, () => fresh('SUB-1')).id).toBe('SUB-1')
  })

  it('is there after a restart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'brightstack-'))
    try {
      const database = openDatabase(folder)
      const made = createSubscriptionStore(database).provide('key', provision, () => fresh('SUB-1'))
      database.close()
      const again = openDatabase(folder)
      expect(createSubscriptionStore(again).provide('key', provision, never)).toEqual(made)
      again.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
