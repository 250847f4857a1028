import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { type Address, address } from './contact.js'
import { type IdReference, idReference } from './text.js'

/** `BusinessPartner` (since cXML 1.2.048): another party to the order. */
export interface BusinessPartner {
  /** Only `organization`. The DTD requires it. */
  readonly type?: string
  /** `soldTo`, `shipFrom`, `orderingAddress` or `logistics`. The DTD requires it. */
  readonly role?: string
  /** Its number is in `addressID`; `addressIDDomain` is `buyerAccountID`, `shipFromAddressID`, `supplierCorporate`. The DTD requires it. */
  readonly address?: Address
  readonly idReferences: readonly IdReference[]
}

/** `LegalEntity`: the buyer's company that orders (its company code). */
export interface LegalEntity {
  /** The DTD requires it. */
  readonly idReference?: IdReference
}

/** `OrganizationalUnit`: the buyer's purchasing organization, unit or group. */
export interface OrganizationalUnit {
  /** The DTD requires it. */
  readonly idReference?: IdReference
}

export const businessPartner = element<BusinessPartner>('BusinessPartner', {
  type: optionalAttribute(),
  role: optionalAttribute(),
  address: optional(address),
  idReferences: many(idReference),
})

export const legalEntity = element<LegalEntity>('LegalEntity', { idReference: optional(idReference) })

export const organizationalUnit = element<OrganizationalUnit>('OrganizationalUnit', {
  idReference: optional(idReference),
})
