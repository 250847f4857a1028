import { deepEqual, equal, notEqual, rejects } from 'node:assert/strict'
import type { Checks } from './check.js'
import { at, message, order, request, session } from './examples.js'

/** What is put in comes out as it was. */
export const records: Checks = {
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
