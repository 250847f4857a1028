import { bareTemplate } from '@punchloop/bench/bare-template'
import { cart, order, setupRequest } from '@punchloop/bench/documents'
import { parseCxml, serializeCxml, validateCxml } from '@punchloop/sdk/cxml'
import { describe, expect, it } from 'vitest'

/* What is timed must be what it is said to be: a benchmark of a document that is refused is fast. */

describe('the documents of the benchmark', () => {
  it.each([
    ['a setup request of 2.1 KB', setupRequest(), 2_100],
    ['an order of 100 lines and 114 KB', order(100), 114_000],
  ])('are valid and as large as they say: %s', (_, text, size) => {
    expect(validateCxml(text).problems).toEqual([])
    expect(Math.abs(Buffer.byteLength(text) / size - 1)).toBeLessThan(0.03)
  })

  it('have the lines that they say', () => {
    const document = parseCxml(order(5_000))
    if (document.kind !== 'OrderRequest') throw new TypeError(`an order was expected, not ${document.kind}`)
    const { itemOuts, orderRequestHeader } = document.request.orderRequest
    expect(itemOuts).toHaveLength(5_000)
    expect(itemOuts.at(-1)).toMatchObject({ lineNumber: '5000', quantity: '2' })
    expect(orderRequestHeader.total.money.amount).toBe('149900.00')
  })

  it('are written letter for letter by the SDK as by the template that it is compared with', () => {
    expect(bareTemplate(cart(100))).toBe(serializeCxml(cart(100)))
    expect(validateCxml(serializeCxml(cart(100))).problems).toEqual([])
  })
})
