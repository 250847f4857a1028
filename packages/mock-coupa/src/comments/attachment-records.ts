import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { bytesOf, dateOf, memberOf, numberOf, type Row, textOf } from '../store/row.js'
import type {
  Attachment,
  AttachmentContent,
  AttachmentIntent,
  NewAttachment,
  SentFile,
} from './attachment.js'
import type { Author, Commentable } from './comment.js'
import { authorColumns, authorOf, commentableType } from './comment-records.js'

/** Everything but the bytes, which only a download needs. */
const columns = `id, attachable_type, attachable_id, type, file_name, content_type, size, url, text, intent,
  created_by, supplier, author_name, created_at, updated_at`

export function insertAttachment(
  work: Work,
  attachment: {
    readonly on: Commentable
    readonly content: NewAttachment
    readonly intent: AttachmentIntent
    readonly author: Author
  },
): number {
  const { content } = attachment
  const file = content.type === 'file' ? content : undefined
  return work.db.run(
    `INSERT INTO attachments (attachable_type, attachable_id, type, file_name, content_type, size, bytes, url, text,
       intent, created_by, supplier, author_name, created_at, updated_at)
     VALUES ($onType, $onId, $type, $fileName, $contentType, $size, $bytes, $url, $text,
       $intent, $login, $supplier, $fullName, $now, $now)`,
    {
      onType: attachment.on.type,
      onId: attachment.on.id,
      type: content.type,
      fileName: file?.fileName,
      contentType: file?.contentType,
      size: file?.bytes.byteLength,
      bytes: file?.bytes,
      url: content.type === 'url' ? content.url : undefined,
      text: content.type === 'text' ? content.text : undefined,
      intent: attachment.intent,
      ...authorColumns(attachment.author),
      now: work.now.toISOString(),
    },
  ).lastId
}

/** Oldest first. */
export function listAttachments(db: Database, { type, id }: Commentable): Attachment[] {
  return db
    .all(
      `SELECT ${columns} FROM attachments WHERE attachable_type = $type AND attachable_id = $id ORDER BY id`,
      { type, id },
    )
    .map(attachmentOf)
}

export function readAttachment(db: Database, id: number): Attachment {
  const row = db.get(`SELECT ${columns} FROM attachments WHERE id = $id`, { id })
  if (row === undefined) throw missing(id)
  return attachmentOf(row)
}

/** The file itself. `ERR_COUPA_NOT_FOUND` for a link or a note, too. */
export function readFile(db: Database, id: number): SentFile {
  const row = db.get(
    `SELECT file_name, content_type, bytes FROM attachments WHERE id = $id AND type = 'file'`,
    {
      id,
    },
  )
  if (row === undefined) throw missing(id)
  return {
    fileName: textOf(row, 'file_name'),
    contentType: textOf(row, 'content_type'),
    bytes: bytesOf(row, 'bytes'),
  }
}

function missing(id: number): CoupaError {
  return new CoupaError('ERR_COUPA_NOT_FOUND', `There is no attachment ${id}`)
}

function attachmentOf(row: Row): Attachment {
  return {
    id: numberOf(row, 'id'),
    on: { type: commentableType(row, 'attachable_type'), id: numberOf(row, 'attachable_id') },
    intent: memberOf(row, 'intent', ['internal', 'external']),
    author: authorOf(row),
    createdAt: dateOf(row, 'created_at'),
    updatedAt: dateOf(row, 'updated_at'),
    ...contentOf(row),
  }
}

function contentOf(row: Row): AttachmentContent {
  const type = memberOf(row, 'type', ['file', 'url', 'text'])
  switch (type) {
    case 'file':
      return {
        type,
        fileName: textOf(row, 'file_name'),
        contentType: textOf(row, 'content_type'),
        size: numberOf(row, 'size'),
      }
    case 'url':
      return { type, url: textOf(row, 'url') }
    case 'text':
      return { type, text: textOf(row, 'text') }
  }
}
