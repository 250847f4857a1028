import { writeCif } from '@punchloop/sdk/catalog'
import type { Shop, ShopContext } from '../shop.js'
import { indexCatalog } from './index-catalog.js'

/** `GET /catalog.cif`: what a buyer uploads to find our products in its own search. */
export function showIndexCatalog(shop: Pick<Shop, 'catalog' | 'origin' | 'credential' | 'clock'>) {
  return (ctx: ShopContext) => {
    const { domain, identity } = shop.credential
    const catalog = indexCatalog(shop.catalog.search({}), {
      origin: shop.origin,
      supplierID: identity,
      supplierIDDomain: domain,
    })
    ctx.attachment('brightstack.cif')
    ctx.type = 'text/plain; charset=utf-8'
    ctx.body = Buffer.from(writeCif(catalog, { timestamp: shop.clock() }))
  }
}
