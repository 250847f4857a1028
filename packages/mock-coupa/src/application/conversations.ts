import { addComment } from '../comments/add-comment.js'
import { attach } from '../comments/attach.js'
import { listAttachments, readAttachment, readFile } from '../comments/attachment-records.js'
import type { Author, Commentable } from '../comments/comment.js'
import { listComments, readComment } from '../comments/comment-records.js'
import { findPerson, fullName } from '../company/people.js'
import type { Conversations } from '../conversations.js'
import { CoupaError } from '../errors.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { readRequisition } from '../requisitions/requisition-records.js'
import type { Ground } from './ground.js'
import { assertMaySeeOrder } from './purchase-order-view.js'
import { assertMaySee, type Reading } from './requisition-view.js'

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

/** A comment or a file is seen by whoever may see its document. */
function assertMaySeeDocument(reading: Reading, login: string, { type, id }: Commentable): void {
  switch (type) {
    case 'RequisitionHeader':
      assertMaySee(reading, login, readRequisition(reading.db, id))
      return
    case 'OrderHeader':
      assertMaySeeOrder(reading, login, readPurchaseOrder(reading.db, id))
      return
    case 'User':
    case 'InvoiceHeader':
      throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no ${type} ${id} to comment on`)
  }
}
