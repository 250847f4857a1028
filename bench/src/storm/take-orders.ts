import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { nodeListener } from '@punchloop/sdk/node'
import { postgresStore } from '@punchloop/sdk/postgres'
import pg from 'pg'
import { openMarketplace } from '../orders/marketplace.js'

/*
 * One of several processes that take orders on one PostgreSQL, and provide them: `take-orders URL SCHEMA`. Prints its port.
 * Each call of `fulfil` is a row of `fulfil_call`, so that they can be counted.
 */

const [, , connectionString = '', schema = 'punchloop'] = process.argv
const calls = new pg.Pool({ connectionString, max: 2 })
calls.on('error', () => undefined)
const supplier = openMarketplace(
  postgresStore({ connectionString, schema, connections: 8 }),
  async ({ idempotencyKey }) => {
    await calls.query('insert into fulfil_call (key) values ($1)', [idempotencyKey])
    return { reference: idempotencyKey }
  },
)
supplier.start()
const server = createServer(nodeListener(request => supplier.fetch(request)))
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
})
