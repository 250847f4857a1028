import type { Store } from '@punchloop/sdk'
import { describe, expect, it } from 'vitest'
import { MortalMarketplace } from './crashes/marketplace.js'
import { memoryMedium, withBug } from './world/any-store.js'
import type { PurchaseOrder } from './world/documents.js'
import { acme, orderOf } from './world/shop.js'

const kinds = ['new', 'update', 'delete'] as const
type Kind = (typeof kinds)[number]

const versions: Readonly<Record<Kind, number>> = { new: 1, update: 2, delete: 3 }

/** Every order in which each of the three can arrive twice: 90. */
function allArrivals(left: readonly Kind[] = [...kinds, ...kinds]): Kind[][] {
  if (left.length === 0) return [[]]
  return [...new Set(left)].flatMap(first => {
    const at = left.indexOf(first)
    return allArrivals(left.filter((_, index) => index !== at)).map(rest => [first, ...rest])
  })
}

/** What must become of an order: the highest version counts, a copy gets the answer that the first one got. */
class Model {
  #version = 0
  readonly #isEager: boolean
  readonly #answers = new Map<Kind, string>()

  constructor(isEager: boolean) {
    this.#isEager = isEager
  }

  take(kind: Kind): string {
    const known = this.#answers.get(kind)
    if (known !== undefined) return known
    // What is late is refused and leaves nothing behind, so its copy is refused as well.
    if (versions[kind] < this.#version) return '409'
    // A person has to look at a change of what was provided already.
    const code = this.#isEager && kind === 'update' && this.#version === 1 ? '201' : '200'
    this.#version = versions[kind]
    this.#answers.set(kind, code)
    return code
  }
}

interface Arrival {
  readonly codes: readonly string[]
  readonly expected: readonly string[]
  readonly order: unknown
  readonly provided: number
}

const cart = {
  currency: 'USD',
  lines: ['SKU-1', 'SKU-2'].map(supplierPartID => ({
    supplierPartID,
    description: 'Plan',
    quantity: '2',
    unitPrice: '10',
    unitOfMeasure: 'EA',
    unspsc: '43232701',
  })),
}

/** `crashAfter` of the documents the process dies with the answer in its hands; `-1`: it lives. */
async function arrive(
  arrivals: readonly Kind[],
  { crashAfter, isEager, spoil }: { crashAfter: number; isEager: boolean; spoil?: (store: Store) => Store },
): Promise<Arrival> {
  const marketplace = new MortalMarketplace(memoryMedium(), 0, spoil)
  const model = new Model(isEager)
  const request = await marketplace.ask(shop => shop.returnCart(acme, cart))
  const codes: string[] = []
  const expected: string[] = []
  for (const [index, type] of arrivals.entries()) {
    const order = orderOf(request, { orderID: 'PO-1', payloadID: `${type}@acme.example` })
    const changed: PurchaseOrder = {
      ...order,
      type,
      orderVersion: versions[type],
      ...(type === 'new' ? {} : { lines: order.lines.slice(0, 1), total: '20' }),
    }
    const send = async () => (await marketplace.ask(shop => shop.order(acme, changed))).code
    expected.push(model.take(type))
    const code = await send()
    if (index === crashAfter) await marketplace.restart()
    codes.push(index === crashAfter ? await send() : code)
    if (isEager) await marketplace.settle()
  }
  await marketplace.settle()
  const order = await marketplace.inspect().order({ buyerId: 'acme', orderID: 'PO-1' })
  const { orderVersion, status } = order ?? {}
  return { codes, expected, order: { orderVersion, status }, provided: marketplace.outside.provided.size }
}

describe.each([
  ['nothing is provided before the last', false],
  ['all is provided at once', true],
])('new, update and delete, each twice, in all 90 orders, where %s', (_, isEager) => {
  const arrivals = allArrivals()

  it.each([-1, 0, 1, 2, 3, 4, 5])('with a crash after number %i: as the model says', async crashAfter => {
    expect(arrivals).toHaveLength(90)
    for (const order of arrivals) {
      const { codes, expected, order: end, provided } = await arrive(order, { crashAfter, isEager })
      expect({ order, codes }).toEqual({ order, codes: expected })
      expect({ order, ...(end as object) }).toEqual({ order, orderVersion: 3, status: 'cancelled' })
      // Before its cancellation an order may be provided, once a line; never after it.
      const couldBe = isEager && order.indexOf('delete') > 0 ? 2 : 0
      expect(provided, order.join()).toBeLessThanOrEqual(couldBe)
    }
  })
})

describe('control: new, update and delete, each twice', () => {
  it('where a cancellation is forgotten, some order of arrival shows it', async () => {
    const forgetful = (store: Store) =>
      withBug(store, tx => ({
        order: async key => {
          const order = await tx.order(key)
          return order?.status === 'cancelled' ? { ...order, status: 'accepted', orderVersion: 0 } : order
        },
      }))
    const ends = []
    for (const arrivals of allArrivals()) {
      ends.push(await arrive(arrivals, { crashAfter: -1, isEager: false, spoil: forgetful }))
    }
    expect(ends.some(({ codes, expected }) => codes.join() !== expected.join())).toBe(true)
  })
})
