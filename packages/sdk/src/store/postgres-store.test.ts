import { startPostgres } from '@punchloop/test-postgres'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { storeContract } from './contract/store-contract.js'
import { migrations } from './postgres-migrations.js'
import { migratePostgres, postgresStore } from './postgres-store.js'

const server = await startPostgres()
afterAll(() => server?.stop())

let schemas = 0
const newSchema = () => {
  schemas += 1
  return `test ${schemas}`
}
const open = (schema = newSchema(), connectionString = server?.url ?? '') =>
  postgresStore({ connectionString, schema, connections: 4 })

const token = { tokenHash: 't', buyerId: 'acme', email: 'e', expiresAt: new Date('2026-01-15T10:00:00Z') }

async function query(text: string, connectionString = server?.url ?? '') {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

describe.skipIf(server === undefined)('on PostgreSQL', () => {
  for (const { name, run } of storeContract(() => open())) it(`postgresStore: ${name}`, run)

  it('several processes can start at once: the schema is made once', async () => {
    const schema = newSchema()
    const stores = Array.from({ length: 5 }, () => open(schema))
    await Promise.all(
      stores.map((store, index) =>
        store.transaction(tx => tx.insertOpenBuyToken({ ...token, tokenHash: `t${index}` })),
      ),
    )
    expect(await stores[0]?.read(tx => tx.openBuyToken('t4'))).toBeDefined()
    expect(await query(`select version from "${schema}".schema_version`)).toEqual([
      { version: migrations.length },
    ])
    await Promise.all(stores.map(store => store.close()))
  })

  it('knows the documents that an older release sent', async () => {
    const schema = newSchema()
    const connectionString = server?.url ?? ''
    await migratePostgres({ connectionString, schema })
    const version = migrations.findIndex(step => step.includes('create table sent_document'))
    const document = { payloadID: 'd1', timestamp: '2026-01-15T10:00:00+01:00' }
    const works = [
      { kind: 'send invoice', orderID: 'PO-1', invoice: { ...document, invoiceID: 'INV-1' } },
      { kind: 'send status update', orderID: 'PO-1', statusUpdate: { ...document, payloadID: 'd2' } },
      { kind: 'expire request', requestId: 'r1' },
    ]
    const values = works.map(work => `('${work.kind}', 'acme', '${JSON.stringify(work)}', 'done', '')`)
    await query(
      `set search_path to "${schema}"; drop table sent_document; update schema_version set version = ${version};
       insert into job (key, buyer_id, work, status, due_at) values ${values.join()}`,
    )
    const store = open(schema)
    const sent = {
      buyerId: 'acme',
      orderID: 'PO-1',
      writtenAt: new Date('2026-01-15T09:00:00Z'),
      statuses: [],
    }
    expect(await store.read(tx => tx.sentDocuments({}))).toEqual([
      { ...sent, payloadID: 'd2', kind: 'StatusUpdateRequest', documentID: 'PO-1' },
      { ...sent, payloadID: 'd1', kind: 'InvoiceDetailRequest', documentID: 'INV-1' },
    ])
    await store.close()
  })

  it('the schema can be made beforehand, by a role that may; the marketplace’s own needs no right to change it', async () => {
    const schema = newSchema()
    const connectionString = server?.url ?? ''
    await Promise.all([1, 2, 3].map(() => migratePostgres({ connectionString, schema })))
    await query(
      `create role "user ${schema}" login; grant usage on schema "${schema}" to "user ${schema}"; grant select, insert, update, delete on all tables in schema "${schema}" to "user ${schema}"`,
    )
    const url = new URL(connectionString)
    url.username = `user ${schema}`
    const store = open(schema, url.href)
    await store.transaction(tx => tx.insertOpenBuyToken(token))
    expect(await store.read(tx => tx.openBuyToken('t'))).toEqual(token)
    await store.close()
  })

  it('a schema that a newer release wrote is refused', async () => {
    const schema = newSchema()
    const store = open(schema)
    await store.read(tx => tx.openBuyToken('t'))
    await store.close()
    await query(`update "${schema}".schema_version set version = 99`)
    const older = open(schema)
    await expect(older.read(tx => tx.openBuyToken('t'))).rejects.toThrow(`version 99, newer than the`)
    await older.close()
  })

  it('a transaction for one buyer sees and writes no other buyer’s records', async () => {
    const schema = newSchema()
    const owner = open(schema)
    await owner.transaction(async tx => {
      await tx.insertOpenBuyToken(token)
      await tx.insertOpenBuyToken({ ...token, tokenHash: 'g', buyerId: 'globex' })
    })
    await owner.close()
    // A superuser is held by no policy.
    await query(
      `create role "shop ${schema}" login; grant usage, create on schema "${schema}" to "shop ${schema}"; grant all on all tables in schema "${schema}" to "shop ${schema}"`,
    )
    const url = new URL(server?.url ?? '')
    url.username = `shop ${schema}`
    const store = open(schema, url.href)
    const scope = { buyerId: 'globex' }
    expect(await store.read(tx => tx.openBuyToken('t'))).toBeDefined()
    expect(await store.read(tx => tx.openBuyToken('t'), scope)).toBeUndefined()
    expect(await store.read(tx => tx.openBuyToken('g'), scope)).toBeDefined()
    const trespass = store.transaction(tx => tx.insertOpenBuyToken({ ...token, tokenHash: 'x' }), scope)
    await expect(trespass).rejects.toThrow('row-level security')
    // The scope ends with its transaction.
    expect(await store.transaction(tx => tx.openBuyToken('t'))).toBeDefined()
    await store.close()
  })

  it('a connection that breaks in the middle of a transaction fails that transaction and nothing else', async () => {
    const store = open()
    await store.transaction(tx => tx.insertOpenBuyToken(token))
    const broken = store.transaction(async tx => {
      await tx.insertOpenBuyToken({ ...token, tokenHash: 'u' })
      await query(
        "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and pid <> pg_backend_pid()",
      )
      // The server's last word comes while nothing is asked of it.
      await new Promise(resolve => setTimeout(resolve, 50))
      await tx.insertOpenBuyToken({ ...token, tokenHash: 'v' })
    })
    await expect(broken).rejects.toThrow()
    expect(await store.read(tx => tx.openBuyToken('t'))).toEqual(token)
    expect(await store.read(tx => tx.openBuyToken('u'))).toBeUndefined()
    await store.close()
  })

  it('a server that was killed loses nothing that was committed, and is found again', async () => {
    if (server?.crash === undefined) return console.warn('SKIPPED: the server is not ours to kill')
    const store = open()
    await store.transaction(tx => tx.insertOpenBuyToken(token))
    await server.crash()
    await expect(store.transaction(tx => tx.openBuyToken('t'))).rejects.toThrow()
    await server.restart()
    expect(await store.read(tx => tx.openBuyToken('t'))).toEqual(token)
    await store.close()
  })
})
