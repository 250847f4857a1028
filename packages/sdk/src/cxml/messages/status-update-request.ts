import { type Status, status } from '../elements/status.js'
import { type DocumentReference, documentReference, type Extrinsic, extrinsic } from '../elements/text.js'
import { element } from '../grammar/element.js'
import { many, needed, optional } from '../grammar/fields.js'
import { type SourcingStatus, sourcingStatus } from './punchout-order-message.js'

/** `StatusUpdateRequest`: how an earlier document goes on. */
export interface StatusUpdateRequest {
  readonly documentReference?: DocumentReference
  readonly status: Status
  readonly sourcingStatus?: SourcingStatus
  readonly extrinsics: readonly Extrinsic[]
}

export const statusUpdateRequest = element<StatusUpdateRequest>('StatusUpdateRequest', {
  documentReference: optional(documentReference),
  status: needed(status),
  sourcingStatus: optional(sourcingStatus),
  extrinsics: many(extrinsic),
})
