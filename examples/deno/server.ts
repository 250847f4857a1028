import { serveShop } from '../shop/serve-shop.ts'
import { openShop } from '../shop/shop.ts'

/** The part of Deno's own types that is used here. */
declare const Deno: {
  serve(options: { readonly port: number }, handler: (request: Request) => Promise<Response>): unknown
}

const shop = openShop()

Deno.serve({ port: shop.port }, serveShop(shop))
shop.supplier.start()
