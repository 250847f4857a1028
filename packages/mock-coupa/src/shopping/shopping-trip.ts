import type { SetupOperation } from '../systems/system.js'

/** `open` until a cart comes back; a cart is claimed once, by the person who went shopping. */
export type ShoppingTripStatus = 'failed' | 'open' | 'returned' | 'claimed' | 'refused' | 'cancelled'

/**
 * `create` goes shopping; `edit` reopens the lines of an earlier trip to change them, `inspect` to look at them,
 * `source` to have them quoted: a quote that is final takes their place as an edited cart does.
 * Unverified: Coupa documents the two flags of the site and nothing of what stands behind them; these are cXML's rules.
 */
export type TripOperation = SetupOperation

/** What opens the lines of an earlier trip again. */
export type ReopeningOperation = Exclude<TripOperation, 'create'>

/** `operationAllowed` of a cart: the highest operation that its lines support later. */
export type OperationAllowed = 'create' | 'inspect' | 'edit'

/** One visit to a supplier's shop, opened by a PunchOutSetupRequest. */
export interface ShoppingTrip {
  readonly id: number
  readonly login: string
  readonly site: { readonly id: number; readonly name: string }
  readonly status: ShoppingTripStatus
  readonly operation: TripOperation
  readonly buyerCookie: string
  /** Where the supplier's page posts the cart. */
  readonly browserFormPostUrl: string
  /** One-time URL at which the browser enters the shop. By OCI: the catalogue's address, with the call where it is by GET. */
  readonly startPageUrl: string
  /** By OCI: what the browser enters with. */
  readonly call?: OciCall
  readonly selectedItem?: SelectedItem
  /** Where several were chosen together: all, of which `selectedItem` is the first. */
  readonly selectedItems?: readonly SelectedItem[]
  /** The search that led here. */
  readonly search?: number
  /** Where the cart went, or whose lines were reopened. */
  readonly requisition?: number
  readonly openedAt: Date
}

/** What a browser is sent to a catalogue with. */
export interface OciCall {
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** In the order of the call structure. */
  readonly fields: readonly { readonly name: string; readonly value: string }[]
}

export interface SelectedItem {
  readonly supplierPartID: string
  readonly supplierPartAuxiliaryID?: string
}

/** Lines of an earlier trip, as they go back to the supplier. */
export interface HeldLines {
  readonly operation: ReopeningOperation
  readonly requisition: number
  /** The trip that brought them. */
  readonly trip: number
  readonly lines: readonly HeldLine[]
}

/** Amounts are exact decimals. */
export interface HeldLine {
  readonly lineNum: number
  readonly quantity: string
  readonly sourcePartNum: string
  readonly suppAuxPartNum?: string
  readonly unitPrice: string
  readonly currency: string
  readonly description: string
  readonly descriptionLang: string
  readonly uom: string
  readonly unspscCode?: string
}
