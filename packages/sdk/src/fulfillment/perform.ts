import { DeliveryError } from '../delivery/delivery-error.js'
import type { Job, NoticeToGive } from '../delivery/job.js'
import type { Notice } from '../delivery/notice.js'
import type { Settings } from '../options.js'
import { expireRequest } from '../requests/expire-request.js'
import type { StoreReader } from '../store/store.js'
import { type FulfilContext, failLine, fulfilLine } from './fulfil-line.js'
import { sendOrderDocument } from './send-order-document.js'

export type PerformContext = Settings & FulfilContext

/** What each kind of work is. */
export async function perform(
  context: PerformContext,
  job: Job,
  signal: AbortSignal,
): Promise<'done' | 'lost' | undefined> {
  const { store, clock } = context
  const { key: idempotencyKey, work } = job
  switch (work.kind) {
    case 'fulfil line':
      return fulfilLine(context, job, work, signal)
    case 'confirm order':
    case 'send ship notice':
    case 'send invoice':
    case 'send status update':
      return sendOrderDocument(context, job, work, signal)
    case 'expire request':
      await store.transaction(tx => expireRequest(tx, work.requestId, clock()))
      return undefined
    case 'notify': {
      const notice = await store.read(tx => readNotice(tx, work.buyerId, work.notice))
      await context.notify?.(notice, { idempotencyKey, signal })
      return undefined
    }
  }
}

/** What remains to be said when a job was given up. */
export async function giveUp(
  { store, clock }: PerformContext,
  { work }: Job,
  problem: string,
): Promise<void> {
  if (work.kind !== 'fulfil line') return
  await store.transaction(tx => failLine(tx, work, { problem, now: clock() }))
}

async function readNotice(tx: StoreReader, buyerId: string, notice: NoticeToGive): Promise<Notice> {
  if ('requestId' in notice) {
    const request = await tx.request(notice.requestId)
    if (request !== undefined) return { kind: notice.kind, request }
  } else if (notice.kind === 'document status') {
    const document = await tx.sentDocument({ buyerId, payloadID: notice.documentPayloadID })
    const order = document && (await tx.order(document))
    const status = document?.statuses.find(({ payloadID }) => payloadID === notice.statusPayloadID)
    if (document && order && status) return { kind: notice.kind, order, document, status }
  } else {
    const order = await tx.order({ buyerId, orderID: notice.orderID })
    if (order !== undefined) return { kind: notice.kind, order }
  }
  throw new DeliveryError('What the notice is about is not in the store', { transient: false })
}
