import { findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { isOwn } from '../requisitions/edit-cart.js'
import type { Requisition } from '../requisitions/requisition.js'
import { readRequisition } from '../requisitions/requisition-records.js'
import { actsFor, type Standing } from './acting.js'
import { type AdHocPlace, type Approval, isOpen } from './approval.js'
import { deleteApproval, insertApproval, readChain } from './approval-records.js'
import { adHocDemand, planApprover, removePlannedApprover } from './planned-approvers.js'
import { stagesOf } from './stages.js'
import { insertWatchers, readWatchers, removeWatcher } from './watchers.js'

/**
 * Adds an approver or watcher to one requisition: while it waits for approval by its requester, by whoever may decide it
 * now, and by administrators; before it is submitted by its requester.
 */
export function addApprover(
  work: Work,
  login: string,
  addition: { readonly requisition: number; readonly approver: string; readonly place: AdHocPlace },
): void {
  const person = work.company.people.find(one => one.active && one.login === addition.approver)
  if (mayPlanApprovers(readRequisition(work.db, addition.requisition), login)) {
    if (person === undefined) throw unknown(addition.approver)
    assertMayBeAdded(work, addition, [])
    planApprover(work, login, addition)
    return
  }
  const chain = openChain(work, login, addition.requisition)
  if (person === undefined) throw unknown(addition.approver)
  if (addition.place === 'as_watcher') {
    insertWatchers(work, addition.requisition, [{ login: person.login, addedBy: login }])
  } else {
    assertMayBeAdded(work, addition, chain)
    insertApproval(work, adHocDemand(work.company, person.login, login), {
      requisition: addition.requisition,
      position: addition.place === 'at_end' ? chain.length + 1 : afterCurrent(chain),
      addedBy: login,
    })
  }
  recordHistory(work, {
    requisition: addition.requisition,
    by: fullName(findPerson(work.company, login)),
    text: `Added ${fullName(person)} ${addition.place === 'as_watcher' ? 'as watcher' : 'as approver'}`,
  })
}

/** Takes back an ad-hoc approver who has not been asked for a decision or has not decided yet. */
export function removeApprover(
  work: Work,
  login: string,
  removal: { readonly requisition: number; readonly approval: number },
): void {
  const chain = openChain(work, login, removal.requisition)
  const approval = chain.find(({ id }) => id === removal.approval)
  if (approval === undefined) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `Requisition ${removal.requisition} has no such approval`)
  }
  if (approval.type !== 'AdHocApproval' || (approval.status !== null && !isOpen(approval))) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `${approval.approver.fullName} cannot be removed: only approvers that somebody added, and who have not decided yet, can`,
    )
  }
  deleteApproval(work, approval)
  recordHistory(work, {
    requisition: removal.requisition,
    by: fullName(findPerson(work.company, login)),
    text: `Removed approver ${approval.approver.fullName}`,
  })
  if (isOpen(approval)) work.emit('approval given', { requisition: removal.requisition })
}

/** The same for a watcher that somebody added. */
export function removeAddedWatcher(
  work: Work,
  login: string,
  removal: { readonly requisition: number; readonly watcher: number },
): void {
  openChain(work, login, removal.requisition)
  const watcher = readWatchers(work.db, removal.requisition).find(({ id }) => id === removal.watcher)
  if (watcher?.addedBy === undefined) {
    throw new CoupaError(
      'ERR_COUPA_NOT_FOUND',
      `Nobody added such a watcher to requisition ${removal.requisition}`,
    )
  }
  removeWatcher(work, watcher.id)
}

/** Takes back somebody who was added before the requisition was submitted. */
export function removePlanned(
  work: Work,
  login: string,
  removal: { readonly requisition: number; readonly planned: number },
): void {
  const requisition = readRequisition(work.db, removal.requisition)
  if (!mayPlanApprovers(requisition, login)) throw closed(requisition)
  removePlannedApprover(work, removal)
}

/** Coupa's Review Cart: the requester says whom to ask besides, before anybody is asked. */
export function mayPlanApprovers(
  requisition: Pick<Requisition, 'status' | 'requestedBy' | 'preparedBy'>,
  login: string,
): boolean {
  const { status } = requisition
  return (status === 'cart' || status === 'draft') && isOwn(requisition, login)
}

/** Whether somebody may add approvers now. */
export function mayAddApprovers(standing: Standing, login: string, chain: readonly Approval[]): boolean {
  const isWaiting = chain.some(isOpen)
  const isRequester = chain.some(({ requester }) => requester === login)
  const person = standing.company.people.find(one => one.active && one.login === login)
  return (
    isWaiting &&
    person !== undefined &&
    (isRequester || person.administrator || chain.some(one => actsFor(standing, login, one) !== undefined))
  )
}

function openChain(work: Work, login: string, requisition: number): Approval[] {
  const chain = readChain(work.db, requisition)
  if (mayAddApprovers(work, login, chain)) return chain
  throw closed(readRequisition(work.db, requisition))
}

function closed({ number, status }: Pick<Requisition, 'number' | 'status'>): CoupaError {
  return status === 'pending_approval'
    ? new CoupaError('ERR_COUPA_FORBIDDEN', `Approvers of requisition ${number} are not yours to change`)
    : new CoupaError(
        'ERR_COUPA_CONFLICT',
        `The chain of requisition ${number} cannot be changed: it is ${status}, and that is possible only while it is pending_approval, and before for its requester`,
      )
}

function unknown(login: string): CoupaError {
  return refused(`"${login}" is not the login of an active person`)
}

function assertMayBeAdded(
  work: Work,
  { requisition, approver }: { readonly requisition: number; readonly approver: string },
  chain: readonly Approval[],
): void {
  if (readRequisition(work.db, requisition).requestedBy.login === approver) {
    throw refused('nobody approves an own requisition')
  }
  const isThere = chain.some(one => one.approver.login === approver && (one.status === null || isOpen(one)))
  if (isThere) throw refused('this person is in the chain already and has not decided yet')
}

function refused(message: string): CoupaError {
  return new CoupaError('ERR_COUPA_INVALID', `This approver cannot be added: ${message}`, {
    fields: [{ field: 'approver', message }],
  })
}

/** Behind the whole stage that is open. */
function afterCurrent(chain: readonly Approval[]): number {
  const current = stagesOf(chain).find(stage => stage.some(isOpen))
  return (current?.at(-1)?.position ?? chain.length) + 1
}
