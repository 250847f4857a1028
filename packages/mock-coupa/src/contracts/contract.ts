/**
 * Unverified: Coupa's field table names `draft` alone. `published` is in the names of two actions, `completed` in that of
 * a third; the others are inferred.
 */
export const contractStatuses = [
  'draft',
  'pending_approval',
  'rejected',
  'published',
  'completed',
  'expired',
] as const

export type ContractStatus = (typeof contractStatuses)[number]

/** What the company has agreed on with a supplier. Names are Coupa's in camelCase, amounts exact decimals. */
export interface Contract {
  readonly id: number
  readonly number: string
  readonly name: string
  readonly status: ContractStatus
  readonly supplier: { readonly id: number; readonly name: string }
  readonly currency?: string
  readonly description?: string
  readonly department?: string
  readonly minimumValue?: string
  readonly maximumValue?: string
  readonly startDate?: Date
  readonly endDate?: Date
  /** Rises whenever a published contract is changed. */
  readonly version: number
  /** Login of whoever is responsible for it. */
  readonly contractOwner?: string
  /** Login of whoever submitted it last. */
  readonly submitter?: string
  readonly createdBy?: string
  readonly publishedDate?: Date
  readonly rejectReason?: string
  /** Login of whoever has checked it out. */
  readonly lockedBy?: string
  readonly customFields: Readonly<Record<string, unknown>>
  readonly createdAt: Date
}
