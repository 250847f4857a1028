import type { Buyer, DocumentEndpoint, PartyCredential } from '../buyers/buyer.js'
import type { CxmlDraft } from '../cxml/document.js'
import { serializeCxml } from '../cxml/serialize-cxml.js'
import type { Job, Work } from '../delivery/job.js'
import { judgeAnswer, sendDocument } from '../delivery/send-document.js'
import type { WrittenKind } from '../partners/profile.js'
import { profileOf } from '../partners/profiles.js'
import type { Store } from '../store/store.js'
import { writeConfirmation } from './confirmation.js'
import type { Correspondence } from './document-envelope.js'
import { writeInvoice } from './invoice.js'
import { writeShipNotice } from './ship-notice.js'
import { writeStatusUpdate } from './status-update.js'

export interface SendContext {
  readonly store: Store
  readonly clock: () => Date
  readonly credentials: readonly PartyCredential[]
  readonly buyers: readonly Buyer[]
  readonly fetch: typeof globalThis.fetch
}

/** Work that is a document to the buyer. */
export type DocumentWork = Extract<
  Work,
  { readonly kind: 'confirm order' | 'send ship notice' | 'send invoice' | 'send status update' }
>

/** Sends a document about an order. A buyer that takes none of its kind gets none. */
export async function sendOrderDocument(
  { store, clock, credentials, buyers, fetch }: SendContext,
  job: Job,
  work: DocumentWork,
  signal: AbortSignal,
): Promise<'done' | 'lost' | undefined> {
  const buyer = buyers.find(({ id }) => id === work.buyerId)
  const endpoint = buyer && endpointOf(buyer, work)
  if (buyer === undefined || endpoint === undefined) return undefined
  const draft = writeDocument({ credentials, buyer, endpoint }, work)
  const dtdVersion = versionOf(buyer, work)
  const xml = serializeCxml(draft, dtdVersion === undefined ? {} : { dtdVersion })
  await judgeAnswer(await sendDocument({ fetch, url: endpoint.url, signal }, xml))
  if (work.kind !== 'confirm order') return undefined
  return store.transaction(async tx => {
    if (!(await tx.settleJob(job, { status: 'done' }))) return 'lost'
    const current = await tx.order(work)
    if (current !== undefined) await tx.updateOrder({ ...current, confirmedAt: clock() })
    return 'done'
  })
}

function endpointOf(buyer: Buyer, { kind }: DocumentWork): DocumentEndpoint | undefined {
  switch (kind) {
    case 'confirm order':
      return buyer.confirmations
    case 'send ship notice':
      return buyer.shipNotices
    case 'send invoice':
      return buyer.invoices
    case 'send status update':
      return buyer.statusUpdates
  }
}

/** Of cXML, where the buyer is known to want another than is usual for the kind. */
function versionOf(buyer: Buyer, { kind }: DocumentWork): string | undefined {
  const { versions } = profileOf(buyer)
  return versions[kinds[kind]]
}

const kinds = {
  'confirm order': 'ConfirmationRequest',
  'send ship notice': 'ShipNoticeRequest',
  'send invoice': 'InvoiceDetailRequest',
  'send status update': 'StatusUpdateRequest',
} as const satisfies Record<DocumentWork['kind'], WrittenKind>

function writeDocument(correspondence: Correspondence, work: DocumentWork): CxmlDraft {
  switch (work.kind) {
    case 'confirm order':
      return writeConfirmation(correspondence, work.orderID, work.confirmation)
    case 'send ship notice':
      return writeShipNotice(correspondence, work.orderID, work.shipNotice)
    case 'send invoice':
      return writeInvoice(correspondence, work.orderID, work.invoice)
    case 'send status update':
      return writeStatusUpdate(correspondence, work.statusUpdate)
  }
}
