import { trimXmlSpace } from '../../xml/space.js'

/**
 * A date as cXML writes it: `2026-01-15T10:00:00+00:00`, in UTC, whole seconds, with the offset in digits (the User's
 * Guide forbids `Z`).
 *
 * Throws `RangeError` for a date that is none (`new Date(NaN)`), or not of the years 0 to 9999.
 */
export function formatTimestamp(date: Date): string {
  const text = date.toISOString()
  if (text.length !== 24) throw new RangeError(`The year of ${text} has no four digits`)
  return `${text.slice(0, 19)}+00:00`
}

/** What a timestamp or date says, as far as it says it. */
export interface Timestamp {
  /** As sent. */
  readonly text: string
  /** What its clock and calendar showed, as ISO 8601 has it: `2026-01-15T10:00:00.5`, `2026-01-15T10:00`, `2026-01-15`. */
  readonly local: string
  readonly precision: 'day' | 'minute' | 'second' | 'fraction'
  /** From UTC, `+01:00`; absent where the text has none. `Z` is `+00:00`. */
  readonly offset?: string
  /**
   * When that was, to the millisecond. Absent without an offset, and for a date alone: where the sender's clock stands is
   * not for a reader to guess.
   */
  readonly instant?: Date
}

/** ISO 8601, with all that senders do to it: a blank for `T`, single digits, `-0500`, `-5:00`, `-05`, ` UTC`. */
const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,20}))?)?(?: ?(Z|z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?))?)?$/

/** `Mon May 19 18:29:48 +0000 2008`, as old Coupa writes it. */
const coupa =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (UTC|GMT|[+-]\d{4}) (\d{4})$/

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'
/** Milliseconds. */
const day = 86_400_000
/** The longest that is read: a fraction of 20 digits and an offset. */
const longest = 60

/**
 * What a `timestamp`, `orderDate` and the like says; `undefined` where it is no date of the calendar (`2026-02-30`), or in
 * no form that is known for certain (`05/19/2008`, `--T+00:00`, nothing at all).
 *
 * Read are `2026-01-15T10:00:00+00:00` and every form of ISO 8601 near it (`Z`, no offset, `-0500`, `-5:00`, a blank for `T`,
 * no seconds, a date alone), and `Mon May 19 18:29:48 +0000 2008`.
 */
export function readTimestamp(text: string): Timestamp | undefined {
  const trimmed = trimXmlSpace(text)
  if (trimmed.length > longest) return undefined
  const match = iso.exec(trimmed)
  if (match !== null) {
    const [, year = '', month = '', day = '', hour, minute = '', second, fraction, zone] = match
    return timestampOf(text, { year, month, day, hour, minute, second, fraction, zone })
  }
  const old = coupa.exec(trimmed)
  if (old === null) return undefined
  const [, name = '', day = '', hour = '', minute = '', second, zone, year = ''] = old
  const month = String(months.indexOf(name) / 3 + 1)
  return timestampOf(text, { year, month, day, hour, minute, second, fraction: undefined, zone })
}

interface Fields {
  readonly year: string
  readonly month: string
  readonly day: string
  readonly hour: string | undefined
  readonly minute: string
  readonly second: string | undefined
  readonly fraction: string | undefined
  readonly zone: string | undefined
}

function timestampOf(text: string, fields: Fields): Timestamp | undefined {
  const { year, hour, minute, second, fraction, zone } = fields
  const date = `${year}-${fields.month.padStart(2, '0')}-${fields.day.padStart(2, '0')}`
  if (!isOfCalendar(date)) return undefined
  if (hour === undefined) return { text, local: date, precision: 'day' }
  const offset = zone === undefined ? undefined : offsetOf(zone)
  if (zone !== undefined && offset === undefined) return undefined
  const time = [hour.padStart(2, '0'), minute, ...(second === undefined ? [] : [second])].join(':')
  const clock = milliseconds(time, fraction)
  if (clock === undefined) return undefined
  const local = `${date}T${time}${fraction === undefined ? '' : `.${fraction}`}`
  const precision = fraction !== undefined ? 'fraction' : second !== undefined ? 'second' : 'minute'
  if (offset === undefined) return { text, local, precision }
  const instant = new Date(Date.parse(`${date}T00:00:00.000Z`) + clock - minutesOf(offset) * 60_000)
  if (second === '60' && instant.getTime() % day >= 1000) return undefined
  return { text, local, precision, offset, instant }
}

/** That `Date` takes 30 February for 2 March is found by reading it back. */
function isOfCalendar(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00.000Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/**
 * From midnight; `24:00:00` is the midnight after. A leap second (`23:59:60` in UTC) is the second after it, as clocks of
 * computers count; zones are quarters of an hour apart.
 */
function milliseconds(time: string, fraction = ''): number | undefined {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  const rest = Number(fraction.padEnd(3, '0').slice(0, 3))
  const isEndOfDay = hour === 24 && minute === 0 && second === 0 && Number(fraction) === 0
  const isLeapSecond = second === 60 && minute % 15 === 14
  if ((hour > 23 && !isEndOfDay) || minute > 59 || (second > 59 && !isLeapSecond)) return undefined
  return ((hour * 60 + minute) * 60 + second) * 1000 + rest
}

/** `+01:00` for `+0100`, `+1:00` and `+01`; `undefined` beyond 14 hours, where no place on earth is. */
function offsetOf(zone: string): string | undefined {
  if (/^[A-Za-z]/.test(zone)) return '+00:00'
  const digits = zone.slice(1).replace(':', '')
  const padded = digits.length <= 2 ? `${digits.padStart(2, '0')}00` : digits.padStart(4, '0')
  const minutes = Number(padded.slice(0, 2)) * 60 + Number(padded.slice(2))
  if (Number(padded.slice(2)) > 59 || minutes > 14 * 60) return undefined
  const sign = minutes === 0 ? '+' : zone.charAt(0)
  return `${sign}${padded.slice(0, 2)}:${padded.slice(2)}`
}

function minutesOf(offset: string): number {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))
  return offset.startsWith('-') ? -minutes : minutes
}
