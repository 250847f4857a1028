import { type AssetInfo, assetInfo } from '../elements/asset.js'
import { type Batch, batch } from '../elements/batch.js'
import { type Address, address } from '../elements/contact.js'
import { type Classification, classification, type ItemID, itemID } from '../elements/item.js'
import { type UnitRate, unitRate } from '../elements/labor.js'
import { type Money, money } from '../elements/money.js'
import {
  type MasterAgreementIDInfo,
  type MasterAgreementReference,
  masterAgreementIDInfo,
  masterAgreementReference,
  type OrderIDInfo,
  type OrderReference,
  orderIDInfo,
  orderReference,
  type ShipNoticeIDInfo,
  type ShipNoticeLineItemReference,
  type ShipNoticeReference,
  shipNoticeIDInfo,
  shipNoticeLineItemReference,
  shipNoticeReference,
} from '../elements/order-reference.js'
import { type Total, total } from '../elements/price.js'
import { type ReferenceDocumentInfo, referenceDocumentInfo } from '../elements/reference-document.js'
import {
  type Comments,
  comments,
  type Description,
  type DocumentReference,
  description,
  documentReference,
  type Extrinsic,
  extrinsic,
} from '../elements/text.js'
import { element } from '../grammar/element.js'
import {
  defaultedAttribute,
  many,
  needed,
  neededAttribute,
  optional,
  optionalAttribute,
} from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'

/** `ReceiptRequestHeader`. */
export interface ReceiptRequestHeader {
  /** The buyer's number. */
  readonly receiptID: string
  /** When goods or services were received: before the document was made. The DTD requires it. */
  readonly receiptDate?: string
  /** `new` where the document says nothing. `delete` takes back the receipt of `documentReference` (since cXML 1.2.048). */
  readonly operation: 'new' | 'delete'
  /** Only `stockTransfer`: goods between two plants of the buyer (since cXML 1.2.053). */
  readonly activityStepType?: string
  /** Of an earlier receipt: in a delete the one that is taken back (since cXML 1.2.048). */
  readonly documentReference?: DocumentReference
  /** (since cXML 1.2.048) */
  readonly shipNoticeIDInfo?: ShipNoticeIDInfo
  readonly comments?: Comments
  readonly extrinsics: readonly Extrinsic[]
}

/** `ReceiptOrderInfo`: what the goods were ordered by. An order, an agreement, or an order and its agreement. */
export interface ReceiptOrderInfo {
  /** Best of the four. */
  readonly orderReference?: OrderReference
  /** This or `masterAgreementIDInfo`; alone where nothing is released from the agreement. */
  readonly masterAgreementReference?: MasterAgreementReference
  readonly masterAgreementIDInfo?: MasterAgreementIDInfo
  /** In place of `orderReference`. */
  readonly orderIDInfo?: OrderIDInfo
}

/** `ReceiptItemReference`: the line that was received. */
export interface ReceiptItemReference {
  /** Of the `ItemOut`, from 1; of a notice of the buyer's own parts, its line. */
  readonly lineNumber: string
  /** As in the order. */
  readonly itemID?: ItemID
  /** As in the order. */
  readonly description?: Description
  /** Together with `manufacturerName`, or neither. */
  readonly manufacturerPartID?: string
  readonly manufacturerName?: string
  /** This or `shipNoticeIDInfo`. */
  readonly shipNoticeReference?: ShipNoticeReference
  readonly shipNoticeIDInfo?: ShipNoticeIDInfo
  /** (since cXML 1.2.048) */
  readonly shipNoticeLineItemReference?: ShipNoticeLineItemReference
  /** (since cXML 1.2.048) */
  readonly referenceDocumentInfos: readonly ReferenceDocumentInfo[]
}

/** `ReceivedAmount`: quantity times rate. */
export interface ReceivedAmount {
  readonly money: Money
}

/** `DeliveryAddress`: where goods were received. */
export interface DeliveryAddress {
  /** The DTD requires it. */
  readonly address?: Address
}

/** `ReceiptItem`: what was received, or given back, of one line. */
export interface ReceiptItem {
  /** The buyer's own in the receipt. The DTD requires it. */
  readonly receiptLineNumber?: string
  /** A plain decimal string. A negative one corrects an earlier receipt. */
  readonly quantity: string
  readonly type?: 'received' | 'returned'
  /** The line that this one is a part of, with `itemType` `item`. */
  readonly parentReceiptLineNumber?: string
  /** `composite`: parts follow. `item`: a part. `lean`: no parts follow. */
  readonly itemType?: string
  /** `groupLevel`: the price is that of the group. `itemLevel`: the parts have prices. */
  readonly compositeItemType?: string
  /** `yes`: nothing more will be received of this line of a notice of parts (since cXML 1.2.028). */
  readonly completedIndicator?: string
  readonly receiptItemReference: ReceiptItemReference
  /** What one unit costs. The DTD requires it. */
  readonly unitRate?: UnitRate
  /** The DTD requires it. */
  readonly receivedAmount?: ReceivedAmount
  /** One for each piece, where there are any. */
  readonly assetInfos: readonly AssetInfo[]
  /** (since cXML 1.2.028) */
  readonly deliveryAddress?: DeliveryAddress
  readonly comments?: Comments
  /** (since cXML 1.2.048) */
  readonly batch?: Batch
  /** What kind of movement and stock it is (since cXML 1.2.048). */
  readonly classifications: readonly Classification[]
  readonly extrinsics: readonly Extrinsic[]
}

/** `ReceiptOrder`: what was received of one order or agreement. */
export interface ReceiptOrder {
  /** `yes`: nothing more is expected of the order, or of an agreement without releases. */
  readonly closeForReceiving?: string
  /** The DTD requires it. */
  readonly receiptOrderInfo?: ReceiptOrderInfo
  /** The DTD requires one. */
  readonly receiptItems: readonly ReceiptItem[]
}

/** `ReceiptRequest`: what the buyer tells the supplier that it has received, or given back. */
export interface ReceiptRequest {
  readonly receiptRequestHeader: ReceiptRequestHeader
  /** The DTD requires one. */
  readonly receiptOrders: readonly ReceiptOrder[]
  /** The sum of the received amounts. The DTD requires it. */
  readonly total?: Total
}

const receiptRequestHeader = element<ReceiptRequestHeader>('ReceiptRequestHeader', {
  receiptID: neededAttribute(),
  receiptDate: optionalAttribute(),
  operation: defaultedAttribute('new', { values: ['new', 'delete'] }),
  activityStepType: optionalAttribute(),
  documentReference: optional(documentReference),
  shipNoticeIDInfo: optional(shipNoticeIDInfo),
  comments: optional(comments),
  extrinsics: many(extrinsic),
})

const receiptOrderInfo = element<ReceiptOrderInfo>('ReceiptOrderInfo', {
  orderReference: optional(orderReference),
  masterAgreementReference: optional(masterAgreementReference),
  masterAgreementIDInfo: optional(masterAgreementIDInfo),
  orderIDInfo: optional(orderIDInfo),
})

const receiptItemReference = element<ReceiptItemReference>('ReceiptItemReference', {
  lineNumber: neededAttribute(),
  itemID: optional(itemID),
  description: optional(description),
  manufacturerPartID: optional(textElement('ManufacturerPartID')),
  manufacturerName: optional(textElement('ManufacturerName')),
  shipNoticeReference: optional(shipNoticeReference),
  shipNoticeIDInfo: optional(shipNoticeIDInfo),
  shipNoticeLineItemReference: optional(shipNoticeLineItemReference),
  referenceDocumentInfos: many(referenceDocumentInfo),
})

const receiptItem = element<ReceiptItem>('ReceiptItem', {
  receiptLineNumber: optionalAttribute(),
  quantity: neededAttribute({ decimal: true }),
  type: optionalAttribute({ values: ['received', 'returned'] }),
  parentReceiptLineNumber: optionalAttribute(),
  itemType: optionalAttribute(),
  compositeItemType: optionalAttribute(),
  completedIndicator: optionalAttribute(),
  receiptItemReference: needed(receiptItemReference),
  unitRate: optional(unitRate),
  receivedAmount: optional(element<ReceivedAmount>('ReceivedAmount', { money: needed(money) })),
  assetInfos: many(assetInfo),
  deliveryAddress: optional(element<DeliveryAddress>('DeliveryAddress', { address: optional(address) })),
  comments: optional(comments),
  batch: optional(batch),
  classifications: many(classification),
  extrinsics: many(extrinsic),
})

const receiptOrder = element<ReceiptOrder>('ReceiptOrder', {
  closeForReceiving: optionalAttribute(),
  receiptOrderInfo: optional(receiptOrderInfo),
  receiptItems: many(receiptItem),
})

export const receiptRequest = element<ReceiptRequest>('ReceiptRequest', {
  receiptRequestHeader: needed(receiptRequestHeader),
  receiptOrders: many(receiptOrder),
  total: optional(total),
})
