/** One try to bring a purchase order to the supplier. */
export interface TransmissionAttempt {
  readonly attempt: number
  readonly at: Date
  /** cXML Status of the answer, or the HTTP status where there was no cXML. Absent: no answer. */
  readonly status?: number
  /** Coupa's words for what went wrong; absent when the supplier took it. */
  readonly failure?: string
  readonly durationMs: number
}

export const transmissionStates = [
  'scheduled_for_cxml',
  'sent_via_cxml',
  'scheduled_for_xml',
  'sent_via_xml',
  'scheduled_for_email',
  'sent_via_email',
  'transmission_failure',
] as const

/** The ways on which a document goes, rather than somebody telling the supplier. */
export const transmissionMethods = ['cxml', 'xml', 'email'] as const

export type TransmissionMethod = (typeof transmissionMethods)[number]

/** One document on its way to the supplier. A resend starts another. */
export interface Transmission {
  readonly id: number
  readonly payloadID: string
  readonly method: TransmissionMethod
  /** What it says: a new order, the whole order again after a change, or that it is off. */
  readonly type: 'new' | 'update' | 'delete'
  /** The order's version that it carries. */
  readonly version: number
  readonly status: (typeof transmissionStates)[number]
  readonly attempts: readonly TransmissionAttempt[]
  /** When it is tried (again). */
  readonly nextAttemptAt?: Date
}
