import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { serializeCxml } from '@punchloop/sdk/cxml'
import { source as axeSource } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.js'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { signIn } from '../support/visitor.js'

let browser: Browser
let supplier: FakeSupplier
let coupa: MockCoupa
let context: BrowserContext
/** What no page may cause: scripts that ran, dialogs, things the policy had to stop. */
let incidents: string[]

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

beforeEach(async () => {
  incidents = []
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({ port: 0, company: supplier.company() })
})

afterEach(async () => {
  await context.close()
  await coupa.close()
  await supplier.close()
})

async function open(login: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext(options)
  const { name, value } = (await signIn(coupa.url, login)).cookie()
  await context.addCookies([{ name, value, url: coupa.url }])
  const page = await context.newPage()
  page.on('dialog', async dialog => {
    incidents.push(`dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('pageerror', error => incidents.push(`error: ${error.message}`))
  page.on('console', message => {
    if (/Content Security Policy|hostile/i.test(message.text())) incidents.push(`console: ${message.text()}`)
  })
  return page
}

function setupResponse(startPage: string): string {
  return serializeCxml({
    kind: 'PunchOutSetupResponse',
    payloadID: '1@supplier.example',
    timestamp: '2026-03-02T09:00:00+00:00',
    response: {
      status: { code: '200', text: 'OK', value: '' },
      punchOutSetupResponse: { startPage: { url: startPage } },
    },
  })
}

/** Everything that a supplier or a colleague can write, written with bad intent. */
const hostile = `"><script>console.log('hostile')</script><img src=x onerror="console.log('hostile')">'</textarea></title>`

async function hostileCompany(): Promise<number> {
  await coupa.company.update(company => {
    company.name = `Northwind ${hostile}`
    for (const person of company.people) {
      person.lastName += hostile
      person.title = hostile
    }
    for (const site of company.punchoutSites) site.description = hostile
    for (const rule of company.approvalRules) rule.name += hostile
    for (const item of company.items) item.description = hostile
    for (const announcement of company.announcements ?? []) announcement.body = hostile
    for (const form of company.forms ?? []) form.description = hostile
    company.approvalGroups = [{ id: 1, name: hostile, members: ['mark'] }]
    company.departments.push(hostile)
  })
  supplier.openBuy = async operation => ({
    status: 200,
    json:
      operation === 'authentication'
        ? { token: 't' }
        : {
            count: 1,
            total_count: 1,
            results: [
              {
                source_part_num: hostile,
                name: hostile,
                description: hostile,
                unit_price: '1.00',
                currency: 'USD',
                uom: 'EA',
                manufacturer_name: hostile,
                image_url: "javascript:console.log('hostile')",
              },
            ],
          },
  })
  const emma = coupa.person('emma')
  const trip = await emma.shop()
  const line = { description: hostile, part: hostile, aux: hostile }
  const { number } = await emma.returnCart(supplier.cart(trip.buyerCookie, [line]), trip)
  await emma.submit(number, { justification: hostile })
  await coupa.person('mark').approve(number, hostile)
  await coupa.waitForOrder({ requisition: number })
  const { number: rejected } = await emma.addItem({ itemId: 1, quantity: '1' })
  await emma.submit(rejected)
  await coupa.person('mark').reject(rejected, hostile)
  return number
}

const everyPage = (requisition: number, order: string) => [
  '/sign-in',
  '/',
  `/search?${new URLSearchParams({ q: `monitor ${hostile}` })}`,
  '/search?q=monitor',
  '/requests/new',
  '/forms/1',
  '/groups',
  '/cart',
  '/requisitions',
  `/requisitions/${requisition}`,
  `/requisitions/${requisition + 1}`,
  '/approvals',
  '/orders',
  `/orders/${order}`,
  '/notifications',
  '/trace',
  `/trace/requisition-${requisition}`,
  '/setup/people',
  '/setup/people/emma',
  '/setup/people/new',
  '/setup/approval-rules',
  '/setup/approval-rules/2',
  '/setup/punchout-sites',
  '/setup/punchout-sites/1',
  '/setup/suppliers',
  '/setup/suppliers/1',
  '/setup/mails',
  '/setup/announcements/1',
  '/setup/forms/1',
  '/requisitions/99999',
  `/orders/${encodeURIComponent(hostile)}`,
  '/nowhere',
]

describe('hostile texts', () => {
  it('are text on every page', async () => {
    const requisition = await hostileCompany()
    const order = coupa.requisition(requisition).purchaseOrders[0]?.number ?? ''
    for (const login of ['ada', 'emma']) {
      const page = await open(login)
      // Only administrators see the others differently.
      const paths = everyPage(requisition, order).filter(
        path => login === 'ada' || !path.startsWith('/setup'),
      )
      for (const path of paths) {
        await page.goto(coupa.url + path)
        const planted = await page.locator('img[src="x"], [onerror], a[href^="javascript:"]').count()
        expect([path, planted]).toEqual([path, 0])
      }
      await context.close()
    }
    expect(incidents).toEqual([])
  }, 120_000)
})

describe('accessibility', () => {
  const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  /** What colours and width can change; the rest is the same page. */
  const ofTheEye = ['color-contrast', 'target-size', 'link-in-text-block']

  async function faults(page: Page, rules: readonly string[]): Promise<unknown> {
    return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`)
  }

  it('of every page, light and 1280 px wide, then dark and 320 px, has no fault that axe knows', async () => {
    const emma = coupa.person('emma')
    const trip = await emma.shop()
    const { number } = await emma.returnCart(supplier.cart(trip.buyerCookie, [{ unitPrice: '6000' }]), trip)
    await emma.submit(number, { justification: 'For the report' })
    await coupa.person('mark').approve(number, 'Fine')
    await coupa.person('fiona').approve(number)
    const order = await coupa.waitForOrder({ requisition: number })
    const pending = await emma.addItem({ itemId: 1, quantity: '1' })
    await emma.submit(pending.number)
    await coupa.person('ada').addItem({ itemId: 1, quantity: '2' })
    // The tests' own script has to get in; what the pages' policy stops is tested elsewhere.
    const page = await open('ada', { bypassCSP: true, reducedMotion: 'reduce' })
    /** Tables that are cut off at the edge of their card. */
    const cut = () =>
      page.evaluate(
        `[...document.querySelectorAll('.card-flush, .table-box')].filter(box => box.scrollWidth > box.clientWidth + 1).length`,
      )
    for (const path of everyPage(number, order.number)) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(coupa.url + path)
      await page.evaluate(axeSource)
      expect([path, await faults(page, everything)]).toEqual([path, []])
      const cutOfWide = await cut()
      // A tablet, and a laptop at 150 %.
      await page.setViewportSize({ width: 853, height: 800 })
      expect([path, cutOfWide, await cut()]).toEqual([path, 0, 0])
      await page.setViewportSize({ width: 320, height: 800 })
      await page.emulateMedia({ colorScheme: 'dark' })
      expect([path, await faults(page, ofTheEye)]).toEqual([path, []])
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect([path, overflow]).toEqual([path, 0])
    }
    // What is wrong with a line stands in its cell.
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${coupa.url}/cart`)
    await page.getByLabel('Quantity of line 1').fill('five')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('must be a number above 0').waitFor()
    expect(await cut()).toBe(0)
  }, 180_000)
})

describe('a person in a browser', () => {
  it('walks to the shop by tile, and without scripts by one more button', async () => {
    const shop = createServer((_request, response) => response.end('The shop'))
    await new Promise<void>(resolve => shop.listen(0, '127.0.0.1', resolve))
    const startPage = `http://localhost:${(shop.address() as AddressInfo).port}/start/4711`
    supplier.setupAnswer = { httpStatus: 200, body: setupResponse(startPage) }
    for (const javaScriptEnabled of [true, false]) {
      const page = await open('emma', { javaScriptEnabled })
      await page.goto(coupa.url)
      await page.getByRole('link', { name: 'Brightstack Marketplace' }).click()
      if (!javaScriptEnabled) {
        await page.getByRole('button', { name: 'Continue to Brightstack Marketplace' }).click()
      }
      await page.waitForURL(startPage)
      await context.close()
    }
    shop.close()
    expect(incidents).toEqual([])
  })

  it('sees the approval arrive without touching the page', async () => {
    const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
    await coupa.person('emma').submit(number)
    const page = await open('emma')
    await page.goto(`${coupa.url}/requisitions/${number}`)
    const status = page.getByTestId('requisition-status')
    expect(await status.getAttribute('data-status')).toBe('pending_approval')
    await coupa.person('mark').approve(number)
    await page.locator('[data-testid="requisition-status"][data-status="ordered"]').waitFor()
    expect(incidents).toEqual([])
  })

  it('does not lose what is being typed when something changes', async () => {
    const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
    await coupa.person('emma').submit(number)
    const page = await open('emma')
    await page.clock.install()
    await page.goto(`${coupa.url}/requisitions/${number}`)
    const reason = page.getByLabel('Reason for withdrawing')
    await reason.fill('I found')
    await coupa.person('mark').approve(number)
    await page.clock.runFor(60_000)
    expect(await reason.inputValue()).toBe('I found')
    await reason.fill('')
    await page.clock.runFor(2_000)
    await page.locator('[data-testid="requisition-status"][data-status="ordered"]').waitFor()
  })

  it('hears that the connection is lost, sees what has changed once it is back, and keeps the focus', async () => {
    const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
    await coupa.person('emma').submit(number)
    const page = await open('emma')
    await page.clock.install()
    await page.goto(`${coupa.url}/requisitions/${number}`)
    await page.getByRole('link', { name: 'Trace' }).focus()
    await context.setOffline(true)
    for (let asked = 0; asked < 5; asked += 1) {
      await page.clock.runFor(12_000)
      await page.evaluate('new Promise(resolve => queueMicrotask(resolve))')
    }
    await page.getByText('does not answer').waitFor()
    await coupa.person('mark').approve(number)
    await context.setOffline(false)
    await page.locator('[data-testid="requisition-status"][data-status="ordered"]').waitFor()
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Trace')
  })

  it('calls nothing off that somebody has pressed, however slow the way there is', async () => {
    const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
    await coupa.person('emma').submit(number)
    const page = await open('emma')
    await page.goto(`${coupa.url}/requisitions/${number}`)
    const trace = page.getByRole('link', { name: 'Trace' })
    const path = (await trace.getAttribute('href')) ?? ''
    await page.route(`**${path}`, async route => {
      await coupa.person('mark').approve(number)
      // A page that asked now, as it does every second and a half, would hear of the approval and load itself again.
      await page.waitForResponse(() => true, { timeout: 2_000 }).catch(() => undefined)
      await route.continue()
    })
    await trace.click()
    await page.waitForURL(`**${path}`)
  })

  it('comments once where the button is clicked twice, and leaves a page whose session has ended', async () => {
    const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
    const page = await open('emma')
    await page.goto(`${coupa.url}/requisitions/${number}`)
    await page.getByLabel('Your comment').fill('Twice')
    await page.getByRole('button', { name: 'Add Comment' }).dblclick()
    await page.getByText('Your comment was added').waitFor()
    expect(coupa.requisition(number).comments).toHaveLength(1)
    await context.clearCookies()
    await page.waitForURL(/sign-in/)
  })

  it('approves with the keyboard alone', async () => {
    const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
    await coupa.person('emma').submit(number)
    const page = await open('mark')
    await page.goto(`${coupa.url}/requisitions/${number}`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Skip to content')
    await page.keyboard.press('Enter')
    await page.getByLabel('Comment (optional)').focus()
    await page.keyboard.type('Fine')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('You approved this request.').waitFor()
    expect(coupa.requisition(number).chain[0]).toMatchObject({ status: 'approved', comment: 'Fine' })
  })
})
