import { element } from '../../grammar/element.js'
import { many, optional, optionalAttribute } from '../../grammar/fields.js'
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

/** `AirLegOrigin`: where a flight begins. */
export interface AirLegOrigin {
  /** The DTD requires it. */
  readonly airport?: Airport
}

/** `AirLegDestination`: where a flight ends. */
export interface AirLegDestination {
  /** The DTD requires it. */
  readonly airport?: Airport
}

/** `AirLeg`: one flight. */
export interface AirLeg {
  /** The DTD requires it. */
  readonly arrivalTime?: string
  /** The DTD requires it. */
  readonly departureTime?: string
  readonly equipment?: string
  /** The DTD requires it. */
  readonly flightNumber?: string
  readonly seatNumber?: string
  /** `window`, `aisle` or `middle`. */
  readonly seatType?: string
  /** A number. */
  readonly stops?: string
  /** The DTD requires it. */
  readonly travelSegment?: string
  /** Only `yes`. */
  readonly upgrade?: string
  /** The DTD requires it. */
  readonly vendor?: Vendor
  /** The DTD requires it. */
  readonly airLegOrigin?: AirLegOrigin
  /** The DTD requires it. */
  readonly airLegDestination?: AirLegDestination
  readonly bookingClassCode?: BookingClassCode
  readonly rate?: Rate
  readonly meals: readonly Meal[]
}

/** `AirDetail`: a journey by air. */
export interface AirDetail {
  /** The DTD requires it. */
  readonly tripType?: TripType
  readonly airLegs: readonly AirLeg[]
  readonly availablePrices: readonly AvailablePrice[]
  readonly penalty?: Penalty
}

export const airLegOrigin = element<AirLegOrigin>('AirLegOrigin', {
  airport: optional(airport),
})

export const airLegDestination = element<AirLegDestination>('AirLegDestination', {
  airport: optional(airport),
})

export const airLeg = element<AirLeg>('AirLeg', {
  arrivalTime: optionalAttribute(),
  departureTime: optionalAttribute(),
  equipment: optionalAttribute(),
  flightNumber: optionalAttribute(),
  seatNumber: optionalAttribute(),
  seatType: optionalAttribute(),
  stops: optionalAttribute(),
  travelSegment: optionalAttribute(),
  upgrade: optionalAttribute(),
  vendor: optional(vendor),
  airLegOrigin: optional(airLegOrigin),
  airLegDestination: optional(airLegDestination),
  bookingClassCode: optional(bookingClassCode),
  rate: optional(rate),
  meals: many(meal),
})

export const airDetail = element<AirDetail>('AirDetail', {
  tripType: optional(tripType),
  airLegs: many(airLeg),
  availablePrices: many(availablePrice),
  penalty: optional(penalty),
})
