import type { Attachment, AttachmentIntent, NewAttachment, SentFile } from './comments/attachment.js'
import type { Comment, Commentable } from './comments/comment.js'

/**
 * What is said on documents and hung on to them. Whoever may see a document may read and write; others get
 * `ERR_COUPA_NOT_FOUND`.
 */
export interface Conversations {
  /** Oldest first. */
  comments(login: string, on: Commentable): readonly Comment[]
  /** `@[User:2]` and `@login` tell that person. `ERR_COUPA_INVALID` for an empty or overlong text. */
  comment(
    login: string,
    comment: { readonly on: Commentable; readonly comments: string; readonly toSupplier?: boolean },
  ): Comment
  /** Oldest first. */
  attachments(login: string, on: Commentable): readonly Attachment[]
  /** Internal unless it says otherwise. `ERR_COUPA_INVALID` for what is empty or too large. */
  attach(
    login: string,
    attachment: {
      readonly on: Commentable
      readonly content: NewAttachment
      readonly intent?: AttachmentIntent
    },
  ): Attachment
  attachedFile(login: string, id: number): SentFile
}
