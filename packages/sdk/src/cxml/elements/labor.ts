import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute, ownText } from '../grammar/fields.js'
import { type Address, address, type Contact, contact } from './contact.js'
import { type PriceBasisQuantity, priceBasisQuantity, unitOfMeasure } from './item.js'
import { type Money, money } from './money.js'
import { type Period, period } from './terms-of-delivery.js'
import { type Description, description, type Extrinsic, extrinsic } from './text.js'

/** `TermReference`: a term that the rate is for, of a list of terms elsewhere in the document. */
export interface TermReference {
  /** The DTD requires it. */
  readonly term?: string
  /** The DTD requires it. */
  readonly termName?: string
}

/** `UnitRate`: a price for a unit of time or work. */
export interface UnitRate {
  /** The DTD requires it. */
  readonly money?: Money
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
  readonly priceBasisQuantity?: PriceBasisQuantity
  readonly termReference?: TermReference
}

/** `ContractorIdentifier`: a temporary worker's number, at the supplier or at the buyer. */
export interface ContractorIdentifier {
  /** `supplierReferenceID` or `buyerReferenceID`. The DTD requires it. */
  readonly domain?: string
  readonly value: string
}

/** `Contractor`: a temporary worker. */
export interface Contractor {
  /** The DTD requires it. */
  readonly contractorIdentifier?: ContractorIdentifier
  /** The DTD requires it. */
  readonly contact?: Contact
}

/** `JobDescription`: what is to be done. */
export interface JobDescription {
  /** The DTD requires it. */
  readonly description?: Description
}

/** `Supervisor`: who oversees the work. */
export interface Supervisor {
  /** The DTD requires it. */
  readonly contact?: Contact
}

/** `WorkLocation`: where it is done. */
export interface WorkLocation {
  /** The DTD requires it. */
  readonly address?: Address
}

/** `LaborDetail`: temporary labour. */
export interface LaborDetail {
  readonly supplierReferenceCode?: string
  readonly unitRates: readonly UnitRate[]
  /** From when to when. The DTD requires it. */
  readonly period?: Period
  readonly contractor?: Contractor
  readonly jobDescription?: JobDescription
  readonly supervisor?: Supervisor
  readonly workLocation?: WorkLocation
  readonly extrinsics: readonly Extrinsic[]
}

/** `FeeDetail`: a fee, once or again and again. */
export interface FeeDetail {
  /** Only `yes`. */
  readonly isRecurring?: string
  readonly unitRates: readonly UnitRate[]
  readonly period?: Period
}

export const termReference = element<TermReference>('TermReference', {
  term: optionalAttribute(),
  termName: optionalAttribute(),
})

export const unitRate = element<UnitRate>('UnitRate', {
  money: optional(money),
  unitOfMeasure: optional(unitOfMeasure),
  priceBasisQuantity: optional(priceBasisQuantity),
  termReference: optional(termReference),
})

export const contractorIdentifier = element<ContractorIdentifier>('ContractorIdentifier', {
  domain: optionalAttribute(),
  value: ownText(),
})

export const contractor = element<Contractor>('Contractor', {
  contractorIdentifier: optional(contractorIdentifier),
  contact: optional(contact),
})

export const jobDescription = element<JobDescription>('JobDescription', {
  description: optional(description),
})

export const supervisor = element<Supervisor>('Supervisor', {
  contact: optional(contact),
})

export const workLocation = element<WorkLocation>('WorkLocation', {
  address: optional(address),
})

export const laborDetail = element<LaborDetail>('LaborDetail', {
  supplierReferenceCode: optionalAttribute(),
  unitRates: many(unitRate),
  period: optional(period),
  contractor: optional(contractor),
  jobDescription: optional(jobDescription),
  supervisor: optional(supervisor),
  workLocation: optional(workLocation),
  extrinsics: many(extrinsic),
})

export const feeDetail = element<FeeDetail>('FeeDetail', {
  isRecurring: optionalAttribute(),
  unitRates: many(unitRate),
  period: optional(period),
})
