import { type Contact, contact } from '../../elements/contact.js'
import {
  type MasterAgreementIDInfo,
  type MasterAgreementReference,
  masterAgreementIDInfo,
  masterAgreementReference,
  type OrderReference,
  orderReference,
} from '../../elements/order-reference.js'
import { type ReferenceDocumentInfo, referenceDocumentInfo } from '../../elements/reference-document.js'
import { type Comments, comments, type Extrinsic, extrinsic } from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { many, needed, optional } from '../../grammar/fields.js'
import { type ShipControl, shipControl } from './control.js'
import { type ShipNoticeHeader, shipNoticeHeader } from './header.js'
import { type ShipNoticeItem, shipNoticeItem } from './item.js'

/** `ShipNoticePortion`: what is shipped of one order. An order stands once in a notice. */
export interface ShipNoticePortion {
  /** The DTD requires it; some senders leave its `documentReference` out. */
  readonly orderReference?: OrderReference
  /** Of a scheduling agreement that the order is a release of: this or `masterAgreementIDInfo` (since cXML 1.2.028). */
  readonly masterAgreementReference?: MasterAgreementReference
  readonly masterAgreementIDInfo?: MasterAgreementIDInfo
  /** Those of this order alone. */
  readonly contacts: readonly Contact[]
  readonly comments: readonly Comments[]
  readonly extrinsics: readonly Extrinsic[]
  /** None: the whole order is shipped. */
  readonly shipNoticeItems: readonly ShipNoticeItem[]
  /** (since cXML 1.2.048) */
  readonly referenceDocumentInfos: readonly ReferenceDocumentInfo[]
}

/**
 * `ShipNoticeRequest`: what the supplier has sent off, or is about to; also what a buyer sends to a supplier as parts or
 * returns. Also called advance ship notice, ASN.
 */
export interface ShipNoticeRequest {
  readonly shipNoticeHeader: ShipNoticeHeader
  /** In the order of travel. Only a delete may be without. */
  readonly shipControls: readonly ShipControl[]
  /** One for each order. Only a delete may be without. */
  readonly shipNoticePortions: readonly ShipNoticePortion[]
}

const shipNoticePortion = element<ShipNoticePortion>('ShipNoticePortion', {
  orderReference: optional(orderReference),
  masterAgreementReference: optional(masterAgreementReference),
  masterAgreementIDInfo: optional(masterAgreementIDInfo),
  contacts: many(contact),
  comments: many(comments),
  extrinsics: many(extrinsic),
  shipNoticeItems: many(shipNoticeItem),
  referenceDocumentInfos: many(referenceDocumentInfo),
})

export const shipNoticeRequest = element<ShipNoticeRequest>('ShipNoticeRequest', {
  shipNoticeHeader: needed(shipNoticeHeader),
  shipControls: many(shipControl),
  shipNoticePortions: many(shipNoticePortion),
})
