import type { Buyer, PartyCredential } from '../buyers/buyer.js'
import { serializeCxml } from '../cxml/serialize-cxml.js'
import type { ConfirmationToSend } from '../delivery/job.js'
import { judgeAnswer, sendDocument } from '../delivery/send-document.js'
import type { OrderKey, Store } from '../store/store.js'
import { writeConfirmation } from './confirmation.js'

export interface ConfirmContext {
  readonly store: Store
  readonly clock: () => Date
  readonly credentials: readonly PartyCredential[]
  readonly buyers: readonly Buyer[]
  readonly fetch: typeof globalThis.fetch
}

/** Sends a `ConfirmationRequest` and puts down that the buyer took it. A buyer that wants none gets none. */
export async function confirmOrder(
  { store, clock, credentials, buyers, fetch }: ConfirmContext,
  work: OrderKey & { readonly confirmation: ConfirmationToSend },
  signal: AbortSignal,
): Promise<void> {
  const buyer = buyers.find(({ id }) => id === work.buyerId)
  if (buyer?.confirmations === undefined) return
  const xml = serializeCxml(writeConfirmation({ credentials, buyer }, work.orderID, work.confirmation))
  await judgeAnswer(await sendDocument({ fetch, url: buyer.confirmations.url, signal }, xml))
  await store.transaction(async tx => {
    const current = await tx.order(work)
    if (current !== undefined) await tx.updateOrder({ ...current, confirmedAt: clock() })
  })
}
