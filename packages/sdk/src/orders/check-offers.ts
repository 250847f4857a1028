import type { RequestDocument } from '../cxml/document.js'
import type { LogEntry } from '../log-entry.js'
import type { PurchaseRequest, RequestedLine } from '../requests/purchase-request.js'
import type { ReferenceContext } from '../requests/reference.js'
import type { Store } from '../store/store.js'
import { findRequestedLines } from './find-requested-lines.js'
import type { CheckOffer } from './order-policy.js'
import { readOrder } from './read-order.js'

/** What is wrong with an offer today, by the line's reference. */
export type CatalogueFindings = ReadonlyMap<string, string>

export interface CheckContext extends ReferenceContext {
  readonly store: Store
  readonly checkOffer?: CheckOffer | undefined
  readonly log: (entry: LogEntry) => void
}

/** The buyer waits for its answer, for a minute at most. */
const longest = 10_000

/**
 * Compares the offers that an order refers to with the marketplace's catalogue: before the transaction, which must not wait
 * for anything else. What was answered before is not asked again.
 */
export async function checkOffers(
  context: CheckContext,
  buyerId: string,
  document: RequestDocument<'OrderRequest'>,
): Promise<CatalogueFindings> {
  const { store, checkOffer } = context
  if (checkOffer === undefined) return new Map()
  const found = await store.read(
    async tx => {
      const answered = await tx.message({ buyerId, payloadID: document.payloadID })
      if (answered !== undefined) return []
      const content = readOrder(document)
      const existing = await tx.order({ buyerId, orderID: content.orderID })
      return findRequestedLines(tx, content, { ...context, buyerId, existing })
    },
    { buyerId },
  )
  const offers = new Map(
    found.flatMap(each =>
      'requested' in each ? [[each.requested.supplierPartAuxiliaryID, each] as const] : [],
    ),
  )
  const checked = await Promise.all(
    [...offers].map(async ([reference, { request, requested }]) => {
      const finding = await checkOne(context, checkOffer, { request, line: requested })
      return finding === undefined ? [] : [[reference, finding] as const]
    }),
  )
  return new Map(checked.flat())
}

async function checkOne(
  { log }: CheckContext,
  checkOffer: CheckOffer,
  offer: { readonly request: PurchaseRequest; readonly line: RequestedLine },
): Promise<string | undefined> {
  const signal = AbortSignal.timeout(longest)
  try {
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    return await Promise.race([checkOffer({ ...offer, signal }), late])
  } catch (error) {
    const { supplierPartID } = offer.line
    log({ level: 'error', event: 'offer not checked', supplierPartID, problem: String(error) })
    return 'it could not be compared with the catalogue.'
  }
}
