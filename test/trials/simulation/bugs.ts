import type { Store } from '@punchloop/sdk'
import { withBug } from '../world/any-store.js'
import { parties } from '../world/shop.js'
import type { Bug } from './simulate.js'

/** Every so-manieth is lost. */
function eachOf(count: number): () => boolean {
  let calls = 0
  return () => {
    calls += 1
    return calls % count === 0
  }
}

/** What a careful reader may overlook, one each: the simulation has to find all of them. */
export const bugs: Readonly<Record<string, () => Bug>> = {
  'answers are not kept': () => ({
    spoil: store => withBug(store, () => ({ insertMessage: async () => undefined })),
  }),
  'answers are kept by payloadID, without the buyer': () => ({
    spoil: store =>
      withBug(store, tx => ({
        message: async ({ payloadID }) => {
          const [name = ''] = payloadID.split('@')
          for (const { id } of parties) {
            const message = await tx.message({ buyerId: id, payloadID: `${name}@${id}.example` })
            if (message !== undefined) return { ...message, digest: await digestOf(tx, message, payloadID) }
          }
          return undefined
        },
      })),
  }),
  'what a failed transaction wrote stays': () => ({ spoil: withoutRollback }),
  'a job is lost now and then': () => {
    const isLost = eachOf(9)
    return {
      spoil: store => withBug(store, tx => ({ insertJob: async job => isLost() || tx.insertJob(job) })),
    }
  },
  'a job is given to whoever asks, leased or not': () => ({
    spoil: store =>
      withBug(store, tx => ({
        claimJob: async ({ now, leasedUntil }) => {
          const [leased] = await tx.jobs({ status: 'due' })
          if (leased?.leasedUntil === undefined) return tx.claimJob({ now, leasedUntil })
          return { ...leased, attempts: leased.attempts + 1 }
        },
      })),
  }),
  'documents do not wait for those before them': () => ({
    spoil: store =>
      withBug(store, tx => ({
        insertJob: ({ queue: _, ...job }) => tx.insertJob(job),
      })),
  }),
  'a change of an order is lost now and then': () => {
    const isLost = eachOf(13)
    return {
      spoil: store =>
        withBug(store, tx => ({
          updateOrder: async order => (isLost() ? undefined : tx.updateOrder(order)),
        })),
    }
  },
  'a document that is sent again has a new payloadID': () => ({
    spoil: store =>
      withBug(store, tx => ({
        claimJob: async claim => {
          const job = await tx.claimJob(claim)
          if (job?.work.kind !== 'confirm order') return job
          const payloadID = `${job.attempts}-${job.work.confirmation.payloadID}`
          return { ...job, work: { ...job.work, confirmation: { ...job.work.confirmation, payloadID } } }
        },
      })),
  }),
  'a cancellation is forgotten': () => ({
    spoil: store =>
      withBug(store, tx => ({
        order: async key => {
          const order = await tx.order(key)
          return order?.status === 'cancelled' ? { ...order, status: 'accepted', orderVersion: 0 } : order
        },
      })),
  }),
  'requests expire at once': () => ({
    spoil: store =>
      withBug(store, tx => ({
        insertJob: job =>
          tx.insertJob(job.work.kind === 'expire request' ? { ...job, dueAt: new Date(0) } : job),
      })),
  }),
  'the provisioner does not look at the key': () => ({ isProvisionerForgetful: true }),
  'whoever looks at held orders lets everything pass': () => ({ isPersonCareless: true }),
}

/** Pretends that the other buyer's document was the same. */
async function digestOf(
  tx: Parameters<Parameters<Store['transaction']>[0]>[0],
  message: { readonly buyerId: string; readonly digest: string },
  payloadID: string,
): Promise<string> {
  const own = await tx.message({ buyerId: message.buyerId, payloadID })
  return own?.digest ?? message.digest
}

function withoutRollback(store: Store): Store {
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
