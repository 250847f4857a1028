import { type CarrierIdentifier, type Contact, carrierIdentifier, contact } from '../../elements/contact.js'
import { type Comments, comments, type Extrinsic, extrinsic } from '../../elements/text.js'
import {
  type Route,
  route,
  type ShipmentIdentifier,
  shipmentIdentifier,
  type TransportInformation,
  transportInformation,
} from '../../elements/transport.js'
import { element } from '../../grammar/element.js'
import { many, optional, optionalAttribute } from '../../grammar/fields.js'

/** `PackageIdentification`: the numbers on the packages, first and last included. The DTD requires both. */
export interface PackageIdentification {
  readonly rangeBegin?: string
  readonly rangeEnd?: string
}

/**
 * `ShipControl`: one leg of the journey, under one carrier who knows the shipment by `shipmentIdentifiers`. Legs stand in
 * the order of travel.
 */
export interface ShipControl {
  /** When the carrier takes over: on each leg but the first, which begins at the header's `shipmentDate`. */
  readonly startDate?: string
  /** All of the same carrier; by `domain` `SCAC`, `companyName`, `IATA`, `DUNS` and the like. The DTD requires one. */
  readonly carrierIdentifiers: readonly CarrierIdentifier[]
  /** The carrier's numbers for tracking. The DTD requires one; several since cXML 1.2.028. */
  readonly shipmentIdentifiers: readonly ShipmentIdentifier[]
  readonly packageIdentification?: PackageIdentification
  /** In the order of travel. The standard lets them mix with `transportInformations`; written they stand before them. */
  readonly routes: readonly Route[]
  readonly transportInformations: readonly TransportInformation[]
  /** By `role`: `carrierCorporate`; on each leg but the first also `shipFrom`, where the carrier takes over. */
  readonly contacts: readonly Contact[]
  readonly comments: readonly Comments[]
  readonly extrinsics: readonly Extrinsic[]
}

const packageIdentification = element<PackageIdentification>('PackageIdentification', {
  rangeBegin: optionalAttribute(),
  rangeEnd: optionalAttribute(),
})

export const shipControl = element<ShipControl>('ShipControl', {
  startDate: optionalAttribute(),
  carrierIdentifiers: many(carrierIdentifier),
  shipmentIdentifiers: many(shipmentIdentifier),
  packageIdentification: optional(packageIdentification),
  routes: many(route),
  transportInformations: many(transportInformation),
  contacts: many(contact),
  comments: many(comments),
  extrinsics: many(extrinsic),
})
