import Router from '@koa/router'
import Koa, { type Context } from 'koa'
import { isHungUp } from '../control/http-server.js'
import { readBody } from '../cxml/read-body.js'
import { type NetworkGround, type NetworkPath, networkPaths } from './ground.js'
import { largestDocument, receive } from './receive.js'

/** The addresses of the network, and its pages. The answer is a cXML Response over HTTP 200, whatever its Status says. */
export function createNetworkApp(ground: NetworkGround, pages: Router): Koa {
  const app = new Koa()
  app.on('error', error => {
    if (!isHungUp(error)) ground.onFault(error)
  })
  const router = new Router()
  for (const path of ['transaction', 'punchout', 'catalog'] as const) {
    router.post(networkPaths[path], ctx => answer(ground, ctx, path))
  }
  app.use(router.routes()).use(router.allowedMethods())
  app.use(pages.routes()).use(pages.allowedMethods())
  return app
}

async function answer(ground: NetworkGround, ctx: Context, path: NetworkPath): Promise<void> {
  const body = await readBody(ctx, largestDocument)
  const contentType = ctx.get('content-type')
  const { body: text, contentType: type } = await receive(ground, {
    path,
    url: ctx.href,
    message: body === undefined ? undefined : { contentType, body },
  })
  ctx.status = 200
  ctx.set({ 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
  ctx.body = Buffer.from(text)
}
