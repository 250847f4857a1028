/**
 * Coupa's `type` of a receiving transaction. A return to the supplier carries a quantity below 0.
 * Unverified: that a receipt into the inventory counts as any other.
 */
export const receiptTypes = [
  'ReceivingQuantityConsumption',
  'ReceivingAmountConsumption',
  'ReceivingQuantityReturnToSupplier',
  'ReceivingAmountReturnToSupplier',
  'InventoryReceipt',
] as const

export type ReceiptType = (typeof receiptTypes)[number]

/** Something that arrived, or went back. Names are Coupa's (`transaction-date`, …) in camelCase. */
export interface Receipt {
  readonly id: number
  readonly type: ReceiptType
  /** `voided`: it never arrived. Unverified: that a standing receipt is `created`. */
  readonly status: 'created' | 'voided'
  readonly purchaseOrder: number
  readonly orderLine: number
  /** How many; of an amount line, how much money. */
  readonly quantity: string
  readonly price: string
  readonly total: string
  readonly currency: string
  readonly uom?: string
  readonly transactionDate: Date
  readonly comments?: string
  readonly voidReason?: string
  /** Line of the ship notice that it came by. */
  readonly asnLine?: number
  readonly createdAt: Date
  readonly createdBy?: string
}

/** A receipt with what its list shows. */
export interface ReceiptView extends Receipt {
  readonly orderNumber: string
  readonly supplier: string
  readonly description: string
  readonly lineNum: number
  readonly may: { readonly void: boolean }
}
