import type { Middleware } from 'koa'
import type { ShopState } from '../shop.js'
import { loosenPolicy } from './security-headers.js'

/** During a trip the buyer's page, and only that, may show the shop in a frame. */
export const allowFraming: Middleware<ShopState> = async (ctx, next) => {
  const { trip } = ctx.state.visitor
  if (trip !== undefined) {
    loosenPolicy(ctx, { 'frame-ancestors': `'self' ${new URL(trip.session.browserFormPost).origin}` })
  }
  await next()
}
