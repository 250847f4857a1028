import type { Comment } from '../../comments/comment.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { CheckField, TextField } from '../elements/field.js'
import { Moment } from '../elements/moment.js'

/** What was said on a document, and room to say more. */
export function CommentsCard(props: {
  readonly comments: readonly Comment[]
  /** Where a new one is posted. */
  readonly action: string
  /** The document has a supplier that may be spoken to. */
  readonly withSupplier?: boolean
}) {
  return (
    <Card title="Comments" id="comments">
      <CommentList comments={props.comments} />
      <form class="form form-section" method="post" action={props.action}>
        <Csrf />
        <TextField
          name="comments"
          label="Your comment"
          lines={3}
          value=""
          required
          hint="@login tells that person, who can then see this document."
        />
        {props.withSupplier && (
          <CheckField name="toSupplier" label="The supplier may read it" isChecked={false} />
        )}
        <div class="actions">
          <button class="button" type="submit">
            Add Comment
          </button>
        </div>
      </form>
    </Card>
  )
}

export function CommentList({ comments }: { readonly comments: readonly Comment[] }) {
  if (comments.length === 0) return <p class="soft">Nobody has commented yet.</p>
  return (
    <ol class="timeline">
      {comments.map(comment => (
        <li data-comment={String(comment.id)}>
          <p class="what">
            <strong>{comment.author.fullName}</strong>
            {comment.toSupplier && (
              <>
                {' '}
                <span class="badge badge-info">
                  {comment.author.supplier === undefined ? 'To the supplier' : 'From the supplier'}
                </span>
              </>
            )}
          </p>
          <p class="keep-lines break">{comment.comments}</p>
          <p class="soft small">
            <Moment at={comment.createdAt} />
          </p>
        </li>
      ))}
    </ol>
  )
}
