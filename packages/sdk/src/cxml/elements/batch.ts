import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type PropertyValuation, propertyValuation } from './property.js'

/** `Batch`: goods that were made together (since cXML 1.2.028). */
export interface Batch {
  /** A decimal string. */
  readonly batchQuantity?: string
  readonly expirationDate?: string
  readonly inspectionDate?: string
  /** ISO 3166. */
  readonly originCountryCode?: string
  readonly productionDate?: string
  /** As an ISO 8601 duration. */
  readonly shelfLife?: string
  readonly buyerBatchID?: string
  readonly supplierBatchID?: string
  readonly propertyValuations: readonly PropertyValuation[]
}

/** `BatchInfo`: whether the batch must be told. */
export interface BatchInfo {
  /** Only `yes`. */
  readonly requiresBatch?: string
}

export const batch = element<Batch>('Batch', {
  batchQuantity: optionalAttribute(),
  expirationDate: optionalAttribute(),
  inspectionDate: optionalAttribute(),
  originCountryCode: optionalAttribute(),
  productionDate: optionalAttribute(),
  shelfLife: optionalAttribute(),
  buyerBatchID: optional(textElement('BuyerBatchID')),
  supplierBatchID: optional(textElement('SupplierBatchID')),
  propertyValuations: many(propertyValuation),
})

export const batchInfo = element<BatchInfo>('BatchInfo', {
  requiresBatch: optionalAttribute(),
})
