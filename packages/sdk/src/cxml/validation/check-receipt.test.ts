import { describe, expect, it } from 'vitest'
import { validateCxml } from './validate-cxml.js'

const money = (amount: string) => `<Money currency="USD">${amount}</Money>`
const item = (number: string, quantity: string, amount: string, attributes = '') =>
  `<ReceiptItem receiptLineNumber="${number}" quantity="${quantity}" ${attributes}><ReceiptItemReference lineNumber="1"/><UnitRate>${money('2.50')}<UnitOfMeasure>EA</UnitOfMeasure></UnitRate><ReceivedAmount>${money(amount)}</ReceivedAmount></ReceiptItem>`
const order = (...items: readonly string[]) =>
  `<ReceiptOrder><ReceiptOrderInfo><OrderIDInfo orderID="PO-1"/></ReceiptOrderInfo>${items.join('')}</ReceiptOrder>`

/** Warnings of a receipt, as `code path: message`. */
function warningsOf(orders: string, total: string, header = '', reference = ''): readonly string[] {
  const { valid, problems } =
    validateCxml(`<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.071/Fulfill.dtd">
<cXML payloadID="1" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="D"><Identity>1</Identity></Credential></From><To><Credential domain="D"><Identity>2</Identity></Credential></To><Sender><Credential domain="D"><Identity>1</Identity></Credential><UserAgent/></Sender></Header>
<Request><ReceiptRequest><ReceiptRequestHeader receiptID="R-1" receiptDate="2026-01-15T09:00:00+00:00" ${header}>${reference}</ReceiptRequestHeader>${orders}<Total>${money(total)}</Total></ReceiptRequest></Request></cXML>`)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(valid).toBe(true)
  return problems.map(
    ({ code, path, message }) => `${code} ${path.replace('/cXML/Request/ReceiptRequest', '')}: ${message}`,
  )
}

describe('a receipt', () => {
  it('whose amounts follow from each other has no warning', () => {
    expect(warningsOf(order(item('1', '4', '10.00'), item('2', '0.5', '1.25')), '11.25')).toEqual([])
    const correction = order(item('1', '-5', '-12.50', 'type="received"'))
    expect(warningsOf(correction, '-12.50')).toEqual([])
  })

  it('has amounts of quantity times rate', () => {
    expect(warningsOf(order(item('1', '4', '11.00')), '11')).toEqual([
      'WARN_CXML_TOTAL /ReceiptOrder/ReceiptItem/ReceivedAmount: The ReceivedAmount is 11.00 USD; quantity times rate is 10.00.',
    ])
    const basis =
      '<PriceBasisQuantity quantity="100" conversionFactor="1"><UnitOfMeasure>EA</UnitOfMeasure></PriceBasisQuantity>'
    const perHundred = item('1', '400', '10.00').replace('</UnitRate>', `${basis}</UnitRate>`)
    expect(warningsOf(order(perHundred), '10')).toEqual([])
  })

  it('has a total that is the sum of its lines, of all orders', () => {
    expect(warningsOf(order(item('1', '4', '10')) + order(item('2', '4', '10')), '20')).toEqual([])
    expect(warningsOf(order(item('1', '4', '10')) + order(item('2', '4', '10')), '10')).toEqual([
      'WARN_CXML_TOTAL /Total: The total is 10 USD; the 2 lines add up to 20.00.',
    ])
  })

  it('may give what is returned either sign', () => {
    for (const amount of ['10', '-10']) {
      const items = order(item('1', '4', '10'), item('2', '4', amount, 'type="returned"'))
      expect(warningsOf(items, '0')).toEqual([])
    }
    expect(warningsOf(order(item('1', '4', '-11', 'type="returned"')), '0')).toHaveLength(1)
  })

  it('numbers each line, those of other orders included', () => {
    expect(warningsOf(order(item('1', '4', '10')) + order(item('1', '4', '10')), '20')).toEqual([
      'WARN_CXML_FULFILLMENT /ReceiptOrder[2]/ReceiptItem/@receiptLineNumber: There is already a ReceiptItem whose receiptLineNumber is "1". Give each line of the receipt a number of its own, those of other orders included.',
    ])
  })

  it('names what it deletes, and may name another receipt otherwise', () => {
    const items = order(item('1', '4', '10'))
    const reference = '<DocumentReference payloadID="before"/>'
    expect(warningsOf(items, '10', 'operation="delete"', reference)).toEqual([])
    expect(warningsOf(items, '10', '', reference)).toEqual([])
    expect(warningsOf(items, '10', 'operation="delete"')).toEqual([
      'WARN_CXML_FULFILLMENT /ReceiptRequestHeader/DocumentReference: operation is delete, but nothing says of what. Add <DocumentReference payloadID="…"/> with the payloadID of the ReceiptRequest before: the one that it takes back.',
    ])
  })
})
