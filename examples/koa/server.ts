import { punchloopKoa, sendResponse, toRequest } from '@punchloop/sdk/koa'
import Koa from 'koa'
import { openShop } from '../shop/shop.ts'

const { supplier, port, page, cart, isOwnClick } = openShop()

const app = new Koa()
app.use(punchloopKoa(supplier)) // before any body parser
app.use(async ctx => {
  const request = toRequest(ctx)
  const session = await supplier.session(request)
  if (ctx.method === 'GET' && ctx.path === '/') {
    ctx.type = 'html'
    ctx.body = page(session)
  } else if (ctx.method === 'POST' && ctx.path === '/request-approval' && session && isOwnClick(request)) {
    const { response } = await supplier.returnCart(session, cart)
    await sendResponse(ctx, response)
  }
})
app.listen(port, () => console.log(`http://localhost:${port}`))
supplier.start()
