import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import Koa from 'koa'
import { punchloopExpress } from '../src/adapters/express.js'
import { punchloopFastify } from '../src/adapters/fastify.js'
import { punchloopFetch } from '../src/adapters/fetch.js'
import { punchloopHono } from '../src/adapters/hono.js'
import { punchloopKoa } from '../src/adapters/koa.js'
import { isBelow, type Mounted } from '../src/adapters/mounted.js'
import { punchloopNext } from '../src/adapters/next.js'
import { nodeListener } from '../src/adapters/node.js'

const shop = () => new Response('the shop')

/** A supplier mounted in each framework, as what `node:http` serves. Everything else is `the shop`. */
export const mounts: Readonly<Record<string, (supplier: Mounted) => Promise<RequestListener>>> = {
  'node:http': async supplier => nodeListener(punchloopFetch(supplier, shop)),
  Koa: async supplier => {
    const app = new Koa()
    app.use(punchloopKoa(supplier))
    app.use(ctx => {
      ctx.body = 'the shop'
    })
    return app.callback()
  },
  Express: async supplier => {
    const app = express()
    app.use(punchloopExpress(supplier))
    app.use(express.json(), express.text({ type: '*/*' }), (_req, res) => void res.send('the shop'))
    return app
  },
  'an Express router': async supplier => {
    const app = express()
    app.use(supplier.basePath, punchloopExpress(supplier))
    app.use((_req, res) => void res.send('the shop'))
    return app
  },
  Fastify: async supplier => {
    const app = fastify()
    app.register(punchloopFastify(supplier))
    app.all('/*', async () => 'the shop')
    await app.ready()
    return app.routing
  },
  'Fastify under a prefix': async supplier => {
    const app = fastify()
    const [, prefix = ''] = /^(\/[^/]+)\/./.exec(supplier.basePath) ?? []
    app.register(punchloopFastify(supplier), { prefix })
    app.all('/*', async () => 'the shop')
    await app.ready()
    return app.routing
  },
  Hono: async supplier => {
    const app = new Hono()
    app.use(punchloopHono(supplier))
    app.all('*', c => c.text('the shop'))
    return getRequestListener(app.fetch)
  },
  // What Next.js does with a route file, as far as it is documented: a handler a method, 405 where there is none.
  'Next.js route handlers': async supplier => {
    const handlers = new Map(Object.entries(punchloopNext(() => supplier)))
    return nodeListener(async request => {
      if (!isBelow(supplier, new URL(request.url).pathname)) return shop()
      return handlers.get(request.method)?.(request) ?? new Response(null, { status: 405 })
    })
  },
}
