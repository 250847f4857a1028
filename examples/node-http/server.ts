import { createServer } from 'node:http'
import { nodeListener } from '@punchloop/sdk/node'
import { serveShop } from '../shop/serve-shop.ts'
import { openShop } from '../shop/shop.ts'

const shop = openShop()

createServer({ requestTimeout: 30_000 }, nodeListener(serveShop(shop))).listen(shop.port, () =>
  console.log(`http://localhost:${shop.port}`),
)
shop.supplier.start()
