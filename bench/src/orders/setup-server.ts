import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { punchloopKoa } from '@punchloop/sdk/koa'
import { sqliteStore } from '@punchloop/sdk/sqlite'
import Koa from 'koa'
import { openMarketplace } from './marketplace.js'

/*
 * A program of its own, so that what asks is not timed with what answers: `setup-server FILE` prints its port. POSTs to
 * `/empty` are answered by an empty Koa.
 */

const [, , file = ':memory:'] = process.argv
const supplier = openMarketplace(sqliteStore({ file }))
const app = new Koa()
app.use((ctx, next) => {
  if (ctx.path !== '/empty') return next()
  ctx.req.resume()
  ctx.status = 204
  return undefined
})
app.use(punchloopKoa(supplier))
const server = createServer(app.callback())
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
})
