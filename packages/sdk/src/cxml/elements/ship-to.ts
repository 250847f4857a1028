import { element } from '../grammar/element.js'
import { many, optional } from '../grammar/fields.js'
import { type Address, address, type CarrierIdentifier, carrierIdentifier } from './contact.js'
import { type IdReference, idReference } from './text.js'
import { type TransportInformation, transportInformation } from './transport.js'

/** `ShipTo`: where it goes, and how. */
export interface ShipTo {
  /** The DTD requires it. Where `addressIDDomain` is `buyerLocationID`, `addressID` is the buyer's plant. */
  readonly address?: Address
  /** The carrier that the buyer wants, in different domains (since cXML 1.2.024). */
  readonly carrierIdentifiers: readonly CarrierIdentifier[]
  readonly transportInformations: readonly TransportInformation[]
  /** (since cXML 1.2.028) */
  readonly idReferences: readonly IdReference[]
}

export const shipTo = element<ShipTo>('ShipTo', {
  address: optional(address),
  carrierIdentifiers: many(carrierIdentifier),
  transportInformations: many(transportInformation),
  idReferences: many(idReference),
})
