import { equal, ok, rejects } from 'node:assert/strict'
import type { Checks } from './check.js'
import { at, message, notice, order, request } from './examples.js'

/** All or nothing, one after the other. */
export const transactions: Checks = {
  'takes back everything that a failed transaction wrote': async ({ inStore }) => {
    await inStore(tx => tx.insertOrder(order))
    const failing = inStore(async tx => {
      await tx.updateOrder({ ...order, status: 'cancelled' })
      await tx.insertRequest(request)
      await tx.insertJob({ key: 'k', work: notice, dueAt: at(0) })
      throw new Error('in the middle')
    })
    await rejects(failing, /in the middle/)
    equal((await inStore(tx => tx.order({ buyerId: 'acme', orderID: 'PO-1' })))?.status, 'accepted')
    equal(await inStore(tx => tx.request('r1')), undefined)
    equal(await inStore(tx => tx.nextJobAt()), undefined)
  },

  'runs transactions one after the other': async ({ inStore }) => {
    await inStore(tx => tx.insertOrder({ ...order, orderVersion: 0 }))
    const raise = () =>
      inStore(async tx => {
        const found = await tx.order(order)
        await new Promise(resolve => setImmediate(resolve))
        if (found !== undefined) await tx.updateOrder({ ...found, orderVersion: found.orderVersion + 1 })
      })
    await Promise.all(Array.from({ length: 50 }, raise))
    equal((await inStore(tx => tx.order(order)))?.orderVersion, 50)
  },

  'lets one of two that look for a record and put it in have its way, and the other find it': async ({
    inStore,
  }) => {
    const putIn = (answer: string) =>
      inStore(async tx => {
        const found = await tx.message(message)
        if (found !== undefined) return found.answer
        await new Promise(resolve => setImmediate(resolve))
        await tx.insertMessage({ ...message, answer })
        return answer
      })
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(putIn))
    equal(new Set(answers).size, 1)
  },

  'shows whoever only looks what was committed, all of one moment': async ({ store, inStore }) => {
    await inStore(tx => tx.insertOrder(order))
    let open: () => void = () => undefined
    const opened = new Promise<void>(resolve => {
      open = resolve
    })
    const changing = inStore(async tx => {
      await tx.updateOrder({ ...order, status: 'cancelled' })
      open()
      await new Promise(resolve => setImmediate(resolve))
    })
    await opened
    const [seen] = await Promise.all([store.read(tx => tx.order(order)), changing])
    ok(['accepted', 'cancelled'].includes(seen?.status as never))
    equal((await store.read(tx => tx.order(order)))?.status, 'cancelled')
  },
}
