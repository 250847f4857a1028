import { CxmlError, decodeBrowserForm } from '@punchloop/sdk/cxml'
import type { Context } from 'koa'
import { CoupaError } from '../errors.js'
import type { CartHabits, ProcurementSystem, ShoppingHabits } from '../systems/system.js'
import { readBody } from './read-body.js'
import { readForm } from './read-form.js'

/** A cart is text. In bytes, with the form's own encoding. */
const largestCart = 4 * 1024 * 1024

/** The document of a returned cart, out of a form in either encoding. `ERR_COUPA_CART_REFUSED` says what was wrong with it. */
export async function readCartForm(
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
    const fields = ctx.is('urlencoded') ? urlencodedFields(body) : await multipartFields(ctx, body)
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

/** A page in Latin-1 sends its form in Latin-1 and says so nowhere: what is no UTF-8 is taken for that. */
function urlencodedFields(body: Uint8Array): [string, string][] {
  try {
    return readForm(body, 'utf-8', { fatal: true })
  } catch {
    return readForm(body, 'iso-8859-1')
  }
}

async function multipartFields(ctx: Context, body: Uint8Array): Promise<(readonly [string, string])[]> {
  const form = await new Response(Buffer.from(body), {
    headers: { 'content-type': ctx.get('content-type') },
  }).formData()
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
}

function isTaken(name: string, { fields, exactCase }: CartHabits): boolean {
  const written = exactCase ? name : name.toLowerCase()
  return fields.some(field => field === written)
}

export function unreadable({ cartRefused }: ShoppingHabits, cause: CxmlError): CoupaError {
  return new CoupaError('ERR_COUPA_CART_REFUSED', `${cartRefused}: ${cause.message}`, { cause })
}
