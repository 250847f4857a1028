import { planApprover, readPlannedApprovers } from '../../approvals/planned-approvers.js'
import type { Work } from '../../control/work.js'
import { askFor } from '../../requisitions/ask-for.js'
import { changeDraft, createDraft } from '../../requisitions/draft.js'
import { readRequisition } from '../../requisitions/requisition-records.js'
import type { Call } from '../schema/call.js'
import { type Given, keyGiven, listGiven, numberGiven } from '../schema/given.js'
import { draftOf } from './requisition-draft.js'
import { hasTags, writeTagsGiven } from './tags.js'

export function createRequisition(call: Call, given: Given, status: 'cart' | 'draft'): number {
  return call.transaction(work => {
    const createdBy =
      (work.company.allowCreatedByOverrideViaApi && keyGiven(given, 'created-by')) || call.login
    const by = { requester: requesterOf(call, given), createdBy, status }
    const id = createDraft(work, draftOf(given), by)
    writeBeside(work, id, given, call.login)
    return id
  })
}

export function changeRequisition(call: Call, id: number, given: Given, write = changeDraft): void {
  call.transaction(work => {
    const requester = keyGiven(given, 'requester') ?? keyGiven(given, 'requested-by')
    if (requester) askFor(work, id, requester)
    write(work, id, draftOf(given), call.login)
    writeBeside(work, id, given, call.login)
  })
}

/** Tags, of the whole and of lines, and whom the body wants asked besides. Unverified: where in the chain. */
function writeBeside(work: Work, id: number, given: Given, login: string): void {
  writeTagsGiven(work, { type: 'RequisitionHeader', id }, given, login)
  const lines = listGiven(given, 'requisition-lines') ?? []
  if (lines.some(hasTags)) {
    for (const [line, lineId] of writtenLines(work, id, lines)) {
      writeTagsGiven(work, { type: 'RequisitionLine', id: lineId }, line, login)
    }
  }
  const approver = keyGiven(given, 'approver')
  const on = { type: 'RequisitionHeader', id } as const
  const isPlanned = readPlannedApprovers(work.db, on).some(planned => planned.login === approver)
  if (approver && !isPlanned) planApprover(work, login, { on, approver, place: 'at_end' })
}

/** Whoever the body names; else the person that the client acts as. */
export function requesterOf({ login }: Call, given: Given): string {
  return keyGiven(given, 'requester') ?? keyGiven(given, 'requested-by') ?? login
}

/** The lines of a body with their ids: named by id or number, else added at the end, one after the other. */
function writtenLines(work: Work, id: number, given: readonly Given[]): (readonly [Given, number])[] {
  const { lines } = readRequisition(work.db, id)
  const known = given.map(line => {
    const [lineId, lineNum] = [numberGiven(line, 'id'), numberGiven(line, 'line-num')]
    return lines.find(one => one.id === lineId || (lineId === undefined && one.lineNum === lineNum))
  })
  const added = lines.slice(lines.length - known.filter(line => line === undefined).length)
  return given.flatMap((line, index) => {
    const written = known[index] ?? added.shift()
    return written === undefined ? [] : [[line, written.id] as const]
  })
}
