import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { type Contact, contact } from './contact.js'
import { type DocumentReference, documentReference, type Extrinsic, extrinsic } from './text.js'

/** `DocumentInfo`: any document, by its number. */
export interface DocumentInfo {
  /** The DTD requires it. */
  readonly documentID?: string
  /** `salesOrder`, `customerOrder`, `productionOrder`, `freightOrder`, `purchaseOrder` and the like. The DTD requires it. */
  readonly documentType?: string
  readonly documentDate?: string
}

/** `DateInfo` (since cXML 1.2.036): a date by its meaning. */
export interface DateInfo {
  /**
   * `requestedDeliveryDate`, `expectedDeliveryDate`, `confirmedDeliveryDate` or `actualDeliveryDate`;
   * `expectedShipmentDate` or `confirmedShipmentDate`; `requestedPickUpDate`, `expectedPickUpDate` or `actualPickUpDate`;
   * `productionStartDate` or `productionFinishDate`. The DTD requires it.
   */
  readonly type?: string
  /** The DTD requires it. */
  readonly date?: string
  readonly extrinsics: readonly Extrinsic[]
}

/** `ReferenceDocumentInfo` (since cXML 1.2.036): another document, or a line of one, that has to do with this. */
export interface ReferenceDocumentInfo {
  readonly lineNumber?: string
  /** Of a `ScheduleLine` of that line. */
  readonly scheduleLineNumber?: string
  /** `created`, `released`, `open`, `completed`, `closed` or `cancelled`. */
  readonly status?: string
  /** This or `documentReference`, or neither. */
  readonly documentInfo?: DocumentInfo
  readonly documentReference?: DocumentReference
  readonly dateInfos: readonly DateInfo[]
  readonly contacts: readonly Contact[]
  readonly extrinsics: readonly Extrinsic[]
}

export const documentInfo = element<DocumentInfo>('DocumentInfo', {
  documentID: optionalAttribute(),
  documentType: optionalAttribute(),
  documentDate: optionalAttribute(),
})

export const dateInfo = element<DateInfo>('DateInfo', {
  type: optionalAttribute(),
  date: optionalAttribute(),
  extrinsics: many(extrinsic),
})

export const referenceDocumentInfo = element<ReferenceDocumentInfo>('ReferenceDocumentInfo', {
  lineNumber: optionalAttribute(),
  scheduleLineNumber: optionalAttribute(),
  status: optionalAttribute(),
  documentInfo: optional(documentInfo),
  documentReference: optional(documentReference),
  dateInfos: many(dateInfo),
  contacts: many(contact),
  extrinsics: many(extrinsic),
})
