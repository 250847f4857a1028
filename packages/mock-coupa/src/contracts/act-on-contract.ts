import { findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { moveContract, readContract } from './contract-records.js'
import { publish } from './publish-contract.js'

/** `draft` or `rejected` → `pending_approval`, or further, where nobody has to approve. */
export function submitContract(work: Work, login: string, id: number): void {
  assertNotLocked(work, login, id)
  moveContract(work, id, { from: ['draft', 'rejected'], to: 'pending_approval', doing: 'submitted' })
  work.db.run('UPDATE contracts SET submitter = $login, reject_reason = NULL WHERE id = $id', { id, login })
  record(work, login, { contract: id, text: 'Submitted for approval' })
  work.emit('contract submitted', { contract: id })
}

/** Coupa's `create_published`: without asking anybody. Unverified: what the action does to a contract that is there. */
export function publishContract(work: Work, login: string, id: number): void {
  assertNotLocked(work, login, id)
  publish(work, id, { from: ['draft', 'rejected'], by: fullName(findPerson(work.company, login)) })
}

/** Coupa's `update_published`: whoever may change what is published calls this once it is changed. */
export function recordPublishedChange(work: Work, login: string, id: number): void {
  work.db.run('UPDATE contracts SET version = version + 1 WHERE id = $id', { id })
  record(work, login, { contract: id, text: 'Changed while published' })
}

/** It has run its course. */
export function completeContract(work: Work, login: string, id: number): void {
  assertNotLocked(work, login, id)
  moveContract(work, id, { from: ['published', 'expired'], to: 'completed', doing: 'completed' })
  record(work, login, { contract: id, text: 'Completed' })
}

/** From now on nobody else can change it. Unverified: how far Coupa's lock goes. */
export function checkOut(work: Work, login: string, id: number): void {
  assertNotLocked(work, login, id)
  work.db.run('UPDATE contracts SET locked_by = $login WHERE id = $id', { id, login })
  record(work, login, { contract: id, text: 'Checked out' })
}

/** By whoever has it, or an administrator. `ERR_COUPA_CONFLICT` where nobody has. */
export function checkIn(work: Work, login: string, id: number): void {
  const { name, lockedBy } = readContract(work.db, id)
  if (lockedBy === undefined) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Contract ${name} cannot be checked in: nobody has checked it out`,
    )
  }
  if (!findPerson(work.company, login).administrator) assertNotLocked(work, login, id)
  work.db.run('UPDATE contracts SET locked_by = NULL WHERE id = $id', { id })
  record(work, login, { contract: id, text: 'Checked in' })
}

/** `ERR_COUPA_CONFLICT` while somebody else has checked it out. */
export function assertNotLocked(work: Work, login: string, id: number): void {
  const { name, lockedBy } = readContract(work.db, id)
  if (lockedBy === undefined || lockedBy === login) return
  throw new CoupaError('ERR_COUPA_CONFLICT', `Contract ${name} is checked out by ${lockedBy}`)
}

/** `ERR_COUPA_CONFLICT` unless its content is open: before it is submitted, and after it was rejected. */
export function assertChangeable(work: Work, login: string, id: number): void {
  const { name, status } = readContract(work.db, id)
  assertNotLocked(work, login, id)
  if (status === 'draft' || status === 'rejected') return
  const advice = status === 'published' ? '; update_published changes what is published' : ''
  throw new CoupaError(
    'ERR_COUPA_CONFLICT',
    `Contract ${name} cannot be changed: it is ${status}, and would have to be draft or rejected${advice}`,
  )
}

function record(
  work: Work,
  login: string,
  { contract, text }: { readonly contract: number; readonly text: string },
): void {
  recordHistory(work, {
    on: { type: 'Contract', id: contract },
    by: fullName(findPerson(work.company, login)),
    text,
  })
}
