import { isDay } from '../company/day.js'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const offset = /^([+-])(\d\d):(\d\d)$/

export function isOffset(text: string): boolean {
  return offset.test(text)
}

/** Milliseconds that a local time is ahead of UTC: `-08:00` → -28,800,000. What is no offset is UTC. */
export function offsetOf(utcOffset: string): number {
  const [, sign, hours, minutes] = offset.exec(utcOffset) ?? []
  return (Number(hours ?? 0) * hour + Number(minutes ?? 0) * minute) * (sign === '-' ? -1 : 1)
}

/** The next moment after `now` at which it is this hour (0–23) where the offset counts. */
export function atLocalHour(now: Date, utcOffset: string, localHour: number): Date {
  const ahead = offsetOf(utcOffset)
  const local = now.getTime() + ahead
  const today = Math.floor(local / day) * day + localHour * hour
  return new Date((today > local ? today : today + day) - ahead)
}

/** The first moment of a day written `2026-03-02`, where the offset counts; undefined for what is no day. */
export function startOfLocalDay(text: string, utcOffset: string): Date | undefined {
  if (!isDay(text)) return undefined
  return new Date(Date.parse(`${text}T00:00:00.000Z`) - offsetOf(utcOffset))
}

export function nextDay(at: Date): Date {
  return new Date(at.getTime() + day)
}
