import type { Trace, TraceSummary } from './journal/exchange.js'

export interface Traces {
  /** `id`: `requisition-1001`, `trip-4` or `search-7`. Visible to whoever may see what it belongs to. */
  trace(login: string, id: string): Trace
  /** The latest transactions. Administrators only. */
  traces(login: string): readonly TraceSummary[]
}
