import { trimXmlSpace } from '../../xml/space.js'
import { readTimestamp } from '../values/timestamp.js'
import type { Attribute } from './attribute-kind.js'
import { quoted } from './quoted.js'
import type { Report } from './report.js'

/** As the standard has it: ISO 8601 with the offset in digits; seconds may be left out or have a fraction. */
const standard = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?[+-]\d{2}:\d{2}$/
const standardDate = /^\d{4}-\d{2}-\d{2}$/
const example = '2026-01-15T10:00:00+00:00'

/** An attribute that the DTD declares as date and time with a time zone. */
export function checkTimestamp({ element, name, value }: Attribute, report: Report): void {
  const problem = problemOf(value)
  if (problem !== undefined) {
    report.warn('WARN_CXML_TIMESTAMP', element, `${name} is ${quoted(value)}; ${problem}`, `@${name}`)
  }
}

/** An attribute that the DTD declares as date: with or without the time. */
export function checkDate({ element, name, value }: Attribute, report: Report): void {
  const read = readTimestamp(value)
  const problem =
    read?.precision === 'day'
      ? standardDate.test(value)
        ? undefined
        : `not every system reads it so. Write ${read.local}.`
      : read === undefined
        ? 'expected a date. Write it as in 2026-01-15.'
        : problemOf(value)
  if (problem !== undefined) {
    report.warn('WARN_CXML_TIMESTAMP', element, `${name} is ${quoted(value)}; ${problem}`, `@${name}`)
  }
}

function problemOf(value: string): string | undefined {
  const read = readTimestamp(value)
  if (read === undefined) {
    return `expected date and time with the offset from UTC. Write it as in ${example}.`
  }
  const { local, offset, precision } = read
  if (precision === 'day') {
    return `expected the time as well, with its offset from UTC. Write it as in ${local}T00:00:00+00:00.`
  }
  if (offset === undefined) {
    return `without the offset from UTC nobody can tell when that was. Write it as in ${local}+00:00.`
  }
  if (standard.test(value)) return undefined
  if (/[Zz]$/.test(trimXmlSpace(value)) && standard.test(local + offset)) {
    return 'the standard asks for the offset in digits. Write +00:00 instead of Z.'
  }
  return `not every system reads it so. Write ${local}${offset}.`
}
