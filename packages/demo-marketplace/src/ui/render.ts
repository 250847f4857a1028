import type { JSX } from 'hono/jsx'
import type { ShopContext } from '../shop.js'

/** Answers with a page. */
export async function sendPage(
  ctx: Pick<ShopContext, 'status' | 'type' | 'body'>,
  page: JSX.Element,
  status = 200,
): Promise<void> {
  ctx.status = status
  ctx.type = 'text/html; charset=utf-8'
  ctx.body = await renderPage(page)
}

export async function renderPage(page: JSX.Element): Promise<string> {
  return `<!doctype html>${await page}`
}
