import type { Store, SupplierOptions } from '@punchloop/sdk'
import { watched } from '../world/any-store.js'
import { asBuyer, openShop, parties, type Shop } from '../world/shop.js'
import type { Outside } from './outside.js'
import type { World } from './world.js'
import { fails } from './world.js'

/** One process of the marketplace. It dies in the middle of whatever it does, and another takes its place. */
export class Process {
  readonly shop: Shop
  #isDead = false
  readonly #reject = new Set<(error: Error) => void>()
  readonly #world: World
  readonly #outside: Outside

  constructor(world: World, outside: Outside, spoil: (store: Store) => Store) {
    this.#world = world
    this.#outside = outside
    const around = async (name: string, run: () => Promise<unknown>) => {
      this.#mayDie(0.001)
      if (name === 'insertOrder' || name === 'updateOrder') world.areOrdersWritten = true
      const result = await run()
      this.#mayDie(0.001)
      return result
    }
    const documents = { url: 'https://documents.example/', sharedSecret: 'outgoing' }
    this.shop = openShop({
      store: watched(spoil(world.disk), { call: around, transaction: around }),
      buyers: parties.slice(0, 2).map(party => ({
        ...asBuyer(party),
        confirmations: { ...documents, url: `https://${party.id}.example/documents` },
        shipNotices: { ...documents, url: `https://${party.id}.example/documents` },
      })),
      clock: () => new Date(world.timeline.now),
      randomBytes: world.chance.bytes,
      fulfil: work => this.#alive(this.#outside.provide(work, this)),
      notify: (_, { idempotencyKey }) => this.#alive(this.#outside.notify(idempotencyKey)),
      fetch: (url, init) => this.#alive(this.#outside.take(String(url), String(init?.body))),
    } satisfies Partial<SupplierOptions>)
  }

  get isDead(): boolean {
    return this.#isDead
  }

  kill(): void {
    this.#isDead = true
    for (const reject of this.#reject) reject(new Error('The process is dead'))
  }

  /** Does what is due; a process that dies meanwhile says nothing of it. */
  async work(): Promise<void> {
    if (!this.#isDead) await this.shop.supplier.deliver().catch(() => undefined)
  }

  #mayDie(likelihood: number): void {
    if (!this.#isDead && fails(this.#world, likelihood)) {
      this.#world.ledger.tell('a process dies')
      this.kill()
    }
    if (this.#isDead) throw new Error('The process is dead')
  }

  /** Whom the dead have asked answers nobody. */
  async #alive<Answer>(asked: Promise<Answer>): Promise<Answer> {
    let reject: (error: Error) => void = () => undefined
    const death = new Promise<never>((_, refuse) => {
      reject = refuse
      this.#reject.add(refuse)
    })
    asked.catch(() => undefined)
    try {
      const answer = await Promise.race([asked, death])
      return this.#isDead ? await death : answer
    } finally {
      this.#reject.delete(reject)
    }
  }
}
