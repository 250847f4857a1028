import { compareDecimals } from '@punchloop/sdk/cxml'
import { findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import { ownRequisition } from './edit-cart.js'
import { lineProblems } from './line-draft.js'
import type { Requisition } from './requisition.js'
import { refreshRates } from './requisition-lines.js'
import { changeStatus, readRequisition } from './requisition-records.js'

/** What comes with a submission. */
export interface Submission {
  readonly requisition: number
  readonly justification?: string
}

/** By the requester; one that waits for a buyer, by an administrator. */
export function submit(work: Work, login: string, submission: Submission): void {
  const { status } = readRequisition(work.db, submission.requisition)
  if (status === 'pending_buyer_action' && findPerson(work.company, login).administrator) {
    submitFor(work, login, submission)
  } else {
    ownRequisition(work, login, submission.requisition)
    submitFor(work, login, submission)
  }
}

/**
 * Cart or draft → `pending_approval`, in a new round of approvals; or → `pending_buyer_action`, where a line lacks what
 * only a buyer can give. Whoever calls has seen to it that `login` may.
 */
export function submitFor(work: Work, login: string, submission: Submission): void {
  refreshRates(work, submission.requisition)
  const requisition = readRequisition(work.db, submission.requisition)
  if (requisition.lines.length === 0) {
    throw new CoupaError(
      'ERR_COUPA_INVALID',
      `Requisition ${requisition.number} has no lines: add an item before submitting it`,
      { fields: [{ field: 'lines', message: 'at least one line is needed' }] },
    )
  }
  assertLines(work, requisition)
  assertTakenBySuppliers(requisition)
  assertCustomFields(work, requisition)
  const lacking =
    requisition.status === 'pending_buyer_action' ? assertComplete(requisition) : lacks(requisition)
  changeStatus(work, requisition.number, {
    from: ['cart', 'draft', 'pending_buyer_action'],
    to: lacking.length > 0 ? 'pending_buyer_action' : 'pending_approval',
    doing: 'submitted',
  })
  work.db.run(
    `UPDATE requisitions SET submitted_at = $now, reject_reason = NULL,
       justification = coalesce($justification, justification) WHERE number = $number`,
    {
      number: requisition.number,
      now: work.now.toISOString(),
      justification: submission.justification?.trim() || undefined,
    },
  )
  recordHistory(work, {
    requisition: requisition.number,
    by: nameOf(work, login),
    text:
      lacking.length > 0
        ? `Submitted; a buyer must complete it: ${lacking.join('; ')}`
        : 'Submitted for approval',
    ...(submission.justification?.trim() ? { comment: submission.justification.trim() } : {}),
  })
  if (lacking.length > 0) work.emit('requisition needs a buyer', { requisition: requisition.number })
  else work.emit('requisition submitted', { requisition: requisition.number })
}

/** What was written without a check, or has changed since: what a line names must exist and be active. */
function assertLines({ company }: Work, { number, lines }: Requisition): void {
  const problems = lines.flatMap(line => {
    const { supplier, lineNum } = line
    const known = company.suppliers.find(({ id }) => id === supplier?.id)
    return [
      ...lineProblems(line, company).map(({ message }) => message),
      ...(supplier === undefined || known?.active === true
        ? []
        : [`Supplier "${supplier.name}" is not active`]),
    ].map(message => ({ field: 'lines', message: `line ${lineNum}: ${message}` }))
  })
  if (problems.length === 0) return
  throw new CoupaError(
    'ERR_COUPA_INVALID',
    `Requisition ${number} cannot be submitted: ${problems.map(({ message }) => message).join('; ')}`,
    { fields: problems },
  )
}

/** A line that was added from Open Buy is submitted once its supplier has said that it takes it. */
function assertTakenBySuppliers({ number, lines }: Requisition): void {
  const problems = lines.flatMap(({ lineNum, realtime, punchoutSite }) => {
    if (realtime === undefined || realtime.asyncStatus === 'complete') return []
    const reason = realtime.translatedErrorMessage ?? `${punchoutSite?.name} is still being asked about it`
    return [{ field: 'lines', message: `line ${lineNum}: ${reason}` }]
  })
  if (problems.length === 0) return
  throw new CoupaError(
    'ERR_COUPA_INVALID',
    `Requisition ${number} cannot be submitted: ${problems.map(({ message }) => message).join('; ')}`,
    { fields: problems },
  )
}

function nameOf(work: Work, login: string): string {
  const person = work.company.people.find(candidate => candidate.login === login)
  return person === undefined ? login : fullName(person)
}

/** What a buyer must give before anybody can approve. Unverified: which of a company's rules send to buyers besides. */
function lacks({ lines }: Requisition): string[] {
  return lines.flatMap(line => [
    ...(line.supplier === undefined ? [`line ${line.lineNum} has no supplier`] : []),
    ...(line.exchangeRate === undefined
      ? [`line ${line.lineNum} is in ${line.currency}, for which there is no exchange rate`]
      : []),
    ...(compareDecimals(line.unitPrice, '0') === 0 && line.sourceType === 'Non-Catalog Request'
      ? [`line ${line.lineNum} has no price`]
      : []),
  ])
}

function assertComplete(requisition: Requisition): readonly string[] {
  const lacking = lacks(requisition)
  if (lacking.length === 0) return lacking
  throw new CoupaError(
    'ERR_COUPA_INVALID',
    `Requisition ${requisition.number} is not complete: ${lacking.join('; ')}`,
    { fields: lacking.map(message => ({ field: 'lines', message })) },
  )
}

/** Documented: a requisition is submitted with its required custom fields, its lines with theirs. */
function assertCustomFields(work: Work, { customFields, lines }: Requisition): void {
  const isEmpty = (value: unknown) => value === undefined || value === null || value === ''
  const problems = (work.company.customFields ?? [])
    .filter(({ required }) => required)
    .flatMap(({ object, name }) => {
      if (object === 'requisition-header' && isEmpty(customFields?.[name])) {
        return [{ field: name, message: `${name} can't be blank` }]
      }
      if (object !== 'requisition-line') return []
      return lines
        .filter(line => isEmpty(line.customFields?.[name]))
        .map(line => ({ field: name, message: `${name} of line ${line.lineNum} can't be blank` }))
    })
  if (problems.length === 0) return
  throw new CoupaError('ERR_COUPA_INVALID', problems.map(({ message }) => message).join('; '), {
    fields: problems,
  })
}
