import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { type CatalogItem, writeCif } from '@punchloop/sdk/catalog'
import { source as axeSource } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.js'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { signIn } from '../support/visitor.js'

const items: CatalogItem[] = [
  { supplierPartID: 'P-1', description: 'Centrifugal pump', shortName: 'Pump One' },
  { supplierPartID: 'P-2', description: `A pump ${'w'.repeat(300)}`, shortName: 'Pump Two' },
  { supplierPartID: 'A-1', description: 'Pumps of all kinds', punchoutLevel: 'aisle' as const },
].map(item => ({ punchOutEnabled: true, ...item }))

describe('index catalogues in a browser, on a phone, in the dark, without scripts', () => {
  let browser: Browser
  let supplier: FakeSupplier
  let coupa: MockCoupa

  beforeAll(async () => {
    browser = await launchChromium()
    supplier = await startFakeSupplier()
    coupa = await startMockCoupa({ port: 0, company: supplier.company() })
  })
  afterAll(async () => {
    await browser.close()
    await coupa.close()
    await supplier.close()
  })

  async function open(login: string): Promise<Page> {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 800 },
      colorScheme: 'dark',
    })
    const { name, value } = (await signIn(coupa.url, login)).cookie()
    await context.addCookies([{ name, value, url: coupa.url }])
    return context.newPage()
  }

  /** Of the page as it stands: what is wrong for assistive technology, and whether it is too wide. */
  async function assertFits(login: string, path: string): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 }, bypassCSP: true })
    const { name, value } = (await signIn(coupa.url, login)).cookie()
    await context.addCookies([{ name, value, url: coupa.url }])
    const page = await context.newPage()
    await page.goto(`${coupa.url}${path}`)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await page.addScriptTag({ content: axeSource })
    const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')
    expect(found).toEqual([])
    await context.close()
  }

  it('are uploaded by an administrator, found by everybody and chosen together', async () => {
    const ada = await open('ada')
    await ada.goto(`${coupa.url}/setup/index-catalogs`)
    await ada.getByLabel('Name of the catalogue').fill('Pumps')
    const cif = writeCif({ supplierID: 'S', supplierIDDomain: 'NetworkID', currency: 'USD', items })
    const broken = Buffer.from(cif)
      .toString()
      .replace('ENDOFDATA', ',,,no part,,,,,,,,,,,,,,,,,,,,,\r\nENDOFDATA')
    await ada
      .getByLabel('CIF 3.0 file')
      .setInputFiles({ name: 'pumps.cif', mimeType: 'text/plain', buffer: Buffer.from(broken) })
    await ada.getByRole('button', { name: 'Load', exact: true }).click()
    expect(await ada.getByText('3 of 4 rows were loaded').isVisible()).toBe(true)
    expect(await ada.getByText('Rows with errors were left out').isVisible()).toBe(true)
    const load = new URL(ada.url()).pathname
    await assertFits('ada', load)
    await assertFits('ada', '/setup/index-catalogs')

    const emma = await open('emma')
    await emma.goto(`${coupa.url}/search?q=pump`)
    await assertFits('emma', '/search?q=pump')
    await emma.getByLabel('Choose together with others: Pump One').check()
    await emma.getByLabel('Choose together with others: Pump Two').check()
    await emma.getByRole('button', { name: 'View those ticked at' }).click()
    // The shop is of no interest here: the supplier refuses, and the page says so.
    supplier.setupAnswer = { httpStatus: 500, body: 'no' }
    await emma.getByRole('button', { name: 'Continue to' }).click()
    const [setup] = supplier.received
    if (setup?.kind !== 'PunchOutSetupRequest') throw new Error('no PunchOutSetupRequest came')
    expect(
      setup.request.punchOutSetupRequest.selectedItems.map(({ itemID }) => itemID.supplierPartID),
    ).toEqual(['P-1', 'P-2'])
  })
})
