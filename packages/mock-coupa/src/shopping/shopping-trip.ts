/** `open` until a cart comes back; a cart is claimed once, by the person who went shopping. */
export type ShoppingTripStatus = 'failed' | 'open' | 'returned' | 'claimed' | 'refused' | 'cancelled'

/** One visit to a supplier's shop, opened by a PunchOutSetupRequest. */
export interface ShoppingTrip {
  readonly id: number
  readonly login: string
  readonly site: { readonly id: number; readonly name: string }
  readonly status: ShoppingTripStatus
  readonly buyerCookie: string
  /** Where the supplier's page posts the cart. */
  readonly browserFormPostUrl: string
  /** One-time URL at which the browser enters the shop. */
  readonly startPageUrl: string
  readonly selectedItem?: SelectedItem
  /** The search that led here. */
  readonly search?: number
  /** Where the cart went. */
  readonly requisition?: number
  readonly openedAt: Date
}

export interface SelectedItem {
  readonly supplierPartID: string
  readonly supplierPartAuxiliaryID?: string
}
