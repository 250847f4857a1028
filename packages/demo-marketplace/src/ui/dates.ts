const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const minute = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** `23 November 2026` */
export function dayText(date: Date): string {
  return day.format(date)
}

/** `23 Nov 2026, 14:05 UTC` */
export function minuteText(date: Date): string {
  return `${minute.format(date)} UTC`
}

/** A date as another system wrote it: as a day where it is one, as it is where not. */
export function foreignDayText(text: string): string {
  const time = Date.parse(text)
  return Number.isNaN(time) ? text : dayText(new Date(time))
}
