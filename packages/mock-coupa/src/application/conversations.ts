import { addComment } from '../comments/add-comment.js'
import { attach } from '../comments/attach.js'
import { listAttachments, readAttachment, readFile } from '../comments/attachment-records.js'
import type { Author } from '../comments/comment.js'
import { listComments, readComment } from '../comments/comment-records.js'
import { findPerson, fullName } from '../company/people.js'
import type { Conversations } from '../conversations.js'
import type { Ground } from './ground.js'
import { assertMaySeeDocument } from './may-see.js'
import type { Reading } from './reading.js'

/** Whoever may see a document may read what is said on it, and say something. */
export function conversations(ground: Ground, reading: () => Reading): Conversations {
  return {
    comments(login, on) {
      assertMaySeeDocument(reading(), login, on)
      return listComments(ground.db, on)
    },
    comment(login, comment) {
      assertMaySeeDocument(reading(), login, comment.on)
      const id = ground.transaction(work => addComment(work, authorOf(reading(), login), comment))
      return readComment(ground.db, id)
    },
    attachments(login, on) {
      assertMaySeeDocument(reading(), login, on)
      return listAttachments(ground.db, on)
    },
    attach(login, attachment) {
      assertMaySeeDocument(reading(), login, attachment.on)
      const id = ground.transaction(work => attach(work, authorOf(reading(), login), attachment))
      return readAttachment(ground.db, id)
    },
    attachedFile(login, id) {
      assertMaySeeDocument(reading(), login, readAttachment(ground.db, id).on)
      return readFile(ground.db, id)
    },
  }
}

function authorOf({ company }: Reading, login: string): Author {
  return { login, fullName: fullName(findPerson(company, login)) }
}
