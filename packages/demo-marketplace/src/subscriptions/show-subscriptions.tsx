import { requireAccount } from '../accounts/require-account.js'
import { createOffer, OfferError } from '../catalog/offer.js'
import { chosenPath, findProduct, postedChoice, sendChosen } from '../catalog/show-product.js'
import { formField, queryField } from '../http/form.js'
import { PageError } from '../http/page-error.js'
import { buyerName, type Shop, type ShopContext } from '../shop.js'
import { sendPage } from '../ui/render.js'
import { subscribe } from './subscribe.js'
import { SubscriptionsPage } from './subscriptions-page.js'

/** `GET /subscriptions` */
export function showSubscriptions(shop: Shop) {
  return async (ctx: ShopContext) => {
    const account = requireAccount(ctx)
    if (account === undefined) return
    const { trip } = ctx.state.visitor
    // In a trip the buyer vouches for the shopper, and only for what it bought itself.
    const scope = trip === undefined ? {} : { buyerId: trip.session.buyerId }
    const page = {
      visitor: ctx.state.visitor,
      subscriptions: await shop.subscriptions.list({ email: account.email, ...scope }),
      fresh: queryField(ctx, 'new'),
      nameOfBuyer: (buyerId: string) => buyerName(shop, buyerId),
    }
    await sendPage(ctx, <SubscriptionsPage {...page} />)
  }
}

/** `POST /products/:id/subscribe` */
export function startSubscription(shop: Shop) {
  return async (ctx: ShopContext) => {
    const product = findProduct(shop, ctx)
    const choice = postedChoice(ctx)
    const { account, trip } = ctx.state.visitor
    if (trip !== undefined) {
      throw new PageError(
        409,
        'Your company pays for this',
        'In a shopping trip, products are requested for approval: open the product again.',
      )
    }
    if (account === undefined) {
      ctx.status = 303
      return ctx.redirect(`/sign-in?${new URLSearchParams({ next: chosenPath(product, choice) })}`)
    }
    try {
      const key = formField(ctx, 'key') ?? ''
      const { id } = await subscribe(shop, { email: account.email, offer: createOffer(product, choice), key })
      ctx.status = 303
      ctx.redirect(`/subscriptions?new=${id}`)
    } catch (error) {
      if (!(error instanceof OfferError)) throw error
      await sendChosen(shop, ctx, choice)
    }
  }
}
