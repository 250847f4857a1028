import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Marketplace, startMarketplace } from '@punchloop/demo-marketplace'
import { type MailServer, memoryMailbox, startMailServer } from '@punchloop/demo-marketplace/mailbox'
import { type MockAriba, networkSender, startMockAriba } from '@punchloop/mock-coupa'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { blockThirdPartyCookies, launchChromium } from '../support/chromium.js'
import { hostsOfTests, startTlsFront, type TlsFront } from '../support/tls-front.js'

const secret = 'marker-frames'

let browser: Browser
const opened: { close(): Promise<unknown> }[] = []

beforeAll(async () => {
  browser = await launchChromium(hostsOfTests)
})
afterAll(() => browser?.close())
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close()
})

function keep<T extends { close(): Promise<unknown> }>(started: T): T {
  opened.push(started)
  return started
}

interface World {
  readonly ariba: MockAriba
  readonly market: Marketplace
  readonly buyerFront: TlsFront
  readonly marketFront: TlsFront
}

/** SAP Ariba at one host and the marketplace at another, both over TLS, as browsers meet them. */
async function startWorld(frames: { readonly framesKeepCookies?: boolean } = {}): Promise<World> {
  const buyerFront = keep(await startTlsFront('buyer.test'))
  const marketFront = keep(await startTlsFront('market.test', frames))
  const mailbox = memoryMailbox()
  const mail: MailServer = keep(await startMailServer({ port: 0, mailbox }))
  const [aribaPort, marketPort] = [await freePort(), await freePort()]
  const ariba = keep(
    await startMockAriba({
      port: aribaPort,
      networkPort: 0,
      publicUrl: buyerFront.origin,
      supplier: {
        punchoutUrl: `http://127.0.0.1:${marketPort}/punchloop/cxml`,
        orderUrl: `http://127.0.0.1:${marketPort}/punchloop/cxml`,
        sharedSecret: secret,
      },
    }),
  )
  const market = keep(
    await startMarketplace({
      port: marketPort,
      publicUrl: marketFront.origin,
      credentials: [{ domain: 'NetworkID', identity: 'AN01000000002' }],
      buyers: [
        {
          id: 'alder',
          name: 'Alder Biosciences',
          profile: 'ariba',
          credentials: [{ domain: 'NetworkID', identity: 'AN01000000001' }],
          senders: [networkSender],
          sharedSecrets: [secret],
          browserFormPostOrigins: [buyerFront.origin],
        },
      ],
      mail: { host: mail.host, port: mail.port },
      mailbox,
    }),
  )
  buyerFront.forward(`http://127.0.0.1:${aribaPort}`)
  marketFront.forward(`http://127.0.0.1:${marketPort}`)
  return { ariba, market, buyerFront, marketFront }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

async function newPage(): Promise<Page> {
  const context = keep(await browser.newContext({ ignoreHTTPSErrors: true }))
  const page = await context.newPage()
  await blockThirdPartyCookies(page)
  page.setDefaultTimeout(20_000)
  return page
}

/** To the shop's tile, as somebody of the company. */
async function openTile({ buyerFront }: World): Promise<Page> {
  const page = await newPage()
  await page.goto(`${buyerFront.origin}/sign-in`)
  await page.getByRole('button', { name: 'Sign in as Emma Reyes' }).click()
  await page.getByRole('link', { name: 'Brightstack Marketplace' }).click()
  return page
}

/** A site of two pages: one that frames the other. */
async function startSite(
  host: string,
  answer: (path: string, cookie: string) => [string, Record<string, string>],
) {
  const front = keep(await startTlsFront(host))
  const server: Server = createServer((request, response) => {
    const [html, headers] = answer(request.url ?? '/', request.headers.cookie ?? '')
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(`<!doctype html>${html}`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  opened.push({ close: () => new Promise(resolve => server.close(resolve)) })
  front.forward(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return front
}

describe('this Chromium', () => {
  it.each([
    ['keeps no third-party cookie', '', false],
    ['keeps one that is partitioned', '; Partitioned', true],
  ] as const)('%s', { timeout: 60_000 }, async (_, attribute, isKept) => {
    const shop = await startSite('shop.test', (_path, cookie) => [
      `<p>cookie: ${cookie || 'none'}</p><a href="/next">next</a>`,
      { 'set-cookie': `kept=yes; Path=/; Secure; HttpOnly; SameSite=None${attribute}` },
    ])
    const portal = await startSite('portal.test', () => [`<iframe src="${shop.origin}/"></iframe>`, {}])
    const page = await newPage()
    await page.goto(portal.origin)
    const frame = page.frameLocator('iframe')
    await frame.getByRole('link', { name: 'next' }).click()
    await frame.getByText(isKept ? 'cookie: kept=yes' : 'cookie: none').waitFor()
  })
})

describe('the marketplace in the frame of SAP Ariba at another host, without third-party cookies', () => {
  it('knows its shopper, and its cart takes the whole window to the requisition', {
    timeout: 90_000,
  }, async () => {
    const world = await startWorld()
    const page = await openTile(world)
    const shop = page.frameLocator('iframe')
    await shop.getByText('Shopping as').first().waitFor()
    await shop.getByRole('link', { name: 'Ledgerly Team' }).first().click()
    await shop.getByRole('button', { name: 'Request approval' }).click()
    await page.waitForURL('**/cart?notice=cart-returned')
    await page.getByRole('button', { name: 'Submit for Approval' }).click()
    await page.waitForURL(/\/requisitions\/\d+/)
    await page.getByText('Mark Osei').first().waitFor()
  })

  it('opens in a window of its own where a frame keeps no cookie at all', { timeout: 90_000 }, async () => {
    const world = await startWorld({ framesKeepCookies: false })
    const page = await openTile(world)
    const frame = page.frameLocator('iframe')
    await frame.getByRole('heading', { name: 'The shop opens in a window of its own' }).waitFor()
    const [shop] = await Promise.all([
      page.context().waitForEvent('page'),
      frame.getByRole('button', { name: 'Open the shop in a new window' }).click(),
    ])
    await shop.getByText('Shopping as').first().waitFor()
    expect(new URL(shop.url()).search + new URL(shop.url()).hash).toBe('')
    await shop.getByRole('link', { name: 'Ledgerly Team' }).first().click()
    await shop.getByRole('button', { name: 'Request approval' }).click()
    await shop.waitForURL(`${world.buyerFront.origin}/**`)
    await shop.getByText('Ledgerly Team').first().waitFor()
  })

  it('is shown in no other site’s frame', { timeout: 90_000 }, async () => {
    const world = await startWorld()
    const { startPageUrl } = await world.ariba.buyer.person('emma').shop()
    const stranger = await startSite('stranger.test', () => [`<iframe src="${startPageUrl}"></iframe>`, {}])
    const page = await newPage()
    const blocked: string[] = []
    page.on('console', message => blocked.push(message.text()))
    await page.goto(stranger.origin)
    await expect.poll(() => blocked.join('\n')).toMatch(/frame-ancestors/)
    expect(await page.frameLocator('iframe').getByText('Shopping as').count()).toBe(0)
    // Nothing was used up: the shopper can still enter.
    await page.goto(startPageUrl)
    await page.getByText('Shopping as').first().waitFor()
  })
})
