import { element } from '../../grammar/element.js'
import { many, optional, optionalAttribute } from '../../grammar/fields.js'
import { type Address, address } from '../contact.js'
import { unitOfMeasure } from '../item.js'
import { type Total, total } from '../price.js'
import {
  type Airport,
  type AvailablePrice,
  airport,
  availablePrice,
  type BookingClassCode,
  bookingClassCode,
  type Rate,
  rate,
  type Vendor,
  vendor,
} from './booking.js'

/** `CarRentalPickup`: where a car is taken. */
export interface CarRentalPickup {
  readonly airport?: Airport
  readonly address?: Address
}

/** `CarRentalDropoff`: where it is brought back. */
export interface CarRentalDropoff {
  readonly airport?: Airport
  readonly address?: Address
}

/** `CarRentalFee`: one part of what a car costs. */
export interface CarRentalFee {
  /** `baseRate` where it is absent; `additionalDriver`, `airportAccessFee`, `dropOffCharge`, `touristTax` and the like, or `other`. */
  readonly type?: string
  /** The DTD requires it. */
  readonly total?: Total
  readonly rates: readonly Rate[]
}

/** `LimitedMileage`: how far the car may go without paying more. */
export interface LimitedMileage {
  /** A decimal string. The DTD requires it. */
  readonly quantity?: string
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
}

/** `CarRentalDetail`: a rented car. */
export interface CarRentalDetail {
  /** The DTD requires it. */
  readonly dropoffTime?: string
  /** The DTD requires it. */
  readonly pickupTime?: string
  /** The DTD requires it. */
  readonly travelSegment?: string
  /** The DTD requires it. */
  readonly vendor?: Vendor
  /** The DTD requires it. */
  readonly carRentalPickup?: CarRentalPickup
  /** The DTD requires it. */
  readonly carRentalDropoff?: CarRentalDropoff
  readonly bookingClassCode?: BookingClassCode
  readonly carRentalFees: readonly CarRentalFee[]
  readonly limitedMileage?: LimitedMileage
  readonly availablePrices: readonly AvailablePrice[]
}

export const carRentalPickup = element<CarRentalPickup>('CarRentalPickup', {
  airport: optional(airport),
  address: optional(address),
})

export const carRentalDropoff = element<CarRentalDropoff>('CarRentalDropoff', {
  airport: optional(airport),
  address: optional(address),
})

export const carRentalFee = element<CarRentalFee>('CarRentalFee', {
  type: optionalAttribute(),
  total: optional(total),
  rates: many(rate),
})

export const limitedMileage = element<LimitedMileage>('LimitedMileage', {
  quantity: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
})

export const carRentalDetail = element<CarRentalDetail>('CarRentalDetail', {
  dropoffTime: optionalAttribute(),
  pickupTime: optionalAttribute(),
  travelSegment: optionalAttribute(),
  vendor: optional(vendor),
  carRentalPickup: optional(carRentalPickup),
  carRentalDropoff: optional(carRentalDropoff),
  bookingClassCode: optional(bookingClassCode),
  carRentalFees: many(carRentalFee),
  limitedMileage: optional(limitedMileage),
  availablePrices: many(availablePrice),
})
