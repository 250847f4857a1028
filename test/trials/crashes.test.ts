import type { Store } from '@punchloop/sdk'
import { describe, expect, it } from 'vitest'
import { type Flow, flows } from './crashes/flows.js'
import { MortalMarketplace } from './crashes/marketplace.js'
import { standOf } from './crashes/stand.js'
import { type Medium, memoryMedium, sqliteMedium, withBug } from './world/any-store.js'
import { effort } from './world/effort.js'

interface Run {
  readonly hasCrashed: boolean
  readonly end: unknown
}

async function run(
  medium: Medium,
  flow: Flow,
  crashAt: number,
  spoil?: (store: Store) => Store,
): Promise<Run> {
  const marketplace = new MortalMarketplace(medium, crashAt, spoil)
  const codes = await flow(marketplace)
  await marketplace.settle()
  const end = { codes, ...(await standOf(marketplace)) }
  await marketplace.close()
  return { hasCrashed: marketplace.hasCrashed, end }
}

/** Lets the process die at the first moment, at the second, and so on until a run comes through. */
async function dieEverywhere(
  open: () => Medium,
  flow: Flow,
  { stride = 1, spoil }: { readonly stride?: number; readonly spoil?: (store: Store) => Store } = {},
) {
  const { end: whole } = await run(open(), flow, 0)
  const different: number[] = []
  for (let moment = 1; ; moment += stride) {
    const { hasCrashed, end } = await run(open(), flow, moment, spoil)
    if (!hasCrashed) return { whole, moments: moment - stride, different }
    if (JSON.stringify(end) !== JSON.stringify(whole)) different.push(moment)
  }
}

/** Everything that was written stays, whatever becomes of the transaction. */
function withoutAtomicity(store: Store): Store {
  return {
    ...store,
    transaction: async (work, scope) => {
      let failure: unknown
      const result = await store.transaction(
        tx =>
          work(tx).catch((error: unknown) => {
            failure = error
            return undefined as never
          }),
        scope,
      )
      if (failure !== undefined) throw failure
      return result
    },
  }
}

/** What was answered is not kept: a document that comes again is a new one. */
const withoutAnswers = (store: Store) => withBug(store, () => ({ insertMessage: async () => undefined }))

/** In memory at each moment; on a disk, which takes its time, at every fifth in `npm test`. */
describe.each([
  ['in memory', memoryMedium, 1],
  ['on SQLite', sqliteMedium, effort({ short: 5, long: 1 })],
] as const)('a process that dies at any moment, %s', (_, open, stride) => {
  it.each(Object.entries(flows))(
    '%s: ends as if nothing had happened',
    async (_, flow) => {
      const { whole, moments, different } = await dieEverywhere(open, flow, { stride })
      expect(moments).toBeGreaterThan(30)
      expect({ moments, different, whole }).toMatchObject({ different: [], whole: { dead: 0, changed: [] } })
    },
    120_000,
  )
})

describe('control: a process that dies at any moment', () => {
  const placed = flows['a new order'] as Flow

  it('without transactions leaves something half done', async () => {
    expect((await dieEverywhere(memoryMedium, placed, { spoil: withoutAtomicity })).different).not.toEqual([])
  })

  it('without a memory of its answers answers otherwise', async () => {
    const cancelled = flows['a delete before anything is provided'] as Flow
    const twice: Flow = async marketplace => [
      ...(await cancelled(marketplace)),
      ...(await cancelled(marketplace)),
    ]
    expect((await dieEverywhere(memoryMedium, twice)).different).toEqual([])
    const { end: whole } = await run(memoryMedium(), twice, 0)
    const { end } = await run(memoryMedium(), twice, 0, withoutAnswers)
    expect(end).not.toEqual(whole)
  })
})
