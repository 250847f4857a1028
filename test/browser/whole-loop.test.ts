import { startWorld, type World } from '@punchloop/demo/world'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.js'
import { desktop, phone, startWalk, type Walk } from './walk.js'

let browser: Browser
let world: World
let walk: Walk

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  world = await startWorld()
})
afterEach(async () => {
  try {
    await walk.close()
  } finally {
    await world.close()
  }
})

const begin = async (story: string, viewport = desktop) => {
  walk = await startWalk(browser, { coupaUrl: world.coupa.url, story, viewport })
  return walk.page
}

describe('in a browser, the whole loop', () => {
  it('goes by the tile under Shop Online and two approvers', async () => {
    const page = await begin('by-tile')
    await page.goto(world.coupa.url)
    await walk.look('coupa-sign-in')
    await walk.signIn('Emma Reyes')
    await walk.look('coupa-home')

    await page.getByRole('link', { name: 'Brightstack Marketplace' }).click()
    await page.waitForURL(`${world.market.url}/**`)
    await expectText('Shopping as Emma Reyes')
    await walk.look('marketplace-home')
    await page
      .getByRole('main')
      .getByRole('link', { name: 'Palisade Edge Firewall Enterprise' })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: 'Palisade Edge Firewall Enterprise' }).waitFor()
    expect(await page.getByRole('button', { name: 'Subscribe' }).count()).toBe(0)
    await walk.look('marketplace-product')

    await walk.requestApproval()
    await expectText('18,500.00')
    await walk.look('coupa-cart')
    const requisition = await walk.submit('Every site of ours stands behind it.')
    await walk.look('coupa-requisition-pending')

    await walk.switchTo('Mark Osei')
    await walk.openToDo(requisition)
    await walk.look('coupa-approval')
    await page.getByLabel('Comment (optional)').fill('The old one is at its end.')
    await page.getByRole('button', { name: 'Approve' }).click()
    await walk.switchTo('Fiona Lund')
    await walk.openToDo(requisition)
    await page.getByRole('button', { name: 'Approve' }).click()

    const order = await arrived(requisition)
    await walk.switchTo('Emma Reyes')
    await seeTheEnd(requisition, { order, product: 'Palisade Edge Firewall Enterprise' })
  })

  it('goes by an Open Buy result, which opens the product itself', async () => {
    const page = await begin('by-open-buy')
    await walk.signIn('Emma Reyes')
    await page.getByRole('searchbox').fill('server')
    await page.getByRole('button', { name: 'Search' }).click()
    await expectText('Backup drive 4 TB')
    await walk.look('coupa-search')
    await page.getByRole('searchbox').fill('analytics')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('button', { name: /View at Brightstack Marketplace.*Ledgerly Team/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Ledgerly Team' }).waitFor()
    expect(new URL(page.url()).origin).toBe(world.market.url)
    await walk.look('marketplace-product')

    await walk.requestApproval()
    await expectText('1,990.00')
    const requisition = await walk.submit('One place for our numbers.')
    await walk.switchTo('Mark Osei')
    await walk.openToDo(requisition)
    await page.getByRole('button', { name: 'Approve' }).click()

    const order = await arrived(requisition)
    await walk.switchTo('Emma Reyes')
    await seeTheEnd(requisition, { order, product: 'Ledgerly Team' })
  })

  it('fits on a phone', async () => {
    const page = await begin('on-a-phone', phone)
    await walk.signIn('Emma Reyes')
    await walk.look('coupa-home')
    await page.getByRole('link', { name: 'Brightstack Marketplace' }).click()
    await page.waitForURL(`${world.market.url}/**`)
    await walk.look('marketplace-home')
    await page.getByRole('main').getByRole('link', { name: 'Ledgerly Team' }).first().click()
    await page.getByRole('button', { name: 'Request approval' }).waitFor()
    await walk.look('marketplace-product')
    await walk.requestApproval()
    await walk.look('coupa-cart')
    const requisition = await walk.submit('For the way to work.')
    await walk.switchTo('Mark Osei')
    await walk.openToDo(requisition)
    await walk.look('coupa-approval')
    await page.getByRole('button', { name: 'Approve' }).click()
    const order = await arrived(requisition)
    await walk.switchTo('Emma Reyes')
    await seeTheEnd(requisition, { order, product: 'Ledgerly Team' })
  })
})

describe('in a browser, a rejection', () => {
  it('tells the requester why, and the marketplace says how the request ended', async () => {
    const page = await begin('rejection')
    await walk.signIn('Emma Reyes')
    await page.getByRole('link', { name: 'Brightstack Marketplace' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Ledgerly Team' }).first().click()
    await walk.requestApproval()
    const requisition = await walk.submit('We could use it.')

    await walk.switchTo('Mark Osei')
    await walk.openToDo(requisition)
    await page.getByRole('button', { name: 'Reject' }).click()
    await expectText('say why, so that the requester knows what to change')
    await page.getByLabel('Comment (optional)').fill('We have a licence for this already: ask Ada.')
    await page.getByRole('button', { name: 'Reject' }).click()

    await walk.switchTo('Emma Reyes')
    await page.getByRole('link', { name: /Inbox/ }).click()
    await expectText(`Requisition ${requisition} was rejected by Mark Osei`)
    await walk.look('coupa-notifications')
    await page.goto(`${world.coupa.url}/requisitions/${requisition}`)
    await expectText('We have a licence for this already: ask Ada.')
    await walk.look('coupa-requisition-rejected')
    await page.getByLabel('Reason for withdrawing').fill('Ada has a licence for me.')
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await expectText('This request was withdrawn')

    // cXML carries no rejection: the marketplace still waits, until Emma says so there or the request expires.
    await signInToMarketplace('Emma Reyes')
    await page.getByRole('link', { name: 'Requests', exact: true }).click()
    await expectText('Waiting for approval')
    await page.getByLabel('Reason').fill('Rejected: we have a licence already.')
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await expectText('Withdrawn')
    await expectText('Rejected: we have a licence already.')
    await walk.look('marketplace-request-withdrawn')
    expect(world.coupa.documents().filter(({ kind }) => kind === 'OrderRequest')).toEqual([])
  })
})

async function expectText(text: string): Promise<void> {
  await walk.page.getByText(text).first().waitFor()
}

async function signInToMarketplace(name: string): Promise<void> {
  await walk.page.goto(`${world.market.url}/sign-in`)
  await walk.look('marketplace-sign-in')
  await walk.page.getByRole('main').getByRole('button', { name }).click()
  await expectText(`Signed in as ${name}`)
}

/** The order is sent, fulfilled, confirmed and announced. */
async function arrived(requisition: number): Promise<string> {
  const { number } = await world.coupa.waitForOrder({ requisition })
  await world.coupa.waitFor(() => world.coupa.purchaseOrder(number).acknowledgedAt)
  await world.mailbox.waitFor(({ from, text }) => /brightstack/i.test(from) && (text ?? '').includes(number))
  return number
}

async function seeTheEnd(requisition: number, ended: { order: string; product: string }): Promise<void> {
  const { page } = walk
  const { order, product } = ended
  await page.getByRole('link', { name: /Inbox/ }).click()
  await expectText(`Brightstack Inc has confirmed purchase order ${order}`)
  await walk.look('coupa-notifications')
  await page.goto(`${world.coupa.url}/orders/${order}`)
  await walk.look('coupa-order')
  await page.goto(`${world.coupa.url}/requisitions/${requisition}`)
  await walk.look('coupa-requisition-ordered')
  await page.getByRole('link', { name: 'Trace' }).click()
  for (const kind of [
    'PunchOutSetupRequest',
    'PunchOutOrderMessage',
    'OrderRequest',
    'ConfirmationRequest',
  ]) {
    await expectText(kind)
  }
  const trace = await page.content()
  for (const secret of Object.values(world.secrets)) expect(trace).not.toContain(secret)
  await walk.look('coupa-trace')

  await signInToMarketplace('Emma Reyes')
  await page.getByRole('link', { name: 'My subscriptions' }).click()
  await page.getByRole('link', { name: product }).waitFor()
  await expectText('Active')
  await expectText(order)
  await expectText('Launch instructions')
  await walk.look('marketplace-subscriptions')
  await page.goto(`${world.market.url}/mailbox`)
  await page.getByText(`${product} is ready (purchase order ${order})`).first().click()
  await walk.look('marketplace-mailbox')
}
