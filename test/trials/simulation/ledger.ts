/** A document of a buyer's, and what is true of it: what no marketplace is told. */
export interface SentOrder {
  readonly buyerId: string
  readonly orderID: string
  readonly payloadID: string
  readonly version: number
  readonly type: 'new' | 'update' | 'delete'
  readonly isTampered: boolean
  readonly isTest: boolean
}

/** What everybody outside has seen, and whether it can be. */
export class Ledger {
  readonly sent = new Map<string, SentOrder>()
  /** By buyer and payloadID. */
  readonly answers = new Map<string, string>()
  /** What the provisioner has made, by idempotency key. */
  readonly provided = new Map<string, string>()
  /** Keys by order and part. */
  readonly keysOf = new Map<string, Set<string>>()
  /** Documents that buyers have, by payloadID, in the order in which they came. */
  readonly received = new Map<string, string>()
  readonly notices = new Set<string>()
  /** `buyer orderID` of orders that a person has let pass. */
  readonly letPass = new Set<string>()
  /** Orders as they were last seen, by buyer and number. */
  readonly seen = new Map<string, { readonly orderVersion: number; readonly status: string }>()
  /** Everything that happened, in a line each. */
  readonly story: string[] = []

  tell(line: string): void {
    this.story.push(line)
  }

  /** The first promise that was found broken. */
  violation: string | undefined

  /** Nobody waits for those who find something: it is written down. */
  assert(isTrue: boolean, promise: string): void {
    if (!isTrue) this.violation ??= promise
  }
}

/** Buyers share numbers. */
export const nameOf = ({ buyerId, orderID }: { readonly buyerId: string; readonly orderID: string }) =>
  `${buyerId} ${orderID}`
