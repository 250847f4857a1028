import type { LineChange } from '../change-orders/change-order.js'
import { requestChange, submitChange } from '../change-orders/request-change.js'
import { assertAdministrator, findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import { confirmOrder } from './confirm-order.js'
import type { Confirmation, LineStatement } from './confirmation.js'
import { readConfirmation, readState, settleProposals } from './confirmation-records.js'
import { type ConfirmedLine, confirmationProblem } from './confirmation-rules.js'
import { statusOf } from './confirmation-status.js'
import { proposalOf } from './proposal.js'

/** What somebody says to a confirmation. */
export interface ConfirmationDecision {
  readonly confirmation: number
  readonly accept: boolean
  readonly comment?: string
}

/**
 * Says for the supplier whether the whole order is accepted, while that is asked for; says to what the supplier
 * proposes whether it may be so. Documented: `accept_header` and `reject_header`.
 *
 * @throws {CoupaError} `ERR_COUPA_CONFLICT` where neither is open, `ERR_COUPA_FORBIDDEN` for whom it is not to say.
 */
export function decideConfirmation(work: Work, login: string, decision: ConfirmationDecision): void {
  const { status } = readState(work.db, decision.confirmation)
  if (status === 'pending_approval') decideProposals(work, login, decision)
  else sayForSupplier(work, login, { ...decision, isWhole: true })
}

/** Says for the supplier what was written into the lines of the confirmation. Documented: `submit`. */
export function submitConfirmation(work: Work, login: string, confirmation: number): void {
  if (readState(work.db, confirmation).lines.length === 0) {
    throw new CoupaError(
      'ERR_COUPA_INVALID',
      `Confirmation ${confirmation} says nothing of any line: accept or reject the whole order instead`,
    )
  }
  sayForSupplier(work, login, { confirmation, accept: true, isWhole: false })
}

function sayForSupplier(
  work: Work,
  login: string,
  said: ConfirmationDecision & { readonly isWhole: boolean },
): void {
  assertAdministrator(work.company, login)
  const { purchaseOrder, status, lines: written } = readState(work.db, said.confirmation)
  const order = readPurchaseOrder(work.db, purchaseOrder)
  const supplier = work.company.suppliers.find(({ id }) => id === order.supplier.id)
  if (status !== 'pending_confirmation' || supplier === undefined) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Confirmation ${said.confirmation} is ${status}: it would have to be pending_confirmation or pending_approval`,
    )
  }
  const lines = said.isWhole ? [] : written
  const type = said.accept ? (lines.every(line => line.status === 'accept') ? 'accept' : 'detail') : 'reject'
  const confirmed = confirmedLines(order, lines)
  const problem = confirmationProblem(order, supplier, { type, lines: confirmed, now: work.now })
  if (problem !== undefined) throw new CoupaError('ERR_COUPA_CONFLICT', problem)
  confirmOrder(
    work,
    order,
    {
      type,
      operation: 'new',
      noticeDate: work.now.toISOString(),
      lines,
      ...(said.comment === undefined ? {} : { comments: said.comment }),
    },
    { login, name: fullName(findPerson(work.company, login)) },
  )
}

/** Parts of a line are parts of what was ordered, unless all of it is to be another quantity. */
function confirmedLines(order: PurchaseOrder, lines: readonly LineStatement[]): ConfirmedLine[] {
  return [...Map.groupBy(lines, line => line.lineNumber)].map(([lineNumber, parts]) => {
    const [first] = parts
    const isChanged = parts.length === 1 && first?.status === 'detail'
    const ordered = order.lines.find(({ lineNum }) => lineNum === lineNumber)?.quantity ?? '0'
    return {
      lineNumber: String(lineNumber),
      quantity: isChanged ? first.quantity : ordered,
      parts,
    }
  })
}

function decideProposals(
  work: Work,
  login: string,
  { confirmation: id, accept, comment }: ConfirmationDecision,
) {
  const confirmation = readConfirmation(work.db, id)
  const order = readPurchaseOrder(work.db, readState(work.db, id).purchaseOrder)
  const by = { login, name: fullName(assertMayDecide(work, login, order)) }
  const decision = accept ? 'accepted' : 'rejected'
  const lines = confirmation.lines.map(line =>
    line.decision === 'pending' ? ({ ...line, decision } as const) : line,
  )
  settleProposals(work, id, { is: decision, status: statusOf(confirmation.type, lines, order), by })
  recordHistory(work, {
    purchaseOrder: order.id,
    by: by.name,
    text: `Proposed changes ${decision}`,
    ...(comment === undefined ? {} : { comment }),
  })
  if (accept) takeOver(work, login, { order, confirmation })
}

function assertMayDecide(work: Work, login: string, order: PurchaseOrder) {
  const person = findPerson(work.company, login)
  if (person.administrator || order.requestedBy.login === login) return person
  throw new CoupaError(
    'ERR_COUPA_FORBIDDEN',
    `What ${order.supplier.name} proposes is for ${order.requestedBy.fullName} or an administrator to decide`,
  )
}

/** What was accepted becomes a change of the order, with the approvals that a change has. */
function takeOver(
  work: Work,
  login: string,
  { order, confirmation }: { readonly order: PurchaseOrder; readonly confirmation: Confirmation },
): void {
  const pending = confirmation.lines.filter(({ decision }) => decision === 'pending')
  const changes = pending.flatMap(line => proposalOf(order, confirmation.lines, line) ?? [])
  const lines = [...Map.groupBy(changes, ({ orderLine }) => orderLine).values()].flatMap(together)
  if (lines.length === 0) return
  const change = requestChange(work, login, {
    purchaseOrder: order.id,
    justification: `Proposed by ${order.supplier.name}`,
    lines,
  })
  submitChange(work, login, change)
}

/** What the parts of a line propose, together: of their dates the order keeps the latest. */
function together(parts: readonly LineChange[]): readonly LineChange[] {
  const [first, ...rest] = parts.toSorted(
    (one, other) => (one.needByDate?.getTime() ?? 0) - (other.needByDate?.getTime() ?? 0),
  )
  if (first === undefined) return []
  let whole = first
  for (const part of rest) whole = { ...whole, ...part }
  return [whole]
}
