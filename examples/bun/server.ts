import { serveShop } from '../shop/serve-shop.ts'
import { openShop } from '../shop/shop.ts'

/** The part of Bun's own types that is used here. */
declare const Bun: {
  serve(options: { readonly port: number; fetch(request: Request): Promise<Response> }): unknown
}

const shop = openShop()

Bun.serve({ port: shop.port, fetch: serveShop(shop) })
console.log(`http://localhost:${shop.port}`)
shop.supplier.start()
