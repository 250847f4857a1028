import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type MockAriba, startMockAriba } from '@punchloop/mock-coupa'
import { encodeBrowserForm, parseCxml, serializeCxml } from '@punchloop/sdk/cxml'
import { source as axeSource } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.js'
import { cartDocument } from '../support/fake-supplier.js'
import { signIn } from '../support/visitor.js'

let browser: Browser
let shop: Shop
let ariba: MockAriba
let context: BrowserContext

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  shop = await openShop()
  ariba = await startMockAriba({
    port: 0,
    networkPort: 0,
    supplier: { punchoutUrl: `${shop.url}/cxml`, orderUrl: `${shop.url}/cxml`, sharedSecret: 'marker' },
  })
})
afterEach(async () => {
  await context.close()
  await ariba.close()
  shop.server.closeAllConnections()
  await new Promise(resolve => shop.server.close(resolve))
})

interface Shop {
  readonly url: string
  readonly server: Server
}

/** A shop of one page on another site than the buyer, which sends its cart where the setup request said. */
async function openShop(): Promise<Shop> {
  let returnForm = ''
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(returnForm)
      return
    }
    const document = parseCxml(Buffer.concat(chunks))
    response.writeHead(200, { 'content-type': 'text/xml; charset=UTF-8' })
    if (document.kind !== 'PunchOutSetupRequest') {
      response.end(answer({ kind: 'Response', response: { status } }))
      return
    }
    const { buyerCookie, browserFormPost } = document.request.punchOutSetupRequest
    const { name, value } = encodeBrowserForm(cartDocument(buyerCookie, [{}]), 'cxml-base64')
    returnForm = `<!doctype html><title>Shop</title><h1>The shop</h1>
      <form method="post" action="${browserFormPost?.url}"><input type="hidden" name="${name}" value="${value}">
      <button>Request approval</button></form>`
    const punchOutSetupResponse = { startPage: { url: `${url}/start/one-time` } }
    response.end(answer({ kind: 'PunchOutSetupResponse', response: { status, punchOutSetupResponse } }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // The buyer is at 127.0.0.1: for a browser this is another site.
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  return { url, server }
}

const status = { code: '200', text: 'OK', value: '' }
const envelope = { payloadID: '1@shop.example', timestamp: '2026-03-02T09:00:00+00:00' }
type Answer = Parameters<typeof serializeCxml>[0]
const answer = (document: object) => serializeCxml({ ...envelope, ...document } as Answer)

async function open(login: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext(options)
  const { name, value } = (await signIn(ariba.url, login)).cookie()
  await context.addCookies([{ name, value, url: ariba.url }])
  return context.newPage()
}

/** Through the catalogue into the shop. */
async function enter(page: Page) {
  await page.goto(ariba.url)
  await page.getByRole('link', { name: 'Brightstack Marketplace' }).click()
  const frame = page.frameLocator('iframe')
  await frame.getByRole('heading', { name: 'The shop' }).waitFor()
  return frame
}

describe('shopping in SAP Ariba, in Chromium', () => {
  it('shows the shop in a frame, and the cart takes the whole window to the requisition', async () => {
    const page = await open('emma')
    const frame = await enter(page)
    await expect.poll(() => page.getByRole('button', { name: 'Return to SAP Ariba' }).isVisible()).toBe(true)
    await frame.getByRole('button', { name: 'Request approval' }).click()
    await page.waitForURL('**/cart?notice=cart-returned')
    expect(await page.locator('iframe').count()).toBe(0)
    await page.getByText('Acme Suite').first().waitFor()
    await page.getByRole('button', { name: /Submit/ }).click()
    await page.waitForURL(/\/requisitions\/\d+/)
    await page.getByText('Mark Osei').first().waitFor()
  })

  it('leads back without a cart by the button of the banner', async () => {
    const page = await open('emma')
    await enter(page)
    await page.getByRole('button', { name: 'Return to SAP Ariba' }).click()
    await page.getByText('You came back from the supplier without a cart.').waitFor()
  })

  it('says in the frame that a cart of an earlier visit is expired, and leads out of it', async () => {
    const page = await open('emma')
    const frame = await enter(page)
    await ariba.buyer.person('emma').shop()
    await frame.getByRole('button', { name: 'Request approval' }).click()
    await frame.getByRole('heading', { name: 'Token Expired' }).waitFor()
    await frame.getByRole('link', { name: 'Back to Home' }).click()
    await page.waitForURL(`${ariba.url}/`)
    expect(await page.locator('iframe').count()).toBe(0)
  })

  it('works without scripts, and on a phone', async () => {
    const page = await open('emma', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    await page.goto(ariba.url)
    await page.getByRole('link', { name: 'Brightstack Marketplace' }).click()
    await page.getByRole('button', { name: /Continue to/ }).click()
    const frame = page.frameLocator('iframe')
    await frame.getByRole('button', { name: 'Request approval' }).click()
    await frame.getByRole('link', { name: 'Continue' }).click()
    await page.waitForURL('**/cart?notice=cart-returned')
  })
})

describe('the pages of SAP Ariba and of its network', () => {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 360 },
  ] as const)('have no fault that axe knows: $colorScheme, $width px', { timeout: 60_000 }, async look => {
    const emma = ariba.buyer.person('emma')
    const requisition = await emma.addItem({ itemId: 1, quantity: '1' })
    await emma.submit(requisition.number)
    const page = await open('ada', {
      // The tests' own script has to get in; what the pages' policy stops is tested elsewhere.
      bypassCSP: true,
      colorScheme: look.colorScheme,
      viewport: { width: look.width, height: 800 },
    })
    const at = (path: string) => `${ariba.url}${path}`
    const requisitionUrl = at(`/requisitions/${requisition.number}`)
    await emma.shop()
    for (const url of [at('/'), at('/requisitions'), requisitionUrl, at('/sign-in'), ariba.network.url]) {
      await page.goto(url)
      expect([url, await faults(page)]).toEqual([url, []])
    }
    // The shop's own page is its own affair.
    await enter(page)
    expect(await faults(page, { exclude: ['iframe'] })).toEqual([])
  })

  async function faults(page: Page, context: object = {}): Promise<unknown> {
    await page.evaluate(axeSource)
    const asked = JSON.stringify({ include: ['html'], ...context })
    return page.evaluate(`axe.run(${asked}, { runOnly: ${JSON.stringify(rules)}, iframes: false }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`)
  }
})
