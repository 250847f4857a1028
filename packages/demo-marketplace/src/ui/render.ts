import type { HtmlEscapedString } from 'hono/utils/html'
import type { ShopContext } from '../shop.js'

/** What a component of `hono/jsx` makes: text that is escaped already. */
type Page = HtmlEscapedString | Promise<HtmlEscapedString>

/** Answers with a page. */
export async function sendPage(
  ctx: Pick<ShopContext, 'status' | 'type' | 'body'>,
  page: Page,
  status = 200,
): Promise<void> {
  ctx.status = status
  ctx.type = 'text/html; charset=utf-8'
  ctx.body = await renderPage(page)
}

export async function renderPage(page: Page): Promise<string> {
  return `<!doctype html>${await page}`
}
