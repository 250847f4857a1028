import { deepEqual, equal, notEqual, rejects } from 'node:assert/strict'
import type { Order } from '../../orders/order.js'
import type { Checks } from './check.js'
import { at, attachment, message, notice, order, request, session } from './examples.js'

/** What is put in comes out as it was. */
export const records: Checks = {
  'takes away what is over, and never what a second copy is known by': async ({ store, inStore }) => {
    const over: Order = { ...order, status: 'fulfilled' }
    const ended = { ...request, status: 'expired', endedAt: at(5) } as const
    const line = {
      supplierPartID: 'SKU',
      description: 'd',
      quantity: '1',
      unitPrice: '1',
      unitOfMeasure: 'EA',
    }
    const lines = [{ ...line, unspsc: '43232701', lineNumber: 1, supplierPartAuxiliaryID: 'ref' }]
    await inStore(async tx => {
      await tx.insertSession(session)
      await tx.insertStartPage({ tokenHash: 't', sessionId: 's1', expiresAt: at(9000) })
      await tx.insertRequest({ ...request, lines })
      await tx.updateRequest({ ...ended, lines })
      await tx.insertRequest({ ...request, id: 'r2' })
      await tx.insertOrder(order)
      await tx.updateOrder(over)
      await tx.insertOrder({ ...order, orderID: 'PO-2' })
      await tx.insertAttachment(order, attachment(1, 1))
      await tx.insertMessage(message)
      for (const key of ['done', 'due']) await tx.insertJob({ key, work: notice, dueAt: at(0) })
      await tx.claimJob({ now: at(0), leasedUntil: at(90) })
      await tx.settleJob({ key: 'done', fence: 1 }, { status: 'done' })
    })
    const outdated = (before: Date) => store.read(tx => tx.outdated({ before, limit: 10 }))
    const nothing = { sessionIds: [], jobKeys: [], requests: [], orders: [] }
    deepEqual(await outdated(at(0)), nothing)
    const found = await outdated(at(10_000))
    const requests = [{ ...ended, lines }]
    deepEqual(found, { sessionIds: ['s1'], jobKeys: ['done'], requests, orders: [over] })
    await inStore(tx => tx.removeOutdated(found))
    deepEqual(await outdated(at(10_000)), nothing)
    await store.read(async tx => {
      equal(await tx.session('s1'), undefined)
      equal(await tx.startPage('t'), undefined)
      equal(await tx.request('r1'), undefined)
      deepEqual(await tx.requestsByReference({ buyerId: 'acme', reference: 'ref' }), [])
      equal((await tx.request('r2'))?.status, 'waiting')
      deepEqual(await tx.order(order), { ...over, requester: {} })
      equal((await tx.order({ ...order, orderID: 'PO-2' }))?.requester.email, 'emma@buyer.example')
      deepEqual(await tx.attachments(order), [])
      deepEqual(await tx.message(message), message)
      equal(await tx.job('done'), undefined)
      equal((await tx.job('due'))?.status, 'due')
    })
  },

  'gives records back as they were, instants and odd names included': async ({ inStore }) => {
    await inStore(async tx => {
      await tx.insertSession(session)
      await tx.insertRequest(request)
      await tx.insertOrder(order)
      await tx.insertMessage(message)
    })
    deepEqual(await inStore(tx => tx.session('s1')), session)
    deepEqual(await inStore(tx => tx.request('r1')), request)
    deepEqual(await inStore(tx => tx.order({ buyerId: 'acme', orderID: 'PO-1' })), order)
    deepEqual(await inStore(tx => tx.message({ buyerId: 'acme', payloadID: 'p1' })), message)
    equal(await inStore(tx => tx.session('s2')), undefined)
  },

  'hands out copies: changing one changes nothing': async ({ inStore }) => {
    await inStore(tx => tx.insertSession(session))
    const copy = await inStore(tx => tx.session('s1'))
    copy?.createdAt.setTime(0)
    deepEqual((await inStore(tx => tx.session('s1')))?.createdAt, session.createdAt)
  },

  'refuses a second record of one key, and keeps the first': async ({ inStore }) => {
    const first = { ...message, answer: 'first' }
    await inStore(tx => tx.insertMessage(first))
    await rejects(inStore(tx => tx.insertMessage({ ...message, answer: 'second' })))
    equal((await inStore(tx => tx.message(message)))?.answer, 'first')
    await inStore(tx => tx.insertOrder(order))
    await rejects(inStore(tx => tx.insertOrder(order)))
    await rejects(inStore(tx => tx.updateOrder({ ...order, orderID: 'po-1' })))
  },

  'finds a session by its cookie and a StartPage until it has expired': async ({ inStore }) => {
    await inStore(async tx => {
      await tx.insertSession(session)
      await tx.updateSession({ ...session, status: 'open', cookieHash: 'c', openedAt: at(1) })
      await tx.insertStartPage({ tokenHash: 't', sessionId: 's1', expiresAt: at(600) })
      await tx.insertOpenBuyToken({ tokenHash: 'o', buyerId: 'acme', email: 'e', expiresAt: at(600) })
    })
    deepEqual((await inStore(tx => tx.sessionByCookie('c')))?.openedAt, at(1))
    deepEqual(await inStore(tx => tx.startPage('t')), {
      tokenHash: 't',
      sessionId: 's1',
      expiresAt: at(600),
    })
    await inStore(tx => tx.removeExpired(at(599)))
    notEqual(await inStore(tx => tx.openBuyToken('o')), undefined)
    await inStore(tx => tx.removeExpired(at(601)))
    equal(await inStore(tx => tx.startPage('t')), undefined)
    equal(await inStore(tx => tx.openBuyToken('o')), undefined)
  },
}
