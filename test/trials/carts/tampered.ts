import { addDecimals, compareDecimals, multiplyDecimals } from '@punchloop/sdk/cxml'
import fc from 'fast-check'
import type { PurchaseOrder, PurchaseOrderLine } from '../world/documents.js'

/** One field of the cart, changed on its way through the browser; the buyer adds up what it got. */
export interface Tampering {
  readonly what: string
  readonly tamper: (order: PurchaseOrder) => PurchaseOrder
}

type LineChange = (line: PurchaseOrderLine) => PurchaseOrderLine

const inLine = (index: number, change: LineChange) => (order: PurchaseOrder) => {
  const at = index % order.lines.length
  const lines = order.lines.map((line, each) => (each === at ? change(line) : line))
  const amounts = lines.map(({ quantity, unitPrice }) => multiplyDecimals(quantity, unitPrice))
  return { ...order, lines, total: addDecimals(...amounts) }
}

/** Another number than it was; more than any rounding. */
const anotherNumber = (value: string, factor: string) => {
  const changed = multiplyDecimals(value, factor)
  return compareDecimals(changed, value) === 0 ? addDecimals(value, '1') : changed
}

const factors = fc.constantFrom('0', '0.01', '0.1', '0.5', '0.9', '0.99', '1.01', '1.1', '2', '10', '100')
const index = fc.nat({ max: 5 })

const price = fc.tuple(index, factors).map(
  ([at, factor]): Tampering => ({
    what: `unit price × ${factor}`,
    tamper: inLine(at, line => ({ ...line, unitPrice: moved(line, factor) })),
  }),
)

/** So much that a line's amount moves by more than the smallest coin of any currency. */
function moved({ unitPrice, quantity }: PurchaseOrderLine, factor: string): string {
  const changed = anotherNumber(unitPrice, factor)
  const effect = multiplyDecimals(addDecimals(changed, multiplyDecimals(unitPrice, '-1')), quantity)
  const isSeen = compareDecimals(effect.replace('-', ''), '1') > 0
  return isSeen ? changed : addDecimals(unitPrice, '1000')
}

const quantity = fc.tuple(index, factors).map(
  ([at, factor]): Tampering => ({
    what: `quantity × ${factor}`,
    tamper: inLine(at, line => ({ ...line, quantity: anotherNumber(line.quantity, factor) })),
  }),
)

const unit = fc.tuple(index, fc.constantFrom('EA', 'MON', 'HUR', 'C62', 'ANN', '')).map(
  ([at, code]): Tampering => ({
    what: `unit of measure ${code}`,
    tamper: inLine(at, line => ({ ...line, unitOfMeasure: code === line.unitOfMeasure ? 'DAY' : code })),
  }),
)

const part = fc.tuple(index, fc.constantFrom('lower', 'longer', 'other')).map(
  ([at, how]): Tampering => ({
    what: `part ${how}`,
    tamper: inLine(at, line => {
      const { supplierPartID } = line
      const parts = { lower: supplierPartID.toLowerCase(), longer: `${supplierPartID}0`, other: 'ZZ-99999' }
      return { ...line, supplierPartID: parts[how as keyof typeof parts] }
    }),
  }),
)

const currency = fc.constantFrom('CHF', 'GBP', 'INR', 'IDR').map(
  (code): Tampering => ({
    what: `currency ${code}`,
    tamper: order => ({ ...order, currency: code }),
  }),
)

const total = fc.constantFrom('0', '0.01', '1.10', '2', '0.5').map(
  (factor): Tampering => ({
    what: `total × ${factor}`,
    tamper: order => ({ ...order, total: anotherTotal(order.total, factor) }),
  }),
)

/** Buyers' sums differ by a coin; what is more is no rounding. */
function anotherTotal(total: string, factor: string): string {
  const changed = addDecimals(multiplyDecimals(total, factor), '5.5')
  const difference = addDecimals(changed, multiplyDecimals(total, '-1')).replace('-', '')
  return compareDecimals(difference, '2') > 0 ? changed : addDecimals(total, '1000')
}

const reference = fc.tuple(index, fc.nat({ max: 80 }), fc.constantFrom('0', 'f', '7')).map(
  ([at, place, digit]): Tampering => ({
    what: 'a digit of the reference',
    tamper: inLine(at, line => {
      const reference = line.supplierPartAuxiliaryID ?? ''
      const cut = place % reference.length
      const other = reference[cut] === digit ? 'a' : digit
      return {
        ...line,
        supplierPartAuxiliaryID: `${reference.slice(0, cut)}${other}${reference.slice(cut + 1)}`,
      }
    }),
  }),
)

const anotherLine = index.map(
  (at): Tampering => ({
    what: 'the reference of another line, or of none',
    tamper: order => {
      const own = order.lines[at % order.lines.length]?.supplierPartAuxiliaryID
      const others = order.lines.flatMap(({ supplierPartAuxiliaryID: other }) =>
        other === undefined || other === own ? [] : other,
      )
      const [other = '0123456789abcdef0123456789abcdef'] = others
      return inLine(at, line => ({ ...line, supplierPartAuxiliaryID: other }))(order)
    },
  }),
)

const twice = index.map(
  (at): Tampering => ({
    what: 'a line twice',
    tamper: order => {
      const again = order.lines[at % order.lines.length]
      const lines = again === undefined ? order.lines : [...order.lines, { ...again, lineNumber: 99 }]
      const amounts = lines.map(line => multiplyDecimals(line.quantity, line.unitPrice))
      return { ...order, lines, total: addDecimals(...amounts) }
    },
  }),
)

export const anyTampering = fc.oneof(
  price,
  quantity,
  unit,
  part,
  currency,
  total,
  reference,
  anotherLine,
  twice,
)
