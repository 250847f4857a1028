import type { Store, Supplier } from '@punchloop/sdk'
import type { Medium } from '../world/any-store.js'
import { asBuyer, openShop, parties, type Shop, start } from '../world/shop.js'
import { CrashPoint } from './crash-point.js'

const takes = { url: 'https://acme.example/documents', sharedSecret: 'outgoing' }
const minute = 60_000

/** The outside: it remembers what was done to it, whichever process did it. */
export interface Outside {
  /** What was provided, by idempotency key. */
  readonly provided: Map<string, string>
  /** Documents that the buyer has, by payloadID. */
  readonly documents: Map<string, string>
  /** Two documents of one payloadID that differ. */
  readonly changed: string[]
  /** Mails, by idempotency key. */
  readonly notices: Set<string>
}

/** A marketplace whose process can die, and is started again by the next thing that is asked of it. */
export class MortalMarketplace {
  readonly outside: Outside = { provided: new Map(), documents: new Map(), changed: [], notices: new Set() }
  readonly #medium: Medium
  readonly #spoil: (store: Store) => Store
  #now = start
  #restarts = 0
  #point: CrashPoint
  #shop: Shop
  #store: Store

  constructor(medium: Medium, crashAt: number, spoil: (store: Store) => Store = store => store) {
    this.#medium = medium
    this.#spoil = spoil
    this.#point = new CrashPoint(crashAt)
    this.#store = medium.open()
    this.#shop = this.#open()
  }

  /** Whether a process has died. */
  get hasCrashed(): boolean {
    return this.#restarts > 0
  }

  /** For a look at what there is, by a process that does not die. */
  inspect(): Supplier {
    return openShop({ store: this.#store }).supplier
  }

  /** Asks again when no answer comes, as buyers, browsers and people do. */
  async ask<Answer>(question: (shop: Shop) => Promise<Answer>): Promise<Answer> {
    try {
      const answer = await question(this.#shop)
      if (!this.#point.isDead) return answer
    } catch (error) {
      if (!this.#point.isDead) throw error
    }
    await this.restart()
    return question(this.#shop)
  }

  /** Kills the process, wherever it is, and starts the next. */
  async restart(): Promise<void> {
    this.#point.kill()
    await this.#store.close()
    // The one that died stays dead; the next does not die.
    this.#point = new CrashPoint(0)
    this.#store = this.#medium.open()
    this.#shop = this.#open()
    this.#restarts += 1
  }

  /** Lets time go by. */
  advance(milliseconds: number): void {
    this.#now += milliseconds
  }

  /** Everything that is due is done, and what was left behind by the dead is taken up. */
  async settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      await this.ask(shop => shop.supplier.deliver())
      this.advance(2 * minute)
    }
  }

  async close(): Promise<void> {
    await this.#store.close()
    this.#medium.remove()
  }

  #open(): Shop {
    const point = this.#point
    const { provided, notices } = this.outside
    return openShop({
      store: point.store(this.#spoil(this.#store)),
      buyers: parties.map(party => ({
        ...asBuyer(party),
        confirmations: takes,
        shipNotices: takes,
        statusUpdates: takes,
      })),
      clock: () => new Date(this.#now),
      fulfil: ({ idempotencyKey, line }) =>
        point.around('fulfil', async () => {
          const reference = provided.get(idempotencyKey) ?? `S-${line.lineNumber}-${provided.size}`
          provided.set(idempotencyKey, reference)
          return { reference, shipment: {} }
        }),
      notify: (_, { idempotencyKey }) =>
        point.around('notify', async () => {
          notices.add(idempotencyKey)
        }),
      fetch: (_, init) => point.around('fetch', async () => this.#take(String(init?.body))),
    })
  }

  #take(xml: string): Response {
    const { documents, changed } = this.outside
    const payloadID = /payloadID="([^"]*)"/.exec(xml)?.[1] ?? ''
    if (documents.has(payloadID) && documents.get(payloadID) !== xml) changed.push(payloadID)
    documents.set(payloadID, xml)
    return new Response(
      '<cXML payloadID="a@b" timestamp="2026-01-15T10:00:00-08:00"><Response><Status code="200" text="OK"/></Response></cXML>',
    )
  }
}
