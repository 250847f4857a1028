import type { Commentable } from '../../comments/comment.js'
import { CoupaError } from '../../errors.js'
import { type FileAnswer, file, type Redirect, redirect, type Visit } from '../answer.js'
import { invoicePath, orderPath, requisitionPath } from '../paths.js'
import { readNumber } from '../read-number.js'

/** What people say on documents: each is one POST and then the document again. */

export function commentOnRequisition(visit: Visit): Redirect {
  return comment(visit, requisitionOf(visit))
}

export function commentOnOrder(visit: Visit): Redirect {
  return comment(visit, orderOf(visit))
}

export function commentOnInvoice(visit: Visit): Redirect {
  return comment(visit, invoiceOf(visit))
}

export function attachToInvoice(visit: Visit): Redirect {
  return attach(visit, invoiceOf(visit))
}

export function attachToRequisition(visit: Visit): Redirect {
  return attach(visit, requisitionOf(visit))
}

export function attachToOrder(visit: Visit): Redirect {
  return attach(visit, orderOf(visit))
}

export function downloadAttachment({ coupa, person, params }: Visit): FileAnswer {
  return file(coupa.attachedFile(person.login, readNumber(params.id, 'attachment')))
}

/** A document and its page. */
interface Place {
  readonly on: Commentable
  readonly path: string
}

function requisitionOf({ params }: Visit): Place {
  const id = readNumber(params.number, 'requisition')
  return { on: { type: 'RequisitionHeader', id }, path: requisitionPath(id) }
}

function orderOf({ coupa, person, params }: Visit): Place {
  const { id, number } = coupa.purchaseOrder(person.login, params.number ?? '')
  return { on: { type: 'OrderHeader', id }, path: orderPath(number) }
}

function invoiceOf({ params }: Visit): Place {
  const id = readNumber(params.id, 'invoice')
  return { on: { type: 'InvoiceHeader', id }, path: invoicePath(id) }
}

function comment({ coupa, person, form }: Visit, { on, path }: Place): Redirect {
  coupa.comment(person.login, {
    on,
    comments: form.text('comments'),
    toSupplier: form.isChecked('toSupplier'),
  })
  return redirect(path, 'commented')
}

function attach({ coupa, person, form, file: sent }: Visit, { on, path }: Place): Redirect {
  if (sent === undefined) {
    throw new CoupaError('ERR_COUPA_INVALID', 'Nothing was attached: choose a file first.')
  }
  coupa.attach(person.login, {
    on,
    content: { type: 'file', ...sent },
    intent: form.text('intent') === 'external' ? 'external' : 'internal',
  })
  return redirect(path, 'attached')
}
