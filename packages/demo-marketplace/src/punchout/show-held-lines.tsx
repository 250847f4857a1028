import type { Shop, ShopContext } from '../shop.js'
import { sendPage } from '../ui/render.js'
import { assertTrip } from './assert-trip.js'
import { heldLines } from './held-lines.js'
import { HeldLinesPage } from './held-lines-page.js'

/** `GET /trip`: the cart that the buyer holds, in a trip that opened it again. */
export function showHeldLines(shop: Shop) {
  return async (ctx: ShopContext) => {
    const { session } = assertTrip(ctx)
    const lines = await heldLines(shop, session)
    await sendPage(ctx, <HeldLinesPage visitor={ctx.state.visitor} session={session} lines={lines} />)
  }
}
