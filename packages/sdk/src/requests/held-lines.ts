import type { HeldLine, SessionRecord } from '../punchout/session.js'
import type { StoreReader } from '../store/store.js'
import type { PurchaseRequest, RequestedLine } from './purchase-request.js'
import { mayBeOurs, type ReferenceContext, tidyReference } from './reference.js'

/** A line that the buyer holds, and what it was returned as. */
export interface RestoredLine {
  /** As the buyer sent it: its quantity is the one to go by. */
  readonly held: HeldLine
  /** Absent: no line of this reference was ever returned to this buyer, or it has been archived since. */
  readonly line?: RequestedLine
  /** The request whose line it is. */
  readonly request?: PurchaseRequest
}

/** What the buyer holds, line by line, as far as it is ours and was offered to this buyer. */
export async function restoreLines(
  tx: StoreReader,
  { heldLines, buyerId }: SessionRecord,
  context: ReferenceContext,
): Promise<RestoredLine[]> {
  const restored: RestoredLine[] = []
  for (const held of heldLines) {
    const reference = tidyReference(held.supplierPartAuxiliaryID ?? '')
    const isOurs = reference !== '' && mayBeOurs(reference, buyerId, context)
    const [request] = isOurs ? await tx.requestsByReference({ buyerId, reference }) : []
    const line = request?.lines.find(each => each.supplierPartAuxiliaryID === reference)
    restored.push(
      request === undefined ? { held } : { held, request, ...(line === undefined ? {} : { line }) },
    )
  }
  return restored
}
