import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Where the pictures of a run lie; `SCREENSHOTS` keeps them somewhere else. */
const pictures = process.env.SCREENSHOTS ?? join(tmpdir(), 'punchloop-screenshots')

export const desktop = { width: 1280, height: 900 }
export const phone = { width: 390, height: 844 }

/** One person at one browser, by the words that stand on the pages. */
export interface Walk {
  readonly page: Page
  /** Chooses who to be at the mock Coupa's door. */
  signIn(name: string): Promise<void>
  /** One click in the banner. */
  switchTo(name: string): Promise<void>
  /** In the shop, on a product's page: asks, and is back in Coupa's cart. */
  requestApproval(): Promise<void>
  /** From the open cart; the number of the requisition. */
  submit(justification: string): Promise<number>
  /** From the to-do list: opens the requisition. */
  openToDo(requisition: number): Promise<void>
  /** Takes a picture, after looking whether everything fits on the screen. */
  look(name: string): Promise<void>
  close(): Promise<void>
}

export async function startWalk(
  browser: Browser,
  by: {
    readonly coupaUrl: string
    readonly story: string
    readonly viewport: { width: number; height: number }
  },
): Promise<Walk> {
  const context = await browser.newContext({ viewport: by.viewport, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const complaints = listenForComplaints(page)
  page.setDefaultTimeout(20_000)
  mkdirSync(join(pictures, by.story), { recursive: true })
  let taken = 0

  return {
    page,
    async signIn(name) {
      await page.goto(by.coupaUrl)
      await page.getByRole('button', { name: `Sign in as ${name}` }).click()
      await expectPersona(page, name)
    },
    async switchTo(name) {
      await page.getByRole('button', { name: `Switch to ${name}` }).click()
      await expectPersona(page, name)
    },
    async requestApproval() {
      await page.getByRole('button', { name: 'Request approval' }).click()
      await page.waitForURL(url => url.origin === new URL(by.coupaUrl).origin)
      await page.getByRole('heading', { level: 1, name: 'Review Cart' }).waitFor()
    },
    async submit(justification) {
      await page.getByLabel('Justification').fill(justification)
      await page.getByRole('button', { name: 'Submit for Approval' }).click()
      await page.getByText('Pending Approval').first().waitFor()
      return Number(await page.locator('[data-requisition]').first().getAttribute('data-requisition'))
    },
    async openToDo(requisition) {
      await page.goto(by.coupaUrl)
      await page.getByRole('link', { name: `Approve requisition ${requisition}` }).click()
      await page.getByRole('heading', { level: 1, name: `Requisition ${requisition}` }).waitFor()
    },
    async look(name) {
      taken += 1
      const overhang = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(overhang, `${name} is wider than the screen by`).toBeLessThanOrEqual(0)
      const file = `${String(taken).padStart(2, '0')}-${name}.png`
      await page.screenshot({ path: join(pictures, by.story, file), fullPage: true })
    },
    async close() {
      await context.close()
      expect(complaints).toEqual([])
    },
  }
}

async function expectPersona(page: Page, name: string): Promise<void> {
  await page.getByTestId('signed-in').getByText(name).waitFor()
}

/** What a developer would see in the console: scripts that fail, policies that are broken, answers that are missing. */
function listenForComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', message => {
    // A form that is refused answers 422, and the page says why; the console calls it a resource that failed.
    const isRefusedForm = message.text().includes('status of 422')
    if (message.type() === 'error' && !isRefusedForm) complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('response', response => {
    const isFine = response.status() < 400 || response.status() === 422
    if (!isFine) complaints.push(`${response.url()} answered ${response.status()}`)
  })
  return complaints
}
