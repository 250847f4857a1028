import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { type DPAS, dpas } from './industry.js'
import { unitOfMeasure } from './item.js'

/** `ScheduleLineReleaseInfo`: how firm this part of a release order is. */
export interface ScheduleLineReleaseInfo {
  /** `firm`, `tradeoff` or `forecast`. The DTD requires it. */
  readonly commitmentCode?: string
  /** A decimal string: what is scheduled in all up to here. The DTD requires it. */
  readonly cumulativeScheduledQuantity?: string
  readonly receivedQuantity?: string
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
}

/** `ScheduleLineAerospaceAndDefense`: what aerospace and defence add to a part of a line. */
export interface ScheduleLineAerospaceAndDefense {
  /** `DO` or `DX`. */
  readonly dpasRating?: string
  readonly dpases: readonly DPAS[]
}

/** `ScheduleLineIndustry`: what one industry adds to a part of a line. */
export interface ScheduleLineIndustry {
  readonly scheduleLineAerospaceAndDefense?: ScheduleLineAerospaceAndDefense
}

export const scheduleLineReleaseInfo = element<ScheduleLineReleaseInfo>('ScheduleLineReleaseInfo', {
  commitmentCode: optionalAttribute(),
  cumulativeScheduledQuantity: optionalAttribute(),
  receivedQuantity: optionalAttribute(),
  unitOfMeasure: optional(unitOfMeasure),
})

export const scheduleLineAerospaceAndDefense = element<ScheduleLineAerospaceAndDefense>(
  'ScheduleLineAerospaceAndDefense',
  {
    dpasRating: optionalAttribute(),
    dpases: many(dpas),
  },
)

export const scheduleLineIndustry = element<ScheduleLineIndustry>('ScheduleLineIndustry', {
  scheduleLineAerospaceAndDefense: optional(scheduleLineAerospaceAndDefense),
})
