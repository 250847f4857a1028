import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { orderXml, returnedRequest } from '../../test/order-xml.js'
import { secret, startTestSupplier } from '../../test/start-test-supplier.js'
import type { Buyer } from '../buyers/buyer.js'
import type { RequestDocument } from '../cxml/document.js'
import { parseCxml } from '../cxml/parse-cxml.js'
import type { SupplierOptions } from '../options.js'
import { sqliteStore } from '../store/sqlite-store.js'

const key = { buyerId: 'acme', orderID: 'PO-1' }
const minute = 60_000

/** The buyer's end of the line: answers what it is told to, and keeps what it was sent. */
let buyer: Server
let url: string
let received: string[]
let answers: { readonly http?: number; readonly body: string }[]
const status = (code: number, text = 'OK'): { readonly http?: number; readonly body: string } => ({
  body: `<cXML payloadID="a@b" timestamp="2026-01-15T10:00:00-08:00"><Response><Status code="${code}" text="${text}">said so</Status></Response></cXML>`,
})

beforeEach(async () => {
  received = []
  answers = []
  buyer = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    received.push(Buffer.concat(chunks).toString('utf8'))
    const { http = 200, body } = answers.shift() ?? status(200)
    response.writeHead(http, { 'Content-Type': 'text/xml' }).end(body)
  })
  await new Promise<void>(resolve => buyer.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(buyer.address() as AddressInfo).port}/cxml/order_confirmation_request`
})
afterEach(() => new Promise(resolve => buyer.close(resolve)))

const acme = (): Buyer => ({
  id: 'acme',
  name: 'Acme',
  credentials: [{ domain: 'NetworkID', identity: 'AN01' }],
  sharedSecrets: [secret],
  browserFormPostOrigins: ['https://buyer.example'],
  confirmations: { url, sharedSecret: 'marker-outgoing-9a' },
})

function start(change: Partial<SupplierOptions> = {}) {
  return startTestSupplier({ buyers: [acme()], allowInsecureOrigins: true, ...change })
}

async function startOrdered(change: Partial<SupplierOptions> = {}) {
  const world = start(change)
  const request = await returnedRequest(world)
  await world.post(orderXml(request, { payloadID: 'order-1@buyer.example' }))
  return { world, request, deliver: () => world.supplier.deliver(), order: () => world.supplier.order(key) }
}

const confirmations = () => received.map(xml => parseCxml(xml) as RequestDocument<'ConfirmationRequest'>)

describe('a fulfilled order', () => {
  it('is confirmed to the buyer: every line accepted, referring to its OrderRequest', async () => {
    const { world, deliver, order } = await startOrdered()
    await deliver()
    const [document] = confirmations()
    expect(document?.header.sender.credentials).toEqual([
      { domain: 'NetworkID', identity: 'SUPPLIER', sharedSecret: 'marker-outgoing-9a' },
    ])
    expect(document?.request.confirmationRequest).toMatchObject({
      confirmationHeader: { type: 'accept', operation: 'new' },
      orderReference: { orderID: 'PO-1', documentReference: { payloadID: 'order-1@buyer.example' } },
      confirmationItems: [
        { lineNumber: '1', quantity: '3', confirmationStatuses: [{ type: 'accept', quantity: '3' }] },
        { lineNumber: '2', quantity: '1.5', confirmationStatuses: [{ type: 'accept', quantity: '1.5' }] },
      ],
    })
    expect((await order())?.confirmedAt).toEqual(new Date('2026-01-15T10:00:00Z'))
    expect(JSON.stringify(world.log)).not.toContain('marker-outgoing')
  })

  it('is told of once', async () => {
    const told: string[] = []
    const { deliver } = await startOrdered({
      notify: async ({ kind }, { idempotencyKey }) => {
        told.push(`${kind} ${idempotencyKey}`)
      },
    })
    await deliver()
    await deliver()
    expect(told).toContain('order fulfilled acme:order:PO-1:1:order fulfilled')
    expect(told.filter(notice => notice.startsWith('order'))).toHaveLength(1)
    expect(received).toHaveLength(1)
  })

  it('needs no confirmation where the buyer takes none', async () => {
    const { confirmations: _, ...withoutConfirmations } = acme()
    const { deliver, order } = await startOrdered({ buyers: [withoutConfirmations] })
    await deliver()
    expect((await order())?.status).toBe('fulfilled')
    expect((await order())?.confirmedAt).toBeUndefined()
    expect(received).toEqual([])
  })
})

describe('a confirmation that does not get through', () => {
  it.each([
    ['a 5xx Status', status(500, 'Internal Server Error')],
    ['HTML', { body: '<html><body>Welcome</body></html>' }],
    ['an empty body', { http: 503, body: '' }],
  ])('for %s is sent again, the same bytes', async (_, answer) => {
    answers.push(answer)
    const { world, deliver, order } = await startOrdered()
    await deliver()
    expect((await order())?.confirmedAt).toBeUndefined()
    expect(await deliver()).toBe(0)
    world.advance(10_000)
    await deliver()
    expect(received).toHaveLength(2)
    expect(received[1]).toBe(received[0])
    expect((await order())?.confirmedAt).toBeDefined()
  })

  it('for a 4xx Status is not sent again, and the log says why', async () => {
    answers.push(status(417, 'Expectation Failed'))
    const { world, deliver } = await startOrdered()
    await deliver()
    world.advance(24 * 60 * minute)
    await deliver()
    expect(received).toHaveLength(1)
    expect(world.log.find(({ event }) => event === 'delivery failed')).toMatchObject({
      status: 'dead',
      problem: 'Refused with 417 Expectation Failed: said so',
    })
  })

  it('because nobody is there is sent again for hours, then given up', async () => {
    await new Promise(resolve => buyer.close(resolve))
    const { world, deliver } = await startOrdered()
    for (let round = 0; round < 20; round += 1) {
      await deliver()
      world.advance(60 * minute)
    }
    const failures = world.log.filter(({ event }) => event === 'delivery failed')
    expect(failures).toHaveLength(16)
    expect(failures[0]?.problem).toMatch(/^No answer from http:\/\/127\.0\.0\.1:\d+: /)
    expect(failures.map(({ status }) => status).lastIndexOf('dead')).toBe(15)
    await new Promise<void>(resolve => buyer.listen(0, resolve))
  })
})

describe('a line that the marketplace cannot provide yet', () => {
  it('is asked for again with the same key, while other lines go on', async () => {
    const keys: string[] = []
    const { world, deliver, order } = await startOrdered({
      fulfil: async ({ line, idempotencyKey }) => {
        keys.push(idempotencyKey)
        if (line.lineNumber === 1 && keys.length < 3) throw new Error('the provisioner is away')
        return { reference: idempotencyKey }
      },
    })
    await deliver()
    expect(await order()).toMatchObject({ status: 'fulfilling', lines: [{}, { fulfilment: {} }] })
    world.advance(minute)
    await deliver()
    expect((await order())?.status).toBe('fulfilled')
    expect(keys).toEqual([
      'acme:order:PO-1:1:line:1:fulfil',
      'acme:order:PO-1:1:line:2:fulfil',
      'acme:order:PO-1:1:line:1:fulfil',
    ])
  })

  it('fails the order after many tries, and people are told', async () => {
    const told: string[] = []
    const { world, deliver, order } = await startOrdered({
      fulfil: async ({ line }) => {
        if (line.lineNumber === 2) throw new Error('no licence left')
        return { reference: 'done' }
      },
      notify: async ({ kind }) => {
        told.push(kind)
      },
    })
    for (let round = 0; round < 20; round += 1) {
      await deliver()
      world.advance(60 * minute)
    }
    expect(await order()).toMatchObject({
      status: 'failed',
      reason: 'Line 2 could not be provided: no licence left',
    })
    expect(told).toContain('order failed')
    expect(received).toEqual([])
  })

  it('and that is cancelled meanwhile is not provided any more', async () => {
    const { world, request, deliver, order } = await startOrdered({
      fulfil: async () => {
        throw new Error('later')
      },
    })
    await deliver()
    await world.post(orderXml(request, { header: 'type="delete" orderVersion="2"' }))
    world.advance(60 * minute)
    await deliver()
    expect((await order())?.status).toBe('cancelled')
    expect(world.log.filter(({ event }) => event === 'delivery failed')).toHaveLength(2)
  })
})

describe('a held order that was turned down', () => {
  it('is rejected to the buyer with the reason, without lines', async () => {
    const world = start()
    const request = await returnedRequest(world)
    await world.post(orderXml(request, { total: '1.00' }))
    await world.supplier.decideOrder(key, { accept: false, reason: 'Not our price.' })
    await world.supplier.deliver()
    expect(confirmations()[0]?.request.confirmationRequest).toMatchObject({
      confirmationHeader: { type: 'reject', comments: [{ value: 'Not our price.' }] },
      confirmationItems: [],
    })
  })
})

describe('after a restart on SQLite', () => {
  it('what was answered is done, with the key that was begun with', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'punchloop-restart-'))
    const file = join(folder, 'supplier.sqlite')
    const keys: string[] = []
    const fulfil: SupplierOptions['fulfil'] = async ({ idempotencyKey }) => {
      keys.push(idempotencyKey)
      return { reference: idempotencyKey }
    }
    const dying = sqliteStore({ file })
    // The first life ends after the marketplace did its part and before that is put down.
    const before = await startOrdered({
      store: dying,
      fulfil: async work => {
        await fulfil(work)
        await dying.close()
        return { reference: 'never put down' }
      },
    })
    await expect(before.deliver()).rejects.toThrow()
    const store = sqliteStore({ file })
    const after = start({ store, fulfil })
    after.advance(2 * minute)
    await after.supplier.deliver()
    expect(await after.supplier.order(key)).toMatchObject({ status: 'fulfilled' })
    expect(new Set(keys).size).toBe(2)
    expect(received).toHaveLength(1)
    await store.close()
    rmSync(folder, { recursive: true })
  })
})

describe('a started supplier', () => {
  it('delivers by itself after a document, and lets go when it is stopped', async () => {
    let fulfilled: () => void = () => undefined
    const done = new Promise<void>(resolve => {
      fulfilled = resolve
    })
    const world = start({
      notify: async ({ kind }) => {
        if (kind === 'order fulfilled') fulfilled()
      },
    })
    world.supplier.start()
    const request = await returnedRequest(world)
    await world.post(orderXml(request))
    await done
    await world.supplier.stop()
    expect((await world.supplier.order(key))?.status).toBe('fulfilled')
  })
})
