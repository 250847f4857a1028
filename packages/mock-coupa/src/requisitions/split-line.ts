import type { AllocationDraft } from '../accounting/allocation.js'
import { findPerson } from '../company/people.js'
import type { Work } from '../control/work.js'
import { changeDraft } from './draft.js'
import { ownRequisition } from './edit-cart.js'
import { readRequisition } from './requisition-records.js'

/** Whom a line is charged to. */
export interface LineSplit {
  readonly requisition: number
  /** Id of the line. */
  readonly line: number
  /** None: everything to one account again. */
  readonly allocations: readonly AllocationDraft[]
}

/** By its owner while it is a cart or a draft, by a buyer while it waits for one. `ERR_COUPA_INVALID` where it does not add up. */
export function splitLine(work: Work, login: string, { requisition, line, allocations }: LineSplit): void {
  const { status } = readRequisition(work.db, requisition)
  const isForBuyer = status === 'pending_buyer_action' && findPerson(work.company, login).administrator
  if (!isForBuyer) ownRequisition(work, login, requisition)
  changeDraft(work, requisition, { lines: [{ id: line, allocations }] }, login)
}
