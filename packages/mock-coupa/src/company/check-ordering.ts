import type { FieldProblem } from '../errors.js'
import type { Supplier } from './supplier.js'

/** What is wrong with how orders reach a supplier by mail, when, and how long it has to confirm them. */
export function checkOrdering(supplier: Supplier): FieldProblem[] {
  const goesByMail = supplier.poMethod === 'email' || supplier.poChangeMethod === 'email'
  const isMail = /^[^\s@<>"]+@[^\s@<>"]+$/.test(supplier.poEmail ?? '')
  return [
    ...((goesByMail || supplier.poEmail !== undefined) && !isMail
      ? [{ field: 'poEmail', message: 'must be an e-mail address where orders go out by mail' }]
      : []),
    ...(isSpan(supplier.confirmByHours)
      ? []
      : [{ field: 'confirmByHours', message: 'must be a whole number of hours from 1 to 8760' }]),
    ...(supplier.orderWindows ?? []).flatMap((window, index) =>
      isWindow(window)
        ? []
        : [
            {
              field: `orderWindows[${index}]`,
              message:
                'must have days from 0 (Sunday) to 6, and hours such as 09:00, the first before the last',
            },
          ],
    ),
  ]
}

/** A year at the most. */
function isSpan(hours: number | undefined): boolean {
  return hours === undefined || (Number.isInteger(hours) && hours >= 1 && hours <= 8_760)
}

function isWindow({ days, from, to }: NonNullable<Supplier['orderWindows']>[number]): boolean {
  const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || text === '24:00'
  const areDays = days.length > 0 && days.every(day => Number.isInteger(day) && day >= 0 && day <= 6)
  return areDays && isTime(from) && isTime(to) && from < to
}
