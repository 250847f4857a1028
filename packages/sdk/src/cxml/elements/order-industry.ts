import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { type AssetInfo, assetInfo } from './asset.js'
import { type DPAS, dpas, type Priority, priority, type QualityInfo, qualityInfo } from './industry.js'
import { type ReferenceDocumentInfo, referenceDocumentInfo } from './reference-document.js'
import { type Description, description, type IdReference, idReference } from './text.js'

/** `ExternalDocumentType`: what the buyer's own system calls this kind of order. */
export interface ExternalDocumentType {
  /** The buyer's code (`NB`). The DTD requires it. */
  readonly documentType?: string
  readonly description?: Description
}

/** `LifeSciences`. */
export interface LifeSciences {
  /**
   * `clinicalFinishedGoodsOrder`, `labelPrintingOrder`, `reworkOrder`, `shelfLifeExtensionRelabelOrder` or
   * `additionalLabelPrintingOrder`.
   */
  readonly orderCategory?: string
}

/** `AuthorizationLabels`: what the document is classified as. Who may see it is decided by whoever shows it. */
export interface AuthorizationLabels {
  /**
   * One a `domain` (`sip`, `program`, `contract`, `documentVisibility`); several values of a domain stand in one
   * `identifier`, with commas between. The DTD requires one.
   */
  readonly idReferences: readonly IdReference[]
}

/** `AerospaceAndDefense`. */
export interface AerospaceAndDefense {
  /** `yes` or `no`. */
  readonly acknowledgementRequired?: string
  readonly authorizationLabels?: AuthorizationLabels
  readonly dpas?: DPAS
}

/** `OrderRequestHeaderIndustry` (since cXML 1.2.036): what only some industries say of an order. */
export interface OrderRequestHeaderIndustry {
  /** `lifeSciences` or `aerospaceAndDefense`. */
  readonly industryType?: string
  readonly referenceDocumentInfos: readonly ReferenceDocumentInfo[]
  readonly priority?: Priority
  readonly externalDocumentType?: ExternalDocumentType
  readonly qualityInfo?: QualityInfo
  readonly assetInfos: readonly AssetInfo[]
  readonly lifeSciences?: LifeSciences
  /** Of the whole order. */
  readonly dpas?: DPAS
  readonly authorizationLabels?: AuthorizationLabels
  readonly aerospaceAndDefense?: AerospaceAndDefense
}

const externalDocumentType = element<ExternalDocumentType>('ExternalDocumentType', {
  documentType: optionalAttribute(),
  description: optional(description),
})

const authorizationLabels = element<AuthorizationLabels>('AuthorizationLabels', {
  idReferences: many(idReference),
})

export const aerospaceAndDefense = element<AerospaceAndDefense>('AerospaceAndDefense', {
  acknowledgementRequired: optionalAttribute(),
  authorizationLabels: optional(authorizationLabels),
  dpas: optional(dpas),
})

export const orderRequestHeaderIndustry = element<OrderRequestHeaderIndustry>('OrderRequestHeaderIndustry', {
  industryType: optionalAttribute(),
  referenceDocumentInfos: many(referenceDocumentInfo),
  priority: optional(priority),
  externalDocumentType: optional(externalDocumentType),
  qualityInfo: optional(qualityInfo),
  assetInfos: many(assetInfo),
  lifeSciences: optional(element<LifeSciences>('LifeSciences', { orderCategory: optionalAttribute() })),
  dpas: optional(dpas),
  authorizationLabels: optional(authorizationLabels),
  aerospaceAndDefense: optional(aerospaceAndDefense),
})
