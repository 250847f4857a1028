import { randomBytes } from 'node:crypto'
import Router from '@koa/router'
import { iconImage, iconPath, stylesheetPath } from '../layout/document.js'
import { setPageHeaders } from '../page-headers.js'
import { stylesheet } from '../style/stylesheet.js'
import { type NetworkOverview, overviewPage } from './overview-page.js'

/** The one page of a network, and what it needs. There is nothing to press. */
export function networkPages(look: () => NetworkOverview): Router {
  const router = new Router()
  router.get('/', ctx => {
    setPageHeaders(ctx, { nonce: randomBytes(16).toString('base64'), leaves: false })
    ctx.type = 'html'
    ctx.body = overviewPage(look())
  })
  const assets = [
    [stylesheetPath, 'text/css; charset=utf-8', stylesheet],
    [iconPath, 'image/svg+xml', iconImage],
  ] as const
  for (const [path, type, body] of assets) {
    router.get(path, ctx => {
      ctx.set({ 'Cache-Control': 'public, max-age=31536000, immutable', 'X-Content-Type-Options': 'nosniff' })
      ctx.type = type
      ctx.body = body
    })
  }
  return router
}
