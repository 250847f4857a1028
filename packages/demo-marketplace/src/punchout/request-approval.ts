import { SessionError } from '@punchloop/sdk'
import { sendResponse } from '@punchloop/sdk/koa'
import type { Trip } from '../accounts/visitor.js'
import { createOffer, OfferError } from '../catalog/offer.js'
import { findProduct, postedChoice, sendChosen } from '../catalog/show-product.js'
import { PageError } from '../http/page-error.js'
import type { Shop, ShopContext } from '../shop.js'
import { createCart } from './cart-line.js'

/** `POST /products/:id/request`: the answer is the SDK's page, which carries the cart to the buyer. */
export function requestApproval(shop: Shop) {
  return async (ctx: ShopContext) => {
    const { session } = assertTrip(ctx)
    const product = findProduct(shop, ctx)
    const choice = postedChoice(ctx)
    try {
      const cart = createCart(createOffer(product, choice), shop.origin)
      const { response } = await shop.supplier.returnCart(session, cart)
      await sendResponse(ctx, response)
    } catch (error) {
      if (error instanceof SessionError) throw tripIsOver(error)
      if (!(error instanceof OfferError)) throw error
      await sendChosen(shop, ctx, choice)
    }
  }
}

/** `POST /trip/cancel`: back to the buyer without a cart. */
export function cancelTrip(shop: Shop) {
  return async (ctx: ShopContext) => {
    const { session } = assertTrip(ctx)
    await sendResponse(ctx, await shop.supplier.cancelCart(session))
  }
}

/** `POST /trip/leave`: ends the trip and stays, to sign in as somebody else. The buyer is not told. */
export function leaveTrip(shop: Shop) {
  return async (ctx: ShopContext) => {
    const { session } = assertTrip(ctx)
    await shop.supplier.cancelCart(session)
    ctx.status = 303
    ctx.redirect('/sign-in')
  }
}

function assertTrip(ctx: ShopContext): Trip {
  const { trip } = ctx.state.visitor
  if (trip === undefined) throw tripIsOver()
  return trip
}

function tripIsOver(cause?: SessionError): PageError {
  const error = new PageError(
    409,
    'This shopping trip is over',
    'Its request has been sent already, or it was cancelled, or it took too long. Open the marketplace again from your procurement system.',
  )
  if (cause !== undefined) error.cause = cause
  return error
}
