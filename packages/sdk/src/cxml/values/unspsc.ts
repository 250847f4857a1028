import { trimXmlSpace } from '../../xml/space.js'

/** A code of the United Nations Standard Products and Services Code. All codes in it have 8 digits. */
export interface Unspsc {
  /** `43232304`. */
  readonly code: string
  readonly level: 'segment' | 'family' | 'class' | 'commodity'
  /** `43000000`. */
  readonly segment: string
  /** `43230000`; absent where the code is a segment. */
  readonly family?: string
  /** `43232300`; absent where the code is a segment or family. */
  readonly class?: string
  /** The code itself, where it is one. */
  readonly commodity?: string
  /** The two digits that some senders write after it: what the supplier is to the goods. */
  readonly businessType?: string
}

/** Segments begin at 10. Between pairs of digits a space, dash or point, or nothing. */
const written = /^([1-9]\d)[ .-]?(\d\d)[ .-]?(\d\d)[ .-]?(\d\d)(?:[ .-]?(\d\d))?$/

/**
 * The code that a text stands for: `"43232304"`, `"43-23-23-04"`, `"4323230400"` (with business type). `undefined` where it
 * is none. Whether the code exists is not looked up.
 */
export function readUnspsc(text: string): Unspsc | undefined {
  const trimmed = trimXmlSpace(text)
  const match = trimmed.length > 20 ? null : written.exec(trimmed)
  if (match === null) return undefined
  const [, segment = '', family = '', ofClass = '', commodity = '', businessType] = match
  const level =
    commodity !== '00' ? 'commodity' : ofClass !== '00' ? 'class' : family !== '00' ? 'family' : 'segment'
  const code = segment + family + ofClass + commodity
  return {
    code,
    level,
    segment: `${segment}000000`,
    ...(level === 'segment' ? {} : { family: `${segment}${family}0000` }),
    ...(level === 'class' || level === 'commodity' ? { class: `${segment}${family}${ofClass}00` } : {}),
    ...(level === 'commodity' ? { commodity: code } : {}),
    ...(businessType === undefined ? {} : { businessType }),
  }
}
