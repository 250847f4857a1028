import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Author, Commentable } from './comment.js'
import { insertComment } from './comment-records.js'
import { mentionsOf } from './mentions.js'

const longestComment = 10_000

/**
 * Says something on a document and tells whoever is mentioned. Who may do so is the caller's question.
 * A supplier speaks to the company, so what it writes mentions nobody and is read by both sides.
 *
 * @returns the id of the comment
 * @throws {CoupaError} `ERR_COUPA_INVALID` for a text that is empty or too long.
 */
export function addComment(
  work: Work,
  author: Author,
  comment: {
    readonly on: Commentable
    readonly comments: string
    readonly toSupplier?: boolean
    readonly commentType?: string
  },
): number {
  const comments = comment.comments.trim()
  assertLength(comments)
  const isOfSupplier = author.supplier !== undefined
  const id = insertComment(work, {
    on: comment.on,
    comments,
    toSupplier: isOfSupplier || (comment.toSupplier ?? false),
    author,
    mentions: isOfSupplier ? [] : mentionsOf(work, comments),
    ...(comment.commentType === undefined ? {} : { commentType: comment.commentType }),
  })
  work.emit('comment added', { comment: id })
  return id
}

function assertLength(comments: string): void {
  if (comments !== '' && comments.length <= longestComment) return
  const message =
    comments === ''
      ? 'must not be empty'
      : `must not be longer than ${longestComment} characters; it has ${comments.length}`
  throw new CoupaError('ERR_COUPA_INVALID', `The comment ${message}.`, {
    fields: [{ field: 'comments', message }],
  })
}
