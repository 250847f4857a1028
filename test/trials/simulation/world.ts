import type { Order, Store } from '@punchloop/sdk'
import { memoryStore } from '@punchloop/sdk/memory'
import type { Chance } from '../world/chance.js'
import { start } from '../world/shop.js'
import { Ledger } from './ledger.js'
import { Timeline } from './timeline.js'

/** What one run of the simulation consists of, apart from those who act in it. */
export interface World {
  readonly chance: Chance
  readonly timeline: Timeline
  /** What is on the disk: no crash takes it away. */
  readonly disk: Store
  /** Whether a process has written an order since the promises were looked at. */
  areOrdersWritten: boolean
  readonly ledger: Ledger
  /** Whether things go wrong by themselves; at the end they do not, so that everything can come to its end. */
  isRough: boolean
}

export function createWorld(chance: Chance): World {
  return {
    chance,
    timeline: new Timeline(start),
    disk: memoryStore(),
    areOrdersWritten: false,
    ledger: new Ledger(),
    isRough: true,
  }
}

export function ordersOf({ disk }: World): Promise<Order[]> {
  return disk.read(tx => tx.orders({}))
}

/** Something goes wrong, with this likelihood, as long as things go wrong. */
export function fails({ isRough, chance }: World, likelihood: number): boolean {
  // Chance is asked either way: the end of the rough time changes nothing else.
  return chance.happens(likelihood) && isRough
}

/** Few different delays: what happens at one moment meets. */
export function latency({ chance }: World): number {
  return chance.pick([10, 10, 10, 50, 1_000, 5_000, 70_000])
}
