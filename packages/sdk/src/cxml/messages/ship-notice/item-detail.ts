import {
  type Classification,
  classification,
  type Dimension,
  dimension,
  type PriceBasisQuantity,
  priceBasisQuantity,
  unitOfMeasure,
} from '../../elements/item.js'
import { type ItemDetailIndustry, itemDetailIndustry } from '../../elements/item-industry.js'
import { type UnitPrice, unitPrice } from '../../elements/price.js'
import { type Description, description, type Extrinsic, extrinsic } from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { many, optional } from '../../grammar/fields.js'
import { textElement } from '../../grammar/text.js'

/** `ImportInfo` (since cXML 1.2.071): what customs want to know of an item. */
export interface ImportInfo {
  /** `HTSCode`: the customs tariff number. */
  readonly htsCode?: string
  /** Who answers to customs for the import. */
  readonly importerOfRecord?: string
}

/** `ShipNoticeItemDetail` (since cXML 1.2.028): what an item is, where no order says it. */
export interface ShipNoticeItemDetail {
  readonly unitPrice?: UnitPrice
  readonly descriptions: readonly Description[]
  /** UN/CEFACT code. */
  readonly unitOfMeasure?: string
  readonly priceBasisQuantity?: PriceBasisQuantity
  readonly classifications: readonly Classification[]
  readonly manufacturerPartID?: string
  readonly manufacturerName?: string
  readonly dimensions: readonly Dimension[]
  readonly itemDetailIndustry?: ItemDetailIndustry
  readonly extrinsics: readonly Extrinsic[]
  readonly importInfo?: ImportInfo
}

const importInfo = element<ImportInfo>('ImportInfo', {
  htsCode: optional(textElement('HTSCode')),
  importerOfRecord: optional(textElement('ImporterOfRecord')),
})

export const shipNoticeItemDetail = element<ShipNoticeItemDetail>('ShipNoticeItemDetail', {
  unitPrice: optional(unitPrice),
  descriptions: many(description),
  unitOfMeasure: optional(unitOfMeasure),
  priceBasisQuantity: optional(priceBasisQuantity),
  classifications: many(classification),
  manufacturerPartID: optional(textElement('ManufacturerPartID')),
  manufacturerName: optional(textElement('ManufacturerName')),
  dimensions: many(dimension),
  itemDetailIndustry: optional(itemDetailIndustry),
  extrinsics: many(extrinsic),
  importInfo: optional(importInfo),
})
