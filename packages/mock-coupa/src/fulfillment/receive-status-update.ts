import { isSameCredential, type RequestDocument } from '@punchloop/sdk/cxml'
import type { Supplier } from '../company/supplier.js'
import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import { markTransmission } from '../purchase-orders/purchase-order-records.js'
import { listTransmissions, settleTransmission } from '../transmission/transmission-records.js'
import { type Answer, answerOnce, type ReceivedDocument } from './answer.js'
import { findReferredOrder } from './find-order.js'

type StatusUpdate = RequestDocument<'StatusUpdateRequest'>

/**
 * What became of a document of ours after it was taken (Status 201). A failure of the order as it was sent last is a failure
 * of its transmission: somebody sends it again. All else stands in the history of the order.
 */
export function receiveStatusUpdate(
  work: Work,
  speaker: Supplier,
  message: ReceivedDocument<StatusUpdate>,
): Answer {
  return answerOnce(work, speaker, message, () => {
    const { documentReference, status } = message.document.request.statusUpdateRequest
    const order = findReferredOrder(work, documentReference && { documentReference })
    const isAboutOurs = order !== undefined && isReachedBy(work, order.supplier.id, speaker)
    if (!isAboutOurs) {
      return {
        code: '417',
        text: `Could not find document ${documentReference?.payloadID ?? 'without a payloadID'}`,
      }
    }
    const said = `${status.code} ${status.value.trim() || status.text}`
    const { id: purchaseOrder } = order
    recordHistory(work, { purchaseOrder, by: speakerOf(message.document, speaker), text: `Status ${said}` })
    const latest = listTransmissions(work.db, purchaseOrder).at(-1)
    const isFailure = /^[45]/.test(status.code) && latest?.payloadID === documentReference?.payloadID
    if (isFailure && latest !== undefined) {
      settleTransmission(work, latest.id, { status: 'transmission_failure' })
      markTransmission(work, purchaseOrder, 'transmission_failure')
      work.emit('transmission attempt failed', { purchaseOrder, failure: said })
    }
    return { code: '200', text: 'OK', purchaseOrder }
  })
}

/** The supplier of the order, or the network through which it is reached. */
function isReachedBy({ company }: Work, supplier: number, speaker: Supplier): boolean {
  if (supplier === speaker.id) return true
  const network = company.suppliers.find(({ id }) => id === supplier)?.inboundSender
  return (
    network !== undefined &&
    speaker.inboundSender !== undefined &&
    isSameCredential(network, speaker.inboundSender)
  )
}

/** A supplier by its name; the network by the name that it goes by in `From`. */
function speakerOf({ header }: StatusUpdate, { name, inbound }: Supplier): string {
  const isSupplier = header.from.credentials.some(
    from => inbound !== undefined && isSameCredential(from, inbound),
  )
  return isSupplier ? name : `${header.from.credentials[0]?.identity ?? 'The network'}`
}
