import { startWorld, type World } from '@punchloop/demo/world'
import { source as axeSource } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.js'

let browser: Browser
let world: World

beforeAll(async () => {
  browser = await launchChromium()
  world = await startWorld()
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
})

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What colours and width can change; the rest is the same page. */
const ofTheEye = ['color-contrast', 'target-size', 'link-in-text-block']

const faults = (page: Page, rules: readonly string[]): Promise<unknown> =>
  page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`)

it('the marketplace’s pages, light and 1280 px wide, then dark and 320 px, have no fault that axe knows', async () => {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const look = async (path: string) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(world.market.url + path)
    await page.evaluate(axeSource)
    expect([path, await faults(page, everything)]).toEqual([path, []])
    await page.setViewportSize({ width: 320, height: 800 })
    await page.emulateMedia({ colorScheme: 'dark' })
    expect([path, await faults(page, ofTheEye)]).toEqual([path, []])
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect([path, overflow]).toEqual([path, 0])
  }
  for (const path of [
    '/',
    '/?q=nothing-like-it',
    '/products/ledgerly-team',
    '/mailbox',
    '/nowhere',
    '/sign-in',
  ])
    await look(path)
  await page.getByRole('main').getByRole('button', { name: 'Sam Rivers' }).click()
  await page.goto(`${world.market.url}/products/ledgerly-team`)
  await page.getByRole('button', { name: 'Subscribe' }).click()
  await page.waitForURL('**/subscriptions**')
  for (const path of ['/subscriptions', '/requests']) await look(path)
  await context.close()
}, 60_000)
