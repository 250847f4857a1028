import type { AllocationDraft } from '../accounting/allocation.js'
import type { Kept } from '../requisitions/requisition.js'

/** Unverified: Coupa documents that a change has a status, not which there are. */
export const changeOrderStatuses = ['draft', 'pending_approval', 'approved', 'rejected', 'cancelled'] as const

export type ChangeOrderStatus = (typeof changeOrderStatuses)[number]

/** What is to become of one line. What is absent stays as it is. */
export interface LineChange {
  readonly kind: 'change' | 'add' | 'delete'
  /** Id of the order's line; absent where one is added. */
  readonly orderLine?: number
  readonly description?: string
  readonly sourcePartNum?: string
  readonly quantity?: string
  readonly unitPrice?: string
  readonly uom?: string
  readonly needByDate?: Date
  /** Whom the line is charged to from then on. */
  readonly allocations?: readonly AllocationDraft[]
  readonly more?: Kept
}

/** What somebody wants changed. */
export interface ChangeRequest {
  /** Id of the order. */
  readonly purchaseOrder: number
  readonly justification?: string
  /** The whole order is to be cancelled; then there are no lines. */
  readonly cancel?: boolean
  readonly lines: readonly LineChange[]
  /** The header of the order is to change; then there may be no lines. */
  readonly changesHeader?: boolean
}

/** Coupa's purchase order change (`order-header-change`). */
export interface ChangeOrder {
  readonly id: number
  readonly purchaseOrder: number
  readonly status: ChangeOrderStatus
  /** Of the order, when the change was asked for. */
  readonly version: number
  readonly requestedBy: { readonly login: string; readonly fullName: string }
  readonly justification?: string
  readonly rejectReason?: string
  /** Coupa's `pending-cancel`: the whole order is to be cancelled. */
  readonly pendingCancel: boolean
  readonly lines: readonly (LineChange & { readonly id: number })[]
  /** What the order would come to. */
  readonly total: string
  readonly createdAt: Date
  readonly updatedAt: Date
}
