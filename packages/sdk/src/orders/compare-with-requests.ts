import { addDecimals, compareDecimals, multiplyDecimals } from '../cxml/values/decimal.js'
import type { PurchaseRequest } from '../requests/purchase-request.js'
import { readReference } from '../requests/reference.js'
import type { StoreTransaction } from '../store/store.js'
import type { OrderLine } from './order.js'
import type { OrderContent } from './read-order.js'

export interface Comparison {
  /** The requests that the lines refer to, each once. */
  readonly requests: readonly PurchaseRequest[]
  /** What does not agree, a sentence each, naming the line and both values. Empty: the order is what was offered. */
  readonly problems: readonly string[]
}

/**
 * The cart travelled through the shopper's browser, where anybody could change it. So an order is compared with what
 * was really returned: only an order that agrees in every line is fulfilled by itself.
 */
export async function compareWithRequests(
  tx: StoreTransaction,
  order: OrderContent,
  context: { readonly buyerId: string; readonly deploymentMode: 'production' | 'test'; readonly now: Date },
): Promise<Comparison> {
  const requests = new Map<string, PurchaseRequest>()
  const used = new Set<string>()
  const problems: string[] = []
  for (const line of order.lines) {
    const reference = line.supplierPartAuxiliaryID ?? ''
    const request = await requestOf(tx, reference, context.buyerId)
    if (request !== undefined) requests.set(request.id, request)
    if (used.has(reference))
      problems.push(`Line ${line.lineNumber} orders the same requested line as another line.`)
    used.add(reference)
    problems.push(...lineProblems(line, order.currency, request))
  }
  for (const request of requests.values()) problems.push(...requestProblems(request, order.orderID, context))
  problems.push(...totalProblems(order))
  return { requests: [...requests.values()], problems }
}

async function requestOf(
  tx: StoreTransaction,
  reference: string,
  buyerId: string,
): Promise<PurchaseRequest | undefined> {
  const read = readReference(reference)
  const request = read === undefined ? undefined : await tx.request(read.requestId)
  return request?.buyerId === buyerId ? request : undefined
}

function lineProblems(line: OrderLine, currency: string, request: PurchaseRequest | undefined): string[] {
  const { lineNumber, supplierPartAuxiliaryID: reference } = line
  const requested = request?.lines.find(
    ({ supplierPartAuxiliaryID }) => supplierPartAuxiliaryID === reference,
  )
  if (request === undefined || requested === undefined) {
    return [
      reference === undefined || reference === ''
        ? `Line ${lineNumber} has no SupplierPartAuxiliaryID, so nothing says what was offered.`
        : `Line ${lineNumber} refers to "${reference}", which was not offered to this buyer.`,
    ]
  }
  const differs = (what: string, ordered: string, offered: string) =>
    `Line ${lineNumber}: ${what} ${ordered} was ordered, ${offered} was offered.`
  const problems: string[] = []
  if (line.supplierPartID !== requested.supplierPartID) {
    problems.push(differs('part', line.supplierPartID, requested.supplierPartID))
  }
  if (currency !== request.currency) problems.push(differs('currency', currency, request.currency))
  if (compareDecimals(line.unitPrice, requested.unitPrice) !== 0) {
    problems.push(differs('unit price', line.unitPrice, requested.unitPrice))
  }
  if (compareDecimals(line.quantity, requested.quantity) !== 0) {
    problems.push(differs('quantity', line.quantity, requested.quantity))
  }
  if (line.unitOfMeasure !== requested.unitOfMeasure) {
    problems.push(differs('unit of measure', line.unitOfMeasure || '(none)', requested.unitOfMeasure))
  }
  return problems
}

function requestProblems(
  request: PurchaseRequest,
  orderID: string,
  { deploymentMode, now }: { readonly deploymentMode: 'production' | 'test'; readonly now: Date },
): string[] {
  const problems: string[] = []
  if (request.status === 'ordered' && request.orderID !== orderID) {
    problems.push(
      `The request of ${day(request.createdAt)} was ordered before, with order ${request.orderID}.`,
    )
  }
  if (request.status !== 'ordered' && request.status !== 'waiting') {
    problems.push(`The request of ${day(request.createdAt)} is ${request.status}.`)
  }
  if (request.status === 'waiting' && request.expiresAt <= now) {
    problems.push(`The request of ${day(request.createdAt)} expired on ${day(request.expiresAt)}.`)
  }
  if (request.deploymentMode !== deploymentMode) {
    problems.push(
      `The request was made in ${request.deploymentMode} mode, the order in ${deploymentMode} mode.`,
    )
  }
  return problems
}

/** Buyers put tax and shipping into the total or leave them out (CXML practice differs); anything else is a difference. */
function totalProblems({ lines, total, charges }: OrderContent): string[] {
  const sum = addDecimals(...lines.map(({ quantity, unitPrice }) => multiplyDecimals(quantity, unitPrice)))
  const agrees = [sum, addDecimals(sum, charges)].some(expected => isRounded(total, expected))
  return agrees ? [] : [`The order's total is ${total}, its lines add up to ${sum}.`]
}

/** A buyer may round what we counted exactly: one cent of the total, and not more. */
function isRounded(total: string, exact: string): boolean {
  const difference = addDecimals(total, multiplyDecimals(exact, '-1'))
  return compareDecimals(difference, '0.01') <= 0 && compareDecimals(difference, '-0.01') >= 0
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}
