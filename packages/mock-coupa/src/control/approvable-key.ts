/** What can be sent for approval: Coupa's `approvable-type`. */
export const approvableTypes = [
  'RequisitionHeader',
  'OrderHeaderChange',
  'InvoiceHeader',
  'Contract',
] as const

export type ApprovableType = (typeof approvableTypes)[number]

/** One document. The id of a requisition is its number. */
export interface ApprovableKey {
  readonly type: ApprovableType
  readonly id: number
}
