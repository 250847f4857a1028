/** One line of the structured log. Never holds a secret. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error'
  /** What happened, in a few fixed words: `document refused`. */
  readonly event: string
  readonly [field: string]: unknown
}
