import { fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { eligibleMembers } from './acting.js'
import { insertGiven, markApproval, readApproval } from './approval-records.js'
import { dueAfter } from './open-approvals.js'
import { type Decision, type OwnApproval, ownApproval } from './own-approval.js'

/** `pending_approval` → `approved`; a group's stays open until enough members have approved. */
export function approve(work: Work, login: string, decision: Decision): void {
  const own = ownApproval(work, login, { ...decision, status: 'pending_approval' })
  const given = commentOf(decision)
  const isEnough = own.approval.group === undefined || giveForGroup(work, own)
  if (isEnough) markApproval(work, own.approval.id, { status: 'approved', by: own.by, ...given })
  recordHistory(work, {
    on: decision.on,
    by: own.words,
    text: `Approved (${own.approval.rule})`,
    ...given,
  })
  if (isEnough) work.emit('approval given', { on: decision.on })
}

/** Where members have left, those who are still there are enough. */
function giveForGroup(work: Work, { approval, by, actsFor }: OwnApproval): boolean {
  const member = work.company.people.find(person => person.login === actsFor)
  insertGiven(work, approval.id, {
    member: actsFor,
    memberName: member === undefined ? actsFor : fullName(member),
    by: by.login,
    byName: by.fullName,
  })
  const now = readApproval(work.db, approval.id)
  return now.given.length >= now.required || eligibleMembers(work.company, now).length === 0
}

/** The comment is required: it is what the requester is told. One member rejects for the whole group. */
export function reject(work: Work, login: string, decision: Decision & { readonly comment: string }): void {
  const own = ownApproval(work, login, { ...decision, status: 'pending_approval' })
  const comment = decision.comment.trim()
  if (comment === '') {
    const message = 'say why, so that the requester knows what to change'
    throw new CoupaError('ERR_COUPA_INVALID', `A rejection needs a comment: ${message}`, {
      fields: [{ field: 'comment', message }],
    })
  }
  markApproval(work, own.approval.id, { status: 'rejected', by: own.by, comment })
  recordHistory(work, {
    on: decision.on,
    by: own.words,
    text: `Rejected (${own.approval.rule})`,
    comment,
  })
  work.emit('approval refused', { on: decision.on, approval: own.approval.id, comment })
}

/** `pending_approval` → `on_hold`: the approver needs time, and nobody is asked in the meantime. */
export function hold(work: Work, login: string, decision: Decision): void {
  const own = ownApproval(work, login, { ...decision, status: 'pending_approval' })
  const given = commentOf(decision)
  markApproval(work, own.approval.id, { status: 'on_hold', ...given })
  recordHistory(work, {
    on: decision.on,
    by: own.words,
    text: `On hold (${own.approval.rule})`,
    ...given,
  })
  work.emit('approval held', { approval: own.approval.id, ...given })
}

/** `on_hold` → `pending_approval`, with all the time that an approval has. */
export function goOn(work: Work, login: string, decision: Decision): void {
  const own = ownApproval(work, login, { ...decision, status: 'on_hold' })
  markApproval(work, own.approval.id, {
    status: 'pending_approval',
    ...dueAfter(work.now, own.approval.escalateAfterHours),
  })
  recordHistory(work, {
    on: decision.on,
    by: own.words,
    text: `Off hold (${own.approval.rule})`,
  })
}

function commentOf({ comment }: Decision): { readonly comment?: string } {
  const text = comment?.trim()
  return text ? { comment: text } : {}
}
