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

/** One document on its way to the supplier. A resend starts another. */
export interface Transmission {
  readonly id: number
  readonly payloadID: string
  readonly status: 'scheduled_for_cxml' | 'sent_via_cxml' | 'transmission_failure'
  readonly attempts: readonly TransmissionAttempt[]
  /** When it is tried (again). */
  readonly nextAttemptAt?: Date
}
