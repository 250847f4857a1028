import { CoupaError } from '../../errors.js'
import { type FileAnswer, file, type Redirect, redirect } from '../answer.js'
import { readNumber } from '../read-number.js'
import { supplierOrderPath } from './paths.js'
import type { SupplierVisit } from './visit.js'

/** What a supplier does with an order: each is one POST and then the order again. */

export function acknowledgeOrder({ portal, supplier, params }: SupplierVisit): Redirect {
  const { number } = portal.acknowledge(supplier.id, params.number ?? '')
  return redirect(supplierOrderPath(number), 'acknowledged')
}

export function commentOnOrder({ portal, supplier, params, form }: SupplierVisit): Redirect {
  const number = params.number ?? ''
  portal.comment(supplier.id, { number, comments: form.text('comments') })
  return redirect(supplierOrderPath(number), 'commented')
}

export function attachToOrder({ portal, supplier, params, file: sent }: SupplierVisit): Redirect {
  const number = params.number ?? ''
  if (sent === undefined) {
    throw new CoupaError('ERR_COUPA_INVALID', 'Nothing was attached: choose a file first.')
  }
  portal.attach(supplier.id, { number, content: { type: 'file', ...sent } })
  return redirect(supplierOrderPath(number), 'attached')
}

export function downloadAttachment({ portal, supplier, params }: SupplierVisit): FileAnswer {
  return file(portal.attachedFile(supplier.id, readNumber(params.id, 'attachment')))
}
