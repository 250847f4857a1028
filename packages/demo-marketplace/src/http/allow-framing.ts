import type { Middleware } from 'koa'
import type { Shop, ShopState } from '../shop.js'
import { loosenPolicy } from './security-headers.js'

/** During a trip the buyer's pages, and only those, may show the shop in a frame. */
export function allowFraming({ supplier }: Pick<Shop, 'supplier'>): Middleware<ShopState> {
  return async (ctx, next) => {
    const { trip } = ctx.state.visitor
    if (trip !== undefined) {
      loosenPolicy(ctx, { 'frame-ancestors': `'self' ${supplier.frameAncestors(trip.session)}` })
    }
    await next()
  }
}
