export interface Item {
  id: number
  name: string
  description: string
  partNumber: string
  unitPrice: string
  uom: string
  unspsc: string
  supplier: number
  manufacturerName?: string
  manufacturerPartNumber?: string
  /** Name of its commodity. Absent: what its UNSPSC code says. */
  commodity?: string
  /** Whether it can be ordered. Absent: it can. */
  active?: boolean
  /** Of whom it can be bought besides {@link Item.supplier}, which is the preferred one. */
  supplierItems?: SupplierItem[]
}

/** Coupa's supplier item: what an item is called and costs at one supplier. */
export interface SupplierItem {
  /** Unique within its item. */
  id: number
  supplier: number
  partNumber: string
  unitPrice: string
}
