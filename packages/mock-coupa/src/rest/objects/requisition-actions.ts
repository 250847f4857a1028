import { findPerson, fullName } from '../../company/people.js'
import { CoupaError } from '../../errors.js'
import { changeUnchecked, createDraft } from '../../requisitions/draft.js'
import { findCart } from '../../requisitions/requisition-records.js'
import { scheduleIssuance } from '../../requisitions/schedule-issuance.js'
import { submitFor } from '../../requisitions/submit.js'
import type { Call } from '../schema/call.js'
import { dateGiven, type Given, nothingGiven } from '../schema/given.js'
import type { Action } from '../schema/object.js'
import { chainActions } from './chain-actions.js'
import { changeRequisition, createRequisition, requesterOf } from './requisition-writer.js'

/** The cart of a person, opened where there is none. */
function cartOf(call: Call, given: Given): number {
  return call.transaction(work => {
    const requester = requesterOf(call, given)
    const cart = findCart(work.db, requester)
    if (cart !== undefined) return cart.number
    return createDraft(work, {}, { requester, createdBy: call.login, status: 'cart' })
  })
}

function submitById(call: Call, id: number): number {
  call.transaction(work => submitFor(work, call.login, { requisition: id }))
  return id
}

/** Unverified: how the two actions name the moment. We take `issue-at`, in the query or the body. */
function schedule(isSet: boolean): Action['perform'] {
  return (call, _id, given) => {
    const id = Number(call.query.get('id') ?? given.fields.get('id') ?? 0)
    const issueAt = call.query.get('issue_at') ?? call.query.get('issue-at')
    const at = issueAt === null ? (dateGiven(given, 'issue-at') ?? undefined) : new Date(issueAt)
    if (isSet && (at === undefined || Number.isNaN(at.getTime()))) {
      throw new CoupaError('ERR_COUPA_INVALID', 'issue_at must be a time such as 2026-03-02T09:00:00-08:00')
    }
    call.transaction(work =>
      scheduleIssuance(work, id, fullName(findPerson(work.company, call.login)), isSet ? at : undefined),
    )
    return id
  }
}

export function requisitionActions(): Action[] {
  const post = (path: string, summary: string, perform: Action['perform']): Action => ({
    method: 'POST',
    path,
    summary,
    perform,
    scope: 'write',
    takesBody: true,
  })
  const put = (path: string, summary: string, perform: Action['perform']): Action => ({
    ...post(`:id/${path}`, summary, perform),
    method: 'PUT',
  })
  const update = (call: Call, id: number, given: Given) => {
    changeRequisition(call, id, given)
    return id
  }
  return [
    {
      method: 'GET',
      path: 'current_cart',
      summary: 'The cart of the person that the client acts as, opened where there is none',
      scope: 'read',
      perform: call => cartOf(call, nothingGiven),
    },
    post('create_as_cart', 'Creates a requisition, as a draft', (call, _id, given) =>
      createRequisition(call, given, 'draft'),
    ),
    post('new/create_as_cart', 'The same, as it was called before', (call, _id, given) =>
      createRequisition(call, given, 'draft'),
    ),
    post('add_to_cart', 'Adds lines to the cart', (call, _id, given) => {
      const cart = cartOf(call, given)
      return update(call, cart, given)
    }),
    post('submit_for_approval', 'Creates a requisition and submits it', (call, _id, given) =>
      submitById(call, createRequisition(call, given, 'draft')),
    ),
    post('new/submit_for_approval', 'The same, as it was called before', (call, _id, given) =>
      submitById(call, createRequisition(call, given, 'draft')),
    ),
    post('schedule_issuance', 'Orders are issued at a time', schedule(true)),
    post('unschedule_issuance', 'Orders are issued once approved', schedule(false)),
    put('submit_for_approval', 'Submits', submitById),
    put('update_and_submit_for_approval', 'Changes and submits', (call, id, given) => {
      update(call, id, given)
      return submitById(call, id)
    }),
    ...chainActions('RequisitionHeader'),
    put(
      'update_without_validation',
      'Changes, and leaves the checks to the submission',
      (call, id, given) => {
        changeRequisition(call, id, given, changeUnchecked)
        return id
      },
    ),
    put('save_for_later', 'A cart becomes a draft', (call, id, given) => {
      update(call, id, given)
      call.transaction(({ db }) =>
        db.run(`UPDATE requisitions SET status = 'draft' WHERE number = $id AND status = 'cart'`, { id }),
      )
      return id
    }),
  ]
}
