import { type Contact, contact } from '../../elements/contact.js'
import { type ItemDetail, type ItemID, itemDetail, itemID } from '../../elements/item.js'
import { type AerospaceAndDefense, aerospaceAndDefense } from '../../elements/order-industry.js'
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
  type Description,
  description,
  type Extrinsic,
  extrinsic,
  type Name,
  name,
} from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { many, needed, neededAttribute, optional, optionalAttribute } from '../../grammar/fields.js'
import {
  type Alternative,
  alternative,
  type QuoteHeaderInfo,
  quoteHeaderInfo,
  type SupplierSelector,
  supplierSelector,
} from './sourcing.js'

/** `QuoteRequestHeaderIndustry`. */
export interface QuoteRequestHeaderIndustry {
  readonly aerospaceAndDefense?: AerospaceAndDefense
}

/** `QuoteRequestHeader`: what is asked for, and until when. Dates are kept as sent. */
export interface QuoteRequestHeader {
  /** The buyer's number of the request. */
  readonly requestID?: string
  readonly requestDate?: string
  /** `new`, `update` or `delete`; `new` where it is absent. */
  readonly type?: string
  /** When bidding opens. */
  readonly openDate?: string
  /** When bidding closes. */
  readonly closeDate?: string
  /** From when suppliers may look at it. */
  readonly previewDate?: string
  /** ISO 4217: what quotes are made in. */
  readonly currency?: string
  readonly xmlLang?: string
  /** Which quotes go back to the buyer: `winningOnly`, `finalBidsFromAll` or `all`. */
  readonly quoteReceivingPreference?: string
  readonly templateName?: string
  readonly name?: Name
  readonly supplierSelector?: SupplierSelector
  readonly total?: Total
  readonly description?: Description
  readonly shipTo?: ShipTo
  readonly contacts: readonly Contact[]
  readonly comments?: Comments
  readonly quoteHeaderInfo?: QuoteHeaderInfo
  readonly extrinsics: readonly Extrinsic[]
  readonly quoteRequestHeaderIndustry?: QuoteRequestHeaderIndustry
}

/** `QuoteItemOut`: a line that a price is asked for. */
export interface QuoteItemOut {
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
  readonly requestedDeliveryDate?: string
  readonly itemID?: ItemID
  readonly itemDetail?: ItemDetail
  readonly shipTo?: ShipTo
  readonly shipping?: Shipping
  readonly tax?: Tax
  readonly spendDetail?: SpendDetail
  readonly total?: Total
  readonly termsOfDelivery?: TermsOfDelivery
  readonly referenceDocumentInfo?: ReferenceDocumentInfo
  readonly contacts: readonly Contact[]
  readonly comments?: Comments
  readonly alternative?: Alternative
  readonly supplierSelector?: SupplierSelector
}

/** `QuoteRequest`: the buyer asks suppliers for prices. */
export interface QuoteRequest {
  readonly quoteRequestHeader: QuoteRequestHeader
  readonly quoteItemOuts: readonly QuoteItemOut[]
}

const quoteRequestHeader = element<QuoteRequestHeader>('QuoteRequestHeader', {
  requestID: optionalAttribute(),
  requestDate: optionalAttribute(),
  type: optionalAttribute(),
  openDate: optionalAttribute(),
  closeDate: optionalAttribute(),
  previewDate: optionalAttribute(),
  currency: optionalAttribute(),
  xmlLang: optionalAttribute(),
  quoteReceivingPreference: optionalAttribute(),
  templateName: optionalAttribute(),
  name: optional(name),
  supplierSelector: optional(supplierSelector),
  total: optional(total),
  description: optional(description),
  shipTo: optional(shipTo),
  contacts: many(contact),
  comments: optional(comments),
  quoteHeaderInfo: optional(quoteHeaderInfo),
  extrinsics: many(extrinsic),
  quoteRequestHeaderIndustry: optional(
    element<QuoteRequestHeaderIndustry>('QuoteRequestHeaderIndustry', {
      aerospaceAndDefense: optional(aerospaceAndDefense),
    }),
  ),
})

const quoteItemOut = element<QuoteItemOut>('QuoteItemOut', {
  quantity: neededAttribute({ decimal: true }),
  lineNumber: optionalAttribute(),
  parentLineNumber: optionalAttribute(),
  itemType: optionalAttribute(),
  itemClassification: optionalAttribute(),
  serviceLineType: optionalAttribute(),
  requestedDeliveryDate: optionalAttribute(),
  itemID: optional(itemID),
  itemDetail: optional(itemDetail),
  shipTo: optional(shipTo),
  shipping: optional(shipping),
  tax: optional(tax),
  spendDetail: optional(spendDetail),
  total: optional(total),
  termsOfDelivery: optional(termsOfDelivery),
  referenceDocumentInfo: optional(referenceDocumentInfo),
  contacts: many(contact),
  comments: optional(comments),
  alternative: optional(alternative),
  supplierSelector: optional(supplierSelector),
})

export const quoteRequest = element<QuoteRequest>('QuoteRequest', {
  quoteRequestHeader: needed(quoteRequestHeader),
  quoteItemOuts: many(quoteItemOut),
})
