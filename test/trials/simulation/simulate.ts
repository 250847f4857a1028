import type { Store } from '@punchloop/sdk'
import { chanceOf } from '../world/chance.js'
import { acme, globex } from '../world/shop.js'
import { Marketplace } from './marketplace.js'
import { Outside } from './outside.js'
import { assertAlways, assertAtLast } from './promises.js'
import { Purchase } from './purchase.js'
import { createWorld } from './world.js'

/** A mistake in the marketplace or around it. */
export interface Bug {
  /** In the store. */
  readonly spoil?: (store: Store) => Store
  /** The provisioner does not look at the key. */
  readonly isProvisionerForgetful?: boolean
  /** Whoever looks at held orders lets everything pass. */
  readonly isPersonCareless?: boolean
}

export interface Outcome {
  readonly seed: number
  /** What was broken, if anything was. */
  readonly violation?: string
  readonly story: readonly string[]
}

const hour = 60 * 60_000

/**
 * A few purchases of two buyers, two processes of a marketplace, and a world in which everything that can go wrong does:
 * documents are lost, doubled and late, processes die between two statements, provisioner, mail and buyers are slow and
 * away. One seed is one story, the same each time.
 */
export async function simulate(seed: number, bug: Bug = {}): Promise<Outcome> {
  const chance = chanceOf(seed)
  const world = createWorld(chance)
  const { timeline, ledger } = world
  const outside = new Outside(world, { isIdempotent: bug.isProvisionerForgetful !== true })
  const marketplace = new Marketplace(world, outside, {
    spoil: bug.spoil ?? (store => store),
    isCareless: bug.isPersonCareless === true,
  })
  const count = 2 + chance.below(3)
  for (let index = 0; index < count; index += 1) {
    const buyer = index % 2 === 0 ? acme : globex
    await new Purchase(world, marketplace, buyer, `PO-${Math.floor(index / 2)}`).begin()
  }
  marketplace.run(timeline.now + 60 * hour)
  while (!timeline.isOver && ledger.violation === undefined) {
    await timeline.next()
    await assertAlways(world)
  }
  world.isRough = false
  marketplace.run(timeline.now + 60 * hour)
  while (!timeline.isOver && ledger.violation === undefined) await timeline.next()
  await assertAtLast(world)
  const { violation, story } = ledger
  return { seed, story, ...(violation === undefined ? {} : { violation }) }
}
