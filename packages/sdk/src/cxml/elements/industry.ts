import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { type Description, description, type IdReference, idReference } from './text.js'

/** `Priority`: how much the buyer needs it. */
export interface Priority {
  /** `1` (most) to `5`. The DTD requires it. */
  readonly level?: string
  /** The order among those of one level. */
  readonly sequence?: string
  /** How full the buyer's stock is: percent of what it should be. */
  readonly inventory_level?: string
  readonly description?: Description
}

/** `CertificateInfo`: a certificate that goes with the goods. */
export interface CertificateInfo {
  /** Only `yes`; else it may be left out. */
  readonly isRequired?: string
  /** `domain` is `certificateType`. The DTD requires it. */
  readonly idReference?: IdReference
}

/** `QualityInfo`: how the goods are inspected. Has `idReferences` or `certificateInfos`, not both. */
export interface QualityInfo {
  /** Only `yes`. */
  readonly requiresQualityProcess?: string
  /** `domain` is `controlCode` or `certificateType`. */
  readonly idReferences: readonly IdReference[]
  /** (since cXML 1.2.048) */
  readonly certificateInfos: readonly CertificateInfo[]
}

/** `DPAS` (since cXML 1.2.063): the order has priority by US law (Defense Priorities and Allocations System). */
export interface DPAS {
  /** `DO`, `DX` or a fuller rating. The DTD requires it. */
  readonly rating?: string
  /** The rated contract. Not in headers. */
  readonly contract?: string
  /** What is allocated to the contract. Not in headers. */
  readonly quantity?: string
}

export const priority = element<Priority>('Priority', {
  level: optionalAttribute(),
  sequence: optionalAttribute(),
  inventory_level: optionalAttribute(),
  description: optional(description),
})

const certificateInfo = element<CertificateInfo>('CertificateInfo', {
  isRequired: optionalAttribute(),
  idReference: optional(idReference),
})

export const qualityInfo = element<QualityInfo>('QualityInfo', {
  requiresQualityProcess: optionalAttribute(),
  idReferences: many(idReference),
  certificateInfos: many(certificateInfo),
})

export const dpas = element<DPAS>('DPAS', {
  rating: optionalAttribute(),
  contract: optionalAttribute(),
  quantity: optionalAttribute(),
})
