import type { Store } from '@punchloop/sdk'
import { nameOf } from './ledger.js'
import type { Outside } from './outside.js'
import { Process } from './process.js'
import { ordersOf, type World } from './world.js'

const minute = 60_000
const hour = 60 * minute

/** Processes that come and go, and the person who looks at what is held. */
export class Marketplace {
  readonly #world: World
  readonly #open: () => Process
  readonly #isCareless: boolean
  #processes: Process[]

  constructor(
    world: World,
    outside: Outside,
    { spoil, isCareless }: { readonly spoil: (store: Store) => Store; readonly isCareless: boolean },
  ) {
    this.#world = world
    this.#isCareless = isCareless
    this.#open = () => new Process(world, outside, spoil)
    this.#processes = [this.#open(), this.#open()]
  }

  /** One that is alive; whoever has died is replaced. */
  anyProcess(): Process {
    this.#processes = this.#processes.map(process => (process.isDead ? this.#open() : process))
    return this.#world.chance.pick(this.#processes)
  }

  /** From now on, until the end. */
  run(until: number): void {
    const { timeline, chance } = this.#world
    for (let at = 0; timeline.now + at < until; at += chance.pick([10_000, minute, 10 * minute, 3 * hour])) {
      timeline.after(at, () => this.anyProcess().work())
    }
    for (let at = 0; timeline.now + at < until; at += 12 * hour) timeline.after(at, () => this.#decide())
  }

  /** A person knows who has tampered, and lets everything else pass. */
  async #decide(): Promise<void> {
    const { ledger } = this.#world
    for (const order of await ordersOf(this.#world)) {
      if (order.status !== 'held') continue
      const isTampered = ledger.sent.get(order.payloadID)?.isTampered === true
      const accept = this.#isCareless || !isTampered
      if (accept && !isTampered) ledger.letPass.add(nameOf(order))
      const { supplier } = this.anyProcess().shop
      await supplier.decideOrder(order, { accept, reason: 'Looked at.' }).catch(() => undefined)
    }
  }
}
