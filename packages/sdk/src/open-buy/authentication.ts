import { createHash, timingSafeEqual } from 'node:crypto'
import type { Buyer } from '../buyers/buyer.js'
import { createToken, type RandomBytes, tokenHash } from '../buyers/token.js'
import type { Store } from '../store/store.js'
import { OpenBuyError } from './open-buy-error.js'
import { type Parameters, textParameter } from './parameters.js'

/** Unverified: Coupa does not say how long it keeps a token. An hour, after which it asks for another. */
const tokenLifetime = 60 * 60_000

export interface TokenContext {
  readonly buyers: readonly Buyer[]
  readonly store: Store
  readonly clock: () => Date
  readonly randomBytes: RandomBytes
}

/** `authentication`: credentials → an opaque token, of which only the hash is kept. */
export async function issueToken(context: TokenContext, parameters: Parameters): Promise<{ token: string }> {
  const credentials = textParameter(parameters, 'credentials')
  const email = textParameter(parameters, 'email')
  const buyer = buyerOf(context.buyers, credentials)
  if (buyer === undefined) throw new OpenBuyError('un_authorized', 'The credentials were not recognised')
  const token = createToken(context.randomBytes)
  const expiresAt = new Date(context.clock().getTime() + tokenLifetime)
  await context.store.transaction(tx =>
    tx.insertOpenBuyToken({ tokenHash: tokenHash(token), buyerId: buyer.id, email, expiresAt }),
  )
  return { token }
}

/** The buyer for whom a token was issued, and the person whom it was asked for. `authorization` is the header's value: `Bearer <token>`. */
export async function assertToken(
  context: TokenContext,
  authorization: string | null,
): Promise<{ readonly buyer: Buyer; readonly email: string }> {
  const token = /^Bearer +([A-Za-z0-9_-]{1,200}) *$/i.exec(authorization ?? '')?.[1]
  const stored =
    token === undefined ? undefined : await context.store.read(tx => tx.openBuyToken(tokenHash(token)))
  const buyer =
    stored !== undefined && stored.expiresAt > context.clock()
      ? context.buyers.find(candidate => candidate.id === stored.buyerId && candidate.openBuy !== undefined)
      : undefined
  if (stored === undefined || buyer === undefined) {
    throw new OpenBuyError(
      'un_authorized',
      'Authorization must be "Bearer" and a token of the authentication operation that has not expired',
    )
  }
  return { buyer, email: stored.email }
}

/** Compares with every buyer's credentials, by digest, and never stops at the first. */
function buyerOf(buyers: readonly Buyer[], credentials: string): Buyer | undefined {
  const digest = digestOf(credentials)
  let found: Buyer | undefined
  for (const buyer of buyers) {
    if (buyer.openBuy !== undefined && timingSafeEqual(digest, digestOf(buyer.openBuy.credentials.trim()))) {
      found = buyer
    }
  }
  return found
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}
