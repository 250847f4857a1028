import type { ShipNotice, ShipNoticeLine } from './receiving/ship-notice-records.js'

/** A line of a ship notice, with what its page shows. */
export interface ShipNoticeLineView extends ShipNoticeLine {
  readonly orderNumber: string
  /** Of the order. */
  readonly orderLineNum: number
  readonly description: string
}

/** A ship notice as somebody sees it: with the lines of orders that this person may see. */
export interface ShipNoticeView extends Omit<ShipNotice, 'lines' | 'supplier'> {
  readonly supplier: { readonly id: number; readonly name: string }
  readonly lines: readonly ShipNoticeLineView[]
  /** What this person may do with it now. */
  readonly may: { readonly receive: boolean; readonly void: boolean }
}

/** Requesters see what is on its way for them; administrators see all. */
export interface ShipNotices {
  /** `ERR_COUPA_NOT_FOUND` for whoever has no order in it. */
  shipNotice(login: string, id: number): ShipNoticeView
  /** All of it that is on its way to this person has arrived. */
  receiveShipNotice(login: string, id: number): ShipNoticeView
  /** What is on its way to this person does not come. */
  voidShipNotice(login: string, id: number): ShipNoticeView
}
