import { deepEqual, equal, partialDeepStrictEqual } from 'node:assert/strict'
import type { StoreTransaction } from '../store.js'
import type { Checks } from './check.js'
import { at, notice } from './examples.js'

/** Who does what, and when. */
export const jobs: Checks = {
  'jobs belong to one worker until its lease runs out': async ({ inStore, claim }) => {
    await inStore(tx => tx.insertJob({ key: 'k', work: notice, dueAt: at(0) }))
    equal(await claim(-1), undefined)
    const job = await claim(0)
    partialDeepStrictEqual(job, { key: 'k', attempts: 1, fence: 1, work: notice })
    equal(await claim(89), undefined)
    deepEqual(await inStore(tx => tx.nextJobAt()), at(90))
    partialDeepStrictEqual(await claim(90), { attempts: 2, fence: 2 })
    equal(await inStore(tx => tx.settleJob({ key: 'k', fence: 1 }, { status: 'done' })), false)
    equal(await inStore(tx => tx.settleJob({ key: 'k', fence: 2 }, { status: 'done' })), true)
    equal(await claim(1000), undefined)
    equal(await inStore(tx => tx.nextJobAt()), undefined)
  },

  'jobs go by when they are due, and come back when they are put off': async ({ inStore, claim }) => {
    await inStore(async tx => {
      await tx.insertJob({ key: 'late', work: notice, dueAt: at(10) })
      await tx.insertJob({ key: 'early', work: notice, dueAt: at(5) })
    })
    equal((await claim(20))?.key, 'early')
    const problem = 'nobody there'
    await inStore(tx => tx.settleJob({ key: 'early', fence: 1 }, { status: 'due', dueAt: at(50), problem }))
    equal((await claim(20))?.key, 'late')
    partialDeepStrictEqual(await inStore(tx => tx.job('early')), { status: 'due', dueAt: at(50), problem })
    equal((await claim(50))?.key, 'early')
  },

  'jobs can be kept by their worker, and by nobody else': async ({ inStore, claim }) => {
    await inStore(tx => tx.insertJob({ key: 'k', work: notice, dueAt: at(0) }))
    await claim(0)
    equal(await inStore(tx => tx.extendLease({ key: 'k', fence: 1 }, at(200))), true)
    equal(await claim(150), undefined)
    partialDeepStrictEqual(await claim(200), { fence: 2 })
    equal(await inStore(tx => tx.extendLease({ key: 'k', fence: 1 }, at(900))), false)
    await inStore(tx => tx.settleJob({ key: 'k', fence: 2 }, { status: 'done' }))
    equal(await inStore(tx => tx.extendLease({ key: 'k', fence: 2 }, at(900))), false)
  },

  'jobs of a queue are done in turn; one that is given up lets the next pass': async ({ inStore, claim }) => {
    await inStore(async tx => {
      await tx.insertJob({ key: 'q1', work: notice, dueAt: at(10), queue: 'q' })
      await tx.insertJob({ key: 'q2', work: notice, dueAt: at(0), queue: 'q' })
      await tx.insertJob({ key: 'other', work: notice, dueAt: at(5), queue: 'other' })
    })
    deepEqual(await inStore(tx => tx.nextJobAt()), at(5))
    partialDeepStrictEqual(await claim(9), { key: 'other' })
    equal(await claim(9), undefined)
    partialDeepStrictEqual(await claim(10), { key: 'q1', queue: 'q' })
    equal(await claim(20), undefined)
    const problem = 'refused'
    await inStore(tx => tx.settleJob({ key: 'q1', fence: 1 }, { status: 'due', dueAt: at(60), problem }))
    equal(await claim(20), undefined)
    partialDeepStrictEqual(await claim(60), { key: 'q1', fence: 2 })
    await inStore(tx => tx.settleJob({ key: 'q1', fence: 2 }, { status: 'dead', problem }))
    partialDeepStrictEqual(await claim(61), { key: 'q2' })
  },

  'jobs that have ended can be begun anew, and no others': async ({ inStore, claim }) => {
    await inStore(tx => tx.insertJob({ key: 'k', work: notice, dueAt: at(0) }))
    equal(await inStore(tx => tx.reviveJob('k', at(5))), false)
    equal(await inStore(tx => tx.reviveJob('nothing', at(5))), false)
    await claim(0)
    await inStore(tx => tx.settleJob({ key: 'k', fence: 1 }, { status: 'dead', problem: 'refused' }))
    equal(await inStore(tx => tx.reviveJob('k', at(5))), true)
    equal(await claim(4), undefined)
    const job = await claim(5)
    partialDeepStrictEqual(job, { attempts: 1, fence: 2 })
    equal(job?.problem, undefined)
  },

  'jobs can be listed, newest first, and counted': async ({ store, inStore, claim }) => {
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
    deepEqual(await keys({}), ['d', 'c', 'b', 'a'])
    deepEqual(await keys({ buyerId: 'globex' }), ['b'])
    deepEqual(await keys({ status: 'dead' }), ['a'])
    deepEqual(await keys({ status: 'due', limit: 2 }), ['d', 'c'])
    const counts = { due: 2, leased: 1, dead: 1, oldestDueAt: at(2) }
    deepEqual(await store.read(tx => tx.jobCounts(at(10))), counts)
    deepEqual(await store.read(tx => tx.jobCounts(at(1))), { due: 2, leased: 1, dead: 1 })
  },

  'jobs are put in once: a second of the same key is the first': async ({ inStore, claim }) => {
    equal(await inStore(tx => tx.insertJob({ key: 'k', work: notice, dueAt: at(0) })), true)
    await claim(0)
    await inStore(tx => tx.settleJob({ key: 'k', fence: 1 }, { status: 'dead', problem: 'refused' }))
    equal(await inStore(tx => tx.insertJob({ key: 'k', work: notice, dueAt: at(0) })), false)
    partialDeepStrictEqual(await inStore(tx => tx.job('k')), {
      status: 'dead',
      problem: 'refused',
      attempts: 1,
    })
  },
}
