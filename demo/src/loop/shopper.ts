import type { ShoppingTrip } from '@punchloop/mock-coupa'
import type { Browser, Page } from '../browser.js'
import type { Form } from '../html.js'
import { readText } from '../html.js'
import { expectEqual, expectPresent, StepFailedError } from './step.js'

/** What a person does on the marketplace's pages, by the words that stand on them. */
export interface Shopper {
  /** Follows the StartPage into the shop; by OCI the browser makes the call itself first. */
  enter(trip: Entrance): Promise<Page>
  /** From the shop's home page to the page of one product. */
  openProduct(home: Page, name: string): Promise<Page>
  /** Presses the button; the answer is the form that carries the cart back to the buyer. */
  requestApproval(product: Page): Promise<CartForm>
  /** From the page of what is on the requisition, to the product and back with another quantity. */
  change(held: Page, wanted: { readonly product: string; readonly quantity: string }): Promise<CartForm>
  /** Takes today's prices for what is on the requisition. */
  quote(held: Page): Promise<CartForm>
  /** Leaves the shop without a decision. */
  cancel(page: Page): Promise<CartForm>
  signIn(marketplaceUrl: string, email: string): Promise<Page>
  open(url: string): Promise<Page>
}

/** What of a trip a browser needs. */
export type Entrance = Pick<ShoppingTrip, 'startPageUrl' | 'browserFormPostUrl' | 'call'>

function fieldsOf({ fields }: NonNullable<ShoppingTrip['call']>): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]))
}

export interface CartForm {
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
}

export function createShopper(browser: Browser): Shopper {
  /** Presses a button whose answer is the form that goes to the buyer. */
  const press = async (page: Page, words: string, typed: Readonly<Record<string, string>> = {}) => {
    const form = page.forms.find(({ buttons }) => buttons.includes(words))
    const button = expectPresent(form, `${page.url} (${page.title}) has no button "${words}"`)
    const answer = assertShown(await browser.submit(page, button, typed))
    const { action, fields } = theForm(answer, 'the page that returns the cart')
    return { action, fields }
  }
  return {
    async enter({ startPageUrl, browserFormPostUrl, call }) {
      const start = assertShown(
        call?.method === 'POST'
          ? await browser.post(call.url, fieldsOf(call), browserFormPostUrl)
          : await browser.open(startPageUrl),
      )
      // The StartPage submits itself by script; we press its button, as a browser without scripts would.
      return assertShown(await browser.submit(start, theForm(start, 'the StartPage')))
    },
    async openProduct(home, name) {
      const link = home.links.find(({ href, text }) => href.includes('/products/') && text.includes(name))
      const { href } = expectPresent(link, `${home.url} links no product "${name}"`)
      return assertShown(await browser.open(new URL(href, home.url).href))
    },
    requestApproval: product => press(product, 'Request approval'),
    async change(held, { product, quantity }) {
      const link = held.links.find(({ text }) => text === `Change ${product}`)
      const { href } = expectPresent(link, `${held.url} (${held.title}) has no link "Change ${product}"`)
      const page = assertShown(await browser.open(new URL(href, held.url).href))
      return press(page, 'Request approval', { quantity })
    },
    quote: page => press(page, 'Return the quote'),
    cancel: page => press(page, 'Cancel and return'),
    async signIn(marketplaceUrl, email) {
      const page = assertShown(await browser.open(`${marketplaceUrl}/sign-in`))
      const form =
        page.forms.find(({ fields }) => fields.email === email) ??
        page.forms.find(({ fields }) => 'email' in fields)
      const found = expectPresent(form, `${page.url} has no form to sign in with an e-mail address`)
      return assertShown(await browser.submit(page, found, { email }))
    },
    open: async url => assertShown(await browser.open(url)),
  }
}

function theForm(page: Page, what: string): Form {
  const [form] = page.forms
  expectEqual(page.forms.length, 1, `Forms on ${what}`)
  return expectPresent(form, `There is no form on ${what}`)
}

function assertShown(page: Page): Page {
  if (page.status < 400) return page
  const text = readText(page.html).slice(0, 300)
  throw new StepFailedError(`${page.url} answered ${page.status}, expected a page: ${text}`)
}
