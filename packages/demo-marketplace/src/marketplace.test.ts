import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@punchloop/test-postgres'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { order, readCart, startTrip } from '../test/buyer.js'
import { startTestShop, type TestShop } from '../test/shop.js'

describe('a shop with a data directory', () => {
  let folder: string
  let shop: TestShop
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'brightstack-'))
    shop = await startTestShop({ dataDir: folder })
  })
  afterEach(async () => {
    await shop.close()
    rmSync(folder, { recursive: true })
  })

  it('forgets nothing in a restart between request and order', async () => {
    const email = 'emma.reyes@northwind.example'
    const { browser } = await startTrip(shop)
    const page = await browser.get('/products/ledgerly-team')
    const cart = readCart(await browser.post(page, '/products/ledgerly-team/request', { quantity: '4' }))
    await shop.restart()
    await order(shop, 'PO-1', cart)
    await shop.mailbox.waitFor(({ subject }) => subject.includes('is ready'))
    const before = await shop.market.subscriptions({ email })
    expect(before).toMatchObject([{ quantity: '4', status: 'active' }])
    await shop.restart()
    await order(shop, 'PO-1', cart)
    while ((await shop.market.supplier.deliver()) > 0);
    expect(await shop.market.subscriptions({ email })).toEqual(before)
    expect(await shop.mailbox.list()).toHaveLength(1)
  })

  it('knows browsers again after a restart', async () => {
    const { browser } = await startTrip(shop)
    const [cookie] = Object.entries(browser.cookies()).filter(([name]) => name === 'brightstack')
    const market = await shop.restart()
    const answer = await fetch(market.url, { headers: { Cookie: cookie?.join('=') ?? '' } })
    expect(answer.headers.getSetCookie()).toEqual([])
  })
})

const server = await startPostgres()
afterAll(() => server?.stop())

describe.skipIf(server === undefined)('two shops on one PostgreSQL', () => {
  it('are one: what begins in one ends in the other, once, and both know of it', async () => {
    const options = server === undefined ? {} : { databaseUrl: server.url }
    const [one, other] = await Promise.all([startTestShop(options), startTestShop(options)])
    const { browser } = await startTrip(one)
    const page = await browser.get('/products/ledgerly-team')
    const cart = readCart(await browser.post(page, '/products/ledgerly-team/request', { quantity: '4' }))
    await order(other, 'PO-1', cart)
    await order(one, 'PO-1', cart)
    const mails = async () => (await Promise.all([one.mailbox.list(), other.mailbox.list()])).flat()
    await expect.poll(mails, { timeout: 20_000 }).toHaveLength(1)
    const email = 'emma.reyes@northwind.example'
    const subscriptions = await one.market.subscriptions({ email })
    expect(subscriptions).toMatchObject([{ quantity: '4', status: 'active' }])
    expect(await other.market.subscriptions({ email })).toEqual(subscriptions)
    await Promise.all([one.close(), other.close()])
    expect(await mails()).toHaveLength(1)
  })
})

describe('starting', () => {
  it('rejects with EADDRINUSE where the port is taken', async () => {
    const shop = await startTestShop()
    const port = Number(new URL(shop.market.url).port)
    await expect(startTestShop({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await shop.close()
  })

  it('rejects with what is wrong in the configuration, and lets go of the port', async () => {
    await expect(startTestShop({ credentials: [] })).rejects.toThrow(
      '"credentials" must hold at least one credential',
    )
  })

  it('writes the public address into documents, and takes cookies for it', async () => {
    const shop = await startTestShop({ publicUrl: 'http://market.example.test/' })
    expect(shop.market.supplier.cxmlUrl).toBe('http://market.example.test/punchloop/cxml')
    await shop.close()
  })
})
