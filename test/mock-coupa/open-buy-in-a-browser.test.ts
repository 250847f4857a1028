import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.js'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { signIn } from '../support/visitor.js'

let browser: Browser
let supplier: FakeSupplier
let coupa: MockCoupa

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

beforeEach(async () => {
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({ port: 0, company: supplier.company() })
})

afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

describe('a search whose supplier is slow', () => {
  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])(
    'shows its products when it has answered, %s, and one goes into the cart',
    async (_how, javaScriptEnabled) => {
      const answers = supplier.openBuy
      const gate = Promise.withResolvers<void>()
      supplier.openBuy = async (operation, body) => {
        if (operation === 'search') await gate.promise
        if (operation === 'search' || operation === 'authentication') return answers(operation, body)
        return {
          status: 200,
          json: {
            source_part_num: 'SUITE-1',
            name: 'Acme Suite',
            unit_price: '49.90',
            currency: 'USD',
            uom: 'EA',
          },
        }
      }
      const context = await browser.newContext({ javaScriptEnabled })
      const { name, value } = (await signIn(coupa.url, 'emma')).cookie()
      await context.addCookies([{ name, value, url: coupa.url }])
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      await page.goto(`${coupa.url}/search?q=monitor`)
      await page.getByText('Still waiting for Brightstack Marketplace.').waitFor()
      expect(await page.getByRole('heading', { name: 'Monitor 27" 4K' }).count()).toBe(1)
      gate.resolve()
      await page.getByRole('button', { name: /^Add to cart.*Acme Suite/ }).click()
      await page.getByRole('heading', { name: 'Review Cart' }).waitFor()
      const [line] = (await coupa.person('emma').cart())?.lines ?? []
      expect(line).toMatchObject({ sourcePartNum: 'SUITE-1', quantity: '1' })
      await context.close()
      expect(coupa.documents({ kind: 'search' })).toHaveLength(1)
    },
  )
})
