import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { source as axeSource } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.js'
import { signIn, signInAsSupplier, type Visitor } from '../support/visitor.js'

let browser: Browser
let coupa: MockCoupa
let context: BrowserContext
let order: string
let requisition: number

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

beforeEach(async () => {
  coupa = await startMockCoupa({ port: 0 })
  const { number } = await coupa.person('emma').addItem({ itemId: 7, quantity: '2' })
  requisition = number
  await coupa.person('emma').submit(number)
  await coupa.person('mark').approve(number)
  order = (await coupa.waitForOrder({ requisition: number })).number
  for (const on of [
    { type: 'OrderHeader', id: Number(order) },
    { type: 'RequisitionHeader', id: number },
  ] as const) {
    const long = 'https://example.com/'.padEnd(300, 'x')
    coupa.application.comment('mark', { on, comments: `@emma ${long}`, toSupplier: true })
    const file = { type: 'file', contentType: 'a/b', bytes: Buffer.from('x') } as const
    const content = { ...file, fileName: `${'long'.repeat(50)}.pdf` }
    coupa.application.attach('mark', { on, content, intent: 'external' })
  }
})

afterEach(async () => {
  await context.close()
  await coupa.close()
})

async function open(visitor: Visitor, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  // The tests' own script has to get in; what the pages' policy stops is tested elsewhere.
  context = await browser.newContext({ bypassCSP: true, ...options })
  const { name, value } = visitor.cookie()
  await context.addCookies([{ name, value, url: `${coupa.url}/supplier` }])
  await context.addCookies([{ name, value, url: coupa.url }])
  return context.newPage()
}

const pagesOfThePeople = () => [
  '/notifications',
  '/notifications?unread=on',
  '/settings/notifications',
  '/requisitions',
  '/requisitions?text=nothing',
  '/activity/requisitions',
  '/activity/orders?sort=-total',
  `/requisitions/${requisition}`,
  `/orders/${order}`,
]

const pagesOfTheSupplier = () => [
  '/supplier/sign-in',
  '/supplier/orders',
  `/supplier/orders/${order}`,
  '/supplier/orders/99999',
  '/supplier/catalogs',
  '/supplier/catalogs/new',
  '/supplier/settings',
]

describe('every page', () => {
  const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  /** What colours and width can change; the rest is the same page. */
  const ofTheEye = ['color-contrast', 'target-size', 'link-in-text-block']

  it('has no fault that axe knows and fits its width, light and 1280 px wide, then dark and 360 px', async () => {
    const walks = [
      [await signIn(coupa.url, 'emma'), pagesOfThePeople()],
      [await signInAsSupplier(coupa.url, 2), pagesOfTheSupplier()],
    ] as const
    for (const [visitor, paths] of walks) {
      const page = await open(visitor, { reducedMotion: 'reduce' })
      const look = async (path: string, rules: readonly string[]) => {
        const faults =
          await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`)
        expect([path, faults]).toEqual([path, []])
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect([path, overflow]).toEqual([path, 0])
      }
      for (const path of paths) {
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.emulateMedia({ colorScheme: 'light' })
        await page.goto(coupa.url + path)
        await page.evaluate(axeSource)
        await look(path, everything)
        await page.setViewportSize({ width: 360, height: 800 })
        await page.emulateMedia({ colorScheme: 'dark' })
        await look(path, ofTheEye)
      }
      await context.close()
    }
  }, 180_000)
})

describe('without a mouse and without scripts', () => {
  it('a list is filtered, ordered and left by keyboard, and shows where the focus is', async () => {
    await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
    const page = await open(await signIn(coupa.url, 'emma'), { javaScriptEnabled: false })
    await page.goto(`${coupa.url}/requisitions`)
    await page.getByLabel('Contains').focus()
    await page.keyboard.type('chair')
    await page.keyboard.press('Enter')
    await page.waitForURL(/text=chair/)
    expect(await page.locator('tbody tr').count()).toBe(1)
    await page.getByRole('link', { name: 'Total' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/sort=total/)
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toContain('Total')
  })

  it('everything that can be pressed is reached by Tab, with an outline', async () => {
    const page = await open(await signInAsSupplier(coupa.url, 2))
    await page.goto(`${coupa.url}/supplier/orders/${order}`)
    const all = await page.evaluate(
      `document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea').length`,
    )
    const reached = new Set<unknown>()
    for (let count = 0; count < Number(all) + 1; count += 1) {
      await page.keyboard.press('Tab')
      const [name, outline] = (await page.evaluate(`(() => {
        const element = document.activeElement
        const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')]
        return [all.indexOf(element), getComputedStyle(element).outlineStyle]
      })()`)) as [number, string]
      if (name === -1) continue
      reached.add(name)
      expect([name, outline]).not.toEqual([name, 'none'])
    }
    expect(reached.size).toBe(all)
  })

  it('a supplier acknowledges and answers', async () => {
    const page = await open(await signInAsSupplier(coupa.url, 2), { javaScriptEnabled: false })
    await page.goto(`${coupa.url}/supplier`)
    await page.getByRole('button', { name: `Acknowledge order ${order}` }).click()
    await page.getByText('The order is acknowledged.').waitFor()
    await page.getByLabel('Your comment to the buyer').fill('On Monday')
    await page.getByRole('button', { name: 'Add Comment' }).click()
    await page.getByText('Your comment was added.').waitFor()
    expect(coupa.purchaseOrder(order).comments.at(-1)?.comments).toBe('On Monday')
  })
})
