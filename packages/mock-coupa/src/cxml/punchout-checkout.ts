import { CxmlError, inspectCxml, type MessageDocument, parseCxml } from '@punchloop/sdk/cxml'
import type { Context } from 'koa'
import { CoupaError } from '../errors.js'
import { recordExchange } from '../journal/journal.js'
import { receiveCart } from '../requisitions/receive-cart.js'
import { reportUnreadableCart } from '../requisitions/report-unreadable-cart.js'
import type { ShoppingHabits } from '../systems/system.js'
import type { CxmlFace } from './cxml-face.js'
import { readCartForm, unreadable } from './read-cart-form.js'

/**
 * The shopper's browser brings a cart: cross-site, without our cookie. The answer sends it on, by GET, to a page of
 * ours where the session is there again and is asked whose cart this is.
 */
export async function punchoutCheckout(face: CxmlFace, ctx: Context): Promise<void> {
  const at = face.clock()
  const siteId = Number(ctx.params.site ?? ctx.query.id)
  const { shopping } = face.system
  const bytes = await readCartForm(ctx, face.system)
  try {
    const document = readCartDocument(bytes, shopping)
    const { trip, token } = face.transaction(work => receiveCart(work, siteId, document))
    record(face, ctx, { at, siteId, bytes, status: 303, trip })
    // In a frame the session is not there: a cookie of ours does not travel below a page of the supplier.
    ctx.redirect(`/punchout/carts/${token}${shopping.opensIn === 'frame' ? '/return' : ''}`)
    ctx.status = 303
  } catch (error) {
    const refusal = error instanceof CxmlError ? unreadable(shopping, error) : error
    if (refusal instanceof CoupaError) {
      const trip = error instanceof CxmlError ? tell(face, { siteId, bytes, error }) : {}
      record(face, ctx, { at, siteId, bytes, status: refusal.status, failure: refusal.message, ...trip })
    }
    throw refusal
  }
}

/** As much as can be made out of a faulty document says whose trip it was. */
function tell(
  face: CxmlFace,
  {
    siteId,
    bytes,
    error,
  }: { readonly siteId: number; readonly bytes: Uint8Array; readonly error: CxmlError },
): { readonly trip?: number } {
  // Not even well-formed: nothing in it can be trusted.
  if (error.status === 406) return {}
  const { document } = inspectCxml(bytes)
  if (document.kind !== 'PunchOutOrderMessage') return {}
  const { message = {} } = document
  const trip = face.transaction(work =>
    reportUnreadableCart(work, siteId, { message: message.punchOutOrderMessage ?? {}, error }),
  )
  return trip === undefined ? {} : { trip }
}

function readCartDocument(
  bytes: Uint8Array,
  { cartRefused }: ShoppingHabits,
): MessageDocument<'PunchOutOrderMessage'> {
  const document = parseCxml(bytes)
  if (document.kind === 'PunchOutOrderMessage') return document
  throw new CoupaError(
    'ERR_COUPA_CART_REFUSED',
    `${cartRefused}: a PunchOutOrderMessage was expected, found ${document.kind === 'Other' ? document.name : document.kind}`,
  )
}

/** What nobody can be made out for is written down all the same: a supplier's engineer looks for it. */
function record(
  face: CxmlFace,
  ctx: Context,
  cart: {
    readonly at: Date
    readonly siteId: number
    readonly bytes: Uint8Array
    readonly status: number
    readonly trip?: number
    readonly failure?: string
  },
): void {
  face.transaction(work => {
    const site = work.company.punchoutSites.find(candidate => candidate.id === cart.siteId)
    const supplier = work.company.suppliers.find(candidate => candidate.id === site?.supplier)
    recordExchange(work.db, {
      at: cart.at,
      direction: 'received',
      from: supplier?.name ?? 'unknown',
      to: work.company.name,
      via: 'browser',
      kind: 'PunchOutOrderMessage',
      method: 'POST',
      url: ctx.href,
      httpStatus: cart.status,
      durationMs: work.now.getTime() - cart.at.getTime(),
      request: { headers: { 'content-type': ctx.get('content-type') }, body: cart.bytes },
      ...(cart.trip === undefined ? {} : { trip: cart.trip }),
      ...(cart.failure === undefined ? {} : { failure: cart.failure }),
    })
  })
}
