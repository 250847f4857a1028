import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@punchloop/demo/browser'
import { type DataFolder, openDataFolder } from '@punchloop/demo/data-folder'
import { startThreePrograms, type ThreePrograms } from '@punchloop/demo/three-programs'
import { directoryMailbox } from '@punchloop/demo-marketplace/mailbox'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildDemo } from '../support/build.js'
import { createVisitor, type Visitor } from './people.js'

/** A confirmation that met a dead Coupa is tried again after five seconds. */
const patience = { timeout: 30_000, interval: 100 }

/** Longer than the marketplace leaves work to a worker that says nothing any more (90 s). */
const twoMinutes = 120_000

const product = 'Ledgerly Team'

let folder: DataFolder
let programs: ThreePrograms

beforeAll(buildDemo)
beforeEach(async () => {
  folder = await openDataFolder(mkdtempSync(join(tmpdir(), 'punchloop-restart-')), { fresh: false })
  programs = await startThreePrograms({ folder, ports: { coupa: 14010, marketplace: 14020, mail: 14025 } })
})
afterEach(async () => {
  await programs?.close()
  rmSync(folder.path, { recursive: true })
})

describe('killed and started again after every stage of the loop, nothing that was answered is lost by', () => {
  it.each(['coupa', 'marketplace', 'mail'] as const)('%s', { timeout: 120_000 }, async name => {
    const killed: string[] = []
    await walkTheLoop(async stage => {
      // A mail that meets a dead server is tried again after ten seconds: it loses nothing but our time.
      if (name === 'mail') await mailsAreSent()
      await programs.kill(name)
      await programs.restart(name, name === 'marketplace' ? { later: twoMinutes } : {})
      killed.push(stage)
    })
    expect(killed).toEqual([
      'signed in',
      'trip',
      'entered',
      'product',
      'cart',
      'submitted',
      'approved',
      'confirmed',
    ])
  })
})

/** One loop through the pages; `boundary` is called wherever people would draw breath. */
async function walkTheLoop(boundary: (stage: string) => Promise<void>): Promise<void> {
  const { coupaUrl } = programs
  const emma = createVisitor()
  const home = await emma.signIn(coupaUrl, 'Emma Reyes')
  await boundary('signed in')

  const hop = await emma.follow(home, 'Brightstack Marketplace')
  const startPage = await emma.press(hop, 'Continue to Brightstack Marketplace')
  await boundary('trip')
  const [button = ''] = startPage.forms[0]?.buttons ?? []
  const shop = await emma.press(startPage, button)
  await boundary('entered')
  const page = await emma.follow(shop, product)
  await boundary('product')
  const cartForm = await emma.press(page, 'Request approval')
  const [carry = ''] = cartForm.forms[0]?.buttons ?? []
  const cart = await emma.press(cartForm, carry)
  expect(cart.html).toContain('1,990.00')
  await boundary('cart')

  const pending = await emma.press(await emma.open(`${coupaUrl}/cart`), 'Submit for Approval')
  const requisition = /\/requisitions\/(\d+)/.exec(pending.url)?.[1] ?? ''
  await boundary('submitted')

  const mark = createVisitor()
  await mark.signIn(coupaUrl, 'Mark Osei')
  await mark.press(await mark.open(`${coupaUrl}/requisitions/${requisition}`), 'Approve')
  const order = await orderOf(emma, requisition)
  await boundary('approved')

  const orderPage = `${coupaUrl}/requisitions/${requisition}`
  await expect
    .poll(async () => (await emma.open(orderPage)).html, patience)
    .toContain('Confirmed by the supplier')
  await boundary('confirmed')
  await seeTheEnd(emma, order)
}

/** Coupa's outbox is empty. */
async function mailsAreSent(): Promise<void> {
  const ada = createVisitor()
  await ada.signIn(programs.coupaUrl, 'Ada Admin')
  const outbox = async () => (await ada.open(`${programs.coupaUrl}/setup/mails`)).html
  await expect.poll(outbox, patience).not.toContain('data-status="pending"')
}

/** The purchase order's number once it has reached the supplier. */
async function orderOf(emma: Visitor, requisition: string): Promise<string> {
  let found = ''
  const look = async () => {
    const { html } = await emma.open(`${programs.coupaUrl}/requisitions/${requisition}`)
    found = /data-purchase-order="(\d+)"/.exec(html)?.[1] ?? ''
    return found !== '' && html.includes('sent_via_cxml')
  }
  await expect.poll(look, patience).toBe(true)
  return found
}

/** Everything is there, and everything only once. */
async function seeTheEnd(emma: Visitor, order: string): Promise<void> {
  const { marketplaceUrl, coupaUrl } = programs
  const door = await emma.open(`${marketplaceUrl}/sign-in`)
  await emma.press(door, 'Emma Reyes', { email: 'emma.reyes@northwind.example' })
  const mine = await emma.open(`${marketplaceUrl}/subscriptions`)
  expect(countOf(mine, 'data-subscription="')).toBe(1)
  expect(mine.html).toContain('data-status="active"')
  expect(mine.html).toContain(order)

  const mailbox = directoryMailbox(folder.mail)
  const subjects = async () => (await mailbox.list()).map(({ subject }) => subject)
  const expected = [
    `${product} is ready (purchase order ${order})`,
    `Brightstack Inc has confirmed purchase order ${order}`,
  ]
  await expect.poll(subjects, patience).toEqual(expect.arrayContaining(expected))
  const all = await subjects()
  for (const subject of expected) expect(all.filter(each => each === subject)).toHaveLength(1)
  await mailbox.close()

  const bell = await emma.open(`${coupaUrl}/notifications`)
  expect(countOf(bell, 'data-notification="order_confirmed"')).toBe(1)
}

function countOf(page: Page, text: string): number {
  return page.html.split(text).length - 1
}
