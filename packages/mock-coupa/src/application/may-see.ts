import { isInvolvedIn } from '../approvals/acting.js'
import { readChange } from '../change-orders/change-records.js'
import type { Commentable } from '../comments/comment.js'
import { isMentionedOnInvoice } from '../comments/comment-records.js'
import { findPerson } from '../company/people.js'
import { ownerOf } from '../contracts/contract-approvable.js'
import { readContract } from '../contracts/contract-records.js'
import type { ApprovableKey } from '../control/approvable-key.js'
import { CoupaError } from '../errors.js'
import { readInvoice } from '../invoicing/invoice-records.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { readRequisition } from '../requisitions/requisition-records.js'
import { assertMaySeeOrder } from './may-see-order.js'
import type { Reading } from './reading.js'
import { assertMaySee } from './requisition-view.js'

/** Whoever may not see a document is told that it does not exist: ids can be counted through. */
export function assertMaySeeDocument(
  reading: Reading,
  login: string,
  { type, id }: Commentable | ApprovableKey,
): void {
  switch (type) {
    case 'RequisitionHeader':
      assertMaySee(reading, login, readRequisition(reading.db, id))
      return
    case 'OrderHeader':
      assertMaySeeOrder(reading, login, readPurchaseOrder(reading.db, id))
      return
    case 'OrderHeaderChange':
      assertMaySeeOrder(
        reading,
        login,
        readPurchaseOrder(reading.db, readChange(reading.db, id).purchaseOrder),
      )
      return
    case 'InvoiceHeader':
      assertMaySeeInvoice(reading, login, id)
      return
    case 'Contract':
      assertMaySeeContract(reading, login, id)
      return
    case 'User':
      throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no ${type} ${id} to comment on`)
  }
}

/** Whoever requested one of its orders or entered it, is mentioned on it or asked to approve it, and administrators. */
function assertMaySeeInvoice(reading: Reading, login: string, id: number): void {
  const { lines, createdBy } = readInvoice(reading.db, id)
  const orders = new Set(lines.flatMap(({ purchaseOrder }) => purchaseOrder ?? []))
  const isOwn =
    createdBy === login ||
    isMentionedOnInvoice(reading.db, id, login) ||
    [...orders].some(order => readPurchaseOrder(reading.db, order).requestedBy.login === login)
  if (isOwn || isConcerned(reading, login, { type: 'InvoiceHeader', id })) return
  throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no invoice ${id}`)
}

function assertMaySeeContract(reading: Reading, login: string, id: number): void {
  const isOwn = ownerOf(reading.company, readContract(reading.db, id))?.login === login
  if (isOwn || isConcerned(reading, login, { type: 'Contract', id })) return
  throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no contract ${id}`)
}

function isConcerned(reading: Reading, login: string, on: ApprovableKey): boolean {
  return findPerson(reading.company, login).administrator || isInvolvedIn(reading, on, login)
}
