import { forgetPlannedApprover } from '../approvals/planned-approvers.js'
import { fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { readRequisition } from './requisition-records.js'

/**
 * From now on the requisition is asked for by `login`: that person's manager, limits, address and account count, and
 * whoever fills it stays able to change it. `ERR_COUPA_CONFLICT` once it is submitted.
 */
export function askFor(work: Work, number: number, login: string): void {
  const { requestedBy, preparedBy, status } = readRequisition(work.db, number)
  if (login === requestedBy.login) return
  if (status !== 'cart' && status !== 'draft') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Requisition ${number} cannot be asked for by somebody else any more: it is ${status}`,
    )
  }
  const preparer = preparedBy ?? requestedBy
  const requester = work.company.people.find(person => person.login === login)
  if (requester === undefined) return
  const isOwn = login === preparer.login
  work.db.run(
    `UPDATE requisitions SET login = $login, full_name = $fullName, prepared_by = $preparer,
       prepared_by_name = $preparerName WHERE number = $number`,
    {
      number,
      login,
      fullName: fullName(requester),
      preparer: isOwn ? null : preparer.login,
      preparerName: isOwn ? null : preparer.fullName,
    },
  )
  // Nobody approves an own requisition.
  forgetPlannedApprover(work, { type: 'RequisitionHeader', id: number }, login)
  recordHistory(work, {
    requisition: number,
    by: preparer.fullName,
    text: isOwn ? 'Asks for it in the own name' : `Asks for it on behalf of ${fullName(requester)}`,
  })
}
