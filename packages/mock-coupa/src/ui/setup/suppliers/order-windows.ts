import type { OrderWindow } from '../../../company/supplier.js'
import type { Fields } from '../../fields.js'

/** `1-5 09:00-17:00`, one a line. */
export function windowLines(windows: readonly OrderWindow[]): string {
  return windows.map(({ days, from, to }) => `${daysText(days)} ${from}-${to}`).join('\n')
}

function daysText(days: readonly number[]): string {
  const [first = 0] = days
  const isRow = days.length > 1 && days.every((day, index) => day === first + index)
  return isRow ? `${first}-${first + days.length - 1}` : days.join('+')
}

/** What cannot be read becomes a window without days, which the check of the configuration names. */
export function readWindows(fields: Fields): OrderWindow[] {
  return fields.list('orderWindows').map(line => {
    const [, days = '', from = '', to = ''] = /^([\d+-]+)\s+(\d\d:\d\d)-(\d\d:\d\d)$/.exec(line) ?? []
    return { days: readDays(days), from, to }
  })
}

function readDays(text: string): number[] {
  const [, first, last] = /^(\d)-(\d)$/.exec(text) ?? []
  if (first === undefined || last === undefined) return text === '' ? [] : text.split('+').map(Number)
  return Array.from(
    { length: Math.max(0, Number(last) - Number(first) + 1) },
    (_, day) => Number(first) + day,
  )
}
