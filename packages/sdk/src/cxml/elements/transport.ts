import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute, ownText } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type Contact, contact } from './contact.js'
import { type Dimension, dimension } from './item.js'
import { type CodedText, transportTerms } from './terms-of-delivery.js'
import { type Description, description, type Extrinsic, extrinsic } from './text.js'

/** `ShipmentIdentifier`: `value` is the carrier's number of the shipment. */
export interface ShipmentIdentifier {
  /** What number it is: `trackingNumber`, `billOfLading` and the like. */
  readonly domain?: string
  readonly trackingNumberDate?: string
  /** Where the carrier shows the shipment. */
  readonly trackingURL?: string
  readonly value: string
}

/** `Route`: one leg of the journey, by one means of transport. */
export interface Route {
  /** `air`, `motor`, `rail`, `ship`, `mail`, `multimodal`, `fixedTransport`, `inlandWater`, `unknown` or `custom`. The DTD requires it. */
  readonly method?: string
  /** A code of the means of transport, more exact than `method`. */
  readonly means?: string
  readonly startDate?: string
  readonly endDate?: string
  /** By `role`, each once: `carrierCorporate`, `shipFrom` (in every route but the first), `shipTo`. */
  readonly contacts: readonly Contact[]
  /** What `custom` means. May be empty; cXML before 1.2.036 has no text here. */
  readonly value: string
}

/** `ShippingInstructions`. */
export interface ShippingInstructions {
  readonly description?: Description
}

/** `TransportInformation` (since cXML 1.2.024): how the buyer wants it carried; a ship notice repeats it. */
export interface TransportInformation {
  readonly route?: Route
  /** The buyer's or supplier's number of the contract with the carrier. */
  readonly shippingContractNumber?: string
  readonly shippingInstructions?: ShippingInstructions
}

/** `TermsOfTransport`: the container or vehicle that carries the goods, and its seal. */
export interface TermsOfTransport {
  readonly sealID?: string
  /** Who sealed it. */
  readonly sealingPartyCode?: string
  /** Of the container or vehicle. */
  readonly equipmentIdentificationCode?: string
  readonly transportTerms?: CodedText
  readonly dimensions: readonly Dimension[]
  readonly extrinsics: readonly Extrinsic[]
}

export const shipmentIdentifier = element<ShipmentIdentifier>('ShipmentIdentifier', {
  domain: optionalAttribute(),
  trackingNumberDate: optionalAttribute(),
  trackingURL: optionalAttribute(),
  value: ownText(),
})

export const route = element<Route>('Route', {
  method: optionalAttribute(),
  means: optionalAttribute(),
  startDate: optionalAttribute(),
  endDate: optionalAttribute(),
  contacts: many(contact),
  value: ownText(),
})

export const transportInformation = element<TransportInformation>('TransportInformation', {
  route: optional(route),
  shippingContractNumber: optional(textElement('ShippingContractNumber')),
  shippingInstructions: optional(
    element<ShippingInstructions>('ShippingInstructions', { description: optional(description) }),
  ),
})

export const termsOfTransport = element<TermsOfTransport>('TermsOfTransport', {
  sealID: optional(textElement('SealID')),
  sealingPartyCode: optional(textElement('SealingPartyCode')),
  equipmentIdentificationCode: optional(textElement('EquipmentIdentificationCode')),
  transportTerms: optional(transportTerms),
  dimensions: many(dimension),
  extrinsics: many(extrinsic),
})
