import type { Author, Commentable } from './comment.js'

/** `external`: the supplier of the document sees it, too. */
export type AttachmentIntent = 'internal' | 'external'

/** A file, a link or a note on a document. */
export type Attachment = {
  readonly id: number
  readonly on: Commentable
  readonly intent: AttachmentIntent
  readonly author: Author
  readonly createdAt: Date
  readonly updatedAt: Date
} & AttachmentContent

/** What is attached, without the bytes of a file. */
export type AttachmentContent =
  | { readonly type: 'file'; readonly fileName: string; readonly contentType: string; readonly size: number }
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'text'; readonly text: string }

/** A file as it was sent. */
export interface SentFile {
  readonly fileName: string
  /** As the sender says; nobody here believes it. */
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** What somebody attaches. */
export type NewAttachment =
  | ({ readonly type: 'file' } & SentFile)
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'text'; readonly text: string }
