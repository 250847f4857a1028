import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute, ownText } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type Extrinsic, extrinsic, type IdReference, idReference, type Name, name, url } from './text.js'

/** `Email`. */
export interface Email {
  /** Which of several: `work`, `default`. */
  readonly name?: string
  /** The language to write in. */
  readonly preferredLang?: string
  readonly value: string
}

/** `CountryCode`: the telephone prefix of a country (`value` is `1` for `US`). */
export interface CountryCode {
  readonly isoCountryCode?: string
  readonly value: string
}

/** `TelephoneNumber`: in parts. The DTD requires all but the extension. */
export interface TelephoneNumber {
  readonly countryCode?: CountryCode
  readonly areaOrCityCode?: string
  readonly number?: string
  readonly extension?: string
}

/** `Phone`. */
export interface Phone {
  /** Which of several: `work`, `mobile`. */
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

/** `PostalAddress`: lines as they go on a parcel. */
export interface PostalAddress {
  /** Which of several: `default`. */
  readonly name?: string
  /** Person, department, room: one a line. */
  readonly deliverTos: readonly string[]
  readonly streets: readonly string[]
  readonly city?: string
  readonly municipality?: string
  /** Of a country that has them; in the US two letters. */
  readonly state?: string
  readonly postalCode?: string
  readonly country?: Country
  readonly extrinsics: readonly Extrinsic[]
}

/** `Address`: a place, and how to reach it. */
export interface Address {
  /** ISO 3166. */
  readonly isoCountryCode?: string
  /** The buyer's (or supplier's) own key of the address: the surest way to compare. */
  readonly addressID?: string
  /** Who gives `addressID` its meaning. */
  readonly addressIDDomain?: string
  /** The DTD requires it. */
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
  /** The DTD requires it. */
  readonly name?: Name
  readonly postalAddresses: readonly PostalAddress[]
  readonly emails: readonly Email[]
  readonly phones: readonly Phone[]
  readonly faxes: readonly Fax[]
  readonly urls: readonly string[]
  readonly idReferences: readonly IdReference[]
  readonly extrinsics: readonly Extrinsic[]
}

/** `CarrierIdentifier`: who carries it. */
export interface CarrierIdentifier {
  /** What kind of name it is: `SCAC`, `DUNS`, `companyName`. The DTD requires it. */
  readonly domain?: string
  readonly value: string
}

/** `BillTo`: who gets the invoice. */
export interface BillTo {
  /** The DTD requires it. */
  readonly address?: Address
  readonly idReferences: readonly IdReference[]
}

export const email = element<Email>('Email', {
  name: optionalAttribute(),
  preferredLang: optionalAttribute(),
  value: ownText(),
})

const telephoneNumber = element<TelephoneNumber>('TelephoneNumber', {
  countryCode: optional(
    element<CountryCode>('CountryCode', { isoCountryCode: optionalAttribute(), value: ownText() }),
  ),
  areaOrCityCode: optional(textElement('AreaOrCityCode')),
  number: optional(textElement('Number')),
  extension: optional(textElement('Extension')),
})

export const phone = element<Phone>('Phone', {
  name: optionalAttribute(),
  telephoneNumber: optional(telephoneNumber),
})

export const fax = element<Fax>('Fax', {
  name: optionalAttribute(),
  telephoneNumber: optional(telephoneNumber),
  url: optional(url),
  email: optional(email),
})

export const country = element<Country>('Country', { isoCountryCode: optionalAttribute(), value: ownText() })

export const postalAddress = element<PostalAddress>('PostalAddress', {
  name: optionalAttribute(),
  deliverTos: many(textElement('DeliverTo')),
  streets: many(textElement('Street')),
  city: optional(textElement('City')),
  municipality: optional(textElement('Municipality')),
  state: optional(textElement('State')),
  postalCode: optional(textElement('PostalCode')),
  country: optional(country),
  extrinsics: many(extrinsic),
})

export const address = element<Address>('Address', {
  isoCountryCode: optionalAttribute(),
  addressID: optionalAttribute(),
  addressIDDomain: optionalAttribute(),
  name: optional(name),
  postalAddress: optional(postalAddress),
  email: optional(email),
  phone: optional(phone),
  fax: optional(fax),
  url: optional(url),
})

export const contact = element<Contact>('Contact', {
  role: optionalAttribute(),
  addressID: optionalAttribute(),
  addressIDDomain: optionalAttribute(),
  name: optional(name),
  postalAddresses: many(postalAddress),
  emails: many(email),
  phones: many(phone),
  faxes: many(fax),
  urls: many(url),
  idReferences: many(idReference),
  extrinsics: many(extrinsic),
})

export const carrierIdentifier = element<CarrierIdentifier>('CarrierIdentifier', {
  domain: optionalAttribute(),
  value: ownText(),
})

export const billTo = element<BillTo>('BillTo', {
  address: optional(address),
  idReferences: many(idReference),
})
