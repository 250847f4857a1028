import { findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import { ownRequisition } from './edit-cart.js'
import { changeStatus } from './requisition-records.js'

/** Nobody wants it any more, before anybody was asked. It stays, `abandoned`, for whoever refers to it. */
export function abandon(work: Work, requisition: number, by: { readonly name: string }): void {
  changeStatus(work, requisition, { from: ['cart', 'draft'], to: 'abandoned', doing: 'deleted' })
  recordHistory(work, { requisition, by: by.name, text: 'Deleted' })
}

/** By its owner. `ERR_COUPA_NOT_FOUND` for anybody else's. */
export function abandonOwn(
  work: Work,
  login: string,
  { requisition }: { readonly requisition: number },
): void {
  ownRequisition(work, login, requisition)
  abandon(work, requisition, { name: fullName(findPerson(work.company, login)) })
}
