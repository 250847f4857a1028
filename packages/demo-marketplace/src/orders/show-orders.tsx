import { assertOperator } from '../accounts/require-account.js'
import { formField } from '../http/form.js'
import { PageError } from '../http/page-error.js'
import { buyerName, type Shop, type ShopContext } from '../shop.js'
import { sendPage } from '../ui/render.js'
import { OrdersPage } from './orders-page.js'

/** `GET /orders` */
export function showOrders(shop: Shop) {
  return async (ctx: ShopContext) => {
    assertOperator(ctx)
    const orders = await shop.supplier.orders({})
    const page = {
      visitor: ctx.state.visitor,
      orders: orders.toSorted((left, right) => right.receivedAt.getTime() - left.receivedAt.getTime()),
      nameOfBuyer: (buyerId: string) => buyerName(shop, buyerId),
    }
    await sendPage(ctx, <OrdersPage {...page} />)
  }
}

/** `POST /orders/decide` */
export function decideOrder(shop: Shop) {
  return async (ctx: ShopContext) => {
    assertOperator(ctx)
    const key = { buyerId: formField(ctx, 'buyerId') ?? '', orderID: formField(ctx, 'orderID') ?? '' }
    const decision = formField(ctx, 'decision')
    const reason = (formField(ctx, 'reason') ?? '').trim().slice(0, 200)
    const order = await shop.supplier.order(key)
    if (order?.status !== 'held') {
      throw new PageError(409, 'Nothing to decide', `Order ${key.orderID} is not held (any more).`)
    }
    if ((decision !== 'accept' && decision !== 'cancel') || reason === '') {
      throw new PageError(
        422,
        'Please decide',
        'Choose to accept or to cancel, and say why: the buyer will read it.',
      )
    }
    await shop.supplier.decideOrder(key, { accept: decision === 'accept', reason })
    ctx.status = 303
    ctx.redirect('/orders')
  }
}
