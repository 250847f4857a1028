import type { ApprovableKey } from '../control/approvable-key.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import type { Approvable } from './approvable.js'
import type { Approval } from './approval.js'
import { insertChain, markApproval, readChain } from './approval-records.js'
import type { ChainPlan } from './chain-plan.js'
import { forgetPlannedApprovers, readPlannedApprovers, withPlanned } from './planned-approvers.js'
import { beginRound } from './rounds.js'
import { nextInChain } from './stages.js'
import { insertWatchers } from './watchers.js'

/** Begins a round with the chain that was planned, and asks the first approvers. */
export function openChain(work: Work, approvable: Approvable, plan: ChainPlan): void {
  const planned = readPlannedApprovers(work.db, approvable)
  beginRound(work, approvable)
  insertChain(work, approvable, withPlanned(work.company, plan.demands, planned))
  insertWatchers(work, approvable, plan.watchers)
  insertWatchers(
    work,
    approvable,
    planned.filter(({ place }) => place === 'as_watcher'),
  )
  forgetPlannedApprovers(work, approvable)
  for (const warning of plan.warnings) {
    recordHistory(work, { on: approvable, by: work.system.title, text: `Warning: ${warning}` })
  }
  const { type, id } = approvable
  work.emit('approvals opened', { on: { type, id } })
  openNextApproval({ on: { type, id } }, work)
}

/** Asks whoever is next; without anybody left the chain is complete. */
export function openNextApproval({ on }: LifecycleEvents['approval given'], work: Work): void {
  const chain = readChain(work.db, on)
  const next = nextInChain(chain)
  if (next.isComplete) {
    work.emit('approval chain completed', { on })
    return
  }
  const isNotNeeded = (approval: Approval) => hasApproved(chain, approval)
  const skip = [...next.skip, ...next.open.filter(isNotNeeded)]
  for (const { id } of skip) markApproval(work, id, { status: 'skipped' })
  if (skip.length > 0) openNextApproval({ on }, work)
  else for (const approval of next.open) ask(work, approval)
}

function hasApproved(chain: readonly Approval[], { skipIfApproved, approver, group }: Approval): boolean {
  const isSame = (other: Approval) => other.approver.login === approver.login && other.status === 'approved'
  return skipIfApproved && group === undefined && chain.some(isSame)
}

function ask(work: Work, { id, escalateAfterHours }: Approval): void {
  markApproval(work, id, { status: 'pending_approval', ...dueAfter(work.now, escalateAfterHours) })
  work.emit('approval opened', { approval: id })
}

/** When it goes to the manager. */
export function dueAfter(now: Date, hours: number | undefined): { readonly dueAt?: Date } {
  return hours === undefined ? {} : { dueAt: new Date(now.getTime() + hours * 3_600_000) }
}

/** Nobody has to decide any more. */
export function closeApprovals({ on }: { readonly on: ApprovableKey }, work: Work): void {
  work.db.run(
    `UPDATE approvals SET status = NULL, due_at = NULL, updated_at = $now
     WHERE approvable_type = $type AND approvable_id = $id AND status IN ('pending_approval', 'on_hold')`,
    { type: on.type, id: on.id, now: work.now.toISOString() },
  )
}
