import { punchloopFastify, sendResponse, toRequest } from '@punchloop/sdk/fastify'
import fastify from 'fastify'
import { openShop } from '../shop/shop.ts'

const { supplier, port, page, cart, isOwnClick } = openShop()

const app = fastify()
app.register(punchloopFastify(supplier)) // reads its own bodies; the parsers below are not asked
app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
  done(null, body),
)
app.get('/', async (request, reply) =>
  reply.type('text/html').send(page(await supplier.session(toRequest(request)))),
)
app.post('/request-approval', async (incoming, reply) => {
  const request = toRequest(incoming)
  const session = await supplier.session(request)
  if (!session || !isOwnClick(request)) return reply.code(403).send()
  const { response } = await supplier.returnCart(session, cart)
  return sendResponse(reply, response)
})
await app.listen({ port, host: 'localhost' })
console.log(`http://localhost:${port}`)
supplier.start()
