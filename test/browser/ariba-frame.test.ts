import { startWorld, type World } from '@punchloop/demo/world'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildDemo } from '../support/build.js'
import { launchChromium } from '../support/chromium.js'

let browser: Browser
let world: World

beforeAll(async () => {
  buildDemo()
  browser = await launchChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  world = await startWorld({ buyer: 'ariba' })
})
afterEach(() => world.close())

async function openAs(name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${world.coupa.url}/sign-in`)
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await page.getByRole('heading', { name: /Create a requisition/ }).waitFor()
  return page
}

describe('the marketplace in the frame of SAP Ariba, in Chromium', () => {
  it('is entered by a tile, hands its cart to the whole window, and confirms the order', {
    timeout: 60_000,
  }, async () => {
    const emma = await openAs('Emma Reyes')
    await emma.getByRole('link', { name: 'Brightstack Marketplace' }).click()
    const shop = emma.frameLocator('iframe')
    await shop.getByRole('link', { name: 'Ledgerly Team' }).first().click()
    await shop.getByRole('button', { name: 'Request approval' }).click()
    await emma.waitForURL('**/cart?notice=cart-returned')
    await emma.getByRole('button', { name: 'Submit for Approval' }).click()
    await emma.waitForURL(/\/requisitions\/\d+/)
    const requisition = new URL(emma.url()).pathname

    const mark = await openAs('Mark Osei')
    await mark.goto(`${world.coupa.url}${requisition}`)
    await mark.getByRole('button', { name: 'Approve', exact: true }).click()
    const look = async () => {
      await emma.goto(`${world.coupa.url}${requisition}`)
      return emma.getByText('Confirmed by the supplier').count()
    }
    await expect.poll(look, { timeout: 20_000 }).toBeGreaterThan(0)
    // Beside them the network tells each sender what became of its document.
    const documents = world.network?.transmissions().filter(({ kind }) => kind !== 'StatusUpdateRequest')
    expect(documents?.map(({ kind, status }) => [kind, status])).toEqual([
      ['OrderRequest', 'delivered'],
      ['ConfirmationRequest', 'delivered'],
    ])
  })

  it('is left by the banner, and its cart is expired then', { timeout: 60_000 }, async () => {
    const emma = await openAs('Emma Reyes')
    await emma.getByRole('link', { name: 'Brightstack Marketplace' }).click()
    await emma.frameLocator('iframe').getByRole('link', { name: 'Ledgerly Team' }).first().waitFor()
    await emma.getByRole('button', { name: 'Return to SAP Ariba' }).click()
    await emma.getByText('You came back from the supplier without a cart.').waitFor()
    await emma.goto(`${world.market.url}/products/ledgerly-team`)
    await emma.getByRole('button', { name: 'Request approval' }).click()
    await emma.getByRole('heading', { name: 'Token Expired' }).waitFor()
  })
})
