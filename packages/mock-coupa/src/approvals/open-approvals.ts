import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { readRequisition } from '../requisitions/requisition-records.js'
import type { Approval } from './approval.js'
import { approvalChain, watchersOf } from './approval-chain.js'
import { insertChain, markApproval, readApproval, readChain } from './approval-records.js'
import { forgetPlannedApprovers, readPlannedApprovers, withPlanned } from './planned-approvers.js'
import { nextInChain } from './stages.js'
import { insertWatchers } from './watchers.js'

/** Builds the chain by the rules as they are now, and asks the first approvers. */
export function openApprovals({ requisition }: LifecycleEvents['requisition submitted'], work: Work): void {
  const { requestedBy, ...approvable } = readRequisition(work.db, requisition)
  const subject = { ...approvable, login: requestedBy.login }
  const planned = readPlannedApprovers(work.db, requisition)
  insertChain(work, requisition, withPlanned(work.company, approvalChain(work.company, subject), planned))
  insertWatchers(work, requisition, watchersOf(work.company, subject))
  insertWatchers(
    work,
    requisition,
    planned.filter(({ place }) => place === 'as_watcher'),
  )
  forgetPlannedApprovers(work, requisition)
  openNextApproval({ requisition }, work)
}

/** Asks whoever is next; without anybody left the chain is complete. */
export function openNextApproval({ requisition }: LifecycleEvents['approval given'], work: Work): void {
  const chain = readChain(work.db, requisition)
  const next = nextInChain(chain)
  if (next.isComplete) {
    work.emit('approval chain completed', { requisition })
    return
  }
  const isNotNeeded = (approval: Approval) => hasApproved(chain, approval)
  const skip = [...next.skip, ...next.open.filter(isNotNeeded)]
  for (const { id } of skip) markApproval(work, id, { status: 'skipped' })
  if (skip.length > 0) openNextApproval({ requisition }, work)
  else for (const { id } of next.open) ask(work, id)
}

function hasApproved(chain: readonly Approval[], { skipIfApproved, approver, group }: Approval): boolean {
  const isSame = (other: Approval) => other.approver.login === approver.login && other.status === 'approved'
  return skipIfApproved && group === undefined && chain.some(isSame)
}

function ask(work: Work, id: number): void {
  const { escalateAfterHours } = readApproval(work.db, id)
  markApproval(work, id, { status: 'pending_approval', ...dueAfter(work.now, escalateAfterHours) })
  work.emit('approval opened', { approval: id })
}

/** When it goes to the manager. */
export function dueAfter(now: Date, hours: number | undefined): { readonly dueAt?: Date } {
  return hours === undefined ? {} : { dueAt: new Date(now.getTime() + hours * 3_600_000) }
}

/** Nobody has to decide any more. */
export function closeApprovals({ requisition }: { readonly requisition: number }, work: Work): void {
  work.db.run(
    `UPDATE approvals SET status = NULL, due_at = NULL, updated_at = $now
     WHERE requisition = $requisition AND status IN ('pending_approval', 'on_hold')`,
    { requisition, now: work.now.toISOString() },
  )
}
