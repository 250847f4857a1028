import { punchloopExpress, sendResponse, toRequest } from '@punchloop/sdk/express'
import express from 'express'
import { openShop } from '../shop/shop.ts'

const { supplier, port, page, cart, isOwnClick } = openShop()

const app = express()
app.use(punchloopExpress(supplier)) // before any body parser
app.use(express.urlencoded())
app.get('/', async (req, res) => {
  res.type('html').send(page(await supplier.session(toRequest(req))))
})
app.post('/request-approval', async (req, res) => {
  const request = toRequest(req)
  const session = await supplier.session(request)
  if (!session || !isOwnClick(request)) return void res.sendStatus(403)
  const { response } = await supplier.returnCart(session, cart)
  await sendResponse(res, response)
})
app.listen(port, () => console.log(`http://localhost:${port}`))
supplier.start()
