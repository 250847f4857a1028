import { type Check, required, unless } from './check-field.js'
import { isDay } from './day.js'
import type { Announcement } from './noticeboard.js'

export const checkAnnouncement: Check<Announcement> = (announcement, company) => [
  ...required({ ...announcement }, ['title', 'body']),
  ...day('from', announcement.from),
  ...day('until', announcement.until),
  ...unless(
    announcement.from === undefined ||
      announcement.until === undefined ||
      announcement.from <= announcement.until,
    'until',
    'must not be before the first day',
  ),
  ...(announcement.departments ?? []).flatMap(name =>
    unless(
      company.departments.includes(name),
      'departments',
      `must be names of departments; found "${name}"`,
    ),
  ),
]

function day(field: string, text: string | undefined) {
  return unless(text === undefined || isDay(text), field, 'must be a day such as 2026-03-02')
}
