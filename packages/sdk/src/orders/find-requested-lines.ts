import { addDecimals, compareDecimals, subtractDecimals } from '../cxml/values/decimal.js'
import type { PurchaseRequest, RequestedLine } from '../requests/purchase-request.js'
import { mayBeOurs, type ReferenceContext, shortestBeginning, tidyReference } from '../requests/reference.js'
import type { StoreReader } from '../store/store.js'
import { isSameOffer } from './compare-line.js'
import type { Order, OrderLine } from './order.js'
import { findQuoted, quotedLine } from './quotes.js'
import type { OrderContent } from './read-order.js'

/** An order line with the line of a request that it came from, or with why there is none. */
export type FoundLine =
  | { readonly line: OrderLine; readonly request: PurchaseRequest; readonly requested: RequestedLine }
  | { readonly line: OrderLine; readonly problem: string }

export interface Finding extends ReferenceContext {
  readonly buyerId: string
  /** What the order stood at before, of a change. */
  readonly existing?: Order | undefined
}

/**
 * What was offered of each line. Buyers return our reference (`SupplierPartAuxiliaryID`), cut it or lose it. One that was
 * cut leads to the only one that begins so. A line without one that names the quote it was returned under (OCI) is found in
 * that. Any other is looked for, line by line, in what the requester has open: without knowing the person there is nothing
 * to go by, and a line of the same part and price proves nothing.
 */
export async function findRequestedLines(
  tx: StoreReader,
  order: OrderContent,
  finding: Finding,
): Promise<readonly FoundLine[]> {
  const byReference = new Map<OrderLine, FoundLine>()
  const known = new Map<string, PurchaseRequest>()
  for (const line of order.lines) {
    const reference = tidyReference(line.supplierPartAuxiliaryID ?? '')
    const found =
      reference === ''
        ? await findByQuote(tx, line, order, { known, buyerId: finding.buyerId })
        : await findByReference(tx, { line, reference }, known, finding)
    if (found === undefined) continue
    byReference.set(line, found)
    if ('request' in found) known.set(found.request.id, found.request)
  }
  if (byReference.size === order.lines.length) return [...byReference.values()]
  const open = new OpenLines(await openRequests(tx, order, known, finding), [...byReference.values()])
  return order.lines.map(line => byReference.get(line) ?? open.take(line, order.currency))
}

async function findByReference(
  tx: StoreReader,
  { line, reference }: { readonly line: OrderLine; readonly reference: string },
  known: ReadonlyMap<string, PurchaseRequest>,
  finding: Finding,
): Promise<FoundLine> {
  const problem = `Line ${line.lineNumber} refers to "${line.supplierPartAuxiliaryID}", which was not offered to this buyer.`
  if (!mayBeOurs(reference, finding.buyerId, finding)) return { line, problem }
  const isIt = (each: RequestedLine) => each.supplierPartAuxiliaryID === reference
  for (const request of known.values()) {
    const requested = request.lines.find(isIt)
    if (requested !== undefined) return { line, request, requested }
  }
  const { buyerId } = finding
  const [request] = await tx.requestsByReference({ buyerId, reference })
  const requested = request?.lines.find(isIt)
  if (request !== undefined && requested !== undefined) return { line, request, requested }
  if (reference.length < shortestBeginning) return { line, problem }
  return (await findByBeginning(tx, { line, reference }, finding)) ?? { line, problem }
}

/** The quote is known from then on, also to lines that it does not tell apart. */
async function findByQuote(
  tx: StoreReader,
  line: OrderLine,
  { quotes }: OrderContent,
  { known, buyerId }: { readonly known: Map<string, PurchaseRequest>; readonly buyerId: string },
): Promise<FoundLine | undefined> {
  const quote = quotes.get(line.lineNumber)
  if (quote === undefined) return undefined
  const request = known.get(quote.id) ?? (await findQuoted(tx, buyerId, quote))
  if (request === undefined) return undefined
  known.set(request.id, request)
  const requested = quotedLine(line, request, quote)
  return requested && { line, request, requested }
}

async function findByBeginning(
  tx: StoreReader,
  { line, reference }: { readonly line: OrderLine; readonly reference: string },
  finding: Finding,
): Promise<FoundLine | undefined> {
  const { buyerId } = finding
  const requests = await tx.requestsByReference({ buyerId, reference, isBeginning: true })
  const [only, ...others] = requests.flatMap(request =>
    request.lines
      .filter(({ supplierPartAuxiliaryID: whole }) => whole.startsWith(reference))
      .filter(({ supplierPartAuxiliaryID: whole }) => mayBeOurs(whole, buyerId, finding))
      .map(requested => ({ line, request, requested })),
  )
  return others.length === 0 ? only : undefined
}

/** Where a line without a reference may have come from, the likeliest first. */
async function openRequests(
  tx: StoreReader,
  { email }: OrderContent,
  known: ReadonlyMap<string, PurchaseRequest>,
  { buyerId, existing }: Finding,
): Promise<readonly PurchaseRequest[]> {
  const requests = new Map(known)
  for (const id of existing?.requestIds ?? []) {
    const request = await tx.request(id)
    if (request !== undefined) requests.set(id, request)
  }
  if (email !== undefined) {
    const waiting = await tx.requests({ buyerId, email, status: 'waiting' })
    for (const request of waiting.reverse()) requests.set(request.id, request)
  }
  return [...requests.values()]
}

/** What is left of requested lines, by quantity. */
class OpenLines {
  readonly #requests: readonly PurchaseRequest[]
  readonly #taken = new Map<RequestedLine, string>()

  constructor(requests: readonly PurchaseRequest[], found: readonly FoundLine[]) {
    this.#requests = requests
    const lines = requests.flatMap(request => request.lines)
    for (const each of found) {
      if (!('requested' in each)) continue
      const reference = each.requested.supplierPartAuxiliaryID
      const same = lines.find(({ supplierPartAuxiliaryID }) => supplierPartAuxiliaryID === reference)
      if (same !== undefined) this.#take(same, each.line)
    }
  }

  /** One with just this quantity, else one that it may be a part of. */
  take(line: OrderLine, currency: string): FoundLine {
    const fitting = this.#requests.flatMap(request =>
      request.lines
        .filter(requested => isSameOffer({ line, currency }, { requested, request }))
        .filter(requested => compareDecimals(this.#left(requested), line.quantity) >= 0)
        .map(requested => ({ line, request, requested })),
    )
    const whole = fitting.find(({ requested }) => compareDecimals(this.#left(requested), line.quantity) === 0)
    const found = whole ?? fitting[0]
    if (found === undefined) {
      const problem = `Line ${line.lineNumber} has no SupplierPartAuxiliaryID, and the requester has no open request with such a line.`
      return { line, problem }
    }
    this.#take(found.requested, line)
    return found
  }

  #left(requested: RequestedLine): string {
    return subtractDecimals(requested.quantity, this.#taken.get(requested) ?? '0')
  }

  #take(requested: RequestedLine, { quantity }: OrderLine): void {
    this.#taken.set(requested, addDecimals(this.#taken.get(requested) ?? '0', quantity))
  }
}
