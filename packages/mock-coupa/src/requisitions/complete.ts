import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { changeDraft } from './draft.js'
import { readPrice } from './read-quantity.js'
import { readRequisition } from './requisition-records.js'
import { submitFor } from './submit.js'

/** What a buyer gives a line of a requisition that waits for one. */
export interface Completion {
  readonly requisition: number
  readonly lines: readonly {
    readonly id: number
    readonly supplier?: number
    readonly unitPrice?: string
  }[]
}

/**
 * A buyer gives the lines what they lack, and the requisition goes on to its approvers. Whoever calls has seen to it
 * that `login` is a buyer. `ERR_COUPA_INVALID` where something is lacking still: then nothing is changed.
 */
export function complete(work: Work, login: string, { requisition, lines }: Completion): void {
  const { status } = readRequisition(work.db, requisition)
  if (status !== 'pending_buyer_action') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Requisition ${requisition} does not wait for a buyer: it is ${status}`,
    )
  }
  const priced = lines.map(({ unitPrice, ...line }) => ({
    ...line,
    ...(unitPrice === undefined ? {} : { unitPrice: readPrice(unitPrice) }),
  }))
  changeDraft(work, requisition, { lines: priced }, login)
  submitFor(work, login, { requisition })
}
