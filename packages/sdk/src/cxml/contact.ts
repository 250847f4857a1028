import type { Extrinsic, IdReference, Name } from './text.js'

/** `Email`. */
export interface Email {
  readonly name?: string
  readonly preferredLang?: string
  readonly value: string
}

/** `CountryCode`: the telephone prefix of a country (`value` is `1` for `US`). */
export interface CountryCode {
  readonly isoCountryCode?: string
  readonly value: string
}

/** `TelephoneNumber`. */
export interface TelephoneNumber {
  readonly countryCode?: CountryCode
  readonly areaOrCityCode?: string
  readonly number?: string
  readonly extension?: string
}

/** `Phone`. */
export interface Phone {
  readonly name?: string
  readonly telephoneNumber?: TelephoneNumber
}

/** `Fax`: one of the three. */
export interface Fax {
  readonly name?: string
  readonly telephoneNumber?: TelephoneNumber
  readonly url?: string
  readonly email?: Email
}

/** `Country`: `value` is its name. */
export interface Country {
  readonly isoCountryCode?: string
  readonly value: string
}

/** `PostalAddress`. */
export interface PostalAddress {
  readonly name?: string
  readonly deliverTos: readonly string[]
  readonly streets: readonly string[]
  readonly city?: string
  readonly municipality?: string
  readonly state?: string
  readonly postalCode?: string
  readonly country?: Country
  readonly extrinsics: readonly Extrinsic[]
}

/** `Address`. */
export interface Address {
  readonly isoCountryCode?: string
  readonly addressID?: string
  readonly addressIDDomain?: string
  readonly name?: Name
  readonly postalAddress?: PostalAddress
  readonly email?: Email
  readonly phone?: Phone
  readonly fax?: Fax
  readonly url?: string
}

/** `Contact`: a person or a department. `role` is free (`endUser`, `purchasingAgent`, `shipTo`, …). */
export interface Contact {
  readonly role?: string
  readonly addressID?: string
  readonly addressIDDomain?: string
  readonly name?: Name
  readonly postalAddresses: readonly PostalAddress[]
  readonly emails: readonly Email[]
  readonly phones: readonly Phone[]
  readonly faxes: readonly Fax[]
  readonly urls: readonly string[]
  readonly idReferences: readonly IdReference[]
  readonly extrinsics: readonly Extrinsic[]
}

/** `CarrierIdentifier`. */
export interface CarrierIdentifier {
  readonly domain: string
  readonly value: string
}

/** `ShipTo`. */
export interface ShipTo {
  readonly address: Address
  readonly carrierIdentifiers: readonly CarrierIdentifier[]
  readonly idReferences: readonly IdReference[]
}

/** `BillTo`. */
export interface BillTo {
  readonly address: Address
  readonly idReferences: readonly IdReference[]
}
