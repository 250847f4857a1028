import { addDecimals, multiplyDecimals, roundDecimal, subtractDecimals } from '@punchloop/sdk/cxml'
import fc from 'fast-check'
import type { PurchaseOrder, PurchaseOrderLine } from '../world/documents.js'

/** A change that buyers make without meaning anything by it. */
export type HonestChange = (order: PurchaseOrder) => PurchaseOrder

const eachLine =
  (change: (line: PurchaseOrderLine) => PurchaseOrderLine): HonestChange =>
  order => ({ ...order, lines: order.lines.map(change) })

const minorUnits: Readonly<Record<string, number>> = { USD: 2, EUR: 2, JPY: 0, KWD: 3 }
const placesOf = ({ currency }: PurchaseOrder) => minorUnits[currency] ?? 2

const amountOf = ({ quantity, unitPrice }: PurchaseOrderLine) => multiplyDecimals(quantity, unitPrice)

/** Only the reference of the first line, or of all, is lost; who asked for it is known. */
const dropReferences =
  (all: boolean): HonestChange =>
  ({ lines, ...order }) => ({
    ...order,
    email: 'shopper@acme.example',
    lines: lines.map((line, index) => {
      const { supplierPartAuxiliaryID: _, ...rest } = line
      return all || index === 0 ? rest : line
    }),
  })

const cutReferences = (length: number): HonestChange =>
  eachLine(line => ({
    ...line,
    supplierPartAuxiliaryID: (line.supplierPartAuxiliaryID ?? '').slice(0, length),
  }))

/** A buyer that keeps so many places of a price; what that moves stays below the smallest coin of a line. */
const roundPrices =
  (places: number): HonestChange =>
  order => {
    const kept = Math.max(places, placesOf(order))
    const coin = placesOf(order) === 0 ? '1' : `0.${'0'.repeat(placesOf(order) - 1)}1`
    const lines = order.lines.map(line => {
      const fraction = line.unitPrice.split('.')[1]?.length ?? 0
      if (fraction <= kept) return line
      const unitPrice = roundDecimal(line.unitPrice, kept)
      const moved = subtractDecimals(amountOf({ ...line, unitPrice }), amountOf(line))
      const isSmall = Number(moved.replace('-', '')) <= Number(coin)
      return isSmall ? { ...line, unitPrice } : line
    })
    return { ...order, lines, total: addDecimals(...lines.map(amountOf)) }
  }

/** Each line's amount rounded, then added up. */
const roundTotal: HonestChange = order => ({
  ...order,
  total: addDecimals(...order.lines.map(line => roundDecimal(amountOf(line), placesOf(order)))),
})

const charges =
  (inTotal: boolean): HonestChange =>
  order => ({
    ...order,
    tax: '7',
    shipping: '12',
    total: inTotal ? addDecimals(order.total, '19') : order.total,
  })

/** One line becomes two, for two cost centres. */
const splitFirst: HonestChange = ({ lines: [first, ...others], ...order }) => {
  if (first === undefined) return { ...order, lines: [] }
  const part = roundDecimal(multiplyDecimals(first.quantity, '0.5'), 2)
  const rest = subtractDecimals(first.quantity, part)
  if (rest === '0' || part === '0.00') return { ...order, lines: [first, ...others] }
  const numbered = [{ ...first, quantity: part }, { ...first, quantity: rest }, ...others].map(
    (line, index) => ({
      ...line,
      lineNumber: index + 1,
    }),
  )
  return { ...order, lines: numbered }
}

const renumber: HonestChange = order => ({
  ...order,
  lines: order.lines.map((line, index) => ({ ...line, lineNumber: (index + 1) * 10 })),
})

const accounting = eachLine(line => ({
  ...line,
  more: '<Distribution><Accounting name="Costs"><AccountingSegment id="4711"><Name xml:lang="en">Centre</Name><Description xml:lang="en">IT</Description></AccountingSegment></Accounting><Charge><Money currency="USD">1.00</Money></Charge></Distribution>',
}))

const leaveOutLast: HonestChange = order => {
  if (order.lines.length < 2) return order
  const lines = order.lines.slice(0, -1)
  return { ...order, lines, total: addDecimals(...lines.map(amountOf)) }
}

const honest: Readonly<Record<string, HonestChange>> = {
  'nothing is changed': order => order,
  'the references are lost': dropReferences(true),
  'one reference is lost': dropReferences(false),
  'the references are cut to 50': cutReferences(50),
  'the references are cut to 32': cutReferences(32),
  'the references are cut to 20': cutReferences(20),
  'prices are rounded to 4 places': roundPrices(4),
  'prices are rounded to 2 places': roundPrices(2),
  'the total is of rounded lines': roundTotal,
  'lines are turned round': order => ({ ...order, lines: [...order.lines].reverse() }),
  'lines are numbered by tens': renumber,
  'a line is split': splitFirst,
  'tax and shipping are in the total': charges(true),
  'tax and shipping are beside the total': charges(false),
  'the accounting is changed': accounting,
  'the approver took a line out': leaveOutLast,
  'numbers have zeros behind': eachLine(line => ({
    ...line,
    quantity: line.quantity.includes('.') ? `${line.quantity}00` : `${line.quantity}.000`,
  })),
}

/** A name and a change, for the report. */
export const anyHonestChange = fc.constantFrom(...Object.entries(honest))
