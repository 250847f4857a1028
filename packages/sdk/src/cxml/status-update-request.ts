import type { SourcingStatus } from './punchout-order-message.js'
import type { Status } from './status.js'
import type { DocumentReference, Extrinsic } from './text.js'

/** `StatusUpdateRequest`: how an earlier document goes on. */
export interface StatusUpdateRequest {
  readonly documentReference?: DocumentReference
  readonly status: Status
  readonly sourcingStatus?: SourcingStatus
  readonly extrinsics: readonly Extrinsic[]
}
