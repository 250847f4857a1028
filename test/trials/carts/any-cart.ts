import type { Cart, CartLine } from '@punchloop/sdk'
import fc from 'fast-check'

const decimal = (whole: number, places: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: 10 ** (whole + places) - 1 }), fc.integer({ min: 0, max: places }))
    .map(([digits, fraction]) => withPoint(digits, fraction))

function withPoint(digits: number, places: number): string {
  const text = String(digits).padStart(places + 1, '0')
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
}

const anyLine: fc.Arbitrary<CartLine> = fc.record({
  supplierPartID: fc.stringMatching(/^[A-Z]{2,4}-[0-9]{1,4}$/),
  description: fc.constant('Plan'),
  quantity: decimal(3, 2),
  unitPrice: decimal(4, 5),
  unitOfMeasure: fc.constantFrom('EA', 'MON', 'HUR', 'C62'),
  unspsc: fc.constant('43232701'),
})

/** One to six lines, some of them of one part. */
export const anyCart: fc.Arbitrary<Cart> = fc.record({
  currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
  lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
})
