import { type Correspondent, type Credential, correspondent, credential } from '../../elements/header.js'
import { type MasterAgreementIDInfo, masterAgreementIDInfo } from '../../elements/order-reference.js'
import {
  type LegalEntity,
  legalEntity,
  type OrganizationalUnit,
  organizationalUnit,
} from '../../elements/organization.js'
import { type PaymentTerm, paymentTerm } from '../../elements/payment.js'
import { type ShipTo, shipTo } from '../../elements/ship-to.js'
import {
  type Description,
  type DocumentReference,
  description,
  documentReference,
  type Extrinsic,
  extrinsic,
  type IdReference,
  idReference,
} from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { many, optional, optionalAttribute } from '../../grammar/fields.js'

/** `OrganizationID`: a supplier by the credentials that the buyer knows it by. */
export interface OrganizationID {
  readonly credentials: readonly Credential[]
}

/** `SupplierInvitation`: a supplier who is asked by name. */
export interface SupplierInvitation {
  /** `approved` or `contracted`. */
  readonly supplierStatus?: string
  readonly organizationID?: OrganizationID
  /** Whom to write to, where the supplier is not known yet. */
  readonly correspondent?: Correspondent
  readonly masterAgreementIDInfo?: MasterAgreementIDInfo
  readonly extrinsics: readonly Extrinsic[]
}

/** `SupplierSelector`: who is asked for a quote. */
export interface SupplierSelector {
  /** `invitationOnly`, `approvedVendorOnly` or `public`; the receiver's own rule where it is absent. */
  readonly matchingType?: string
  readonly supplierInvitations: readonly SupplierInvitation[]
}

/** `PaymentTerms`: terms under one code. */
export interface PaymentTerms {
  readonly paymentTermCode?: string
  readonly paymentTerms: readonly PaymentTerm[]
  readonly description?: Description
  readonly extrinsics: readonly Extrinsic[]
}

/** `FollowUpDocument`: what the buyer's system makes of the quote. Both texts are free, agreed between the systems. */
export interface FollowUpDocument {
  readonly category?: string
  /** `Contract`, … */
  readonly type?: string
}

/** `QuoteHeaderInfo`: what holds for all lines. */
export interface QuoteHeaderInfo {
  readonly legalEntity?: LegalEntity
  readonly organizationalUnits: readonly OrganizationalUnit[]
  readonly paymentTerms: readonly PaymentTerms[]
  readonly followUpDocument?: FollowUpDocument
  readonly documentReference?: DocumentReference
  readonly extrinsics: readonly Extrinsic[]
}

/** `Alternative`: whether a line may be offered instead of another. */
export interface Alternative {
  /** `noAlternative`, `basicLine` or `alternativeLine`. */
  readonly alternativeType?: string
  /** The line that an `alternativeLine` stands for. */
  readonly basicLineNumber?: string
}

/** `ProductionFacilityRole`: a stage of manufacturing (cutting, dyeing, …). */
export interface ProductionFacilityRole {
  readonly name?: string
  readonly idReference?: IdReference
}

/** `ProductionFacility`: a unit of the supplier, and the stage that it does. */
export interface ProductionFacility {
  readonly name?: string
  readonly idReference?: IdReference
  readonly productionFacilityRole?: ProductionFacilityRole
}

/** `ProductionFacilityAssociation`: a facility for a purchasing organization of the buyer. */
export interface ProductionFacilityAssociation {
  /** `new`, `update` or `delete`. */
  readonly operation?: string
  readonly productionFacility?: ProductionFacility
  readonly organizationalUnit?: OrganizationalUnit
  /** The buyer's plant. */
  readonly shipTo?: ShipTo
}

/** `SupplierProductionFacilityRelations` (since cXML 1.2.048). */
export interface SupplierProductionFacilityRelations {
  readonly productionFacilityAssociations: readonly ProductionFacilityAssociation[]
}

export const organizationID = element<OrganizationID>('OrganizationID', { credentials: many(credential) })

const supplierInvitation = element<SupplierInvitation>('SupplierInvitation', {
  supplierStatus: optionalAttribute(),
  organizationID: optional(organizationID),
  correspondent: optional(correspondent),
  masterAgreementIDInfo: optional(masterAgreementIDInfo),
  extrinsics: many(extrinsic),
})

export const supplierSelector = element<SupplierSelector>('SupplierSelector', {
  matchingType: optionalAttribute(),
  supplierInvitations: many(supplierInvitation),
})

const paymentTerms = element<PaymentTerms>('PaymentTerms', {
  paymentTermCode: optionalAttribute(),
  paymentTerms: many(paymentTerm),
  description: optional(description),
  extrinsics: many(extrinsic),
})

const followUpDocument = element<FollowUpDocument>('FollowUpDocument', {
  category: optionalAttribute(),
  type: optionalAttribute(),
})

export const quoteHeaderInfo = element<QuoteHeaderInfo>('QuoteHeaderInfo', {
  legalEntity: optional(legalEntity),
  organizationalUnits: many(organizationalUnit),
  paymentTerms: many(paymentTerms),
  followUpDocument: optional(followUpDocument),
  documentReference: optional(documentReference),
  extrinsics: many(extrinsic),
})

export const alternative = element<Alternative>('Alternative', {
  alternativeType: optionalAttribute(),
  basicLineNumber: optionalAttribute(),
})

const productionFacilityRole = element<ProductionFacilityRole>('ProductionFacilityRole', {
  name: optionalAttribute(),
  idReference: optional(idReference),
})

const productionFacility = element<ProductionFacility>('ProductionFacility', {
  name: optionalAttribute(),
  idReference: optional(idReference),
  productionFacilityRole: optional(productionFacilityRole),
})

const productionFacilityAssociation = element<ProductionFacilityAssociation>(
  'ProductionFacilityAssociation',
  {
    operation: optionalAttribute(),
    productionFacility: optional(productionFacility),
    organizationalUnit: optional(organizationalUnit),
    shipTo: optional(shipTo),
  },
)

export const supplierProductionFacilityRelations = element<SupplierProductionFacilityRelations>(
  'SupplierProductionFacilityRelations',
  { productionFacilityAssociations: many(productionFacilityAssociation) },
)
