import { expect, it } from 'vitest'
import { orderXml, returnedRequest } from '../../test/order-xml.js'
import { startTestSupplier } from '../../test/start-test-supplier.js'
import { memoryStore } from '../store/memory-store.js'
import type { Store } from '../store/store.js'

it.each([
  ['everything', true],
  ['looking', false],
])('where %s fails for a while, the work goes on when the store is back', async (_, fails) => {
  const inner = memoryStore()
  let isAway = false
  const away = () => Promise.reject(new Error('the database is away'))
  const store: Store = {
    ...inner,
    transaction: (work, scope) => (isAway && fails ? away() : inner.transaction(work, scope)),
    read: (work, scope) => (isAway ? away() : inner.read(work, scope)),
  }
  const world = startTestSupplier({ store })
  await world.post(orderXml(await returnedRequest(world)))
  isAway = true
  world.supplier.start()
  await expect.poll(() => world.log.some(({ event }) => event === 'delivery stopped short')).toBe(true)
  isAway = false
  await expect
    .poll(async () => (await world.supplier.order({ buyerId: 'acme', orderID: 'PO-1' }))?.status, {
      timeout: 10_000,
    })
    .toBe('fulfilled')
  await world.supplier.stop()
})
