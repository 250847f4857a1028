import { PageError } from '../http/page-error.js'
import type { ShopContext } from '../shop.js'
import type { Account } from './account.js'

/** Who is asking, or undefined after a stranger was sent to the sign-in page, to come back afterwards. */
export function requireAccount(ctx: ShopContext): Account | undefined {
  const { account, trip } = ctx.state.visitor
  if (account !== undefined) return account
  if (trip !== undefined) {
    throw new PageError(
      403,
      'We do not know who you are',
      `${trip.buyerName}’s procurement system sent no e-mail address with you. Requests work all the same; to see your subscriptions, end the trip and sign in.`,
    )
  }
  ctx.redirect(`/sign-in?${new URLSearchParams({ next: ctx.url })}`)
  return undefined
}

/** Pages of the shop's own people. */
export function assertOperator(ctx: ShopContext): void {
  if (ctx.state.visitor.isOperator) return
  throw new PageError(
    403,
    'For Brightstack operations only',
    'Switch to Olivia Park in the bar at the top to see orders.',
  )
}
