import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

/*
 * What is often written: look whether the order is there, and put it in where it is not. Stands beside `take-orders` to show
 * that the storm is one. `take-naively URL`; prints its port.
 */

const [, , connectionString = ''] = process.argv
const pool = new pg.Pool({ connectionString, max: 8 })
pool.on('error', () => undefined)
pool.on('connect', client => client.on('error', () => undefined))
const server = createServer((request, response) => {
  take(request)
    .then(answer => response.end(answer))
    .catch(() => response.writeHead(500).end())
})

async function take(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const [, orderID = ''] = /orderID="([^"]*)"/.exec(Buffer.concat(chunks).toString()) ?? []
  const { rowCount } = await pool.query('select from naive_order where order_id = $1', [orderID])
  if (rowCount === 0) {
    await pool.query('insert into naive_order (order_id) values ($1)', [orderID])
    await pool.query('insert into fulfil_call (key) values ($1)', [orderID])
  }
  return '<cXML><Response><Status code="200" text="OK"/></Response></cXML>'
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
})
