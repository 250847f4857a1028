import { element } from '../grammar/element.js'
import { companion, many, optional, optionalAttribute, optionalContent } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type Batch, type BatchInfo, batch, batchInfo } from './batch.js'
import { unitOfMeasure } from './item.js'
import {
  type Description,
  description,
  type Extrinsic,
  extrinsic,
  type IdReference,
  idReference,
} from './text.js'

/** `Product`: a product by the numbers of both sides. */
export interface Product {
  readonly supplierPartID?: string
  readonly supplierPartAuxiliaryID?: string
  /** The inner XML of `SupplierPartAuxiliaryID`, where it holds markup. */
  readonly supplierPartAuxiliaryIDContent?: string
  readonly buyerPartID?: string
  readonly idReferences: readonly IdReference[]
}

/** `SubcontractingComponentLifeSciences`: what the life sciences add to a component. */
export interface SubcontractingComponentLifeSciences {
  readonly labelID?: string
  readonly extrinsics: readonly Extrinsic[]
}

/** `SubcontractingComponentIndustry`: what one industry adds to a component. */
export interface SubcontractingComponentIndustry {
  readonly subcontractingComponentLifeSciences?: SubcontractingComponentLifeSciences
  readonly batchInfo?: BatchInfo
}

/** `SubcontractingComponent`: a part that the buyer provides for what it orders. */
export interface SubcontractingComponent {
  /** `reworkTo`, `reworkFrom` or `regular`. */
  readonly materialProvisionIndicator?: string
  /** A decimal string. The DTD requires it. */
  readonly quantity?: string
  readonly requirementDate?: string
  /** The DTD requires it. */
  readonly componentID?: string
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
  readonly description?: Description
  readonly product?: Product
  readonly productRevisionID?: string
  readonly batch?: Batch
  readonly subcontractingComponentIndustry?: SubcontractingComponentIndustry
}

export const product = element<Product>('Product', {
  supplierPartID: optional(textElement('SupplierPartID')),
  supplierPartAuxiliaryID: optionalContent('SupplierPartAuxiliaryID', 'supplierPartAuxiliaryIDContent'),
  supplierPartAuxiliaryIDContent: companion,
  buyerPartID: optional(textElement('BuyerPartID')),
  idReferences: many(idReference),
})

export const subcontractingComponentLifeSciences = element<SubcontractingComponentLifeSciences>(
  'SubcontractingComponentLifeSciences',
  {
    labelID: optional(textElement('LabelID')),
    extrinsics: many(extrinsic),
  },
)

export const subcontractingComponentIndustry = element<SubcontractingComponentIndustry>(
  'SubcontractingComponentIndustry',
  {
    subcontractingComponentLifeSciences: optional(subcontractingComponentLifeSciences),
    batchInfo: optional(batchInfo),
  },
)

export const subcontractingComponent = element<SubcontractingComponent>('SubcontractingComponent', {
  materialProvisionIndicator: optionalAttribute(),
  quantity: optionalAttribute(),
  requirementDate: optionalAttribute(),
  componentID: optional(textElement('ComponentID')),
  unitOfMeasure: optional(unitOfMeasure),
  description: optional(description),
  product: optional(product),
  productRevisionID: optional(textElement('ProductRevisionID')),
  batch: optional(batch),
  subcontractingComponentIndustry: optional(subcontractingComponentIndustry),
})
