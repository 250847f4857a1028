import type { Job } from '../delivery/job.js'
import { standingOf } from '../orders/standing.js'
import type { StoreTransaction } from '../store/store.js'
import { isWantedLine } from './fulfil-line.js'

/**
 * Has work that ended done once more, with the same key and the same bytes: what was given up after its cause was mended,
 * or a document that the buyer lost. Work that is still to be done stays as it is. A line that had failed is in work again.
 *
 * @throws RangeError There is no such work.
 */
export async function redeliver(tx: StoreTransaction, key: string, now: Date): Promise<Job> {
  const job = await tx.job(key)
  if (job === undefined) throw new RangeError(`There is no job "${key}"`)
  if (!(await tx.reviveJob(key, now))) return job
  await clearFailure(tx, job)
  return (await tx.job(key)) ?? job
}

async function clearFailure(tx: StoreTransaction, { work }: Job): Promise<void> {
  if (work.kind !== 'fulfil line') return
  const order = await tx.order(work)
  if (order === undefined || order.status !== 'failed') return
  const lines = order.lines.map(line => {
    const { failure: _, ...rest } = line
    return isWantedLine(line, work) ? rest : line
  })
  const status = standingOf(lines)
  const { reason, ...rest } = order
  const stillFailed = status === 'failed' && reason !== undefined
  await tx.updateOrder({ ...rest, lines, status, ...(stillFailed ? { reason } : {}) })
}
