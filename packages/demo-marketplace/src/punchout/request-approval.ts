import { SessionError } from '@punchloop/sdk'
import { sendResponse } from '@punchloop/sdk/koa'
import { createOffer, OfferError } from '../catalog/offer.js'
import { findProduct, postedChoice, sendChosen } from '../catalog/show-product.js'
import { formField } from '../http/form.js'
import type { Shop, ShopContext } from '../shop.js'
import { assertTrip, tripIsOver } from './assert-trip.js'
import { cartOf, heldLines } from './held-lines.js'

/** `POST /products/:id/request`: the answer is the SDK's page, which carries the cart to the buyer. */
export function requestApproval(shop: Shop) {
  return async (ctx: ShopContext) => {
    const { session } = assertTrip(ctx)
    const product = findProduct(shop, ctx)
    const choice = postedChoice(ctx)
    try {
      const cart = cartOf(await heldLines(shop, session), createOffer(product, choice), shop.origin)
      const { response } = await shop.supplier.returnCart(session, cart)
      await sendResponse(ctx, response)
    } catch (error) {
      if (error instanceof SessionError) throw tripIsOver(error)
      if (!(error instanceof OfferError)) throw error
      await sendChosen(shop, ctx, choice)
    }
  }
}

/** `POST /trip/return`: what is on the requisition goes back as it is, or without one line (`without`). */
export function returnHeld(shop: Shop) {
  return async (ctx: ShopContext) => {
    const { session } = assertTrip(ctx)
    const without = formField(ctx, 'without')
    const held = await heldLines(shop, session)
    const cart = cartOf(
      held.filter(({ reference }) => reference !== without),
      undefined,
      shop.origin,
    )
    try {
      const response =
        cart.lines.length === 0
          ? await shop.supplier.emptyCart(session)
          : (await shop.supplier.returnCart(session, cart)).response
      await sendResponse(ctx, response)
    } catch (error) {
      if (error instanceof SessionError) throw tripIsOver(error)
      throw error
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
