import { type Contact, contact } from '../../elements/contact.js'
import { type Hazard, hazard } from '../../elements/hazard.js'
import {
  type LegalEntity,
  legalEntity,
  type OrganizationalUnit,
  organizationalUnit,
} from '../../elements/organization.js'
import { type Packaging, packaging } from '../../elements/packaging.js'
import { type ReferenceDocumentInfo, referenceDocumentInfo } from '../../elements/reference-document.js'
import { type TermsOfDelivery, termsOfDelivery } from '../../elements/terms-of-delivery.js'
import {
  type Comments,
  comments,
  type DocumentReference,
  documentReference,
  type Extrinsic,
  extrinsic,
  type IdReference,
  idReference,
} from '../../elements/text.js'
import { type TermsOfTransport, termsOfTransport } from '../../elements/transport.js'
import { element } from '../../grammar/element.js'
import {
  defaultedAttribute,
  many,
  neededAttribute,
  optional,
  optionalAttribute,
  ownText,
} from '../../grammar/fields.js'

/** `ServiceLevel`: how fast the carrier delivers (`overnight`), in one language. */
export interface ServiceLevel {
  /** `xml:lang`. The DTD requires it. */
  readonly xmlLang?: string
  readonly value: string
}

/** `ShipNoticeHeader`: what is the same for all that is shipped. Dates are kept as sent. */
export interface ShipNoticeHeader {
  /** The supplier's number of the shipment: the same in updates and when it is deleted. */
  readonly shipmentID: string
  /**
   * `new` where the document says nothing. An `update` takes the place of all that was said before, a `delete` takes it
   * back; both name the notice before in `documentReference`.
   */
  readonly operation: 'new' | 'update' | 'delete'
  /** When the notice was made. The DTD requires it. */
  readonly noticeDate?: string
  /** When the goods left, or by `shipmentType` will leave. Only a delete may be without it. */
  readonly shipmentDate?: string
  /** When they are expected. Only a delete may be without it. */
  readonly deliveryDate?: string
  /** `actual` or `planned`, which is what `shipmentDate` then is. */
  readonly shipmentType?: string
  /** `partial`, or `complete` where all that was ordered is shipped. */
  readonly fulfillmentType?: string
  /** When the buyer would like to have the goods. */
  readonly requestedDeliveryDate?: string
  /** Only `return`: the buyer sends goods back (since cXML 1.2.048). */
  readonly reason?: string
  /**
   * Of goods between two plants of the buyer: `stockTransfer` from the buyer, `stockShippingAdvice` from the supplier
   * (since cXML 1.2.053).
   */
  readonly activityStepType?: string
  /** The same in several languages. Only a delete may be without. */
  readonly serviceLevels: readonly ServiceLevel[]
  /** Of the notice before, in an update or delete; in no other. */
  readonly documentReference?: DocumentReference
  /** By `role`, each once: `shipFrom`, `shipTo`, `customerService`, `technicalSupport`, `sales` and the like. */
  readonly contacts: readonly Contact[]
  /** The buyer's company, where the buyer ships parts or returns (since cXML 1.2.048). */
  readonly legalEntity?: LegalEntity
  /** The buyer's purchasing organization, where the buyer ships (since cXML 1.2.048). */
  readonly organizationalUnits: readonly OrganizationalUnit[]
  /** Of all that is shipped. */
  readonly hazards: readonly Hazard[]
  /** For people; by `type` also `ReasonForShipment` and `TransitDirection`. */
  readonly comments: readonly Comments[]
  readonly termsOfDelivery?: TermsOfDelivery
  /** Seals and equipment (since cXML 1.2.028). */
  readonly termsOfTransports: readonly TermsOfTransport[]
  /** Of the shipment as a whole (since cXML 1.2.028). */
  readonly packaging?: Packaging
  /** No name twice, nor again in a `ShipControl` or `ShipNoticePortion`. */
  readonly extrinsics: readonly Extrinsic[]
  readonly idReferences: readonly IdReference[]
  /** (since cXML 1.2.048) */
  readonly referenceDocumentInfos: readonly ReferenceDocumentInfo[]
}

const serviceLevel = element<ServiceLevel>('ServiceLevel', {
  xmlLang: optionalAttribute(),
  value: ownText(),
})

export const shipNoticeHeader = element<ShipNoticeHeader>('ShipNoticeHeader', {
  shipmentID: neededAttribute(),
  operation: defaultedAttribute('new', { values: ['new', 'update', 'delete'] }),
  noticeDate: optionalAttribute(),
  shipmentDate: optionalAttribute(),
  deliveryDate: optionalAttribute(),
  shipmentType: optionalAttribute(),
  fulfillmentType: optionalAttribute(),
  requestedDeliveryDate: optionalAttribute(),
  reason: optionalAttribute(),
  activityStepType: optionalAttribute(),
  serviceLevels: many(serviceLevel),
  documentReference: optional(documentReference),
  contacts: many(contact),
  legalEntity: optional(legalEntity),
  organizationalUnits: many(organizationalUnit),
  hazards: many(hazard),
  comments: many(comments),
  termsOfDelivery: optional(termsOfDelivery),
  termsOfTransports: many(termsOfTransport),
  packaging: optional(packaging),
  extrinsics: many(extrinsic),
  idReferences: many(idReference),
  referenceDocumentInfos: many(referenceDocumentInfo),
})
