import { CxmlError, decodeBrowserForm, type MessageDocument, parseCxml } from '@punchloop/sdk/cxml'
import type { Context } from 'koa'
import { CoupaError } from '../errors.js'
import { recordExchange } from '../journal/journal.js'
import { receiveCart } from '../requisitions/receive-cart.js'
import type { CartHabits, ProcurementSystem, ShoppingHabits } from '../systems/system.js'
import type { CxmlFace } from './cxml-face.js'
import { readBody } from './read-body.js'

/** A cart is text. In bytes, with the form's own encoding. */
export const largestCart = 4 * 1024 * 1024

/**
 * The shopper's browser brings a cart: cross-site, without our cookie. The answer sends it on, by GET, to a page of
 * ours where the session is there again and is asked whose cart this is.
 */
export async function punchoutCheckout(face: CxmlFace, ctx: Context): Promise<void> {
  const at = face.clock()
  const siteId = Number(ctx.query.id)
  const { shopping } = face.system
  const bytes = await readForm(ctx, face.system)
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
      record(face, ctx, { at, siteId, bytes, status: refusal.status, failure: refusal.message })
    }
    throw refusal
  }
}

async function readForm(
  ctx: Context,
  { cart, shopping }: Pick<ProcurementSystem, 'cart' | 'shopping'>,
): Promise<Uint8Array> {
  const body = await readBody(ctx, largestCart)
  if (body === undefined) {
    throw new CoupaError(
      'ERR_COUPA_CART_REFUSED',
      `${shopping.cartRefused}: it is larger than ${largestCart} bytes`,
      { status: 413 },
    )
  }
  try {
    // Urlencoded and multipart forms alike: the platform's own reader knows both.
    const form = await new Response(body, { headers: { 'content-type': ctx.get('content-type') } }).formData()
    const fields = [...form].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    )
    return decodeBrowserForm(fields.filter(([name]) => isTaken(name, cart)))
  } catch (cause) {
    if (cause instanceof CxmlError) throw unreadable(shopping, cause)
    throw new CoupaError(
      'ERR_COUPA_CART_REFUSED',
      `${shopping.cartRefused}: the form could not be read; it must be application/x-www-form-urlencoded or multipart/form-data`,
      { cause },
    )
  }
}

function isTaken(name: string, { fields, exactCase }: CartHabits): boolean {
  const written = exactCase ? name : name.toLowerCase()
  return fields.some(field => field === written)
}

function unreadable({ cartRefused }: ShoppingHabits, cause: CxmlError): CoupaError {
  return new CoupaError('ERR_COUPA_CART_REFUSED', `${cartRefused}: ${cause.message}`, { cause })
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
