import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTimestamp, readTimestamp } from './timestamp.js'

/** Text → local, precision, offset, instant (`-` where there is none). */
const readings: readonly (readonly [string, string])[] = [
  // As the standard has it
  ['2026-01-15T10:00:00+00:00', '2026-01-15T10:00:00 second +00:00 2026-01-15T10:00:00.000Z'],
  ['2026-01-15T10:00:00-05:00', '2026-01-15T10:00:00 second -05:00 2026-01-15T15:00:00.000Z'],
  ['2026-01-15T10:00:00+05:30', '2026-01-15T10:00:00 second +05:30 2026-01-15T04:30:00.000Z'],
  ['2026-01-15T10:00+01:00', '2026-01-15T10:00 minute +01:00 2026-01-15T09:00:00.000Z'],
  ['2026-01-15T10:00:00.123-05:00', '2026-01-15T10:00:00.123 fraction -05:00 2026-01-15T15:00:00.123Z'],
  ['2026-01-15T10:00:00.5+00:00', '2026-01-15T10:00:00.5 fraction +00:00 2026-01-15T10:00:00.500Z'],
  [
    '2026-01-15T10:00:00.999999999+00:00',
    '2026-01-15T10:00:00.999999999 fraction +00:00 2026-01-15T10:00:00.999Z',
  ],
  // As others write it
  ['2026-01-15T10:00:00Z', '2026-01-15T10:00:00 second +00:00 2026-01-15T10:00:00.000Z'],
  ['2026-01-15T10:00:00-0500', '2026-01-15T10:00:00 second -05:00 2026-01-15T15:00:00.000Z'],
  ['2026-01-15T10:00:00-5:00', '2026-01-15T10:00:00 second -05:00 2026-01-15T15:00:00.000Z'],
  ['2026-01-15T10:00:00-500', '2026-01-15T10:00:00 second -05:00 2026-01-15T15:00:00.000Z'],
  ['2026-01-15T10:00:00+05', '2026-01-15T10:00:00 second +05:00 2026-01-15T05:00:00.000Z'],
  ['2026-01-15T10:00:00-00:00', '2026-01-15T10:00:00 second +00:00 2026-01-15T10:00:00.000Z'],
  ['2026-01-15 10:00:00+00:00', '2026-01-15T10:00:00 second +00:00 2026-01-15T10:00:00.000Z'],
  ['2026-01-15 10:00:00 -0500', '2026-01-15T10:00:00 second -05:00 2026-01-15T15:00:00.000Z'],
  ['2012-05-21 18:29:48 UTC', '2012-05-21T18:29:48 second +00:00 2012-05-21T18:29:48.000Z'],
  ['Mon May 19 18:29:48 +0000 2008', '2008-05-19T18:29:48 second +00:00 2008-05-19T18:29:48.000Z'],
  ['Thu Jan  1 08:09:10 -0700 2015', '2015-01-01T08:09:10 second -07:00 2015-01-01T15:09:10.000Z'],
  [' 2026-01-15T10:00:00+00:00\n', '2026-01-15T10:00:00 second +00:00 2026-01-15T10:00:00.000Z'],
  // Without an offset: nobody knows when that was
  ['2026-01-15T10:00:00', '2026-01-15T10:00:00 second - -'],
  ['2026-01-15 10:00', '2026-01-15T10:00 minute - -'],
  ['2026-01-15', '2026-01-15 day - -'],
  ['2026-1-5', '2026-01-05 day - -'],
  // Ends of days, months and years
  ['2024-02-29T23:59:59+00:00', '2024-02-29T23:59:59 second +00:00 2024-02-29T23:59:59.000Z'],
  ['2026-12-31T24:00:00+00:00', '2026-12-31T24:00:00 second +00:00 2027-01-01T00:00:00.000Z'],
  ['2016-12-31T23:59:60Z', '2016-12-31T23:59:60 second +00:00 2017-01-01T00:00:00.000Z'],
  ['2017-01-01T05:29:60+05:30', '2017-01-01T05:29:60 second +05:30 2017-01-01T00:00:00.000Z'],
  ['0001-01-01T00:00:00+00:00', '0001-01-01T00:00:00 second +00:00 0001-01-01T00:00:00.000Z'],
]

describe('readTimestamp', () => {
  it.each(readings)('reads %s', (text, expected) => {
    const read = readTimestamp(text)
    expect(read?.text).toBe(text)
    expect(
      [read?.local, read?.precision, read?.offset ?? '-', read?.instant?.toISOString() ?? '-'].join(' '),
    ).toBe(expected)
  })

  it.each([
    '',
    ' ',
    '?',
    '--T+00:00',
    'now',
    '1768471200',
    '05/19/2008',
    '19.05.2008',
    '20260115',
    '2026-01',
    '26-01-15',
    '2026- 01-15T10:00:00+00:00',
    '2026-02-29',
    '2026-02-30T10:00:00+00:00',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-32',
    '2026-01-00',
    '2026-01-15T24:00:01+00:00',
    '2026-01-15T25:00:00+00:00',
    '2026-01-15T10:60:00+00:00',
    '2026-01-15T10:00:61+00:00',
    '2026-01-15T10:00:60+00:00',
    '2026-01-15T10:59:60+00:00',
    '2026-01-15T10:00:00+14:01',
    '2026-01-15T10:00:00+05:60',
    '2026-01-15T10:00:00 EST',
    '2026-01-15T10:00:00+00:00\u00a0',
    '2026-01-15Z',
    'Mon May 32 18:29:48 +0000 2008',
    'Mon Mai 19 18:29:48 +0000 2008',
    '２０２６-01-15',
    `2026-01-15T10:00:00.${'0'.repeat(1e6)}+00:00`,
  ])('does not guess at %s', text => {
    expect(readTimestamp(text)).toBeUndefined()
  })

  it('reads what is written, and what JavaScript writes', () => {
    const date = fc.date({ min: new Date('0001-01-02'), max: new Date('9998-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, date => {
        const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000)
        expect(readTimestamp(formatTimestamp(date))?.instant).toEqual(seconds)
        expect(readTimestamp(date.toISOString())?.instant).toEqual(date)
      }),
    )
  })

  it('agrees with JavaScript about every day and offset', () => {
    const parts = fc.record({
      year: fc.integer({ min: 1, max: 9998 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.integer({ min: 0, max: 32 }),
      offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    })
    const two = (number: number) => String(number).padStart(2, '0')
    fc.assert(
      fc.property(parts, ({ year, month, day, offset }) => {
        const sign = offset < 0 ? '-' : '+'
        const zone = `${sign}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
        const read = readTimestamp(
          `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T12:00:00${zone}`,
        )
        // An independent calendar: the day before the next month's first.
        const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)
        expect(read !== undefined).toBe(isDay)
        if (read !== undefined) {
          const utc = new Date(0)
          utc.setUTCFullYear(year, month - 1, day)
          utc.setUTCHours(12, -offset)
          expect(read.instant).toEqual(utc)
        }
      }),
    )
  })
})

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

describe('formatTimestamp', () => {
  it('writes the offset in digits', () => {
    expect(formatTimestamp(new Date('2026-06-02T23:59:59.999Z'))).toBe('2026-06-02T23:59:59+00:00')
  })

  it.each([new Date(Number.NaN), new Date('+010000-01-01T00:00:00Z')])('refuses %s', date => {
    expect(() => formatTimestamp(date)).toThrow(RangeError)
  })
})
