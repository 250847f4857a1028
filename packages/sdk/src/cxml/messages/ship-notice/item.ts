import { type AssetInfo, assetInfo } from '../../elements/asset.js'
import { type Batch, batch } from '../../elements/batch.js'
import {
  type ComponentConsumptionDetails,
  componentConsumptionDetails,
} from '../../elements/component-consumption.js'
import { type Hazard, hazard } from '../../elements/hazard.js'
import { type ItemID, itemID, unitOfMeasure } from '../../elements/item.js'
import { type IUIDInfo, iuidInfo } from '../../elements/item-out-industry.js'
import { type OrderedQuantity, orderedQuantity, type Packaging, packaging } from '../../elements/packaging.js'
import { type ReferenceDocumentInfo, referenceDocumentInfo } from '../../elements/reference-document.js'
import { type TermsOfDelivery, termsOfDelivery } from '../../elements/terms-of-delivery.js'
import { type Comments, comments, type Extrinsic, extrinsic } from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { many, neededAttribute, optional, optionalAttribute } from '../../grammar/fields.js'
import { textElement } from '../../grammar/text.js'
import { type ShipNoticeItemDetail, shipNoticeItemDetail } from './item-detail.js'
import { type ShipNoticeItemIndustry, shipNoticeItemIndustry } from './item-industry.js'

/** `ShipNoticeItem`: what is shipped of one line of the order. A line stands once, or in parts with a `shipNoticeLineNumber` each. */
export interface ShipNoticeItem {
  /** A plain decimal string: what is shipped. */
  readonly quantity: string
  /** Of the `ItemOut`, from 1. */
  readonly lineNumber: string
  /** The line that this one is a part of, with `itemType` `item`. */
  readonly parentLineNumber?: string
  /** Its own in the notice, where a line is split (since cXML 1.2.028). */
  readonly shipNoticeLineNumber?: string
  /** `composite`: parts follow. `item`: a part. `lean`: no parts follow. */
  readonly itemType?: string
  /** `groupLevel`: the price is that of the group. `itemLevel`: the parts have prices. */
  readonly compositeItemType?: string
  /** Between two plants of the buyer: of the same company (`intra`) or of two (`inter`) (since cXML 1.2.048). */
  readonly stockTransferType?: string
  /** Only `stockTransport`: a delivery is to be made for a stock transport order (since cXML 1.2.048). */
  readonly outboundType?: string
  /** (since cXML 1.2.028) */
  readonly itemID?: ItemID
  /** Of items without an order; else the order has it (since cXML 1.2.028). */
  readonly shipNoticeItemDetail?: ShipNoticeItemDetail
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
  /** Several since cXML 1.2.028. */
  readonly packagings: readonly Packaging[]
  /** Of this item alone; what holds for the whole shipment stands in the header. */
  readonly hazards: readonly Hazard[]
  /**
   * With quantities that add up to that of the item (since cXML 1.2.028, several and with quantities since 1.2.048). The standard lets them mix
   * with `supplierBatchIDs`; written they stand before them.
   */
  readonly batches: readonly Batch[]
  /** The supplier's numbers of batches, where there is no more to say (since cXML 1.2.028). */
  readonly supplierBatchIDs: readonly string[]
  /** Serial and tag numbers, one for each piece. */
  readonly assetInfos: readonly AssetInfo[]
  readonly termsOfDelivery?: TermsOfDelivery
  /** (since cXML 1.2.028) */
  readonly orderedQuantity?: OrderedQuantity
  /** (since cXML 1.2.028) */
  readonly shipNoticeItemIndustry?: ShipNoticeItemIndustry
  /** (since cXML 1.2.028) */
  readonly componentConsumptionDetails: readonly ComponentConsumptionDetails[]
  /** (since cXML 1.2.048) */
  readonly referenceDocumentInfos: readonly ReferenceDocumentInfo[]
  /** Also certificates that the order asks for, as attachments of the comment whose `type` names them (since cXML 1.2.048). */
  readonly comments: readonly Comments[]
  readonly extrinsics: readonly Extrinsic[]
  /** Numbers of single pieces, as government contracts want them (since cXML 1.2.071). */
  readonly iuidInfo?: IUIDInfo
}

export const shipNoticeItem = element<ShipNoticeItem>('ShipNoticeItem', {
  quantity: neededAttribute({ decimal: true }),
  lineNumber: neededAttribute(),
  parentLineNumber: optionalAttribute(),
  shipNoticeLineNumber: optionalAttribute(),
  itemType: optionalAttribute(),
  compositeItemType: optionalAttribute(),
  stockTransferType: optionalAttribute(),
  outboundType: optionalAttribute(),
  itemID: optional(itemID),
  shipNoticeItemDetail: optional(shipNoticeItemDetail),
  unitOfMeasure: optional(unitOfMeasure),
  packagings: many(packaging),
  hazards: many(hazard),
  batches: many(batch),
  supplierBatchIDs: many(textElement('SupplierBatchID')),
  assetInfos: many(assetInfo),
  termsOfDelivery: optional(termsOfDelivery),
  orderedQuantity: optional(orderedQuantity),
  shipNoticeItemIndustry: optional(shipNoticeItemIndustry),
  componentConsumptionDetails: many(componentConsumptionDetails),
  referenceDocumentInfos: many(referenceDocumentInfo),
  comments: many(comments),
  extrinsics: many(extrinsic),
  iuidInfo: optional(iuidInfo),
})
