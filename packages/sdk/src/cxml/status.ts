/** `Status`: what became of a request. */
export interface Status {
  /** `"200"`, `"401"`, … as sent. */
  readonly code: string
  /** The short text of the code (`OK`). */
  readonly text: string
  readonly xmlLang?: string
  /** What happened in this case. May be empty. */
  readonly value: string
}

/** The standard's short text of a `Status` code (`401` → `Unauthorized`). */
export declare function statusText(code: number | string): string

/** Whether the sender may try again. */
export declare function isRetryable(code: number | string): boolean
