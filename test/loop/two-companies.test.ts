import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@punchloop/demo/browser'
import { type DataFolder, openDataFolder } from '@punchloop/demo/data-folder'
import { startThreePrograms, type ThreePrograms } from '@punchloop/demo/three-programs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDemo } from '../support/build.js'
import { createVisitor, type Visitor } from './people.js'

const product = 'Ledgerly Team'
const patience = { timeout: 30_000, interval: 100 }

let folder: DataFolder
let programs: ThreePrograms

beforeAll(async () => {
  buildDemo()
  folder = await openDataFolder(mkdtempSync(join(tmpdir(), 'punchloop-two-')), { fresh: false })
  programs = await startThreePrograms({
    folder,
    ports: { coupa: 15010, marketplace: 15020, mail: 15025, ariba: 15030, network: 15031 },
  })
})
afterAll(async () => {
  await programs?.close()
  rmSync(folder.path, { recursive: true })
})

/** From the first page of a buyer to the marketplace's own. */
type WayIn = (emma: Visitor, hop: Page) => Promise<Page>

const inTheWindow: WayIn = (_emma, startPage) => Promise.resolve(startPage)

const inTheFrame: WayIn = (emma, page) => {
  const [, address = ''] = /<iframe[^>]* src="([^"]+)"/.exec(page.html) ?? []
  return emma.open(address)
}

/** Shops, has it approved, and waits until the marketplace has confirmed the order. Returns its number. */
async function buy(buyerUrl: string, enter: WayIn): Promise<string> {
  const request = await shop(buyerUrl, enter)
  await request.approve()
  return request.confirmed()
}

/** What Emma has found and handed in. */
async function shop(buyerUrl: string, enter: WayIn) {
  const emma = createVisitor()
  const home = await emma.signIn(buyerUrl, 'Emma Reyes')
  const hop = await emma.follow(home, 'Brightstack Marketplace')
  const startPage = await enter(emma, await emma.press(hop, 'Continue to Brightstack Marketplace'))
  const market = await emma.press(startPage, startPage.forms[0]?.buttons[0] ?? '')
  const carrying = await emma.press(await emma.follow(market, product), 'Request approval')
  await takeUp(emma, await emma.press(carrying, carrying.forms[0]?.buttons[0] ?? ''))
  const pending = await emma.press(await emma.open(`${buyerUrl}/cart`), 'Submit for Approval')
  const look = async () => (await emma.open(pending.url)).html
  return {
    async approve(): Promise<void> {
      const mark = createVisitor()
      await mark.signIn(buyerUrl, 'Mark Osei')
      await mark.press(await mark.open(pending.url), 'Approve')
    },
    /** Number of the order. */
    async confirmed(): Promise<string> {
      await expect.poll(look, patience).toContain('Confirmed by the supplier')
      return /data-purchase-order="(\d+)"/.exec(await look())?.[1] ?? ''
    },
  }
}

/** Out of the frame, where the cart came back to one. */
async function takeUp(emma: Visitor, page: Page): Promise<void> {
  if (page.links.some(({ text }) => text.includes('Continue'))) await emma.follow(page, 'Continue')
}

describe('npm start -- --also ariba', () => {
  it('has two companies buy at one marketplace, one directly and one through the network', {
    timeout: 90_000,
  }, async () => {
    const { coupaUrl, aribaUrl = '', marketplaceUrl } = programs
    const direct = await buy(coupaUrl, inTheWindow)
    const networked = await buy(aribaUrl, inTheFrame)
    for (const [email, order] of [
      ['emma.reyes@northwind.example', direct],
      ['emma.reyes@alder.example', networked],
    ] as const) {
      const emma = createVisitor()
      await emma.press(await emma.open(`${marketplaceUrl}/sign-in`), 'Emma Reyes', { email })
      const mine = await emma.open(`${marketplaceUrl}/subscriptions`)
      expect(mine.html.split('data-subscription="')).toHaveLength(2)
      expect(mine.html).toContain(order)
    }
  })

  it('loses no order that the network has taken, though the marketplace is down and the network dies', {
    timeout: 90_000,
  }, async () => {
    const { aribaUrl = '', networkUrl = '' } = programs
    const request = await shop(aribaUrl, inTheFrame)
    await programs.kill('marketplace')
    await request.approve()
    const waits = async () => (await fetch(networkUrl).then(page => page.text())).includes('PO-7')
    await expect.poll(waits, patience).toBe(true)
    await programs.kill('ariba')
    await programs.restart('marketplace')
    await programs.restart('ariba', { later: 5 * 60_000 })
    await request.confirmed()
  })
})
