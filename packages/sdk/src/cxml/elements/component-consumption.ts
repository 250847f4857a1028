import { element } from '../grammar/element.js'
import { many, neededAttribute, optional, optionalAttribute } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type AssetInfo, assetInfo } from './asset.js'
import { type Dimension, dimension, unitOfMeasure } from './item.js'
import { type ReferenceDocumentInfo, referenceDocumentInfo } from './reference-document.js'
import { type Product, product } from './subcontracting.js'
import { type Extrinsic, extrinsic } from './text.js'

/**
 * `ComponentConsumptionDetails` (since cXML 1.2.028): what the supplier used up of the buyer's own parts to make an item.
 */
export interface ComponentConsumptionDetails {
  /** Of the component, among those of the item. */
  readonly lineNumber?: string
  /** A plain decimal string: how much was used. */
  readonly quantity: string
  /** Why the stock cannot be used: `blocked`, `qualityRestricted`, `scrapped` (since cXML 1.2.048). */
  readonly type?: string
  /** `no`: the supplier does without this part that the order lists. Only in confirmations (since cXML 1.2.048). */
  readonly usage?: string
  /** The DTD requires it. */
  readonly product?: Product
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
  readonly buyerBatchID?: string
  readonly supplierBatchID?: string
  /** The production order that it was used for. */
  readonly referenceDocumentInfos: readonly ReferenceDocumentInfo[]
  /** One for each piece, where there are any. */
  readonly assetInfos: readonly AssetInfo[]
  readonly dimensions: readonly Dimension[]
  readonly extrinsics: readonly Extrinsic[]
}

export const componentConsumptionDetails = element<ComponentConsumptionDetails>(
  'ComponentConsumptionDetails',
  {
    lineNumber: optionalAttribute(),
    quantity: neededAttribute({ decimal: true }),
    type: optionalAttribute(),
    usage: optionalAttribute(),
    product: optional(product),
    unitOfMeasure: optional(unitOfMeasure),
    buyerBatchID: optional(textElement('BuyerBatchID')),
    supplierBatchID: optional(textElement('SupplierBatchID')),
    referenceDocumentInfos: many(referenceDocumentInfo),
    assetInfos: many(assetInfo),
    dimensions: many(dimension),
    extrinsics: many(extrinsic),
  },
)
