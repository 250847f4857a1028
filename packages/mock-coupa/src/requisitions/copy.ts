import { findPerson } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import type { ProcurementSystem } from '../systems/system.js'
import { ownRequisition } from './edit-cart.js'
import type { Requisition, RequisitionLine } from './requisition.js'
import { appendLines } from './requisition-lines.js'
import { createRequisition } from './requisition-records.js'

/**
 * A draft with the same lines. Returns its number. Punchout lines have prices and auxiliary ids of one cart: systems
 * differ in what they do with those.
 */
export function copyRequisition(work: Work, login: string, number: number): number {
  const requisition = ownRequisition(work, login, number)
  const lines = linesToCopy(work.system, requisition.lines)
  if (lines.length === 0) refuseCopy(requisition)
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

/** Of a requisition's lines those that a copy would have; none where it cannot be copied. */
export function linesToCopy(
  { shopping }: Pick<ProcurementSystem, 'shopping'>,
  lines: readonly RequisitionLine[],
): readonly RequisitionLine[] {
  const own = lines.filter(({ punchoutSite }) => punchoutSite === undefined)
  if (shopping.copiedLines === 'kept' || own.length === lines.length) return lines
  return shopping.copiedLines === 'dropped' ? own : []
}

function refuseCopy({ number, lines }: Requisition): never {
  const sites = new Set(lines.flatMap(({ punchoutSite }) => punchoutSite?.name ?? []))
  const found = sites.size === 0 ? 'nothing' : `items from ${[...sites].join(' and ')}`
  throw new CoupaError(
    'ERR_COUPA_CONFLICT',
    `Requisition ${number} cannot be copied: it has ${found}. Shop there again instead.`,
  )
}
