import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type Characteristic, characteristic } from './property.js'

/** `ItemDetailRetail`: what retailers know an item by. */
export interface ItemDetailRetail {
  readonly eanID?: string
  readonly europeanWasteCatalogID?: string
  readonly characteristics: readonly Characteristic[]
}

/** `ItemDetailIndustry`: what one industry adds to an item. */
export interface ItemDetailIndustry {
  /** Only `yes`. */
  readonly isConfigurableMaterial?: string
  readonly itemDetailRetail?: ItemDetailRetail
}

export const itemDetailRetail = element<ItemDetailRetail>('ItemDetailRetail', {
  eanID: optional(textElement('EANID')),
  europeanWasteCatalogID: optional(textElement('EuropeanWasteCatalogID')),
  characteristics: many(characteristic),
})

export const itemDetailIndustry = element<ItemDetailIndustry>('ItemDetailIndustry', {
  isConfigurableMaterial: optionalAttribute(),
  itemDetailRetail: optional(itemDetailRetail),
})
