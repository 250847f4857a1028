import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Order, ReceivedAttachment } from '../src/orders/order.js'
import type { SessionRecord } from '../src/punchout/session.js'
import type { PurchaseRequest } from '../src/requests/purchase-request.js'
import type { Message, Store, StoreTransaction } from '../src/store/store.js'

const at = (seconds: number) => new Date(Date.parse('2026-01-15T10:00:00.123Z') + seconds * 1000)

const session: SessionRecord = {
  id: 's1',
  buyerId: 'acme',
  operation: 'create',
  buyerCookie: '2026-01-15T10:00:00.000Z',
  browserFormPost: 'https://buyer.example/',
  shopper: { email: 'Emma@Buyer.example', login: 'emma' },
  extrinsics: [{ name: '__proto__', value: 'ü' }],
  heldLines: [],
  deploymentMode: 'production',
  createdAt: at(0),
  expiresAt: at(3600),
  status: 'started',
}

const request: PurchaseRequest = {
  id: 'r1',
  buyerId: 'acme',
  sessionId: 's1',
  shopper: { email: 'Emma@Buyer.example' },
  currency: 'USD',
  lines: [],
  total: '0.10',
  deploymentMode: 'production',
  status: 'waiting',
  createdAt: at(0),
  expiresAt: at(60),
}

const order: Order = {
  buyerId: 'acme',
  orderID: 'PO-1',
  orderVersion: 1,
  payloadID: 'p1',
  orderDate: '2026-01-15',
  currency: 'USD',
  total: '0.10',
  lines: [],
  status: 'accepted',
  requestIds: ['r1'],
  requester: { email: 'emma@buyer.example' },
  deploymentMode: 'production',
  receivedAt: at(0),
}

/** A version's n-th file. */
const attachment = (orderVersion: number, number: number): ReceivedAttachment => ({
  orderVersion,
  number,
  contentId: 'terms@buyer.example',
  contentType: 'application/pdf',
  fileName: '__proto__ ü.pdf',
  size: 4,
  digest: 'd',
  lineNumbers: [1, 2],
  bytes: Uint8Array.of(0, 255, 13, 10),
})

const message: Message = {
  buyerId: 'acme',
  payloadID: 'p1',
  kind: 'OrderRequest',
  digest: 'd',
  answer: '<cXML/>',
  receivedAt: at(0),
}

/** What every implementation of the port has to hold. `open` gives a new, empty store. */
export function storeContract(name: string, open: () => Store): void {
  describe(`${name} as a store`, () => {
    let store: Store
    beforeEach(() => {
      store = open()
    })
    afterEach(() => store.close())
    const inStore = <Result>(work: (tx: StoreTransaction) => Promise<Result>) => store.transaction(work)

    it('gives records back as they were, instants and odd names included', async () => {
      await inStore(async tx => {
        await tx.insertSession(session)
        await tx.insertRequest(request)
        await tx.insertOrder(order)
        await tx.insertMessage(message)
      })
      expect(await inStore(tx => tx.session('s1'))).toEqual(session)
      expect(await inStore(tx => tx.request('r1'))).toEqual(request)
      expect(await inStore(tx => tx.order({ buyerId: 'acme', orderID: 'PO-1' }))).toEqual(order)
      expect(await inStore(tx => tx.message({ buyerId: 'acme', payloadID: 'p1' }))).toEqual(message)
      expect(await inStore(tx => tx.session('s2'))).toBeUndefined()
    })

    it('hands out copies: changing one changes nothing', async () => {
      await inStore(tx => tx.insertSession(session))
      const copy = await inStore(tx => tx.session('s1'))
      copy?.createdAt.setTime(0)
      expect((await inStore(tx => tx.session('s1')))?.createdAt).toEqual(session.createdAt)
    })

    it('takes back everything that a failed transaction wrote', async () => {
      await inStore(tx => tx.insertOrder(order))
      const failing = inStore(async tx => {
        await tx.updateOrder({ ...order, status: 'cancelled' })
        await tx.insertRequest(request)
        await tx.insertJob({ key: 'k', work: notice, dueAt: at(0) })
        throw new Error('in the middle')
      })
      await expect(failing).rejects.toThrow('in the middle')
      expect((await inStore(tx => tx.order({ buyerId: 'acme', orderID: 'PO-1' })))?.status).toBe('accepted')
      expect(await inStore(tx => tx.request('r1'))).toBeUndefined()
      expect(await inStore(tx => tx.nextJobAt())).toBeUndefined()
    })

    it('refuses a second record of one key, and keeps the first', async () => {
      const first = { ...message, answer: 'first' }
      await inStore(tx => tx.insertMessage(first))
      await expect(inStore(tx => tx.insertMessage({ ...message, answer: 'second' }))).rejects.toThrow()
      expect((await inStore(tx => tx.message(message)))?.answer).toBe('first')
      await inStore(tx => tx.insertOrder(order))
      await expect(inStore(tx => tx.insertOrder(order))).rejects.toThrow()
      await expect(inStore(tx => tx.updateOrder({ ...order, orderID: 'po-1' }))).rejects.toThrow()
    })

    it('keeps buyers apart, and compares order numbers exactly', async () => {
      await inStore(async tx => {
        await tx.insertOrder(order)
        await tx.insertOrder({ ...order, orderID: 'po-1' })
        await tx.insertOrder({ ...order, buyerId: 'globex' })
        await tx.insertMessage(message)
        await tx.insertMessage({ ...message, buyerId: 'globex' })
      })
      expect(await inStore(tx => tx.orders({ buyerId: 'acme' }))).toHaveLength(2)
      expect((await inStore(tx => tx.order({ buyerId: 'globex', orderID: 'PO-1' })))?.buyerId).toBe('globex')
    })

    it('finds by address without case, newest first', async () => {
      await inStore(async tx => {
        await tx.insertRequest(request)
        await tx.insertRequest({ ...request, id: 'r2', status: 'ordered' })
        await tx.insertRequest({ ...request, id: 'r3', shopper: {} })
      })
      const ids = async (query: Parameters<StoreTransaction['requests']>[0]) =>
        (await inStore(tx => tx.requests(query))).map(({ id }) => id)
      expect(await ids({ email: 'EMMA@buyer.example' })).toEqual(['r2', 'r1'])
      expect(await ids({ email: 'emma@buyer.example', status: 'waiting' })).toEqual(['r1'])
      expect(await ids({})).toEqual(['r3', 'r2', 'r1'])
      expect(await ids({ buyerId: 'globex' })).toEqual([])
    })

    it('leads from a line’s reference to the newest request that has it, whole or by its beginning', async () => {
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
      expect(await found('aabb.k1.cc')).toEqual(['r1'])
      expect(await found('aabb.k1.cc', false, 'globex')).toEqual(['r3'])
      expect(await found('aabb')).toEqual([])
      expect(await found('aabb', true)).toEqual(['r1'])
      expect(await found('aa', true)).toEqual(['r1', 'r2'])
      expect(await found('a%', true)).toEqual([])
      await inStore(tx => tx.insertRequest(withLine('r4', 'aabb.k1.cc')))
      expect(await found('aabb.k1.cc')).toEqual(['r4'])
    })

    it('gives the files of an order back byte for byte, by version and number', async () => {
      const { contentId: _, fileName: __, ...nameless } = attachment(1, 10)
      const empty = { ...attachment(2, 1), bytes: new Uint8Array() }
      const key = { buyerId: 'acme', orderID: 'PO-1' }
      await inStore(async tx => {
        await tx.insertOrder(order)
        await tx.insertOrder({ ...order, orderID: 'po-1' })
        await tx.insertOrder({ ...order, buyerId: 'globex' })
        await tx.insertAttachment(key, empty)
        await tx.insertAttachment(key, nameless)
        await tx.insertAttachment(key, attachment(1, 9))
        await tx.insertAttachment({ ...key, orderID: 'po-1' }, attachment(1, 1))
        await tx.insertAttachment({ ...key, buyerId: 'globex' }, attachment(1, 1))
      })
      expect(await inStore(tx => tx.attachments(key))).toEqual([attachment(1, 9), nameless, empty])
      expect(await inStore(tx => tx.attachments({ ...key, orderVersion: 2 }))).toEqual([empty])
      expect(await inStore(tx => tx.attachments({ ...key, orderVersion: 3 }))).toEqual([])
      expect(await inStore(tx => tx.attachments({ ...key, orderID: 'PO-2' }))).toEqual([])
    })

    it('keeps a file for ever, once, and only with its order', async () => {
      await expect(inStore(tx => tx.insertAttachment(order, attachment(1, 1)))).rejects.toThrow()
      await inStore(tx => tx.insertOrder(order))
      const failing = inStore(async tx => {
        await tx.insertAttachment(order, attachment(1, 1))
        throw new Error('in the middle')
      })
      await expect(failing).rejects.toThrow('in the middle')
      expect(await inStore(tx => tx.attachments(order))).toEqual([])
      await inStore(tx => tx.insertAttachment(order, attachment(1, 1)))
      const other = { ...attachment(1, 1), bytes: Uint8Array.of(1) }
      await expect(inStore(tx => tx.insertAttachment(order, other))).rejects.toThrow()
      const [copy] = await inStore(tx => tx.attachments(order))
      copy?.bytes.fill(7)
      expect(await inStore(tx => tx.attachments(order))).toEqual([attachment(1, 1)])
    })

    it('runs transactions one after the other', async () => {
      await inStore(tx => tx.insertOrder({ ...order, orderVersion: 0 }))
      const raise = () =>
        inStore(async tx => {
          const found = await tx.order(order)
          await new Promise(resolve => setImmediate(resolve))
          if (found !== undefined) await tx.updateOrder({ ...found, orderVersion: found.orderVersion + 1 })
        })
      await Promise.all(Array.from({ length: 50 }, raise))
      expect((await inStore(tx => tx.order(order)))?.orderVersion).toBe(50)
    })

    it('lets one of two that look for a record and put it in have its way, and the other find it', async () => {
      const putIn = (answer: string) =>
        inStore(async tx => {
          const found = await tx.message(message)
          if (found !== undefined) return found.answer
          await new Promise(resolve => setImmediate(resolve))
          await tx.insertMessage({ ...message, answer })
          return answer
        })
      const answers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(putIn))
      expect(new Set(answers).size).toBe(1)
    })

    it('shows whoever only looks what was committed, all of one moment', async () => {
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
      expect(['accepted', 'cancelled']).toContain(seen?.status)
      expect((await store.read(tx => tx.order(order)))?.status).toBe('cancelled')
    })

    it('finds a session by its cookie and a StartPage until it has expired', async () => {
      await inStore(async tx => {
        await tx.insertSession(session)
        await tx.updateSession({ ...session, status: 'open', cookieHash: 'c', openedAt: at(1) })
        await tx.insertStartPage({ tokenHash: 't', sessionId: 's1', expiresAt: at(600) })
        await tx.insertOpenBuyToken({ tokenHash: 'o', buyerId: 'acme', email: 'e', expiresAt: at(600) })
      })
      expect((await inStore(tx => tx.sessionByCookie('c')))?.openedAt).toEqual(at(1))
      expect(await inStore(tx => tx.startPage('t'))).toEqual({
        tokenHash: 't',
        sessionId: 's1',
        expiresAt: at(600),
      })
      await inStore(tx => tx.removeExpired(at(599)))
      expect(await inStore(tx => tx.openBuyToken('o'))).toBeDefined()
      await inStore(tx => tx.removeExpired(at(601)))
      expect(await inStore(tx => tx.startPage('t'))).toBeUndefined()
      expect(await inStore(tx => tx.openBuyToken('o'))).toBeUndefined()
    })

    describe('and its jobs', () => {
      const claim = (seconds: number) =>
        inStore(tx => tx.claimJob({ now: at(seconds), leasedUntil: at(seconds + 90) }))

      it('belong to one worker until its lease runs out', async () => {
        await inStore(tx => tx.insertJob({ key: 'k', work: notice, dueAt: at(0) }))
        expect(await claim(-1)).toBeUndefined()
        const job = await claim(0)
        expect(job).toMatchObject({ key: 'k', attempts: 1, fence: 1, work: notice })
        expect(await claim(89)).toBeUndefined()
        expect(await inStore(tx => tx.nextJobAt())).toEqual(at(90))
        expect(await claim(90)).toMatchObject({ attempts: 2, fence: 2 })
        expect(await inStore(tx => tx.settleJob({ key: 'k', fence: 1 }, { status: 'done' }))).toBe(false)
        expect(await inStore(tx => tx.settleJob({ key: 'k', fence: 2 }, { status: 'done' }))).toBe(true)
        expect(await claim(1000)).toBeUndefined()
        expect(await inStore(tx => tx.nextJobAt())).toBeUndefined()
      })

      it('go by when they are due, and come back when they are put off', async () => {
        await inStore(async tx => {
          await tx.insertJob({ key: 'late', work: notice, dueAt: at(10) })
          await tx.insertJob({ key: 'early', work: notice, dueAt: at(5) })
        })
        expect((await claim(20))?.key).toBe('early')
        const problem = 'nobody there'
        await inStore(tx =>
          tx.settleJob({ key: 'early', fence: 1 }, { status: 'due', dueAt: at(50), problem }),
        )
        expect((await claim(20))?.key).toBe('late')
        expect(await inStore(tx => tx.job('early'))).toMatchObject({ status: 'due', dueAt: at(50), problem })
        expect((await claim(50))?.key).toBe('early')
      })

      it('can be kept by their worker, and by nobody else', async () => {
        await inStore(tx => tx.insertJob({ key: 'k', work: notice, dueAt: at(0) }))
        await claim(0)
        expect(await inStore(tx => tx.extendLease({ key: 'k', fence: 1 }, at(200)))).toBe(true)
        expect(await claim(150)).toBeUndefined()
        expect(await claim(200)).toMatchObject({ fence: 2 })
        expect(await inStore(tx => tx.extendLease({ key: 'k', fence: 1 }, at(900)))).toBe(false)
        await inStore(tx => tx.settleJob({ key: 'k', fence: 2 }, { status: 'done' }))
        expect(await inStore(tx => tx.extendLease({ key: 'k', fence: 2 }, at(900)))).toBe(false)
      })

      it('of a queue are done in turn; one that is given up lets the next pass', async () => {
        await inStore(async tx => {
          await tx.insertJob({ key: 'q1', work: notice, dueAt: at(10), queue: 'q' })
          await tx.insertJob({ key: 'q2', work: notice, dueAt: at(0), queue: 'q' })
          await tx.insertJob({ key: 'other', work: notice, dueAt: at(5), queue: 'other' })
        })
        expect(await inStore(tx => tx.nextJobAt())).toEqual(at(5))
        expect(await claim(9)).toMatchObject({ key: 'other' })
        expect(await claim(9)).toBeUndefined()
        expect(await claim(10)).toMatchObject({ key: 'q1', queue: 'q' })
        expect(await claim(20)).toBeUndefined()
        const problem = 'refused'
        await inStore(tx => tx.settleJob({ key: 'q1', fence: 1 }, { status: 'due', dueAt: at(60), problem }))
        expect(await claim(20)).toBeUndefined()
        expect(await claim(60)).toMatchObject({ key: 'q1', fence: 2 })
        await inStore(tx => tx.settleJob({ key: 'q1', fence: 2 }, { status: 'dead', problem }))
        expect(await claim(61)).toMatchObject({ key: 'q2' })
      })

      it('that have ended can be begun anew, and no others', async () => {
        await inStore(tx => tx.insertJob({ key: 'k', work: notice, dueAt: at(0) }))
        expect(await inStore(tx => tx.reviveJob('k', at(5)))).toBe(false)
        expect(await inStore(tx => tx.reviveJob('nothing', at(5)))).toBe(false)
        await claim(0)
        await inStore(tx => tx.settleJob({ key: 'k', fence: 1 }, { status: 'dead', problem: 'refused' }))
        expect(await inStore(tx => tx.reviveJob('k', at(5)))).toBe(true)
        expect(await claim(4)).toBeUndefined()
        const job = await claim(5)
        expect(job).toMatchObject({ attempts: 1, fence: 2 })
        expect(job).not.toHaveProperty('problem')
      })

      it('can be listed, newest first, and counted', async () => {
        const globex = { ...notice, buyerId: 'globex' }
        await inStore(async tx => {
          await tx.insertJob({ key: 'a', work: notice, dueAt: at(0) })
          await tx.insertJob({ key: 'b', work: globex, dueAt: at(1) })
          await tx.insertJob({ key: 'c', work: notice, dueAt: at(2) })
          await tx.insertJob({ key: 'd', work: notice, dueAt: at(1000) })
        })
        await claim(1)
        await inStore(tx => tx.settleJob({ key: 'a', fence: 1 }, { status: 'dead', problem: 'refused' }))
        await claim(1)
        const keys = async (query: Parameters<StoreTransaction['jobs']>[0]) =>
          (await store.read(tx => tx.jobs(query))).map(({ key }) => key)
        expect(await keys({})).toEqual(['d', 'c', 'b', 'a'])
        expect(await keys({ buyerId: 'globex' })).toEqual(['b'])
        expect(await keys({ status: 'dead' })).toEqual(['a'])
        expect(await keys({ status: 'due', limit: 2 })).toEqual(['d', 'c'])
        const counts = { due: 2, leased: 1, dead: 1, oldestDueAt: at(2) }
        expect(await store.read(tx => tx.jobCounts(at(10)))).toEqual(counts)
        expect(await store.read(tx => tx.jobCounts(at(1)))).toEqual({ due: 2, leased: 1, dead: 1 })
      })

      it('are put in once: a second of the same key is the first', async () => {
        await inStore(tx => tx.insertJob({ key: 'k', work: notice, dueAt: at(0) }))
        await claim(0)
        await inStore(tx => tx.settleJob({ key: 'k', fence: 1 }, { status: 'dead', problem: 'refused' }))
        await inStore(tx => tx.insertJob({ key: 'k', work: notice, dueAt: at(0) }))
        expect(await inStore(tx => tx.job('k'))).toMatchObject({
          status: 'dead',
          problem: 'refused',
          attempts: 1,
        })
      })
    })
  })
}

const notice = {
  kind: 'notify',
  buyerId: 'acme',
  notice: { kind: 'order held', orderID: 'PO-1' },
} as const
