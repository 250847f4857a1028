import { type Browser, createBrowser, type Page } from '@punchloop/demo/browser'

/** People at the programs' pages, without scripts: what they press is found by the words on it. */
export interface Visitor {
  signIn(coupaUrl: string, name: string): Promise<Page>
  open(url: string): Promise<Page>
  /** Follows the first link of the page whose text has these words. */
  follow(page: Page, words: string): Promise<Page>
  /** Sends the first form of the page with such a button. */
  press(page: Page, button: string, fields?: Readonly<Record<string, string>>): Promise<Page>
}

export function createVisitor(): Visitor {
  const browser: Browser = createBrowser(fetch)
  const shown = async (answer: Promise<Page>) => {
    const page = await answer
    if (page.status >= 400) throw new Error(`${page.url} answered ${page.status}: ${page.html.slice(0, 500)}`)
    return page
  }
  const press: Visitor['press'] = (page, button, fields = {}) => {
    const form = page.forms.find(({ buttons }) => buttons.some(text => text.includes(button)))
    if (form === undefined) throw new Error(`${page.url} (${page.title}) has no button "${button}"`)
    return shown(browser.submit(page, form, fields))
  }
  return {
    signIn: async (coupaUrl, name) => press(await shown(browser.open(`${coupaUrl}/sign-in`)), name),
    open: url => shown(browser.open(url)),
    follow(page, words) {
      const link = page.links.find(({ text }) => text.includes(words))
      if (link === undefined) throw new Error(`${page.url} (${page.title}) has no link "${words}"`)
      return shown(browser.open(new URL(link.href, page.url).href))
    },
    press,
  }
}
