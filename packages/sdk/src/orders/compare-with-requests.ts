import { addDecimals, compareDecimals } from '../cxml/values/decimal.js'
import type { PurchaseRequest, RequestedLine } from '../requests/purchase-request.js'
import type { StoreReader } from '../store/store.js'
import type { CatalogueFindings } from './check-offers.js'
import { compareLine } from './compare-line.js'
import { compareTotal } from './compare-total.js'
import { type Finding, type FoundLine, findRequestedLines } from './find-requested-lines.js'
import type { OrderLine } from './order.js'
import type { OrderContent } from './read-order.js'

export interface Comparison {
  /** The order's lines, each with the requested line that it came from. */
  readonly lines: readonly OrderLine[]
  /** The requests that the lines came from, each once. */
  readonly requests: readonly PurchaseRequest[]
  /** What does not agree, a sentence each, naming the line and both values. Empty: the order is what was offered. */
  readonly problems: readonly string[]
}

export interface Comparing extends Finding {
  readonly deploymentMode: 'production' | 'test'
  readonly now: Date
  /** What the marketplace says of the offers today. */
  readonly catalogue: CatalogueFindings
}

type Requested = Extract<FoundLine, { readonly requested: RequestedLine }>

/**
 * The cart travelled through the shopper's browser, where anybody could change it. So an order is compared with what
 * was really returned: only an order that agrees in every line is fulfilled by itself.
 */
export async function compareWithRequests(
  tx: StoreReader,
  order: OrderContent,
  comparing: Comparing,
): Promise<Comparison> {
  const found = await findRequestedLines(tx, order, comparing)
  const requested = found.filter((each): each is Requested => 'requested' in each)
  const requests = new Map(requested.map(({ request }) => [request.id, request]))
  return {
    lines: found.map(withRequested),
    requests: [...requests.values()],
    problems: [
      ...found.flatMap(each =>
        'problem' in each ? each.problem : compareLine({ ...each, currency: order.currency }, each),
      ),
      ...sharesOf(requested).flatMap(share => compareShare(share, order.orderID, comparing)),
      ...[...requests.values()].flatMap(request => compareRequest(request, comparing)),
      ...compareTotal(order),
    ],
  }
}

function withRequested(found: FoundLine): OrderLine {
  if (!('requested' in found)) return found.line
  const { line, request, requested } = found
  return { ...line, requested: { requestId: request.id, lineNumber: requested.lineNumber } }
}

/** One requested line, and all that the order has of it: buyers split lines. */
interface Share {
  readonly request: PurchaseRequest
  readonly requested: RequestedLine
  readonly lines: readonly OrderLine[]
}

function sharesOf(found: readonly Requested[]): readonly Share[] {
  const shares = new Map<string, Share>()
  for (const { line, request, requested } of found) {
    const key = requested.supplierPartAuxiliaryID
    const lines = [...(shares.get(key)?.lines ?? []), line]
    shares.set(key, { request, requested, lines })
  }
  return [...shares.values()]
}

function compareShare(
  { request, requested, lines }: Share,
  orderID: string,
  { catalogue, now }: Comparing,
): readonly string[] {
  const numbers = lines.map(({ lineNumber }) => lineNumber).join(', ')
  const subject = lines.length === 1 ? `Line ${numbers}` : `Lines ${numbers}`
  const quantity = addDecimals(...lines.map(line => line.quantity))
  const problems: string[] = []
  if (requested.quantityMayChange !== true && compareDecimals(quantity, requested.quantity) !== 0) {
    problems.push(`${subject}: quantity ${quantity} was ordered, ${requested.quantity} was offered.`)
  }
  const { orderID: usedBy = orderID } = requested
  if (usedBy !== orderID) problems.push(`${subject}: it was ordered before, with order ${usedBy}.`)
  else if (requested.orderID === undefined && request.status !== 'expired' && request.expiresAt <= now) {
    problems.push(`${subject}: the offer of ${day(request.createdAt)} expired on ${day(request.expiresAt)}.`)
  }
  const today = catalogue.get(requested.supplierPartAuxiliaryID)
  return today === undefined ? problems : [...problems, `${subject}: ${today}`]
}

function compareRequest(
  { status, createdAt, deploymentMode: mode, reason = '' }: PurchaseRequest,
  { deploymentMode }: Comparing,
): readonly string[] {
  const problems: string[] = []
  if (status !== 'ordered' && status !== 'waiting') {
    problems.push(`The request of ${day(createdAt)} is ${status}. ${reason}`.trim())
  }
  if (mode !== deploymentMode) {
    problems.push(`The request was made in ${mode} mode, the order in ${deploymentMode} mode.`)
  }
  return problems
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}
