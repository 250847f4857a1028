import { type MockCoupa, northwindInstruments, startMockCoupa } from '@punchloop/mock-coupa'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { desktop, phone, startWalk, type Walk } from '../browser/walk.js'
import { launchChromium } from '../support/chromium.js'

let browser: Browser
let coupa: MockCoupa
/** At the company's own door. */
let office: Walk
/** Mark's telephone. */
let pocket: Walk
/** At the suppliers' door. */
let portal: Walk

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

beforeEach(async () => {
  coupa = await startMockCoupa({ port: 0, company: withColleagues() })
  const begin = (story: string, viewport = desktop) =>
    startWalk(browser, { coupaUrl: coupa.url, story: `day-${story}`, viewport })
  office = await begin('office')
  pocket = await begin('pocket', phone)
  portal = await begin('portal')
})

afterEach(async () => {
  try {
    for (const walk of [office, pocket, portal]) await walk.close()
  } finally {
    await coupa.close()
  }
})

/** The seeded company, a buyer who is not its only administrator, and somebody at the loading dock. */
function withColleagues() {
  const company = northwindInstruments()
  const [like] = company.people
  if (like === undefined) throw new Error('the seeded company has people')
  company.people.push(
    {
      ...like,
      login: 'bela',
      firstName: 'Bela',
      lastName: 'Kovac',
      email: 'bela@northwind.example',
      administrator: true,
    },
    { ...like, login: 'rosa', firstName: 'Rosa', lastName: 'Dock', email: 'rosa@northwind.example' },
  )
  return company
}

describe('a day of six people', () => {
  it('goes from a wish in somebody’s own words to a paid invoice', async () => {
    await administratorAddsAChain(office)
    const requisition = await shopperAsks(office)
    await buyerCompletes(office, requisition)
    await approverDecides(pocket, 'Mark Osei', requisition)
    await approverDecides(pocket, 'Fiona Lund', requisition)
    const { number: order } = await coupa.waitForOrder({ requisition })
    await shopperLetsColleagueReceive(office)
    await supplierTakesTheOrder(portal, order)
    await receiverCounts(office, order, { '1. A standing desk': '2' })
    const invoice = await supplierInvoices(portal, order)
    await buyerPays(office, invoice)
    await supplierSeesTheMoney(portal, invoice)
    await shopperSeesTheEnd(office, requisition, order)
    await administratorLooksBack(office, order)
    expect(coupa.requisition(requisition).status).toBe('received')
  }, 120_000)
})

async function administratorAddsAChain(walk: Walk): Promise<void> {
  const { page } = walk
  await walk.signIn('Ada Admin')
  await page.getByRole('link', { name: 'Setup' }).first().click()
  await walk.look('setup')
  await page.getByRole('main').getByRole('link', { name: 'Approval Chains' }).click()
  await page.getByRole('link', { name: 'New approval chain' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Furniture from 800')
  await page.getByLabel('Kind').selectOption('approval_chain')
  await page.getByLabel('Priority').fill('60')
  await page.getByLabel('From a total of (USD)').fill('800')
  await page.getByLabel('Approvers').fill('fiona')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Furniture from 800' }).waitFor()
  await walk.look('approval-chains')
}

async function shopperAsks(walk: Walk): Promise<number> {
  const { page } = walk
  await walk.switchTo('Emma Reyes')
  await page.goto(`${coupa.url}/requests/new`)
  await page.getByLabel('Description').fill('A standing desk')
  await page.getByLabel('Quantity').fill('2')
  await walk.look('own-words')
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByRole('heading', { level: 1, name: 'Review Cart' }).waitFor()
  await page.getByLabel('Justification').fill('My back.')
  await page.getByRole('button', { name: 'Submit for Approval' }).click()
  await page.getByText('Pending Buyer Action').first().waitFor()
  await walk.look('pending-buyer-action')
  return Number(await page.locator('[data-requisition]').first().getAttribute('data-requisition'))
}

async function buyerCompletes(walk: Walk, requisition: number): Promise<void> {
  const { page } = walk
  await walk.switchTo('Bela Kovac')
  await page.goto(`${coupa.url}/notifications`)
  await page.getByText(`${requisition}`).first().waitFor()
  await walk.look('inbox-of-the-buyer')
  await page.goto(`${coupa.url}/requisitions/${requisition}`)
  await page.getByLabel('Supplier', { exact: true }).selectOption({ label: 'Harbour Office Supply' })
  await page.getByLabel('Unit price (USD)').fill('450.00')
  await page.getByRole('button', { name: 'Submit for Approval' }).click()
  await page.getByText('Pending Approval').first().waitFor()
  await walk.look('completed')
}

async function approverDecides(walk: Walk, name: string, requisition: number): Promise<void> {
  const { page } = walk
  await walk.signIn(name)
  await walk.openToDo(requisition)
  expect(await page.getByText('900.00').count()).toBeGreaterThan(0)
  await walk.look(`approval-of-${name.split(' ')[0]?.toLowerCase()}`)
  await page.getByRole('button', { name: 'Approve' }).click()
  await page
    .getByText(/approved/i)
    .first()
    .waitFor()
  await page.context().clearCookies()
}

async function shopperLetsColleagueReceive(walk: Walk): Promise<void> {
  const { page } = walk
  await walk.switchTo('Emma Reyes')
  await page.goto(`${coupa.url}/settings/delegation`)
  await page.getByLabel('Delegate').selectOption({ label: 'Rosa Dock' })
  await page.getByLabel('Stands in for').selectOption({ label: 'Receiving' })
  await page.getByLabel('First day').fill('2000-01-01')
  await page.getByLabel('Last day').fill('2999-12-31')
  await page.getByLabel('Reason').fill('I work from home.')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'End the delegation to Rosa Dock' }).waitFor()
  await walk.look('delegation')
}

async function supplierTakesTheOrder({ page, look }: Walk, order: string): Promise<void> {
  await page.goto(`${coupa.url}/supplier/sign-in`)
  await page.getByRole('button', { name: 'Sign in for Harbour Office Supply' }).click()
  await page.getByRole('link', { name: order }).first().click()
  await page.getByRole('button', { name: `Acknowledge order ${order}` }).click()
  await page.getByText('Acknowledged', { exact: true }).first().waitFor()
  await page.getByLabel('Your comment to the buyer').fill('Both leave the house today.')
  await page.getByRole('button', { name: 'Add Comment' }).click()
  await page.getByText('Both leave the house today.').waitFor()
  await look('acknowledged')
}

async function receiverCounts(
  walk: Walk,
  order: string,
  arrived: Readonly<Record<string, string>>,
): Promise<void> {
  const { page } = walk
  await walk.switchTo('Rosa Dock')
  await page.goto(`${coupa.url}/orders/${order}`)
  await page.getByRole('link', { name: 'Receive' }).click()
  for (const [line, quantity] of Object.entries(arrived)) await page.getByLabel(line).fill(quantity)
  await page.getByLabel('Comments').fill('One box is scratched.')
  await walk.look('receive')
  await page.getByRole('button', { name: 'Receive' }).click()
  await page.getByText('One box is scratched.').first().waitFor()
  await walk.look('received')
}

async function supplierInvoices({ page, look }: Walk, order: string): Promise<string> {
  const invoice = 'HOS-2041'
  await page.goto(`${coupa.url}/supplier/orders/${order}`)
  await page.getByRole('link', { name: 'Create Invoice' }).click()
  await page.getByLabel('Invoice #').fill(invoice)
  await look('create-invoice')
  await page.getByRole('button', { name: 'Submit' }).click()
  await page.getByRole('heading', { level: 1, name: `Invoice ${invoice}` }).waitFor()
  await look('invoice')
  return invoice
}

async function buyerPays(walk: Walk, invoice: string): Promise<void> {
  const { page } = walk
  await walk.switchTo('Bela Kovac')
  await openInvoices(page, invoice)
  expect(await page.getByText('differs from what is expected').count()).toBe(0)
  await walk.look('invoice')
  await page.getByLabel('Payment notes').fill('By bank transfer.')
  await page.getByRole('button', { name: 'Mark as Paid' }).click()
  await page.getByText('Paid', { exact: true }).first().waitFor()
}

async function openInvoices(page: Page, invoice: string): Promise<void> {
  await page.getByRole('link', { name: 'Invoices' }).first().click()
  await page.getByRole('main').getByRole('link', { name: invoice }).click()
  await page.getByRole('heading', { level: 1, name: invoice }).waitFor()
}

async function supplierSeesTheMoney({ page, look }: Walk, invoice: string): Promise<void> {
  await page.getByRole('link', { name: 'Invoices' }).first().click()
  await page.getByRole('link', { name: invoice }).click()
  await page.getByText('Paid', { exact: true }).waitFor()
  await look('paid')
}

async function shopperSeesTheEnd(walk: Walk, requisition: number, order: string): Promise<void> {
  const { page } = walk
  await walk.switchTo('Emma Reyes')
  await page.goto(`${coupa.url}/requisitions/${requisition}`)
  await page.getByText('Received', { exact: true }).first().waitFor()
  await page.getByRole('link', { name: order }).first().click()
  await page.getByText('Both leave the house today.').waitFor()
  await walk.look('the-end')
}

async function administratorLooksBack(walk: Walk, order: string): Promise<void> {
  const { page } = walk
  await walk.switchTo('Ada Admin')
  await page.goto(`${coupa.url}/orders/${order}`)
  for (const who of ['Rosa Dock', 'Harbour Office Supply']) {
    expect(await page.getByText(who).count(), `${who} on the order`).toBeGreaterThan(0)
  }
  await walk.look('history')
}
