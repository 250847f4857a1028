import { element } from '../grammar/element.js'
import { many, needed, neededAttribute, optional, optionalAttribute, unmodelled } from '../grammar/fields.js'
import { type Contact, contact, type ShipTo, shipTo } from './contact.js'
import { type ControlKeys, controlKeys } from './control-keys.js'
import { type Distribution, distribution } from './distribution.js'
import {
  type BlanketItemDetail,
  blanketItemDetail,
  type ItemDetail,
  type ItemID,
  itemCategories,
  itemDetail,
  itemID,
  newerCategories,
  type SupplierID,
  supplierID,
} from './item.js'
import { type ScheduleLine, scheduleLine } from './schedule-line.js'
import { type Shipping, shipping } from './shipping.js'
import { type Tax, tax } from './tax.js'
import { type TermsOfDelivery, termsOfDelivery } from './terms-of-delivery.js'
import { type Comments, comments } from './text.js'

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
  /** `delete` or `block` (since cXML 1.2.063). */
  readonly operation?: string
  readonly itemID: ItemID
  readonly itemDetail?: ItemDetail
  readonly blanketItemDetail?: BlanketItemDetail
  readonly supplierID?: SupplierID
  readonly shipTo?: ShipTo
  readonly shipping?: Shipping
  readonly tax?: Tax
  readonly distributions: readonly Distribution[]
  readonly contacts: readonly Contact[]
  readonly termsOfDelivery?: TermsOfDelivery
  readonly comments: readonly Comments[]
  readonly controlKeys?: ControlKeys
  readonly scheduleLines: readonly ScheduleLine[]
}

export const itemOut = element<ItemOut>(
  'ItemOut',
  {
    quantity: neededAttribute({ decimal: true }),
    lineNumber: optionalAttribute(),
    requisitionID: optionalAttribute(),
    agreementItemNumber: optionalAttribute({ since: '1.2.014' }),
    requestedDeliveryDate: optionalAttribute(),
    isAdHoc: optionalAttribute({ since: '1.2.014', expectedValues: ['yes'] }),
    parentLineNumber: optionalAttribute({ since: '1.2.024' }),
    itemType: optionalAttribute({
      since: '1.2.024',
      expectedValues: ['composite', 'item', 'lean'],
      valuesSince: { lean: '1.2.048' },
    }),
    compositeItemType: optionalAttribute({ since: '1.2.028', expectedValues: ['groupLevel', 'itemLevel'] }),
    itemClassification: optionalAttribute({ since: '1.2.048', expectedValues: ['material', 'service'] }),
    itemCategory: optionalAttribute({
      since: '1.2.028',
      expectedValues: itemCategories,
      valuesSince: newerCategories,
    }),
    requestedShipmentDate: optionalAttribute({ since: '1.2.036' }),
    confirmationDueDate: optionalAttribute({ since: '1.2.028' }),
    isReturn: optionalAttribute({ since: '1.2.036', expectedValues: ['yes'] }),
    isDeliveryCompleted: optionalAttribute({ since: '1.2.036', expectedValues: ['yes'] }),
    operation: optionalAttribute({ since: '1.2.063', expectedValues: ['delete', 'block'] }),
    itemID: needed(itemID),
    Path: unmodelled,
    itemDetail: optional(itemDetail),
    blanketItemDetail: optional(blanketItemDetail, { since: '1.2.020' }),
    supplierID: optional(supplierID),
    SupplierList: unmodelled,
    shipTo: optional(shipTo),
    shipping: optional(shipping),
    tax: optional(tax),
    SpendDetail: unmodelled,
    distributions: many(distribution),
    contacts: many(contact),
    termsOfDelivery: optional(termsOfDelivery, { since: '1.2.024' }),
    comments: many(comments, { manySince: '1.2.048' }),
    Indicator: unmodelled,
    Tolerances: unmodelled,
    controlKeys: optional(controlKeys, { since: '1.2.036' }),
    scheduleLines: many(scheduleLine, { since: '1.2.028' }),
    MasterAgreementReference: unmodelled,
    MasterAgreementIDInfo: unmodelled,
    ItemOutIndustry: unmodelled,
    Packaging: unmodelled,
    ReleaseInfo: unmodelled,
    Batch: unmodelled,
  },
  [
    'requiresServiceEntry',
    'subcontractingType',
    'stockTransferType',
    'returnAuthorizationNumber',
    'unlimitedDelivery',
    'isItemChanged',
    'isKanban',
    'stoDelivery',
    'stoOrderCombination',
    'stoFinalDelivery',
  ],
)
