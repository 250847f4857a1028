import { serveShop } from '../shop/serve-shop.ts'
import { openShop, type Shop } from '../shop/shop.ts'

/** The part of a worker's own types that is used here. */
interface ExecutionContext {
  waitUntil(promise: Promise<unknown>): void
}

/** Made by the first request: outside of one, a worker has no clock and no random numbers. */
let opened: Shop | undefined
function shopOfThisWorker(): Shop {
  opened ??= openShop()
  return opened
}

export default {
  async fetch(request: Request, _env: unknown, context: ExecutionContext): Promise<Response> {
    const shop = shopOfThisWorker()
    const response = await serveShop(shop)(request)
    // A worker has no background of its own: what follows from a request is done behind its answer.
    context.waitUntil(shop.supplier.deliver())
    return response
  },
  /** By a cron trigger: what was to be tried again later, and what has expired. */
  async scheduled(): Promise<void> {
    await shopOfThisWorker().supplier.deliver()
  },
}
