import { element } from '../../grammar/element.js'
import { many, optional, optionalAttribute } from '../../grammar/fields.js'
import { type Comments, comments, type Description, description } from '../text.js'
import { type AirDetail, airDetail } from './air.js'
import { type CarRentalDetail, carRentalDetail } from './car-rental.js'
import { type HotelDetail, hotelDetail } from './hotel.js'
import { type RailDetail, railDetail } from './rail.js'

/** `PolicyViolationJustification`: why the rule was broken. */
export interface PolicyViolationJustification {
  /** The DTD requires it. */
  readonly description?: Description
}

/** `PolicyViolation`: a travel rule of the buyer that was broken. */
export interface PolicyViolation {
  /** `warning` or `violation`. The DTD requires it. */
  readonly level?: string
  /** The DTD requires it. */
  readonly description?: Description
  /** The DTD requires it. */
  readonly policyViolationJustification?: PolicyViolationJustification
  readonly comments?: Comments
}

/** `TermsAndConditions`: conditions in words, by language. */
export interface TermsAndConditions {
  readonly descriptions: readonly Description[]
}

/** `TravelDetail`: one booking: by air, car, hotel or rail. */
export interface TravelDetail {
  /** The DTD requires it. */
  readonly confirmationNumber?: string
  /** The booking in the reservation system. */
  readonly pnrLocator?: string
  readonly quoteExpirationTime?: string
  readonly airDetail?: AirDetail
  readonly carRentalDetail?: CarRentalDetail
  readonly hotelDetail?: HotelDetail
  readonly railDetail?: RailDetail
  readonly policyViolations: readonly PolicyViolation[]
  readonly comments?: Comments
  readonly termsAndConditions?: TermsAndConditions
}

export const policyViolationJustification = element<PolicyViolationJustification>(
  'PolicyViolationJustification',
  {
    description: optional(description),
  },
)

export const policyViolation = element<PolicyViolation>('PolicyViolation', {
  level: optionalAttribute(),
  description: optional(description),
  policyViolationJustification: optional(policyViolationJustification),
  comments: optional(comments),
})

export const termsAndConditions = element<TermsAndConditions>('TermsAndConditions', {
  descriptions: many(description),
})

export const travelDetail = element<TravelDetail>('TravelDetail', {
  confirmationNumber: optionalAttribute(),
  pnrLocator: optionalAttribute(),
  quoteExpirationTime: optionalAttribute(),
  airDetail: optional(airDetail),
  carRentalDetail: optional(carRentalDetail),
  hotelDetail: optional(hotelDetail),
  railDetail: optional(railDetail),
  policyViolations: many(policyViolation),
  comments: optional(comments),
  termsAndConditions: optional(termsAndConditions),
})
