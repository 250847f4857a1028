import type { PunchoutSession } from '@punchloop/sdk'
import type { Account } from './account.js'

/** Who looks at a page. */
export interface Visitor {
  /** Random, for this browser; CSRF tokens are bound to it. */
  readonly browserId: string
  /** Goes into every form. */
  readonly csrfToken: string
  /** In a punchout session the shopper whom the buyer named, and nobody else; otherwise who signed in. */
  readonly account?: Account
  readonly isOperator: boolean
  /** The shopping trip that is going on. */
  readonly trip?: Trip
  /** One-click personas of the demo. */
  readonly personas: readonly Account[]
}

export interface Trip {
  readonly session: PunchoutSession
  /** Name of the company that is shopped for. */
  readonly buyerName: string
}
