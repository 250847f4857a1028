import type { CxmlDocument } from '@punchloop/sdk/cxml'

/** One document and its answer, secrets redacted, as the trace shows it. */
export interface Exchange {
  readonly seq: number
  readonly at: Date
  /** What it belongs to. */
  readonly search?: number
  readonly trip?: number
  readonly requisition?: number
  readonly purchaseOrder?: string
  /** As seen by the mock. */
  readonly direction: 'sent' | 'received'
  /** Names of the parties: the company and the supplier (or the site). */
  readonly from: string
  readonly to: string
  readonly via: 'http' | 'browser' | 'open-buy'
  /** Name of the request document (`PunchOutSetupRequest`), or of the Open Buy operation (`search`). */
  readonly kind: string
  readonly method: string
  readonly url: string
  /** Absent: there was no answer. */
  readonly httpStatus?: number
  readonly durationMs: number
  readonly request: ExchangeMessage
  readonly response?: ExchangeMessage
  /** Why there was no usable answer. */
  readonly failure?: string
  /** What was found instead of an answer, where `failure` has only the system's own words. */
  readonly found?: string
}

export interface ExchangeMessage {
  readonly headers: Readonly<Record<string, string>>
  /** The body, with the value of every secret replaced by `********`. */
  readonly raw: string
  /** Typed, where the body is a cXML document. */
  readonly document?: CxmlDocument
}

/** Every exchange of one transaction, in order. */
export interface Trace {
  readonly id: string
  readonly title: string
  readonly exchanges: readonly Exchange[]
}

/** What a list of traces shows. */
export interface TraceSummary {
  readonly id: string
  readonly title: string
  readonly exchangeCount: number
  readonly lastAt: Date
}
