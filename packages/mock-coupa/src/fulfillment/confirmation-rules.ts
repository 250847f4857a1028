import { addDecimals, compareDecimals } from '@punchloop/sdk/cxml'
import type { Supplier } from '../company/supplier.js'
import type { PurchaseOrder, PurchaseOrderLine } from '../purchase-orders/purchase-order.js'
import type { LineStatement, Statement } from './confirmation.js'

/** One line of the order as it is confirmed: its parts add up to `quantity`. */
export interface ConfirmedLine {
  readonly lineNumber: string
  readonly quantity: string
  readonly parts: readonly ConfirmedPart[]
}

export interface ConfirmedPart extends LineStatement {
  /** SupplierPartID of the item that would come instead. */
  readonly substitute?: string
}

/**
 * Why a confirmation is refused: in Coupa's own words where it documents them, for Status 417.
 * Unverified: that a supplier without a level may confirm as it likes. Real ones have a level; this is for the others.
 */
export function confirmationProblem(
  order: PurchaseOrder,
  supplier: Supplier,
  said: {
    readonly type: Statement['type']
    readonly lines: readonly ConfirmedLine[]
    readonly now: Date
  },
): string | undefined {
  const level = supplier.orderConfirmationLevel
  if (order.status !== 'issued' || level === 'not_applicable') return 'Order confirmation is not applicable'
  if (said.type === 'reject' && said.lines.length > 0) {
    return 'A ConfirmationRequest of type reject rejects the whole order and has no ConfirmationItem'
  }
  if (level === 'header') return headerProblem(said) ?? linesProblem(said.lines, order)
  if (level === 'line') return linesProblem(said.lines, order) ?? statusProblem(said.lines, said.now)
  return linesProblem(said.lines, order)
}

/** Unverified: the words. Documented is that with the key in the header an order is accepted or rejected as a whole. */
function headerProblem({
  type,
  lines,
}: {
  readonly type: string
  readonly lines: readonly ConfirmedLine[]
}): string | undefined {
  const isWhole = lines.every(({ parts }) => parts.every(part => part.status === 'accept'))
  if ((type === 'accept' || type === 'reject') && isWhole) return undefined
  return 'Order confirmation is allowed for the whole order only: it can be accepted or rejected'
}

function linesProblem(lines: readonly ConfirmedLine[], order: PurchaseOrder): string | undefined {
  const seen = new Set<string>()
  for (const confirmed of lines) {
    const { lineNumber, quantity, parts } = confirmed
    const ordered = order.lines.find(line => String(line.lineNum) === lineNumber)
    if (ordered === undefined) return `Purchase order ${order.number} has no line ${lineNumber}`
    if (seen.has(lineNumber)) return `Line ${lineNumber} is confirmed twice in one ConfirmationRequest`
    seen.add(lineNumber)
    const sum = addDecimals(...parts.map(part => part.quantity))
    if (compareDecimals(sum, quantity) !== 0) {
      return `ConfirmationStatus quantity must sum up to total ConfirmationItem quantity for PO ${order.number} Line ${lineNumber}`
    }
    const problem = partsProblem(confirmed, ordered)
    if (problem !== undefined) return problem
  }
  return undefined
}

/** Unverified: all of these words. */
function partsProblem({ lineNumber, parts }: ConfirmedLine, ordered: PurchaseOrderLine): string | undefined {
  const unable = `Unable to accept/propose change line ${lineNumber}.`
  const nothing = parts.find(({ quantity }) => compareDecimals(quantity, '0') <= 0)
  if (nothing !== undefined) return `${unable} Quantity ${nothing.quantity} is not above 0`
  const accepted = parts.filter(({ status }) => status === 'accept').map(({ quantity }) => quantity)
  const sum = addDecimals('0', ...accepted)
  if (compareDecimals(sum, ordered.quantity) > 0)
    return `${unable} ${sum} accepted, ${ordered.quantity} ordered`
  const other = parts.find(
    ({ substitute }) => substitute !== undefined && substitute !== ordered.sourcePartNum,
  )
  return other && `${unable} Another item (${other.substitute}) cannot be proposed`
}

const confirmable = ['accept', 'reject', 'detail']

function statusProblem(lines: readonly ConfirmedLine[], now: Date): string | undefined {
  for (const { lineNumber, parts } of lines) {
    for (const { status, deliveryDate } of parts) {
      // Unverified: the words. Documented are these three.
      if (!confirmable.includes(status)) {
        return `Unable to confirm line ${lineNumber}. It can be accepted, rejected or changed; found ${status}`
      }
      // Unverified: that only a date that is given has to be in the future.
      if (status !== 'reject' && deliveryDate !== undefined && !isAfter(deliveryDate, now)) {
        return `Unable to accept/propose change line ${lineNumber}. Promised date needs to be set for a future date`
      }
    }
  }
  return undefined
}

function isAfter(text: string, now: Date): boolean {
  return new Date(text).getTime() > now.getTime()
}
