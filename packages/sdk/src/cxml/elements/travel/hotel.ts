import { element } from '../../grammar/element.js'
import { many, optional, optionalAttribute } from '../../grammar/fields.js'
import { type Address, address } from '../contact.js'
import { type Description, description } from '../text.js'
import {
  type AvailablePrice,
  availablePrice,
  type BookingClassCode,
  bookingClassCode,
  type Meal,
  meal,
  type Rate,
  rate,
  type Vendor,
  vendor,
} from './booking.js'

/** `Amenities`: what a room has. */
export interface Amenities {
  /** The DTD requires it. */
  readonly description?: Description
}

/** `RoomType`: a room. */
export interface RoomType {
  /** `king`, `queen`, `full`, `double`, `single` or `other`. */
  readonly bedType?: string
  readonly numberOfBed?: string
  /** `yes` or `no`. The DTD requires it. */
  readonly smoking?: string
  readonly description?: Description
  readonly amenities: readonly Amenities[]
}

/** `HotelDetail`: a stay in a hotel. */
export interface HotelDetail {
  /** The DTD requires it. */
  readonly arrivalTime?: string
  /** The DTD requires it. */
  readonly checkinTime?: string
  /** The DTD requires it. */
  readonly checkoutTime?: string
  /** The DTD requires it. */
  readonly departureTime?: string
  /** Only `yes`. */
  readonly earlyCheckinAllowed?: string
  /** Only `yes`. */
  readonly lateCheckoutAllowed?: string
  /** The DTD requires it. */
  readonly travelSegment?: string
  /** The DTD requires it. */
  readonly vendor?: Vendor
  /** The DTD requires it. */
  readonly address?: Address
  /** The DTD requires it. */
  readonly roomType?: RoomType
  readonly bookingClassCode?: BookingClassCode
  readonly meals: readonly Meal[]
  readonly rates: readonly Rate[]
  readonly availablePrices: readonly AvailablePrice[]
}

export const amenities = element<Amenities>('Amenities', {
  description: optional(description),
})

export const roomType = element<RoomType>('RoomType', {
  bedType: optionalAttribute(),
  numberOfBed: optionalAttribute(),
  smoking: optionalAttribute(),
  description: optional(description),
  amenities: many(amenities),
})

export const hotelDetail = element<HotelDetail>('HotelDetail', {
  arrivalTime: optionalAttribute(),
  checkinTime: optionalAttribute(),
  checkoutTime: optionalAttribute(),
  departureTime: optionalAttribute(),
  earlyCheckinAllowed: optionalAttribute(),
  lateCheckoutAllowed: optionalAttribute(),
  travelSegment: optionalAttribute(),
  vendor: optional(vendor),
  address: optional(address),
  roomType: optional(roomType),
  bookingClassCode: optional(bookingClassCode),
  meals: many(meal),
  rates: many(rate),
  availablePrices: many(availablePrice),
})
