import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@punchloop/test-postgres'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAccountStore } from '../accounts/account-store.js'
import { postgresTables } from '../store/postgres-tables.js'
import { sqliteTables } from '../store/sqlite-tables.js'
import { keepKey, type Tables } from '../store/tables.js'
import {
  createSubscriptionStore,
  type Fresh,
  type Provision,
  type SubscriptionStore,
} from './subscription-store.js'

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

const server = await startPostgres()
afterAll(() => server?.stop())

/** Each test has tables of its own. */
let databases = 0
async function newPostgresTables(): Promise<Tables> {
  databases += 1
  const admin = await postgresTables(server?.url ?? '')
  await admin.run(`create database market${databases}`)
  await admin.close()
  const url = new URL(server?.url ?? '')
  url.pathname = `/market${databases}`
  return postgresTables(url.href)
}

const kinds = [
  ['SQLite', async () => sqliteTables(undefined)],
  ...(server === undefined ? [] : ([['PostgreSQL', newPostgresTables]] as const)),
] as const

describe.each(kinds)('provisioning on %s', (_, open) => {
  let tables: Tables
  let store: SubscriptionStore
  beforeEach(async () => {
    tables = await open()
    store = createSubscriptionStore(tables)
  })
  afterEach(() => tables.close())
  const emmas = () => store.list({ email: provision.email })

  it('happens once per key, and the second call finds what the first made', async () => {
    const first = await store.provide('key', provision, () => fresh('SUB-1'))
    expect(await store.provide('key', provision, never)).toEqual(first)
    expect(await emmas()).toEqual([first])
  })

  it('happens once per key, however many ask at once', async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => store.provide('key', provision, () => fresh(`SUB-${index}`))),
    )
    // One whose key was taken in the same moment is told so, and asked again by the supplier.
    const made = asked.flatMap(each => (each.status === 'fulfilled' ? each.value.id : []))
    expect(new Set(made).size).toBe(1)
    expect(await emmas()).toHaveLength(1)
  })

  it('changes the subscription of the line when a newer version of the order comes', async () => {
    const first = await store.provide('version 1', provision, () => fresh('SUB-1'))
    const second = await store.provide('version 2', { ...provision, quantity: '12' }, never)
    expect(second).toEqual({ ...first, quantity: '12' })
    expect(await emmas()).toEqual([second])
  })

  it('keeps orders of two buyers apart though they share a number', async () => {
    await store.provide('a', provision, () => fresh('SUB-1'))
    await store.provide('b', { ...provision, origin: { ...line, buyerId: 'other' } }, () => fresh('SUB-2'))
    const others = await store.list({ email: provision.email, buyerId: 'other' })
    expect(others.map(({ id }) => id)).toEqual(['SUB-2'])
    expect((await emmas()).map(({ id }) => id)).toEqual(['SUB-2', 'SUB-1'])
    await store.endOrder({ buyerId: 'other', orderID: 'PO-1' }, 'Cancelled.')
    expect((await emmas()).map(({ status }) => status)).toEqual(['ended', 'active'])
  })

  it('leaves nothing behind when it fails', async () => {
    await expect(store.provide('key', provision, never)).rejects.toThrow('made up anew')
    expect((await store.provide('key', provision, () => fresh('SUB-1'))).id).toBe('SUB-1')
  })

  it('shares its keys and accounts with whoever has the same tables', async () => {
    const key = await keepKey(tables, 'cookie', () => Uint8Array.of(1, 2, 3))
    expect(await keepKey(tables, 'cookie', () => Uint8Array.of(9))).toEqual(key)
    const accounts = createAccountStore(tables)
    await accounts.remember({ email: 'Emma@x.example', name: 'Emma', company: 'X' }, new Date(0))
    await accounts.remember({ email: 'emma@x.example', name: 'Emma R.' }, new Date(1))
    expect(await accounts.find('EMMA@x.example')).toEqual({
      email: 'emma@x.example',
      name: 'Emma R.',
      company: 'X',
    })
    expect(await accounts.recent(5)).toHaveLength(1)
  })
})

describe('provisioning on a disk', () => {
  it('is there after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'brightstack-'))
    try {
      const tables = sqliteTables(folder)
      const made = await createSubscriptionStore(tables).provide('key', provision, () => fresh('SUB-1'))
      await tables.close()
      const again = sqliteTables(folder)
      expect(await createSubscriptionStore(again).provide('key', provision, never)).toEqual(made)
      await again.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
