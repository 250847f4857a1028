/** What has to happen after a commit, at least once. Records are named, not copied: a job finds them as they then are. */
export type Work =
  | {
      readonly kind: 'fulfil line'
      readonly buyerId: string
      readonly orderID: string
      readonly orderVersion: number
      readonly lineNumber: number
    }
  | {
      readonly kind: 'confirm order'
      readonly buyerId: string
      readonly orderID: string
      readonly confirmation: ConfirmationToSend
    }
  | { readonly kind: 'notify'; readonly buyerId: string; readonly notice: NoticeToGive }
  | { readonly kind: 'expire request'; readonly buyerId: string; readonly requestId: string }

/** What makes a document this document and no other. */
export interface DocumentIdentity {
  readonly payloadID: string
  /** ISO 8601 with a numeric offset. */
  readonly timestamp: string
}

/** What stays the same on every attempt, so that the buyer knows a second one for what it is. */
export interface ConfirmationToSend extends DocumentIdentity {
  readonly type: 'accept' | 'reject'
  /** payloadID of the `OrderRequest` that is confirmed. */
  readonly orderPayloadID: string
  readonly comment?: string
}

export type NoticeToGive =
  | { readonly kind: 'request returned' | 'request ended'; readonly requestId: string }
  | {
      readonly kind: 'order held' | 'order fulfilled' | 'order cancelled' | 'order failed'
      readonly orderID: string
    }

/** `dead`: given up; `problem` says why. */
export type JobStatus = 'due' | 'done' | 'dead'

/** One piece of {@link Work} with its attempts. */
export interface Job {
  /** Deterministic and unique for ever: the same work is never put in twice, and it is the work's idempotency key. */
  readonly key: string
  readonly work: Work
  /** Jobs of one queue are done one after the other, in the order in which they were put in; one that is given up lets the next pass. */
  readonly queue?: string
  readonly status: JobStatus
  readonly dueAt: Date
  /** Attempts begun. */
  readonly attempts: number
  /** Why the last attempt failed. Without secrets. */
  readonly problem?: string
  /** Until then the job belongs to the worker that took it. */
  readonly leasedUntil?: Date
  /** Rises each time the job is taken: a worker that was paused past its lease writes nothing any more. */
  readonly fence: number
}

/** A job as it is put in. */
export type NewJob = Pick<Job, 'key' | 'work' | 'dueAt' | 'queue'>
