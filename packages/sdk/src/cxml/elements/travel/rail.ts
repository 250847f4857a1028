import { element } from '../../grammar/element.js'
import { many, optional, optionalAttribute } from '../../grammar/fields.js'
import { type Address, address } from '../contact.js'
import {
  type Airport,
  type AvailablePrice,
  airport,
  availablePrice,
  type BookingClassCode,
  bookingClassCode,
  type Meal,
  meal,
  type Penalty,
  penalty,
  type Rate,
  rate,
  type TripType,
  tripType,
  type Vendor,
  vendor,
} from './booking.js'

/** `RailLegOrigin`: where a train is taken. */
export interface RailLegOrigin {
  readonly airport?: Airport
  readonly address?: Address
}

/** `RailLegDestination`: where it is left. */
export interface RailLegDestination {
  readonly airport?: Airport
  readonly address?: Address
}

/** `RailLeg`: one train. */
export interface RailLeg {
  /** The DTD requires it. */
  readonly arrivalTime?: string
  /** `sleeper` or `seat`. */
  readonly carType?: string
  /** The DTD requires it. */
  readonly departureTime?: string
  readonly seatNumber?: string
  /** The DTD requires it. */
  readonly trainNumber?: string
  /** The DTD requires it. */
  readonly travelSegment?: string
  /** The DTD requires it. */
  readonly vendor?: Vendor
  /** The DTD requires it. */
  readonly railLegOrigin?: RailLegOrigin
  /** The DTD requires it. */
  readonly railLegDestination?: RailLegDestination
  readonly bookingClassCode?: BookingClassCode
  readonly rate?: Rate
  readonly meals: readonly Meal[]
}

/** `RailDetail`: a journey by rail. */
export interface RailDetail {
  /** The DTD requires it. */
  readonly tripType?: TripType
  readonly railLegs: readonly RailLeg[]
  readonly availablePrices: readonly AvailablePrice[]
  readonly penalty?: Penalty
}

export const railLegOrigin = element<RailLegOrigin>('RailLegOrigin', {
  airport: optional(airport),
  address: optional(address),
})

export const railLegDestination = element<RailLegDestination>('RailLegDestination', {
  airport: optional(airport),
  address: optional(address),
})

export const railLeg = element<RailLeg>('RailLeg', {
  arrivalTime: optionalAttribute(),
  carType: optionalAttribute(),
  departureTime: optionalAttribute(),
  seatNumber: optionalAttribute(),
  trainNumber: optionalAttribute(),
  travelSegment: optionalAttribute(),
  vendor: optional(vendor),
  railLegOrigin: optional(railLegOrigin),
  railLegDestination: optional(railLegDestination),
  bookingClassCode: optional(bookingClassCode),
  rate: optional(rate),
  meals: many(meal),
})

export const railDetail = element<RailDetail>('RailDetail', {
  tripType: optional(tripType),
  railLegs: many(railLeg),
  availablePrices: many(availablePrice),
  penalty: optional(penalty),
})
