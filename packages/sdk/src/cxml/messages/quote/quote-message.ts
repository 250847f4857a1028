import { type Contact, contact } from '../../elements/contact.js'
import { type ItemDetail, type ItemID, itemDetail, itemID } from '../../elements/item.js'
import { type Total, total } from '../../elements/price.js'
import { type ReferenceDocumentInfo, referenceDocumentInfo } from '../../elements/reference-document.js'
import { type ShipTo, shipTo } from '../../elements/ship-to.js'
import { type Shipping, shipping } from '../../elements/shipping.js'
import { type SpendDetail, spendDetail } from '../../elements/spend-detail.js'
import { type Tax, tax } from '../../elements/tax.js'
import { type TermsOfDelivery, termsOfDelivery } from '../../elements/terms-of-delivery.js'
import {
  type Comments,
  comments,
  type DocumentReference,
  documentReference,
  type Extrinsic,
  extrinsic,
} from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { many, needed, neededAttribute, optional, optionalAttribute } from '../../grammar/fields.js'
import {
  type Alternative,
  alternative,
  type OrganizationID,
  organizationID,
  type QuoteHeaderInfo,
  quoteHeaderInfo,
  type SupplierProductionFacilityRelations,
  supplierProductionFacilityRelations,
} from './sourcing.js'

/** `QuoteRequestReference`: the request that is answered. */
export interface QuoteRequestReference {
  readonly requestID?: string
  readonly requestDate?: string
  readonly documentReference?: DocumentReference
}

/** `QuoteMessageHeader`. Dates are kept as sent. */
export interface QuoteMessageHeader {
  /** `accept` and `reject` answer the invitation, `update` and `final` are bids, `award` is the buyer's choice. */
  readonly type?: string
  /** The number of the quote. */
  readonly quoteID?: string
  readonly quoteDate?: string
  /** ISO 4217. */
  readonly currency?: string
  readonly xmlLang?: string
  /** The supplier whose quote it is. */
  readonly organizationID?: OrganizationID
  readonly total?: Total
  readonly shipTo?: ShipTo
  readonly contacts: readonly Contact[]
  readonly quoteRequestReference?: QuoteRequestReference
  readonly comments?: Comments
  readonly quoteHeaderInfo?: QuoteHeaderInfo
  readonly supplierProductionFacilityRelations?: SupplierProductionFacilityRelations
  readonly extrinsics: readonly Extrinsic[]
}

/** `QuoteItemIn`: a line of a quote. */
export interface QuoteItemIn {
  /** As in {@link QuoteMessageHeader}. */
  readonly type?: string
  /** A plain decimal string. */
  readonly quantity: string
  readonly lineNumber?: string
  readonly parentLineNumber?: string
  /** `composite`, `item` or `lean`. */
  readonly itemType?: string
  /** `material` or `service`. */
  readonly itemClassification?: string
  /** `standard`, `blanket`, `contingency`, `openquantity` or `information`. */
  readonly serviceLineType?: string
  /** The place of the bid among all. */
  readonly rank?: string
  readonly requestedDeliveryDate?: string
  readonly itemID?: ItemID
  readonly itemDetail?: ItemDetail
  readonly shipTo?: ShipTo
  readonly shipping?: Shipping
  readonly tax?: Tax
  readonly spendDetail?: SpendDetail
  readonly total?: Total
  readonly termsOfDelivery?: TermsOfDelivery
  readonly referenceDocumentInfos: readonly ReferenceDocumentInfo[]
  readonly contacts: readonly Contact[]
  readonly comments?: Comments
  readonly alternative?: Alternative
  readonly supplierProductionFacilityRelations?: SupplierProductionFacilityRelations
  readonly extrinsics: readonly Extrinsic[]
}

/** `QuoteMessage`: a supplier's bid, or the buyer's award. */
export interface QuoteMessage {
  readonly quoteMessageHeader: QuoteMessageHeader
  readonly quoteItemIns: readonly QuoteItemIn[]
}

const quoteMessageHeader = element<QuoteMessageHeader>('QuoteMessageHeader', {
  type: optionalAttribute(),
  quoteID: optionalAttribute(),
  quoteDate: optionalAttribute(),
  currency: optionalAttribute(),
  xmlLang: optionalAttribute(),
  organizationID: optional(organizationID),
  total: optional(total),
  shipTo: optional(shipTo),
  contacts: many(contact),
  quoteRequestReference: optional(
    element<QuoteRequestReference>('QuoteRequestReference', {
      requestID: optionalAttribute(),
      requestDate: optionalAttribute(),
      documentReference: optional(documentReference),
    }),
  ),
  comments: optional(comments),
  quoteHeaderInfo: optional(quoteHeaderInfo),
  supplierProductionFacilityRelations: optional(supplierProductionFacilityRelations),
  extrinsics: many(extrinsic),
})

const quoteItemIn = element<QuoteItemIn>('QuoteItemIn', {
  type: optionalAttribute(),
  quantity: neededAttribute({ decimal: true }),
  lineNumber: optionalAttribute(),
  parentLineNumber: optionalAttribute(),
  itemType: optionalAttribute(),
  itemClassification: optionalAttribute(),
  serviceLineType: optionalAttribute(),
  rank: optionalAttribute(),
  requestedDeliveryDate: optionalAttribute(),
  itemID: optional(itemID),
  itemDetail: optional(itemDetail),
  shipTo: optional(shipTo),
  shipping: optional(shipping),
  tax: optional(tax),
  spendDetail: optional(spendDetail),
  total: optional(total),
  termsOfDelivery: optional(termsOfDelivery),
  referenceDocumentInfos: many(referenceDocumentInfo),
  contacts: many(contact),
  comments: optional(comments),
  alternative: optional(alternative),
  supplierProductionFacilityRelations: optional(supplierProductionFacilityRelations),
  extrinsics: many(extrinsic),
})

export const quoteMessage = element<QuoteMessage>('QuoteMessage', {
  quoteMessageHeader: needed(quoteMessageHeader),
  quoteItemIns: many(quoteItemIn),
})
