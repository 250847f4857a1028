import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentNumber, presentText, type Row, textOf } from '../store/row.js'
import type { Author, Comment, Commentable, CommentableType } from './comment.js'

const types = [
  'RequisitionHeader',
  'OrderHeader',
  'InvoiceHeader',
  'User',
] as const satisfies readonly CommentableType[]

export function insertComment(
  work: Work,
  comment: Pick<Comment, 'on' | 'comments' | 'toSupplier' | 'author' | 'mentions' | 'commentType'>,
): number {
  const { lastId } = work.db.run(
    `INSERT INTO comments (commentable_type, commentable_id, comments, comment_type, to_supplier, created_by,
       supplier, author_name, created_at, updated_at)
     VALUES ($type, $id, $comments, $commentType, $toSupplier, $login, $supplier, $fullName, $now, $now)`,
    {
      ...comment.on,
      comments: comment.comments,
      commentType: comment.commentType,
      toSupplier: comment.toSupplier ? 1 : 0,
      ...authorColumns(comment.author),
      now: work.now.toISOString(),
    },
  )
  for (const login of comment.mentions) {
    work.db.run('INSERT INTO comment_mentions VALUES ($comment, $login)', { comment: lastId, login })
  }
  return lastId
}

export function readComment(db: Database, id: number): Comment {
  const row = db.get('SELECT * FROM comments WHERE id = $id', { id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no comment ${id}`)
  return commentOf(db, row)
}

/** Oldest first, as a conversation is read. */
export function listComments(db: Database, { type, id }: Commentable): Comment[] {
  return db
    .all('SELECT * FROM comments WHERE commentable_type = $type AND commentable_id = $id ORDER BY id', {
      type,
      id,
    })
    .map(row => commentOf(db, row))
}

/** Whether a comment on a requisition, or on one of its orders, mentions this person. */
export function isMentionedOn(db: Database, requisition: number, login: string): boolean {
  return (
    db.get(
      `SELECT 1 FROM comment_mentions m JOIN comments c ON c.id = m.comment
       WHERE m.login = $login AND (
         (c.commentable_type = 'RequisitionHeader' AND c.commentable_id = $requisition)
         OR (c.commentable_type = 'OrderHeader'
           AND c.commentable_id IN (SELECT number FROM purchase_orders WHERE requisition = $requisition)))
       LIMIT 1`,
      { requisition, login },
    ) !== undefined
  )
}

/** The same on one invoice. */
export function isMentionedOnInvoice(db: Database, invoice: number, login: string): boolean {
  return (
    db.get(
      `SELECT 1 FROM comment_mentions m JOIN comments c ON c.id = m.comment
       WHERE m.login = $login AND c.commentable_type = 'InvoiceHeader' AND c.commentable_id = $invoice LIMIT 1`,
      { invoice, login },
    ) !== undefined
  )
}

/** Comments of the company to a supplier since that supplier last wrote. */
export function countUnanswered(db: Database, on: Commentable, supplier: number): number {
  const row = db.get(
    `SELECT count(*) AS unanswered FROM comments WHERE commentable_type = $type AND commentable_id = $id
       AND to_supplier = 1 AND supplier IS NULL AND id > coalesce((SELECT max(id) FROM comments
         WHERE commentable_type = $type AND commentable_id = $id AND supplier = $supplier), 0)`,
    { ...on, supplier },
  )
  return row === undefined ? 0 : numberOf(row, 'unanswered')
}

export function authorColumns({ fullName, login, supplier }: Author) {
  return { fullName, login, supplier }
}

export function authorOf(row: Row): Author {
  return {
    fullName: textOf(row, 'author_name'),
    ...presentText(row, { login: 'created_by' }),
    ...presentNumber(row, { supplier: 'supplier' }),
  }
}

export function commentableType(row: Row, column: string): CommentableType {
  return memberOf(row, column, types)
}

function commentOf(db: Database, row: Row): Comment {
  const id = numberOf(row, 'id')
  return {
    id,
    on: { type: commentableType(row, 'commentable_type'), id: numberOf(row, 'commentable_id') },
    comments: textOf(row, 'comments'),
    ...presentText(row, { commentType: 'comment_type' }),
    toSupplier: numberOf(row, 'to_supplier') === 1,
    author: authorOf(row),
    mentions: db
      .all('SELECT login FROM comment_mentions WHERE comment = $id ORDER BY login', { id })
      .map(mention => textOf(mention, 'login')),
    createdAt: dateOf(row, 'created_at'),
    updatedAt: dateOf(row, 'updated_at'),
  }
}
