import { activePerson, findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { actsFor, type Standing } from './acting.js'
import type { Approvable } from './approvable.js'
import { type AdHocPlace, type Approval, isOpen } from './approval.js'
import { deleteApproval, insertApproval, readChain } from './approval-records.js'
import { adHocDemand, planApprover, removePlannedApprover } from './planned-approvers.js'
import { stagesOf } from './stages.js'
import { insertWatchers, readWatchers, removeWatcher } from './watchers.js'

/** Who is to come in, and where. */
export interface Addition {
  /** Login. */
  readonly approver: string
  readonly place: AdHocPlace
}

/**
 * Adds an approver or watcher to one document: while it waits for approval by its requester, by whoever may decide it
 * now, and by administrators; before it is submitted by its requester.
 */
export function addApprover(work: Work, login: string, approvable: Approvable, addition: Addition): void {
  const { type, id } = approvable
  const on = { type, id }
  const person = activePerson(work.company, addition.approver)
  if (mayPlanApprovers(approvable, login)) {
    if (person === undefined) throw unknown(addition.approver)
    assertMayBeAdded(approvable, addition, [])
    planApprover(work, login, { on, ...addition })
    return
  }
  const chain = openChainOf(work, login, approvable)
  if (person === undefined) throw unknown(addition.approver)
  if (addition.place === 'as_watcher') {
    insertWatchers(work, on, [{ login: person.login, addedBy: login }])
  } else {
    assertMayBeAdded(approvable, addition, chain)
    insertApproval(work, adHocDemand(work.company, person.login, login), {
      on,
      position: addition.place === 'at_end' ? chain.length + 1 : afterCurrent(chain),
      addedBy: login,
    })
  }
  recordHistory(work, {
    on,
    by: fullName(findPerson(work.company, login)),
    text: `Added ${fullName(person)} ${addition.place === 'as_watcher' ? 'as watcher' : 'as approver'}`,
  })
}

/** Takes back an ad-hoc approver who has not been asked for a decision or has not decided yet. */
export function removeApprover(work: Work, login: string, approvable: Approvable, approvalId: number): void {
  const { type, id } = approvable
  const chain = openChainOf(work, login, approvable)
  const approval = chain.find(one => one.id === approvalId)
  if (approval === undefined) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `${approvable.name} has no such approval`)
  }
  if (approval.type !== 'AdHocApproval' || (approval.status !== null && !isOpen(approval))) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `${approval.approver.fullName} cannot be removed: only approvers that somebody added, and who have not decided yet, can`,
    )
  }
  deleteApproval(work, approval)
  recordHistory(work, {
    on: approvable,
    by: fullName(findPerson(work.company, login)),
    text: `Removed approver ${approval.approver.fullName}`,
  })
  if (isOpen(approval)) work.emit('approval given', { on: { type, id } })
}

/** The same for a watcher that somebody added. */
export function removeAddedWatcher(
  work: Work,
  login: string,
  approvable: Approvable,
  watcherId: number,
): void {
  openChainOf(work, login, approvable)
  const watcher = readWatchers(work.db, approvable).find(one => one.id === watcherId)
  if (watcher?.addedBy === undefined) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `Nobody added such a watcher to ${approvable.name}`)
  }
  removeWatcher(work, watcher.id)
}

/** Takes back somebody who was added before the document was submitted. */
export function removePlanned(work: Work, login: string, approvable: Approvable, planned: number): void {
  if (!mayPlanApprovers(approvable, login)) throw closed(approvable)
  removePlannedApprover(work, { on: approvable, planned })
}

/** Coupa's Review Cart: the requester says whom to ask besides, before anybody is asked. */
export function mayPlanApprovers({ stage, requestedBy, preparedBy }: Approvable, login: string): boolean {
  return stage === 'draft' && (requestedBy.login === login || preparedBy?.login === login)
}

/** Whether somebody may add approvers now. */
export function mayAddApprovers(standing: Standing, login: string, chain: readonly Approval[]): boolean {
  const isWaiting = chain.some(isOpen)
  const isRequester = chain.some(({ requester }) => requester === login)
  const person = activePerson(standing.company, login)
  return (
    isWaiting &&
    person !== undefined &&
    (isRequester || person.administrator || chain.some(one => actsFor(standing, login, one) !== undefined))
  )
}

function openChainOf(work: Work, login: string, approvable: Approvable): Approval[] {
  const chain = readChain(work.db, approvable)
  if (mayAddApprovers(work, login, chain)) return chain
  throw closed(approvable)
}

function closed({ name, status, stage }: Approvable): CoupaError {
  return stage === 'pending'
    ? new CoupaError('ERR_COUPA_FORBIDDEN', `Approvers of ${name} are not yours to change`)
    : new CoupaError(
        'ERR_COUPA_CONFLICT',
        `The chain of ${name} cannot be changed: it is ${status}, and that is possible only while it is pending_approval, and before for its requester`,
      )
}

function unknown(login: string): CoupaError {
  return refused(`"${login}" is not the login of an active person`)
}

function assertMayBeAdded(
  { requestedBy }: Approvable,
  { approver }: Addition,
  chain: readonly Approval[],
): void {
  if (requestedBy.login === approver) throw refused('nobody approves an own request')
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
