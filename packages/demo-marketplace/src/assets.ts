import { Router } from '@koa/router'
import type { Catalog } from './catalog/catalog.js'
import { faviconSvg, pictureSvg } from './catalog/picture.js'
import { productScript } from './catalog/product-script.js'
import { style } from './ui/style.js'

const day = 'public, max-age=86400'

/** What is the same for everybody: style, script, pictures, and a sign of life. */
export function createAssets(catalog: Catalog): Router {
  const router = new Router()
  router.get('/health', ctx => {
    ctx.body = { status: 'ok' }
  })
  router.get('/style.css', ctx => {
    ctx.type = 'text/css; charset=utf-8'
    // The address changes with the content.
    ctx.set('Cache-Control', 'public, max-age=31536000, immutable')
    ctx.body = style
  })
  router.get('/product.js', ctx => {
    ctx.type = 'text/javascript; charset=utf-8'
    ctx.set('Cache-Control', day)
    ctx.body = productScript
  })
  router.get('/favicon.svg', ctx => {
    ctx.type = 'image/svg+xml'
    ctx.set('Cache-Control', day)
    ctx.body = faviconSvg
  })
  router.get('/products/:id/picture.svg', async (ctx, next) => {
    const product = catalog.product(ctx.params.id ?? '')
    if (product === undefined) {
      await next()
      return
    }
    ctx.type = 'image/svg+xml'
    // Buyers show it beside their search results.
    ctx.set({ 'Cache-Control': day, 'Cross-Origin-Resource-Policy': 'cross-origin' })
    ctx.body = pictureSvg(product)
  })
  return router
}
