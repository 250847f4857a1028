import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Requisition } from './requisition.js'
import { deleteLine } from './requisition-lines.js'
import { readRequisition } from './requisition-records.js'

/** Own requisitions only, and only while they are a cart or a draft. */
export function removeLine(
  work: Work,
  login: string,
  line: { readonly requisition: number; readonly lineNum: number },
): void {
  const requisition = ownRequisition(work, login, line.requisition)
  if (requisition.status !== 'cart' && requisition.status !== 'draft') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Requisition ${requisition.number} cannot be changed any more: it is ${requisition.status}`,
    )
  }
  deleteLine(work, requisition.number, line.lineNum)
}

/** Who asks for it and who filled it may both do what its requester may. */
export function isOwn(
  { requestedBy, preparedBy }: Pick<Requisition, 'requestedBy' | 'preparedBy'>,
  login: string,
): boolean {
  return requestedBy.login === login || preparedBy?.login === login
}

/** Somebody else's is answered as if it did not exist: numbers can be counted through. */
export function ownRequisition(work: Work, login: string, number: number): Requisition {
  const requisition = readRequisition(work.db, number)
  if (!isOwn(requisition, login)) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `You have no requisition ${number}`)
  }
  return requisition
}
