import { type Buyer, modeOf } from '../buyers/buyer.js'
import type { RandomBytes } from '../buyers/token.js'
import { assertCart } from '../punchout/assert-cart.js'
import type { Cart } from '../punchout/cart.js'
import { catalogLine } from '../punchout/catalog-line.js'
import { fitCart, rulesFor } from '../punchout/fit-cart.js'
import type { SessionRecord } from '../punchout/session.js'
import { newSessionId } from '../punchout/start-session.js'
import { createRequest } from '../requests/create-request.js'
import type { RequestedLine } from '../requests/purchase-request.js'
import type { ReferenceContext } from '../requests/reference.js'
import type { Store } from '../store/store.js'
import type { OpenBuyItem } from './catalog.js'

export interface OfferContext extends ReferenceContext {
  readonly store: Store
  readonly clock: () => Date
  readonly randomBytes: RandomBytes
  /** In milliseconds. */
  readonly requestLifetime: number
}

/**
 * Keeps what a buyer's system takes into a cart without a visit, as a returned cart is kept: an order is compared with it.
 *
 * Every call is another offer: nothing in it tells a repetition from a second line of the same part, and two lines with one
 * reference could not both be ordered. What no order comes for expires as any request does, unannounced.
 */
export async function offerItem(
  context: OfferContext,
  wanted: {
    readonly buyer: Buyer
    readonly email: string
    readonly item: OpenBuyItem
    readonly quantity: string
  },
): Promise<RequestedLine> {
  const { buyer, email, item, quantity } = wanted
  const { store, randomBytes, requestLifetime: lifetime, referenceKeys } = context
  const now = context.clock()
  const cart: Cart = { currency: item.currency, lines: [catalogLine(item, quantity)] }
  assertCart(cart, now)
  return store.transaction(
    async tx => {
      const session: SessionRecord = {
        id: newSessionId(context),
        buyerId: buyer.id,
        operation: 'create',
        buyerCookie: '',
        browserFormPost: '',
        shopper: { email },
        extrinsics: [],
        heldLines: [],
        deploymentMode: modeOf(buyer, 'production'),
        createdAt: now,
        expiresAt: now,
        status: 'returned',
      }
      await tx.insertSession(session)
      const { lines } = await createRequest(tx, {
        session,
        cart: fitCart(cart, rulesFor(buyer, session)),
        now,
        lifetime,
        randomBytes,
        referenceKeys,
        isOffer: true,
      })
      const [line] = lines
      if (line === undefined) throw new Error('A request was kept without its line')
      return line
    },
    { buyerId: buyer.id },
  )
}
