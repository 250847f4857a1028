import { afterEach, describe, expect, it, vi } from 'vitest'
import { orderXml, returnedRequest } from '../../test/order-xml.js'
import { withBug } from '../../test/seeded-bug.js'
import { secret, startTestSupplier } from '../../test/start-test-supplier.js'
import { takingBuyer } from '../../test/taking-buyer.js'
import type { SupplierOptions } from '../options.js'
import { memoryStore } from '../store/memory-store.js'
import type { Store } from '../store/store.js'

const key = { buyerId: 'acme', orderID: 'PO-1' }
const minute = 60_000

afterEach(() => vi.useRealTimers())

/** Something that another side waits for. */
function signalled(): { readonly happened: Promise<void>; readonly happen: () => void } {
  let happen: () => void = () => undefined
  const happened = new Promise<void>(resolve => {
    happen = resolve
  })
  return { happened, happen }
}

const never = new Promise<never>(() => undefined)

/** Two workers on one store and one clock; the first stops in the middle of its fulfilment until it is told to go on. */
async function twoWorkers(store: Store) {
  const begun = signalled()
  const goOn = signalled()
  let now = Date.parse('2026-01-15T10:00:00Z')
  const clock = () => new Date(now)
  const calls: string[] = []
  const worker = (name: string, before: () => Promise<void>) =>
    startTestSupplier({
      store,
      clock,
      concurrency: 1,
      fulfil: async () => {
        calls.push(name)
        await before()
        return { reference: name }
      },
    })
  const first = worker('first', async () => {
    begun.happen()
    await goOn.happened
  })
  const second = worker('second', async () => undefined)
  const request = await returnedRequest(first)
  await first.post(orderXml({ ...request, lines: request.lines.slice(0, 1) }, { total: '59.97' }))
  const running = first.supplier.deliver()
  await begun.happened
  return {
    calls,
    advance: (milliseconds: number) => {
      now += milliseconds
    },
    deliverBySecond: () => second.supplier.deliver(),
    finishFirst: async () => {
      goOn.happen()
      await running
    },
    reference: async () => (await second.supplier.order(key))?.lines[0]?.fulfilment?.reference,
    attempts: async () => (await first.supplier.metrics()).attempts['fulfil line'],
    log: first.log,
  }
}

describe('a worker that was paused past its lease', () => {
  async function pausedTooLong(store: Store) {
    const world = await twoWorkers(store)
    world.advance(2 * minute)
    await world.deliverBySecond()
    expect(await world.reference()).toBe('second')
    await world.finishFirst()
    return world
  }

  it('writes nothing any more, and says that it lost its lease', async () => {
    const world = await pausedTooLong(memoryStore())
    expect(world.calls).toEqual(['first', 'second'])
    expect(await world.reference()).toBe('second')
    expect(await world.attempts()).toMatchObject({ done: 0, lost: 1 })
    expect(world.log.filter(({ event }) => event === 'lease lost')).toHaveLength(1)
  })

  it('control: a store without fences lets it end the job of another', async () => {
    const world = await pausedTooLong(withBug(memoryStore(), () => ({ settleJob: async () => true })))
    expect(await world.attempts()).toMatchObject({ done: 1, lost: 0 })
  })
})

describe('a worker that is slow, and alive', () => {
  async function slow(store: Store) {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const world = await twoWorkers(store)
    for (let half = 0; half < 6; half += 1) {
      world.advance(minute / 2)
      await vi.advanceTimersByTimeAsync(minute / 2)
    }
    await world.deliverBySecond()
    await world.finishFirst()
    return world
  }

  it('keeps its job', async () => {
    const world = await slow(memoryStore())
    expect(world.calls).toEqual(['first'])
    expect(await world.reference()).toBe('first')
  })

  it('control: without a heartbeat another takes the job', async () => {
    const world = await slow(withBug(memoryStore(), () => ({ extendLease: async () => true })))
    expect(world.calls).toEqual(['first', 'second'])
  })
})

describe('a fulfilment that never ends', () => {
  const hanging = (change: Partial<SupplierOptions> = {}) =>
    startTestSupplier({ fulfil: () => never, attemptTimeout: 20, ...change })

  it('is broken off in time, and tried again later', async () => {
    const world = hanging()
    await world.post(orderXml(await returnedRequest(world)))
    await world.supplier.deliver()
    const [job] = await world.supplier.jobs({ status: 'due' })
    expect(job).toMatchObject({ attempts: 1, problem: 'It took longer than 0.02 s' })
    expect((await world.supplier.order(key))?.status).toBe('fulfilling')
  })

  it('does not keep the supplier from stopping, and is tried again by the next', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const begun = signalled()
    const store = memoryStore()
    const dying = hanging({
      store,
      attemptTimeout: minute,
      fulfil: () => {
        begun.happen()
        return never
      },
    })
    dying.supplier.start()
    await dying.post(orderXml(await returnedRequest(dying)))
    await begun.happened
    const stopped = dying.supplier.stop()
    await vi.advanceTimersByTimeAsync(10_000)
    await stopped
    const next = startTestSupplier({ store })
    next.advance(minute)
    await next.supplier.deliver()
    expect((await next.supplier.order(key))?.status).toBe('fulfilled')
  })
})

describe('retries', () => {
  const started = Date.parse('2026-01-15T10:00:00Z')
  async function waits() {
    const world = startTestSupplier({
      fulfil: async () => {
        throw new Error('away')
      },
    })
    await world.post(orderXml(await returnedRequest(world)))
    await world.supplier.deliver()
    const jobs = await world.supplier.jobs({ status: 'due' })
    return jobs
      .filter(({ work }) => work.kind === 'fulfil line')
      .map(({ dueAt }) => dueAt.getTime() - started)
  }

  it('of what failed together do not come back together; the same chance gives the same waits', async () => {
    const [second = 0, first = 0] = await waits()
    expect(first).not.toBe(second)
    for (const wait of [first, second]) {
      expect(wait).toBeGreaterThanOrEqual(4_000)
      expect(wait).toBeLessThanOrEqual(5_000)
    }
    expect(await waits()).toEqual([second, first])
  })
})

describe('documents to buyers', () => {
  function twoBuyers(answer: (url: string) => Promise<Response>, change: Partial<SupplierOptions> = {}) {
    const { statusUpdates: _, ...buyer } = takingBuyer().buyer
    const globex = {
      ...buyer,
      id: 'globex',
      credentials: [{ domain: 'NetworkID', identity: 'AN02' }],
      sharedSecrets: ['globex-secret'],
      confirmations: { url: 'https://globex.example/confirm', sharedSecret: 's' },
    }
    return startTestSupplier({
      buyers: [{ ...buyer, sharedSecrets: [secret] }, globex],
      fetch: url => answer(String(url)),
      ...change,
    })
  }
  const taken = () =>
    new Response(
      '<cXML payloadID="a@b" timestamp="2026-01-15T10:00:00-08:00"><Response><Status code="200" text="OK"/></Response></cXML>',
    )
  const globexOrder = (orderID: string) => ({
    orderID,
    identity: 'AN02',
    secret: 'globex-secret',
    payloadID: `${orderID}@globex.example`,
  })

  it('go in their order: while one has to wait, those behind it wait, and no other buyer’s', async () => {
    const sent: string[] = []
    let isAway = true
    const world = twoBuyers(async url => {
      sent.push(url)
      return url.includes('globex') || !isAway ? taken() : new Response('', { status: 503 })
    })
    for (const orderID of ['PO-1', 'PO-2']) {
      await world.post(orderXml(await returnedRequest(world), { orderID }))
    }
    const request = await returnedRequest(world)
    await world.post(orderXml(request, globexOrder('G-1')))
    await world.supplier.decideOrder(
      { buyerId: 'globex', orderID: 'G-1' },
      { accept: true, reason: 'By phone.' },
    )
    await world.supplier.deliver()
    expect(sent.filter(url => url.includes('globex'))).toHaveLength(1)
    expect(sent.filter(url => url.includes('buyer.example'))).toHaveLength(1)
    isAway = false
    world.advance(10_000)
    await world.supplier.deliver()
    expect(sent.filter(url => url.includes('buyer.example'))).toHaveLength(3)
    const done = (await world.supplier.jobs({ buyerId: 'acme', status: 'done' }))
      .filter(({ work }) => work.kind === 'confirm order')
      .map(({ attempts }) => attempts)
    expect(done).toEqual([1, 2])
  })

  it('that does not answer keep only their own buyer waiting, however many there are', async () => {
    const world = twoBuyers(url => (url.includes('globex') ? Promise.resolve(taken()) : never), {
      concurrency: 2,
      attemptTimeout: 200,
    })
    for (const orderID of ['PO-1', 'PO-2', 'PO-3']) {
      await world.post(orderXml(await returnedRequest(world), { orderID }))
    }
    await world.post(orderXml(await returnedRequest(world), globexOrder('G-1')))
    const globex = { buyerId: 'globex', orderID: 'G-1' }
    await world.supplier.decideOrder(globex, { accept: true, reason: 'By phone.' })
    await world.supplier.deliver()
    expect((await world.supplier.order(globex))?.confirmedAt).toBeDefined()
    expect((await world.supplier.metrics()).attempts['confirm order']).toEqual({
      done: 1,
      due: 1,
      dead: 0,
      lost: 0,
    })
  })
})

describe('work that was given up', () => {
  it('is listed with its problem, counted, and done once more when its cause was mended', async () => {
    let isBroken = true
    const world = startTestSupplier({
      fulfil: async ({ idempotencyKey }) => {
        if (isBroken) throw new Error('the licence server is away')
        return { reference: idempotencyKey }
      },
    })
    await world.post(orderXml(await returnedRequest(world)))
    for (let hour = 0; hour < 20; hour += 1) {
      await world.supplier.deliver()
      world.advance(60 * minute)
    }
    expect((await world.supplier.order(key))?.status).toBe('failed')
    const dead = await world.supplier.jobs({ status: 'dead' })
    expect(dead.map(({ problem }) => problem)).toEqual(Array(2).fill('the licence server is away'))
    expect((await world.supplier.metrics()).jobs).toMatchObject({ leased: 0, dead: 2 })

    isBroken = false
    const [second, first] = dead.map(job => job.key)
    await world.supplier.redeliver(first ?? '')
    await world.supplier.deliver()
    expect(await world.supplier.order(key)).toMatchObject({
      status: 'failed',
      lines: [{ fulfilment: { reference: first } }, { failure: 'the licence server is away' }],
    })
    expect(await world.supplier.redeliver(second ?? '')).toMatchObject({ status: 'due', attempts: 0 })
    await world.supplier.deliver()
    const order = await world.supplier.order(key)
    expect(order).toMatchObject({ status: 'fulfilled' })
    expect(order).not.toHaveProperty('reason')
    expect(await world.supplier.jobs({ status: 'dead' })).toEqual([])
  })

  it('of a document sends the same bytes, though it was taken before', async () => {
    const { buyer, received, fetch } = takingBuyer()
    const world = startTestSupplier({ buyers: [buyer], fetch })
    await world.post(orderXml(await returnedRequest(world)))
    await world.supplier.deliver()
    const confirmation = (await world.supplier.jobs({})).find(({ work }) => work.kind === 'confirm order')
    await world.supplier.redeliver(confirmation?.key ?? '')
    await world.supplier.deliver()
    expect(received).toHaveLength(2)
    expect(received[1]).toBe(received[0])
  })

  it('must be there', async () => {
    const { supplier } = startTestSupplier()
    await expect(supplier.redeliver('nothing')).rejects.toThrow('There is no job "nothing"')
  })
})
