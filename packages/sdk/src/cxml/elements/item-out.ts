import { element } from '../grammar/element.js'
import { many, needed, neededAttribute, optional, optionalAttribute } from '../grammar/fields.js'
import { type Batch, batch } from './batch.js'
import { type Contact, contact } from './contact.js'
import { type ControlKeys, controlKeys } from './control-keys.js'
import { type Distribution, distribution } from './distribution.js'
import { type Path, path } from './header.js'
import { type Indicator, indicator } from './indicator.js'
import {
  type BlanketItemDetail,
  blanketItemDetail,
  type ItemDetail,
  type ItemID,
  itemDetail,
  itemID,
  type SupplierID,
  supplierID,
} from './item.js'
import { type ItemOutIndustry, itemOutIndustry } from './item-out-industry.js'
import {
  type MasterAgreementIDInfo,
  type MasterAgreementReference,
  masterAgreementIDInfo,
  masterAgreementReference,
} from './order-reference.js'
import { type Packaging, packaging } from './packaging.js'
import { type ReleaseInfo, releaseInfo } from './release-info.js'
import { type ScheduleLine, scheduleLine } from './schedule-line.js'
import { type ShipTo, shipTo } from './ship-to.js'
import { type Shipping, shipping } from './shipping.js'
import { type SpendDetail, spendDetail } from './spend-detail.js'
import { type SupplierList, supplierList } from './supplier.js'
import { type Tax, tax } from './tax.js'
import { type TermsOfDelivery, termsOfDelivery } from './terms-of-delivery.js'
import { type Comments, comments } from './text.js'
import { type Tolerances, tolerances } from './tolerances.js'

/** `ItemOut`: a line that the buyer orders, or holds while it edits a cart. */
export interface ItemOut {
  /** A plain decimal string. A negative one is read as it is. */
  readonly quantity: string
  readonly lineNumber?: string
  readonly requisitionID?: string
  readonly agreementItemNumber?: string
  readonly requestedDeliveryDate?: string
  readonly isAdHoc?: string
  readonly parentLineNumber?: string
  readonly itemType?: string
  readonly compositeItemType?: string
  readonly itemClassification?: string
  readonly itemCategory?: string
  readonly requestedShipmentDate?: string
  readonly confirmationDueDate?: string
  readonly isReturn?: string
  readonly isDeliveryCompleted?: string
  /** Only `yes`: a service that is confirmed by a `ServiceEntryRequest` (since cXML 1.2.028). */
  readonly requiresServiceEntry?: string
  /** `regular`, `refurbWithoutChange`, `refurbWithChange` or `replacement`. */
  readonly subcontractingType?: string
  /** Between plants of one company (`intra`) or of two (`inter`). */
  readonly stockTransferType?: string
  readonly returnAuthorizationNumber?: string
  /** Only `yes`: as much as is delivered is taken. */
  readonly unlimitedDelivery?: string
  /** Only `yes`: the line differs from its last version. */
  readonly isItemChanged?: string
  /** Only `yes`. */
  readonly isKanban?: string
  /** Of a stock transport order: `full` or `partial`. */
  readonly stoDelivery?: string
  /** Only `yes`. */
  readonly stoOrderCombination?: string
  /** Only `yes`. */
  readonly stoFinalDelivery?: string
  /** `delete` or `block` (since cXML 1.2.063). */
  readonly operation?: string
  readonly itemID: ItemID
  readonly path?: Path
  readonly itemDetail?: ItemDetail
  /** Instead of `itemDetail` in a blanket order. */
  readonly blanketItemDetail?: BlanketItemDetail
  /** This or `supplierList`. */
  readonly supplierID?: SupplierID
  readonly supplierList?: SupplierList
  readonly shipTo?: ShipTo
  readonly shipping?: Shipping
  readonly tax?: Tax
  readonly spendDetail?: SpendDetail
  readonly distributions: readonly Distribution[]
  readonly contacts: readonly Contact[]
  readonly termsOfDelivery?: TermsOfDelivery
  readonly comments: readonly Comments[]
  readonly indicators: readonly Indicator[]
  readonly tolerances?: Tolerances
  readonly controlKeys?: ControlKeys
  readonly scheduleLines: readonly ScheduleLine[]
  /** This or `masterAgreementIDInfo`. */
  readonly masterAgreementReference?: MasterAgreementReference
  readonly masterAgreementIDInfo?: MasterAgreementIDInfo
  readonly itemOutIndustry?: ItemOutIndustry
  readonly packagings: readonly Packaging[]
  readonly releaseInfo?: ReleaseInfo
  readonly batch?: Batch
}

export const itemOut = element<ItemOut>('ItemOut', {
  quantity: neededAttribute({ decimal: true }),
  lineNumber: optionalAttribute(),
  requisitionID: optionalAttribute(),
  agreementItemNumber: optionalAttribute(),
  requestedDeliveryDate: optionalAttribute(),
  isAdHoc: optionalAttribute(),
  parentLineNumber: optionalAttribute(),
  itemType: optionalAttribute(),
  compositeItemType: optionalAttribute(),
  itemClassification: optionalAttribute(),
  itemCategory: optionalAttribute(),
  requestedShipmentDate: optionalAttribute(),
  confirmationDueDate: optionalAttribute(),
  isReturn: optionalAttribute(),
  isDeliveryCompleted: optionalAttribute(),
  requiresServiceEntry: optionalAttribute(),
  subcontractingType: optionalAttribute(),
  stockTransferType: optionalAttribute(),
  returnAuthorizationNumber: optionalAttribute(),
  unlimitedDelivery: optionalAttribute(),
  isItemChanged: optionalAttribute(),
  isKanban: optionalAttribute(),
  stoDelivery: optionalAttribute(),
  stoOrderCombination: optionalAttribute(),
  stoFinalDelivery: optionalAttribute(),
  operation: optionalAttribute(),
  itemID: needed(itemID),
  path: optional(path),
  itemDetail: optional(itemDetail),
  blanketItemDetail: optional(blanketItemDetail),
  supplierID: optional(supplierID),
  supplierList: optional(supplierList),
  shipTo: optional(shipTo),
  shipping: optional(shipping),
  tax: optional(tax),
  spendDetail: optional(spendDetail),
  distributions: many(distribution),
  contacts: many(contact),
  termsOfDelivery: optional(termsOfDelivery),
  comments: many(comments),
  indicators: many(indicator),
  tolerances: optional(tolerances),
  controlKeys: optional(controlKeys),
  scheduleLines: many(scheduleLine),
  masterAgreementReference: optional(masterAgreementReference),
  masterAgreementIDInfo: optional(masterAgreementIDInfo),
  itemOutIndustry: optional(itemOutIndustry),
  packagings: many(packaging),
  releaseInfo: optional(releaseInfo),
  batch: optional(batch),
})
