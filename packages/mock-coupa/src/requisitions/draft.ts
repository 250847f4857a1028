import { compareDecimals } from '@punchloop/sdk/cxml'
import { findPerson } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { changedLine, type LineDraft, newLine } from './line-draft.js'
import { askAgain } from './realtime-records.js'
import type {
  CustomFields,
  Kept,
  NewRequisitionLine,
  Requisition,
  RequisitionLine,
  RequisitionStatus,
} from './requisition.js'
import { nextLineNum, writeLines } from './requisition-lines.js'
import { createRequisition, readRequisition } from './requisition-records.js'

/** What somebody says about a requisition; null takes away, absent leaves as it is. */
export interface RequisitionDraft {
  readonly title?: string | null
  readonly justification?: string | null
  readonly buyerNote?: string | null
  readonly needByDate?: Date | null
  /** Code of the address. */
  readonly shipTo?: string | null
  readonly shipToAttention?: string | null
  readonly department?: string | null
  readonly hidePrice?: boolean
  readonly exported?: boolean
  readonly externalPoReference?: string | null
  readonly customFields?: CustomFields
  /** Null takes a value away. */
  readonly more?: Kept
  /** With an `id` or a `lineNum` that is there: changes that line. Others are added. */
  readonly lines?: readonly (LineDraft & { readonly lineNum?: number })[]
}

/** A new requisition of `requester`. Its number. */
export function createDraft(
  work: Work,
  draft: RequisitionDraft,
  by: { readonly requester: string; readonly createdBy: string; readonly status?: 'cart' | 'draft' },
): number {
  const requisition = createRequisition(work, findPerson(work.company, by.requester), {
    status: by.status ?? 'draft',
    createdBy: by.createdBy,
  })
  const { lines, ...header } = draft
  // Most say nothing but lines, and who made it when stands there already.
  if (Object.keys(header).length > 0) writeHeader(work, requisition, header, by.createdBy)
  if (lines !== undefined) writeDraftLines(work, requisition, lines, true)
  return requisition.number
}

/** Where a requisition can still be changed: before it is submitted, and while a buyer completes it. */
export const changeable: readonly RequisitionStatus[] = ['cart', 'draft', 'pending_buyer_action']

/** `ERR_COUPA_CONFLICT` where it cannot be changed any more, but for the flags of an export. */
export function changeDraft(work: Work, number: number, draft: RequisitionDraft, by: string): void {
  const requisition = readRequisition(work.db, number)
  const { exported: _exported, ...content } = draft
  if (Object.keys(content).length > 0 && !changeable.includes(requisition.status)) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Requisition ${number} cannot be changed any more: it is ${requisition.status}`,
    )
  }
  write(work, requisition, draft, { by })
}

/**
 * The same without what a submission would find wrong, and with its header in every status: what `update_without_validation`
 * is for. Unverified: how far Coupa goes there. Lines are changed only before a submission all the same: approvers have
 * seen them.
 */
export function changeUnchecked(work: Work, number: number, draft: RequisitionDraft, by: string): void {
  const requisition = readRequisition(work.db, number)
  if (draft.lines !== undefined && !changeable.includes(requisition.status)) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Lines of requisition ${number} cannot be changed any more: it is ${requisition.status}`,
    )
  }
  write(work, requisition, draft, { by, isChecked: false })
}

function write(
  work: Work,
  requisition: Requisition,
  draft: RequisitionDraft,
  { by, isChecked = true }: { readonly by: string; readonly isChecked?: boolean },
): void {
  writeHeader(work, requisition, draft, by)
  if (draft.lines !== undefined) writeDraftLines(work, requisition, draft.lines, isChecked)
}

function writeHeader(work: Work, requisition: Requisition, draft: RequisitionDraft, by: string): void {
  const columns = columnsOf(draft, requisition)
  if (draft.exported !== undefined) {
    columns.exported = draft.exported ? 1 : 0
    if (draft.exported) columns.last_exported_at = work.now.toISOString()
  }
  const assignments = Object.keys(columns).map(column => `${column} = $${column},`)
  work.db.run(
    `UPDATE requisitions SET ${assignments.join(' ')} updated_at = $now, updated_by = $by WHERE number = $number`,
    { ...columns, now: work.now.toISOString(), by, number: requisition.number },
  )
}

function columnsOf(
  draft: RequisitionDraft,
  requisition: Requisition,
): Record<string, string | number | null> {
  const columns = {
    title: draft.title,
    justification: draft.justification,
    buyer_note: draft.buyerNote,
    need_by_date: draft.needByDate === null ? null : draft.needByDate?.toISOString(),
    ship_to: draft.shipTo,
    ship_to_attention: draft.shipToAttention,
    department: draft.department,
    external_po_reference: draft.externalPoReference,
    hide_price: draft.hidePrice === undefined ? undefined : Number(draft.hidePrice),
    custom_fields:
      draft.customFields && JSON.stringify({ ...requisition.customFields, ...draft.customFields }),
    more: draft.more && JSON.stringify({ ...requisition.more, ...draft.more }),
  }
  const said: Record<string, string | number | null> = {}
  for (const [column, value] of Object.entries(columns)) if (value !== undefined) said[column] = value
  return said
}

/** Documented: numbers step by one, and a number that comes twice is passed over the second time. */
function writeDraftLines(
  work: Work,
  requisition: Requisition,
  drafts: NonNullable<RequisitionDraft['lines']>,
  isChecked: boolean,
): void {
  const changed: RequisitionLine[] = []
  const added: NewRequisitionLine[] = []
  const first = nextLineNum(work, requisition.number)
  const seen = new Set<number>()
  for (const { lineNum, ...draft } of drafts) {
    if (draft.id === undefined && lineNum !== undefined) {
      if (seen.has(lineNum)) continue
      seen.add(lineNum)
    }
    const line = requisition.lines.find(candidate =>
      draft.id === undefined ? candidate.lineNum === lineNum : candidate.id === draft.id,
    )
    if (line !== undefined) {
      const customFields = { ...line.customFields, ...draft.customFields }
      changed.push(changedLine(line, { ...draft, customFields }, work.company, isChecked))
    } else if (draft.id === undefined) {
      assertNumber(lineNum, first + added.length)
      added.push(newLine(draft, work.company, isChecked))
    } else {
      throw new CoupaError('ERR_COUPA_NOT_FOUND', `Requisition ${requisition.number} has no line ${draft.id}`)
    }
  }
  writeLines(work, requisition.number, { changed, added })
  askAboutQuantities(work, requisition, changed)
}

/** Unverified. What a supplier offered by Open Buy, it offered for a quantity: of another one it is asked again. */
function askAboutQuantities(work: Work, { lines }: Requisition, changed: readonly RequisitionLine[]): void {
  for (const { id, quantity, realtime } of changed) {
    const before = lines.find(line => line.id === id)?.quantity ?? quantity
    if (realtime !== undefined && compareDecimals(before, quantity) !== 0) askAgain(work, id)
  }
}

/** Unverified: the words. */
function assertNumber(lineNum: number | undefined, expected: number): void {
  if (lineNum === undefined || lineNum === expected) return
  const message = `Line num must increase by one: expected ${expected}, found ${lineNum}`
  throw new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: 'lineNum', message }] })
}
