import { deepEqual } from 'node:assert/strict'
import type { StoreTransaction } from '../store.js'
import type { Checks } from './check.js'
import { request } from './examples.js'

/** How purchase requests are found. */
export const requests: Checks = {
  'finds by address without case, newest first': async ({ inStore }) => {
    await inStore(async tx => {
      await tx.insertRequest(request)
      await tx.insertRequest({ ...request, id: 'r2', status: 'ordered' })
      await tx.insertRequest({ ...request, id: 'r3', shopper: {} })
    })
    const ids = async (query: Parameters<StoreTransaction['requests']>[0]) =>
      (await inStore(tx => tx.requests(query))).map(({ id }) => id)
    deepEqual(await ids({ email: 'EMMA@buyer.example' }), ['r2', 'r1'])
    deepEqual(await ids({ email: 'emma@buyer.example', status: 'waiting' }), ['r1'])
    deepEqual(await ids({}), ['r3', 'r2', 'r1'])
    deepEqual(await ids({ limit: 2 }), ['r3', 'r2'])
    deepEqual(await ids({ buyerId: 'globex' }), [])
  },

  'leads from a line’s reference to the newest request that has it, whole or by its beginning': async ({
    inStore,
  }) => {
    const line = { supplierPartID: 'SKU', description: 'd', quantity: '1', unitPrice: '1' }
    const withLine = (id: string, supplierPartAuxiliaryID: string, buyerId = 'acme') => ({
      ...request,
      id,
      buyerId,
      lines: [{ ...line, unitOfMeasure: 'EA', unspsc: '43232701', lineNumber: 1, supplierPartAuxiliaryID }],
    })
    await inStore(async tx => {
      await tx.insertRequest(withLine('r1', 'aabb.k1.cc'))
      await tx.insertRequest(withLine('r2', 'aacc.k1.cc'))
      await tx.insertRequest(withLine('r3', 'aabb.k1.cc', 'globex'))
    })
    const found = async (reference: string, isBeginning = false, buyerId = 'acme') =>
      (await inStore(tx => tx.requestsByReference({ buyerId, reference, isBeginning }))).map(({ id }) => id)
    deepEqual(await found('aabb.k1.cc'), ['r1'])
    deepEqual(await found('aabb.k1.cc', false, 'globex'), ['r3'])
    deepEqual(await found('aabb'), [])
    deepEqual(await found('aabb', true), ['r1'])
    deepEqual(await found('aa', true), ['r1', 'r2'])
    deepEqual(await found('a%', true), [])
    await inStore(tx => tx.insertRequest(withLine('r4', 'aabb.k1.cc')))
    deepEqual(await found('aabb.k1.cc'), ['r4'])
  },
}
