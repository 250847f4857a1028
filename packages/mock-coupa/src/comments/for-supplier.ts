import type { Database } from '../store/database.js'
import { numberOf } from '../store/row.js'
import type { Attachment } from './attachment.js'
import { listAttachments } from './attachment-records.js'
import type { Commentable } from './comment.js'
import { listComments } from './comment-records.js'

/** How far the comments and attachments of the company had come: what was said later is no part of it. */
export interface Moment {
  readonly lastComment: number
  readonly lastAttachment: number
}

export function momentOf(db: Database): Moment {
  const lastOf = (table: 'comments' | 'attachments') => {
    const row = db.get(`SELECT coalesce(max(id), 0) AS last FROM ${table}`)
    return row === undefined ? 0 : numberOf(row, 'last')
  }
  return { lastComment: lastOf('comments'), lastAttachment: lastOf('attachments') }
}

/**
 * What the company has said to the supplier on an order and on the requisition behind it, the requisition first: comments
 * that it may read, and attachments that are external. What the supplier said itself is left out.
 */
export function saidToSupplier(
  db: Database,
  order: { readonly id: number; readonly requisition?: number },
  until: Moment,
): { readonly comments: readonly string[]; readonly attachments: readonly Attachment[] } {
  const places = placesOf(order)
  return {
    comments: places
      .flatMap(place => listComments(db, place))
      .filter(({ id, toSupplier, author }) => toSupplier && !author.supplier && id <= until.lastComment)
      .map(({ comments }) => comments),
    attachments: places
      .flatMap(place => listAttachments(db, place))
      .filter(
        ({ id, intent, author }) => intent === 'external' && !author.supplier && id <= until.lastAttachment,
      ),
  }
}

/** Where an order is spoken of with its supplier. */
export function placesOf(order: { readonly id: number; readonly requisition?: number }): Commentable[] {
  const { id, requisition } = order
  return [
    ...(requisition === undefined ? [] : [{ type: 'RequisitionHeader' as const, id: requisition }]),
    { type: 'OrderHeader', id },
  ]
}
