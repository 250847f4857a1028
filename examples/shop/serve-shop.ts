import { punchloopFetch } from '@punchloop/sdk/fetch'
import type { Shop } from './shop.ts'

/** The whole marketplace as one `Request → Response`: what Deno, Bun and worker runtimes serve, and `node:http` through a listener. */
export function serveShop({
  supplier,
  page,
  cart,
  isOwnClick,
}: Shop): (request: Request) => Promise<Response> {
  return punchloopFetch(supplier, async request => {
    const { pathname } = new URL(request.url)
    const session = await supplier.session(request)
    if (request.method === 'GET' && pathname === '/') {
      return new Response(page(session), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
    }
    if (request.method === 'POST' && pathname === '/request-approval' && session && isOwnClick(request)) {
      const { response } = await supplier.returnCart(session, cart)
      return response
    }
    return new Response('Not found', { status: 404 })
  })
}
