import type { SessionError } from '@punchloop/sdk'
import type { Trip } from '../accounts/visitor.js'
import { PageError } from '../http/page-error.js'
import type { ShopContext } from '../shop.js'

/** The trip that the page belongs to; a sentence for people where it is over. */
export function assertTrip(ctx: ShopContext): Trip {
  const { trip } = ctx.state.visitor
  if (trip === undefined) throw tripIsOver()
  return trip
}

export function tripIsOver(cause?: SessionError): PageError {
  const error = new PageError(
    409,
    'This shopping trip is over',
    'Its request has been sent already, or it was cancelled, or it took too long. Open the marketplace again from your procurement system.',
  )
  if (cause !== undefined) error.cause = cause
  return error
}
