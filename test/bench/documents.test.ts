import { bareTemplate } from '@punchloop/bench/bare-template'
import { cart, order, setupRequest } from '@punchloop/bench/documents'
import { type CxmlDraft, parseCxml, serializeCxml, validateCxml } from '@punchloop/sdk/cxml'
import { describe, expect, it } from 'vitest'
import { validateByDtd } from '../support/dtd.js'
import { cxmlMaterial } from '../support/root.js'

/* What is timed must be what it is said to be: a benchmark of a document that is refused is fast. */

const material = cxmlMaterial()

describe('the documents of the benchmark', () => {
  it.each([
    ['a setup request of 2.1 KB', setupRequest(), 2_100],
    ['an order of 100 lines and 114 KB', order(100), 114_000],
  ])('are as large as they say: %s', (_, text, size) => {
    expect(Math.abs(Buffer.byteLength(text) / size - 1)).toBeLessThan(0.03)
  })

  it.each([
    ['a setup request', setupRequest()],
    ['an order', order(100)],
    ['a cart', serializeCxml(cart(100))],
  ])('are valid, and nothing about them is unusual: %s', (_, text) => {
    expect(validateCxml(text).problems).toEqual([])
    expect(parseCxml(text).warnings).toEqual([])
    if (material === undefined)
      console.warn('Not held against the DTDs: the cXML material is not beside the clone')
    else expect(validateByDtd(material, text)).toEqual({ dtd: '1.2.014/cXML.dtd', problems: [] })
  })

  it('have the lines that they say', () => {
    const document = parseCxml(order(5_000))
    if (document.kind !== 'OrderRequest') throw new TypeError(`an order was expected, not ${document.kind}`)
    const { itemOuts, orderRequestHeader } = document.request.orderRequest
    expect(itemOuts).toHaveLength(5_000)
    expect(itemOuts.at(-1)).toMatchObject({ lineNumber: '5000', quantity: '1' })
    expect(orderRequestHeader.total.money.amount).toBe('5746150.00')
  })

  it('are written letter for letter by the SDK as by the template that it is compared with', () => {
    expect(bareTemplate(cart(100))).toBe(serializeCxml(cart(100)))
  })

  it('are read as the cart that was written', () => {
    const { itemIns } = cart(100).message.punchOutOrderMessage
    const document: CxmlDraft = parseCxml(bareTemplate(cart(100)))
    if (document.kind !== 'PunchOutOrderMessage')
      throw new TypeError(`a cart was expected, not ${document.kind}`)
    expect(document.message.punchOutOrderMessage.itemIns).toMatchObject(itemIns)
  })
})
