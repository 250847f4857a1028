import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import Koa from 'koa'
import { afterEach, describe, expect, it } from 'vitest'
import { setupXml, startTestSupplier } from '../../test/start-test-supplier.js'
import { parseCxml } from '../cxml/parse-cxml.js'
import { punchloopExpress } from './express.js'
import { punchloopFastify, toRequest as toFastifyRequest } from './fastify.js'
import { punchloopHono } from './hono.js'
import { punchloopKoa } from './koa.js'
import type { Mounted } from './mounted.js'

type Mount = (supplier: Mounted) => Promise<RequestListener>

/** Mounted too late: something has read the body as text or as a form. */
const tooLate: Record<string, Mount> = {
  'a text parser in Koa': async supplier => {
    const app = new Koa()
    app.use(async (ctx, next) => {
      let text = ''
      for await (const chunk of ctx.req) text += chunk
      Object.assign(ctx.request, { body: text })
      await next()
    })
    app.use(punchloopKoa(supplier))
    return app.callback()
  },
  'express.text()': async supplier =>
    express().use(express.text({ type: '*/*' }), punchloopExpress(supplier)),
  'express.urlencoded() that takes everything': async supplier =>
    express().use(express.urlencoded({ extended: false, type: () => true }), punchloopExpress(supplier)),
  'a route of Fastify outside the plugin': async supplier => {
    const app = fastify()
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    app.post('/*', async (request, reply) =>
      reply.type('text/xml').send(await (await supplier.fetch(toFastifyRequest(request))).text()),
    )
    await app.ready()
    return app.routing
  },
  'a middleware of Hono that reads': async supplier => {
    const app = new Hono()
    app.use(async (c, next) => {
      await c.req.text()
      await next()
    })
    app.use(punchloopHono(supplier))
    return getRequestListener(app.fetch)
  },
}

/** Parsers that do no harm: they leave XML alone, or keep its bytes. */
const harmless: Record<string, Mount> = {
  'rawBody in Koa': async supplier => {
    const app = new Koa()
    app.use(async (ctx, next) => {
      const chunks: Buffer[] = []
      for await (const chunk of ctx.req) chunks.push(chunk)
      Object.assign(ctx.request, { rawBody: Buffer.concat(chunks), body: { parsed: true } })
      await next()
    })
    app.use(punchloopKoa(supplier))
    return app.callback()
  },
  'express.json() and express.urlencoded()': async supplier =>
    express().use(express.json(), express.urlencoded(), punchloopExpress(supplier)),
  'express.raw()': async supplier => express().use(express.raw({ type: '*/*' }), punchloopExpress(supplier)),
  'bytes kept by verify, as NestJS does with rawBody': async supplier => {
    const verify = (req: object, _res: unknown, rawBody: Buffer) => void Object.assign(req, { rawBody })
    return express().use(express.text({ type: '*/*', verify }), punchloopExpress(supplier))
  },
  'parsers of Fastify beside the plugin': async supplier => {
    const app = fastify()
    app.addContentTypeParser(['text/xml', '*'], { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )
    app.register(punchloopFastify(supplier))
    app.post('/shop', async request => request.body)
    await app.ready()
    return app.routing
  },
}

let close: (() => Promise<unknown>) | undefined
afterEach(() => close?.())

async function post(listener: RequestListener, xml: Uint8Array) {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  close = () => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  }
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/punchloop/cxml`, {
    method: 'POST',
    body: new Uint8Array(xml),
    headers: { 'Content-Type': 'text/xml' },
  })
  return response.text()
}

const latin1 = Buffer.from(setupXml({ buyerCookie: 'café' }).replace('UTF-8', 'ISO-8859-1'), 'latin1')

describe('a body that was read before', () => {
  it.each(Object.entries(tooLate))(
    'by %s is refused, and the log says how to mend it',
    async (_name, mount) => {
      const { supplier, log } = startTestSupplier()
      const answer = await post(await mount(supplier), latin1)
      expect(parseCxml(answer)).toMatchObject({ response: { status: { code: '500' } } })
      expect(answer).not.toContain('parser')
      expect(log).toMatchObject([
        { level: 'error', message: expect.stringContaining('Mount Punchloop before the body parser') },
      ])
    },
  )

  it.each(Object.entries(harmless))('under %s is read as it was sent', async (_name, mount) => {
    const { supplier } = startTestSupplier()
    const answer = await post(await mount(supplier), latin1)
    expect(parseCxml(answer)).toMatchObject({ kind: 'PunchOutSetupResponse' })
  })
})
