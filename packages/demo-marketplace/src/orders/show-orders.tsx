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
    const orders = await Promise.all(
      (await shop.supplier.orders({})).map(async order => {
        const { buyerId, orderID } = order
        return { order, documents: await shop.supplier.documents({ buyerId, orderID }) }
      }),
    )
    const page = {
      visitor: ctx.state.visitor,
      orders,
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

/**
 * `GET /orders/attachment`: a file as the buyer had it, to be saved. What it says that it is proves nothing, so no browser is
 * told to show it.
 */
export function showAttachment(shop: Shop) {
  return async (ctx: ShopContext) => {
    assertOperator(ctx)
    const field = (name: string) => String(ctx.query[name] ?? '')
    const files = await shop.supplier.attachments({ buyerId: field('buyerId'), orderID: field('orderID') })
    const file = files.find(
      ({ orderVersion, number }) =>
        String(orderVersion) === field('orderVersion') && String(number) === field('number'),
    )
    if (file === undefined) {
      throw new PageError(404, 'No such file', 'No order came with this file.')
    }
    ctx.attachment(file.fileName ?? `${field('orderID')}-${file.number}`)
    ctx.type = 'application/octet-stream'
    ctx.body = Buffer.from(file.bytes)
  }
}
