import { findPerson } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { ownRequisition } from './edit-cart.js'
import { appendLines } from './requisition-lines.js'
import { createRequisition } from './requisition-records.js'

/**
 * A draft with the same lines. Returns its number. One with punchout lines cannot be copied: their prices and
 * auxiliary ids are those of one cart.
 */
export function copyRequisition(work: Work, login: string, number: number): number {
  const { lines } = ownRequisition(work, login, number)
  const fromShops = lines.filter(({ punchoutSite }) => punchoutSite !== undefined)
  if (fromShops.length > 0) {
    const sites = new Set(fromShops.map(({ punchoutSite }) => punchoutSite?.name))
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Requisition ${number} cannot be copied: it has items from ${[...sites].join(' and ')}. Shop there again instead.`,
    )
  }
  const copy = createRequisition(work, findPerson(work.company, login), { status: 'draft', createdBy: login })
  appendLines(
    work,
    copy.number,
    lines.map(({ id: _id, lineNum: _lineNum, ...line }) => line),
  )
  recordHistory(work, {
    requisition: copy.number,
    by: copy.requestedBy.fullName,
    text: `Copied from requisition ${number}`,
  })
  return copy.number
}
