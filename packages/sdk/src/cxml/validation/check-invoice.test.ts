import { describe, expect, it } from 'vitest'
import { validateCxml } from './validate-cxml.js'

const money = (amount: string, currency = 'USD') => `<Money currency="${currency}">${amount}</Money>`
const tax = (amount: string, detail = '') =>
  `<Tax>${money(amount)}<Description xml:lang="en"/>${detail}</Tax>`
const item = (quantity: string, price: string, rest = '', attributes = '') =>
  `<InvoiceDetailItem invoiceLineNumber="1" quantity="${quantity}" ${attributes}><UnitOfMeasure>EA</UnitOfMeasure><UnitPrice>${money(price)}</UnitPrice>${rest}</InvoiceDetailItem>`
const reference = '<InvoiceDetailItemReference lineNumber="1"/>'
const subtotalOf = (amount: string) => `<SubtotalAmount>${money(amount)}</SubtotalAmount>`

/** The total warnings of an invoice of two lines, 100 and 20, with 10 tax. */
function warningsOf(change: {
  readonly header?: string
  readonly lines?: string
  readonly orders?: string
  readonly subtotal?: string
  readonly taxes?: string
  readonly between?: string
  readonly net?: string
  readonly due?: string
}): readonly string[] {
  const {
    header = '',
    lines = item('10', '10', reference + subtotalOf('100')) + item('2', '10', reference),
    orders = `<InvoiceDetailOrder><InvoiceDetailOrderInfo><OrderIDInfo orderID="1"/></InvoiceDetailOrderInfo>${lines}</InvoiceDetailOrder>`,
    subtotal = '120.00',
    taxes = tax('10'),
    between = '',
    net = '130.00',
    due = '',
  } = change
  const { problems } =
    validateCxml(`<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.071/InvoiceDetail.dtd">
<cXML payloadID="1" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="D"><Identity>1</Identity></Credential></From><To><Credential domain="D"><Identity>2</Identity></Credential></To><Sender><Credential domain="D"><Identity>1</Identity></Credential><UserAgent/></Sender></Header>
<Request><InvoiceDetailRequest><InvoiceDetailRequestHeader invoiceID="1" invoiceDate="2026-01-15T10:00:00+00:00" ${header}><InvoiceDetailHeaderIndicator/><InvoiceDetailLineIndicator/></InvoiceDetailRequestHeader>
${orders}<InvoiceDetailSummary>${subtotalOf(subtotal)}${taxes}${between}<NetAmount>${money(net)}</NetAmount>${due}</InvoiceDetailSummary></InvoiceDetailRequest></Request></cXML>`)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return problems
    .filter(({ code }) => code === 'WARN_CXML_TOTAL')
    .map(({ code, message }) => `${code}: ${message}`)
}

describe('the amounts of an invoice', () => {
  it('follow from each other', () => {
    const between =
      `<SpecialHandlingAmount>${money('5')}</SpecialHandlingAmount><ShippingAmount>${money('7.50')}</ShippingAmount>` +
      `<GrossAmount>${money('142.50')}</GrossAmount><InvoiceDetailDiscount>${money('2.50')}</InvoiceDetailDiscount>`
    const due = `<DepositAmount>${money('40')}</DepositAmount><DueAmount>${money('100.00')}</DueAmount>`
    expect(warningsOf({ between, net: '140.00', due })).toEqual([])
  })

  it('begin with a subtotal that is the sum of the lines', () => {
    expect(warningsOf({ subtotal: '130.00', net: '140.00' })).toEqual([
      'WARN_CXML_TOTAL: The SubtotalAmount is 130.00 USD; the 2 lines add up to 120.00.',
    ])
  })

  it('count a price for more than one unit', () => {
    const basis =
      '<PriceBasisQuantity quantity="1000" conversionFactor="1"><UnitOfMeasure>EA</UnitOfMeasure></PriceBasisQuantity>'
    const lines = item('500', '240', basis + reference)
    expect(warningsOf({ lines })).toEqual([])
    expect(warningsOf({ lines: item('500', '240', reference) })).toHaveLength(1)
  })

  it('of whole orders are their subtotals', () => {
    const order = (amount: string) =>
      `<InvoiceDetailHeaderOrder><InvoiceDetailOrderInfo><OrderIDInfo orderID="1"/></InvoiceDetailOrderInfo><InvoiceDetailOrderSummary invoiceLineNumber="1">${subtotalOf(amount)}</InvoiceDetailOrderSummary></InvoiceDetailHeaderOrder>`
    expect(warningsOf({ orders: order('100') + order('20') })).toEqual([])
    expect(warningsOf({ orders: order('100') + order('21') })).toEqual([
      'WARN_CXML_TOTAL: The SubtotalAmount is 120.00 USD; the 2 lines add up to 121.00.',
    ])
  })

  it('have a gross amount with tax', () => {
    expect(warningsOf({ between: `<GrossAmount>${money('120')}</GrossAmount>` })).toEqual([
      'WARN_CXML_TOTAL: The GrossAmount is 120 USD; subtotal 120.00, tax 10.00, special handling 0.00 and shipping 0.00 add up to 130.00.',
    ])
  })

  it('have a net amount with or without tax', () => {
    expect(warningsOf({ net: '130' })).toEqual([])
    expect(warningsOf({ net: '120' })).toEqual([])
    const between = `<ShippingAmount>${money('7.50')}</ShippingAmount>`
    expect(warningsOf({ between, net: '127.50' })).toEqual([])
    expect(warningsOf({ net: '125' })).toEqual([
      'WARN_CXML_TOTAL: The NetAmount is 125 USD; the gross amount of 130.00 less the discount of 0.00 is 130.00.',
    ])
  })

  it('end with what is due', () => {
    const due = (amount: string) =>
      `<DepositAmount>${money('30')}</DepositAmount><DueAmount>${money(amount)}</DueAmount>`
    expect(warningsOf({ due: due('100') })).toEqual([])
    expect(warningsOf({ due: due('130') })).toEqual([
      'WARN_CXML_TOTAL: The DueAmount is 130 USD; the net amount of 130.00 less the deposit of 30.00 is 100.00.',
    ])
  })

  it('of a credit are negative', () => {
    const lines = item('-1', '120', reference + subtotalOf('-120'))
    expect(warningsOf({ lines, subtotal: '-120', taxes: tax('-10'), net: '-130' })).toEqual([])
  })

  it.each([
    ['of an invoice to be deleted', { header: 'operation="delete"', subtotal: '1' }],
    ['with charges', { between: `<TotalCharges>${money('5')}</TotalCharges>`, net: '1' }],
    [
      'with taxes within the price',
      {
        taxes: tax(
          '10',
          `<TaxDetail category="vat" isIncludedInPrice="yes"><TaxAmount>${money('10')}</TaxAmount></TaxDetail>`,
        ),
        net: '1',
      },
    ],
    ['in two currencies', { lines: item('1', '1', reference).replace('USD', 'EUR') }],
    [
      'of lines in lines',
      {
        lines:
          item('1', '120', reference) +
          item('1', '60', reference, 'parentInvoiceLineNumber="1" itemType="item"'),
      },
    ],
  ])('are not looked at %s', (_, change) => {
    expect(warningsOf(change)).toEqual([])
  })
})
