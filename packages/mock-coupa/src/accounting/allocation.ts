/** A share of a line's total and the account that it is charged to. Coupa's account allocation. */
export interface Share {
  readonly amount: string
  /** Of the line's total, in percent; all of a line come to 100. Absent: kept from before shares had one. */
  readonly pct?: string
  /** Coupa's budget period, as the API gave it. */
  readonly period?: Readonly<Record<string, unknown>>
}

/** By the name of the account. */
export interface AccountAllocation extends Share {
  readonly account: string
}

/** What somebody says about a share: an amount, or a percentage. */
export interface AllocationDraft {
  readonly account: string
  readonly amount?: string
  readonly pct?: string
  readonly period?: Readonly<Record<string, unknown>>
}
