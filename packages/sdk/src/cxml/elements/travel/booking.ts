import { element } from '../../grammar/element.js'
import { many, optional, optionalAttribute } from '../../grammar/fields.js'
import { type Address, address } from '../contact.js'
import { type SupplierID, supplierID } from '../item.js'
import { type UnitRate, unitRate } from '../labor.js'
import { type Money, money } from '../money.js'
import { type Total, total } from '../price.js'
import { type Description, description } from '../text.js'

/** `Vendor`: who provides the travel: an airline, a hotel, …. */
export interface Vendor {
  /** `yes` or `no`. The DTD requires it. */
  readonly preferred?: string
  /** The DTD requires it. */
  readonly address?: Address
  readonly supplierIDs: readonly SupplierID[]
}

/** `Airport`: an airport by its code (IATA). */
export interface Airport {
  /** The DTD requires it. */
  readonly airportCode?: string
  readonly address?: Address
}

/** `BookingClassCode`: a class that is booked, in a scheme of codes. */
export interface BookingClassCode {
  /** The DTD requires it. */
  readonly code?: string
  /** The DTD requires it. */
  readonly domain?: string
  readonly description?: Description
}

/** `Rate`: a price for a number of units. */
export interface Rate {
  /** A decimal string. The DTD requires it. */
  readonly quantity?: string
  /** The DTD requires it. */
  readonly total?: Total
  /** The DTD requires it. */
  readonly unitRate?: UnitRate
  readonly description?: Description
}

/** `Meal`: a meal that is included. */
export interface Meal {
  readonly bookingClassCode?: BookingClassCode
  readonly description?: Description
}

/** `AvailablePrice`: another price that was to be had. */
export interface AvailablePrice {
  /** `lowest`, `lowestCompliant`, `highestCompliant`, `highest` or `other`. The DTD requires it. */
  readonly type?: string
  /** The DTD requires it. */
  readonly money?: Money
  readonly description?: Description
}

/** `Penalty`: what a change or cancellation costs. */
export interface Penalty {
  /** The DTD requires it. */
  readonly money?: Money
  /** The DTD requires it. */
  readonly description?: Description
}

/** `TripType`: there and back, one way, or several legs. */
export interface TripType {
  /** `round`, `oneWay` or `multiLeg`. The DTD requires it. */
  readonly type?: string
}

export const vendor = element<Vendor>('Vendor', {
  preferred: optionalAttribute(),
  address: optional(address),
  supplierIDs: many(supplierID),
})

export const airport = element<Airport>('Airport', {
  airportCode: optionalAttribute(),
  address: optional(address),
})

export const bookingClassCode = element<BookingClassCode>('BookingClassCode', {
  code: optionalAttribute(),
  domain: optionalAttribute(),
  description: optional(description),
})

export const rate = element<Rate>('Rate', {
  quantity: optionalAttribute(),
  total: optional(total),
  unitRate: optional(unitRate),
  description: optional(description),
})

export const meal = element<Meal>('Meal', {
  bookingClassCode: optional(bookingClassCode),
  description: optional(description),
})

export const availablePrice = element<AvailablePrice>('AvailablePrice', {
  type: optionalAttribute(),
  money: optional(money),
  description: optional(description),
})

export const penalty = element<Penalty>('Penalty', {
  money: optional(money),
  description: optional(description),
})

export const tripType = element<TripType>('TripType', {
  type: optionalAttribute(),
})
