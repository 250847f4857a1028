import { serve } from '@hono/node-server'
import { punchloopHono } from '@punchloop/sdk/hono'
import { Hono } from 'hono'
import { openShop } from '../shop/shop.ts'

const { supplier, port, page, cart, isOwnClick } = openShop()

const app = new Hono()
app.use(punchloopHono(supplier)) // before anything that reads bodies
app.get('/', async c => c.html(page(await supplier.session(c.req.raw))))
app.post('/request-approval', async c => {
  const session = await supplier.session(c.req.raw)
  if (!session || !isOwnClick(c.req.raw)) return c.text('Forbidden', 403)
  const { response } = await supplier.returnCart(session, cart)
  return response
})
serve({ fetch: app.fetch, port }, () => console.log(`http://localhost:${port}`))
supplier.start()
