import type { CxmlDraft } from '../cxml/document.js'
import { statusText } from '../cxml/elements/status.js'
import type { StatusUpdateToSend } from '../delivery/job.js'
import { type Correspondence, documentEnvelope } from './document-envelope.js'

/** The `StatusUpdateRequest` of an order, which it names by the payloadID of its `OrderRequest`. */
export function writeStatusUpdate(correspondence: Correspondence, update: StatusUpdateToSend): CxmlDraft {
  const { orderPayloadID, deploymentMode, code, value } = update
  return {
    kind: 'StatusUpdateRequest',
    ...documentEnvelope(correspondence, update),
    request: {
      deploymentMode,
      statusUpdateRequest: {
        documentReference: { payloadID: orderPayloadID },
        status: { code, text: statusText(Number(code)), xmlLang: 'en-US', value },
      },
    },
  }
}
