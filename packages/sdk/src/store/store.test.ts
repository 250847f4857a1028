import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { storeContract } from './contract/store-contract.js'
import { memoryStore } from './memory-store.js'
import { migrations } from './sqlite-migrations.js'
import { sqliteStore } from './sqlite-store.js'

const folder = mkdtempSync(join(tmpdir(), 'punchloop-store-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = () => {
  files += 1
  return join(folder, `deep/${files}.sqlite`)
}

describe.each([
  ['memoryStore()', memoryStore],
  ['sqliteStore({ file: ":memory:" })', () => sqliteStore({ file: ':memory:' })],
  ['sqliteStore({ file })', () => sqliteStore({ file: newFile() })],
])('%s as a store', (_, open) => {
  for (const { name, run } of storeContract(open)) it(name, run)
})

describe('sqliteStore', () => {
  const token = { tokenHash: 't', buyerId: 'acme', email: 'e', expiresAt: new Date('2026-01-15T10:00:00Z') }

  it('finds after a restart what it was given', async () => {
    const file = newFile()
    const before = sqliteStore({ file })
    await before.transaction(tx => tx.insertOpenBuyToken(token))
    await before.close()
    const after = sqliteStore({ file })
    expect(await after.transaction(tx => tx.openBuyToken('t'))).toEqual(token)
    await after.close()
  })

  it('lets two connections to one file write in turn', async () => {
    const file = newFile()
    const [one, two] = [sqliteStore({ file }), sqliteStore({ file })]
    for (let round = 0; round < 20; round += 1) {
      await one.transaction(tx => tx.insertOpenBuyToken({ ...token, tokenHash: `one${round}` }))
      await two.transaction(tx => tx.insertOpenBuyToken({ ...token, tokenHash: `two${round}` }))
    }
    expect(await one.transaction(tx => tx.openBuyToken('two19'))).toBeDefined()
    await one.close()
    await two.close()
  })

  it('keeps every commit when the machine loses power: WAL, synchronous FULL', async () => {
    const file = newFile()
    const store = sqliteStore({ file })
    const other = new DatabaseSync(file)
    expect(other.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
    other.close()
    await store.close()
  })

  it('takes over a file that an older release wrote, with what is in it', async () => {
    for (const version of migrations.keys()) {
      const file = newFile()
      mkdirSync(dirname(file), { recursive: true })
      const database = new DatabaseSync(file)
      for (const step of migrations.slice(0, version)) database.exec(step)
      if (version > 0) {
        database.exec("insert into open_buy_token values ('t', 'acme', 'e', '2026-01-15T10:00:00.000Z')")
      }
      database.exec(`pragma user_version = ${version}`)
      database.close()
      const store = sqliteStore({ file })
      const key = { buyerId: 'acme', orderID: 'PO-1' }
      expect(await store.transaction(tx => tx.attachments(key))).toEqual([])
      expect(await store.transaction(tx => tx.openBuyToken('t'))).toEqual(version > 0 ? token : undefined)
      await store.close()
    }
  })

  it('knows the documents that an older release sent', async () => {
    const file = newFile()
    mkdirSync(dirname(file), { recursive: true })
    const database = new DatabaseSync(file)
    const version = migrations.findIndex(step => step.includes('create table sent_document'))
    for (const step of migrations.slice(0, version)) database.exec(step)
    const work = {
      kind: 'send invoice',
      buyerId: 'acme',
      orderID: 'PO-1',
      invoice: { payloadID: 'd1', timestamp: '2026-01-15T10:00:00+01:00', invoiceID: 'INV-1' },
    }
    const insert = database.prepare(
      "insert into job (key, buyer_id, work, status, due_at) values (?, 'acme', ?, 'done', '')",
    )
    insert.run('invoice', JSON.stringify(work))
    insert.run('expiry', JSON.stringify({ kind: 'expire request', buyerId: 'acme', requestId: 'r1' }))
    database.exec(`pragma user_version = ${version}`)
    database.close()
    const store = sqliteStore({ file })
    expect(await store.read(tx => tx.sentDocuments({}))).toEqual([
      {
        buyerId: 'acme',
        orderID: 'PO-1',
        payloadID: 'd1',
        kind: 'InvoiceDetailRequest',
        documentID: 'INV-1',
        writtenAt: new Date('2026-01-15T09:00:00Z'),
        statuses: [],
      },
    ])
    await store.close()
  })

  it('refuses a file that a newer release wrote, and says so', () => {
    const file = newFile()
    sqliteStore({ file })
    const database = new DatabaseSync(file)
    database.exec('pragma user_version = 99')
    database.close()
    expect(() => sqliteStore({ file })).toThrow(`version 99, newer than the ${migrations.length}`)
  })
})
