import type { Job, NewJob } from '../delivery/job.js'
import { isAsked, MemoryTable, type Undo } from './memory-table.js'
import type { JobOutcome, JobQuery } from './store.js'

/** What has to be done. */
export class MemoryJobs {
  protected readonly jobTable: MemoryTable<Job>

  constructor(undo: (undo: Undo) => void) {
    this.jobTable = new MemoryTable('job', undo)
  }

  async insertJob(job: NewJob) {
    if (this.jobTable.has(job.key)) return false
    this.jobTable.insert(job.key, { ...job, status: 'due', attempts: 0, fence: 0 })
    return true
  }
  async job(key: string) {
    return this.jobTable.get(key)
  }
  async jobs({ buyerId, status, limit = 100 }: JobQuery) {
    const isWanted = (job: Job) => isAsked(buyerId, job.work.buyerId) && isAsked(status, job.status)
    return this.jobTable.newest(isWanted, limit)
  }
  async claimJob({ now, leasedUntil }: { readonly now: Date; readonly leasedUntil: Date }) {
    const [job] = this.#open()
      .filter(({ dueAt, leasedUntil: until }) => dueAt <= now && !(until && until > now))
      .sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime())
    if (job === undefined) return undefined
    const { attempts, fence } = job
    this.jobTable.update(job.key, { ...job, attempts: attempts + 1, fence: fence + 1, leasedUntil })
    return this.jobTable.get(job.key)
  }
  async extendLease({ key, fence }: Pick<Job, 'key' | 'fence'>, leasedUntil: Date) {
    const stored = this.jobTable.get(key)
    if (stored?.fence !== fence || stored.leasedUntil === undefined) return false
    this.jobTable.update(key, { ...stored, leasedUntil })
    return true
  }
  async settleJob({ key, fence }: Pick<Job, 'key' | 'fence'>, outcome: JobOutcome) {
    const stored = this.jobTable.get(key)
    if (stored?.fence !== fence || stored.leasedUntil === undefined) return false
    const { leasedUntil: _, problem: __, ...job } = stored
    this.jobTable.update(key, { ...job, ...outcome })
    return true
  }
  async reviveJob(key: string, dueAt: Date) {
    const stored = this.jobTable.get(key)
    if (stored === undefined || stored.status === 'due') return false
    const { problem: _, ...job } = stored
    this.jobTable.update(key, { ...job, status: 'due', dueAt, attempts: 0 })
    return true
  }
  async nextJobAt() {
    const times = this.#open().map(({ dueAt, leasedUntil }) =>
      Math.max(dueAt.getTime(), leasedUntil?.getTime() ?? 0),
    )
    return times.length === 0 ? undefined : new Date(times.reduce((first, time) => Math.min(first, time)))
  }
  async jobCounts(now: Date) {
    const jobs = this.jobTable.peek(({ status }) => status !== 'done')
    const waiting = jobs.filter(
      ({ status, leasedUntil }) => status === 'due' && !(leasedUntil && leasedUntil > now),
    )
    const times = waiting.filter(({ dueAt }) => dueAt <= now).map(({ dueAt }) => dueAt.getTime())
    const dead = jobs.filter(({ status }) => status === 'dead').length
    return {
      due: waiting.length,
      leased: jobs.length - waiting.length - dead,
      dead,
      ...(times.length === 0
        ? {}
        : { oldestDueAt: new Date(times.reduce((first, time) => Math.min(first, time))) }),
    }
  }

  /** Those that have not ended, and of each queue only the first. */
  #open(): readonly Job[] {
    const queues = new Set<string>()
    return this.jobTable
      .peek(({ status }) => status === 'due')
      .filter(({ queue }) => {
        if (queue === undefined) return true
        const isFirst = !queues.has(queue)
        queues.add(queue)
        return isFirst
      })
  }
}
