import { toRequest } from '@punchloop/sdk/koa'
import type { Middleware } from 'koa'
import { buyerName, type Shop, type ShopState } from '../shop.js'
import { type Account, accountKey, operator } from './account.js'
import type { BrowserState } from './browser-cookie.js'
import { listPersonas } from './personas.js'
import type { Trip, Visitor } from './visitor.js'

type Needed = Pick<Shop, 'accounts' | 'buyers' | 'clock' | 'cookie' | 'randomBytes' | 'supplier'> & {
  readonly people: readonly Account[]
}

/** Finds out who looks: the shopper of a punchout session, somebody who signed in, or a stranger. */
export function recogniseVisitor(shop: Needed): Middleware<ShopState> {
  return async (ctx, next) => {
    const known = shop.cookie.read(ctx.get('Cookie'))
    const state = known ?? { id: newBrowserId(shop) }
    if (known === undefined) ctx.append('Set-Cookie', shop.cookie.write(state))
    const trip = await findTrip(shop, toRequest(ctx))
    const account = trip === undefined ? await signedIn(shop, state) : shopperAccount(trip)
    // Who came in a trip finds their subscriptions later, also without one.
    if (trip !== undefined && account !== undefined) await shop.accounts.remember(account, shop.clock())
    const visitor: Visitor = {
      browserId: state.id,
      csrfToken: shop.cookie.csrfToken(state.id),
      isOperator: trip === undefined && account?.email === operator.email,
      personas: await listPersonas(shop.accounts, shop.people),
      ...(account === undefined ? {} : { account }),
      ...(trip === undefined ? {} : { trip }),
    }
    ctx.state.visitor = visitor
    await next()
  }
}

export function newBrowserId({ randomBytes }: Pick<Shop, 'randomBytes'>): string {
  return Buffer.from(randomBytes(16)).toString('base64url')
}

/** A trip that was returned or cancelled is over: its browser belongs to an ordinary visitor again. */
async function findTrip(shop: Needed, request: Request): Promise<Trip | undefined> {
  const session = await shop.supplier.session(request)
  if (session?.status !== 'open' || session.expiresAt <= shop.clock()) return undefined
  return { session, buyerName: buyerName(shop, session.buyerId) }
}

async function signedIn({ accounts }: Needed, { email }: BrowserState): Promise<Account | undefined> {
  return email === undefined ? undefined : ((await accounts.find(email)) ?? { email, name: email })
}

/**
 * The buyer vouches for its shopper, for this trip and for what this buyer bought. Whoever was signed in before plays
 * no part.
 */
function shopperAccount({ session, buyerName }: Trip): Account | undefined {
  const { email, firstName, lastName } = session.shopper
  if (email === undefined) return undefined
  const name = [firstName, lastName].filter(part => part !== undefined && part !== '').join(' ')
  return { email: accountKey(email), name: name === '' ? email : name, company: buyerName }
}
