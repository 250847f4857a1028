import type { Job, JobStatus, NewJob, Work } from '../delivery/job.js'
import { conditions, type Row, type Sql } from './sql.js'
import { instantOf, textOf, writeRecord } from './sql-record.js'
import type { JobOutcome, JobQuery, StoreTransaction } from './store.js'

type JobRecords = Pick<
  StoreTransaction,
  | 'insertJob'
  | 'job'
  | 'jobs'
  | 'claimJob'
  | 'extendLease'
  | 'settleJob'
  | 'reviveJob'
  | 'nextJobAt'
  | 'jobCounts'
>

/** What has to be done. */
export function jobRecords(sql: Sql): JobRecords {
  return {
    async insertJob({ key, work, dueAt, queue }: NewJob) {
      const inserted = await sql.run(
        `insert into job (key, buyer_id, work, status, due_at, queue) values (?, ?, ?, 'due', ?, ?)
       on conflict (key) do nothing`,
        key,
        work.buyerId,
        writeRecord(work),
        dueAt.toISOString(),
        queue ?? null,
      )
      return inserted === 1
    },
    async job(key: string) {
      return readJob(await sql.get(`select * from job where key = ?${sql.hold}`, key))
    },
    async claimJob({ now, leasedUntil }: { readonly now: Date; readonly leasedUntil: Date }) {
      return readJob(
        await sql.get(
          `${withQueues}
         update job set attempts = attempts + 1, fence = fence + 1, leased_until = ?2
         where number = (
           select number from (
             select * from (
               select number, due_at from job where status = 'due' and queue is null and ${canBeTaken}
               order by due_at, number limit 1${sql.skipTaken}
             ) as free
             union all
             select * from (
               select number, due_at from job where number ${sql.amongFew(firstOfQueues)} and ${canBeTaken}
               order by due_at, number limit 1${sql.skipTaken}
             ) as first_of_queue
           ) as candidate
           order by due_at, number limit 1
         )
         returning *`,
          now.toISOString(),
          leasedUntil.toISOString(),
        ),
      )
    },
    async extendLease({ key, fence }: Pick<Job, 'key' | 'fence'>, leasedUntil: Date) {
      const changed = await sql.run(
        'update job set leased_until = ? where key = ? and fence = ? and leased_until is not null',
        leasedUntil.toISOString(),
        key,
        fence,
      )
      return changed === 1
    },
    async settleJob({ key, fence }: Pick<Job, 'key' | 'fence'>, outcome: JobOutcome) {
      const changed = await sql.run(
        `update job set status = ?, due_at = coalesce(?, due_at), problem = ?, leased_until = null
       where key = ? and fence = ? and leased_until is not null`,
        outcome.status,
        outcome.status === 'due' ? outcome.dueAt.toISOString() : null,
        outcome.status === 'done' ? null : outcome.problem,
        key,
        fence,
      )
      return changed === 1
    },
    async nextJobAt() {
      const row = await sql.get(
        `${withQueues}
         select min(at) as next from (
           select * from (
             select due_at as at from job where status = 'due' and queue is null and leased_until is null
             order by due_at limit 1
           ) as free
           union all
           select min(due_at) from job where number ${sql.amongFew(firstOfQueues)} and leased_until is null
           union all
           select min(${sql.greatest}(due_at, leased_until)) from job where status = 'due' and leased_until is not null
         ) as each_kind`,
      )
      return row === undefined || row.next === null ? undefined : instantOf(row, 'next')
    },
    async jobs({ buyerId, status, limit = 100 }: JobQuery) {
      const where = conditions({ buyer_id: buyerId, status })
      const rows = await sql.all(
        `select * from job ${where.sql} order by number desc limit ?`,
        ...where.values,
        limit,
      )
      return rows.flatMap(row => readJob(row) ?? [])
    },
    async reviveJob(key: string, dueAt: Date) {
      const changed = await sql.run(
        `update job set status = 'due', due_at = ?, attempts = 0, problem = null where key = ? and status <> 'due'`,
        dueAt.toISOString(),
        key,
      )
      return changed === 1
    },
    async jobCounts(now: Date) {
      const row = await sql.get(
        `select (select count(*) from job where status = 'dead') as dead,
           sum(due) as due, sum(leased) as leased, min(oldest) as oldest
         from (
           ${dueOf('queue is null')}
           union all
           ${dueOf('queue is not null')}
         ) as each_kind`,
        now.toISOString(),
      )
      const leased = Number(row?.leased)
      return {
        due: Number(row?.due) - leased,
        leased,
        dead: Number(row?.dead),
        ...(row === undefined || row.oldest === null ? {} : { oldestDueAt: instantOf(row, 'oldest') }),
      }
    },
  }
}

/** Each kind has an index of its own. */
const dueOf = (kind: string) =>
  `select count(*) as due, count(*) filter (where leased_until > ?1) as leased,
     min(due_at) filter (where due_at <= ?1 and (leased_until is null or leased_until <= ?1)) as oldest
   from job where status = 'due' and ${kind}`

/** Due at ?1, and nobody's. */
const canBeTaken = 'due_at <= ?1 and (leased_until is null or leased_until <= ?1)'

/**
 * The queues with something to do, found by leaps from one to the next: a buyer that has been away for a day has thousands
 * of jobs waiting behind its first, and nobody has to look at those.
 */
const withQueues = `with recursive queues (queue) as (
  select min(queue) from job where status = 'due' and queue is not null
  union all
  select (select min(queue) from job where status = 'due' and queue > queues.queue)
  from queues where queues.queue is not null
)`

/** The number of the first job of each queue that has not ended. */
const firstOfQueues = `
  select (select min(number) from job where job.status = 'due' and job.queue = queues.queue)
  from queues where queues.queue is not null`

function readJob(row: Row | undefined): Job | undefined {
  if (row === undefined) return undefined
  return {
    key: textOf(row, 'key'),
    // Written by `insertJob` from a Work, and by the update above from a JobStatus.
    work: JSON.parse(textOf(row, 'work')) as Work,
    status: textOf(row, 'status') as JobStatus,
    dueAt: instantOf(row, 'due_at'),
    attempts: Number(row.attempts),
    fence: Number(row.fence),
    ...(row.queue === null ? {} : { queue: textOf(row, 'queue') }),
    ...(row.problem === null ? {} : { problem: textOf(row, 'problem') }),
    ...(row.leased_until === null ? {} : { leasedUntil: instantOf(row, 'leased_until') }),
  }
}
