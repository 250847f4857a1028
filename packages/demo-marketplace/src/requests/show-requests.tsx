import type { PurchaseRequest } from '@punchloop/sdk'
import { accountKey } from '../accounts/account.js'
import { requireAccount } from '../accounts/require-account.js'
import { formField } from '../http/form.js'
import { PageError } from '../http/page-error.js'
import { buyerName, type Shop, type ShopContext } from '../shop.js'
import { sendPage } from '../ui/render.js'
import { RequestsPage } from './requests-page.js'

/** `GET /requests` */
export function showRequests(shop: Shop) {
  return async (ctx: ShopContext) => {
    const account = requireAccount(ctx)
    if (account === undefined) return
    const page = {
      visitor: ctx.state.visitor,
      requests: await requestsOf(shop, ctx, account.email),
      nameOfBuyer: (buyerId: string) => buyerName(shop, buyerId),
    }
    await sendPage(ctx, <RequestsPage {...page} />)
  }
}

/** `POST /requests/:id/withdraw`: one's own requests only. */
export function withdrawRequest(shop: Shop) {
  return async (ctx: ShopContext) => {
    const account = requireAccount(ctx)
    if (account === undefined) return
    const own = await requestsOf(shop, ctx, account.email)
    const request = own.find(({ id }) => id === ctx.params.id)
    if (request === undefined)
      throw new PageError(404, 'No such request', 'Your requests are listed under Requests.')
    const reason = (formField(ctx, 'reason') ?? '').trim().slice(0, 200)
    await shop.supplier.withdrawRequest(request.id, reason === '' ? 'Withdrawn by the requester.' : reason)
    ctx.status = 303
    ctx.redirect('/requests')
  }
}

/** Newest first; what was only offered is a request once it is ordered. In a trip only those that go to the buyer whom the shopper came from. */
async function requestsOf(shop: Shop, ctx: ShopContext, email: string): Promise<PurchaseRequest[]> {
  const { trip } = ctx.state.visitor
  const scope = trip === undefined ? {} : { buyerId: trip.session.buyerId }
  const found = await shop.supplier.requests({ email, ...scope })
  return found
    .filter(({ shopper }) => accountKey(shopper.email ?? '') === email)
    .filter(({ isOffer, status }) => isOffer !== true || status === 'ordered')
    .toSorted((left, right) => right.createdAt.getTime() - left.createdAt.getTime())
}
