import { describe, expect, it } from 'vitest'
import { validateCxml } from './validate-cxml.js'

const money = (amount: string) => `<Money currency="USD">${amount}</Money>`
const tax = (amount: string) => `<Tax>${money(amount)}<Description xml:lang="en"/></Tax>`
const info = '<InvoiceDetailOrderInfo><OrderIDInfo orderID="1"/></InvoiceDetailOrderInfo>'
const original = '<DocumentReference payloadID="1@supplier.example"/>'

const item = (subtotal: string, rest = '', number = '1') =>
  `<InvoiceDetailItem invoiceLineNumber="${number}" quantity="1"><UnitOfMeasure>EA</UnitOfMeasure><UnitPrice>${money(subtotal)}</UnitPrice><InvoiceDetailItemReference lineNumber="1"/><SubtotalAmount>${money(subtotal)}</SubtotalAmount>${rest}</InvoiceDetailItem>`
const order = (items: string) => `<InvoiceDetailOrder>${info}${items}</InvoiceDetailOrder>`
const wholeOrder = (subtotal: string, rest = '') =>
  `<InvoiceDetailHeaderOrder>${info}<InvoiceDetailOrderSummary invoiceLineNumber="1"><SubtotalAmount>${money(subtotal)}</SubtotalAmount>${rest}</InvoiceDetailOrderSummary></InvoiceDetailHeaderOrder>`
const contact = (role: string) => `<Contact role="${role}"><Name xml:lang="en">N</Name></Contact>`

interface Change {
  /** Attributes of header and indicators. */
  readonly header?: string
  readonly kind?: string
  readonly lines?: string
  /** What follows the indicators. */
  readonly rest?: string
  readonly orders?: string
  readonly amount?: string
}

function problemsOf({
  header = '',
  kind = '',
  lines = '',
  rest = '',
  orders,
  amount = '10.00',
}: Change): readonly string[] {
  const { problems } =
    validateCxml(`<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.071/InvoiceDetail.dtd">
<cXML payloadID="2@supplier.example" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="D"><Identity>1</Identity></Credential></From><To><Credential domain="D"><Identity>2</Identity></Credential></To><Sender><Credential domain="D"><Identity>1</Identity></Credential><UserAgent/></Sender></Header>
<Request><InvoiceDetailRequest><InvoiceDetailRequestHeader invoiceID="1" invoiceDate="2026-01-15T10:00:00+00:00" ${header}><InvoiceDetailHeaderIndicator ${kind}/><InvoiceDetailLineIndicator ${lines}/>${rest}</InvoiceDetailRequestHeader>
${orders ?? order(item(amount))}<InvoiceDetailSummary><SubtotalAmount>${money(amount)}</SubtotalAmount>${tax('0')}<NetAmount>${money(amount)}</NetAmount><DueAmount>${money(amount)}</DueAmount></InvoiceDetailSummary></InvoiceDetailRequest></Request></cXML>`)
  // Each document is valid: what is said here is what the DTD cannot say.
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return problems.map(({ code, path, message }) => {
    expect(code).toBe('WARN_CXML_INVOICE')
    return `${path.replace('/cXML/Request/InvoiceDetailRequest/', '')}: ${message}`
  })
}

describe('an invoice', () => {
  it.each<[string, Change]>([
    ['standard', {}],
    ['standard, of whole orders', { kind: 'isHeaderInvoice="yes"', orders: wholeOrder('10.00') }],
    [
      'creditMemo',
      {
        header: 'purpose="creditMemo"',
        kind: 'isHeaderInvoice="yes"',
        orders: wholeOrder('-10.00'),
        amount: '-10.00',
      },
    ],
    [
      'debitMemo',
      { header: 'purpose="debitMemo"', kind: 'isHeaderInvoice="yes"', orders: wholeOrder('10.00') },
    ],
    ['lineLevelCreditMemo', { header: 'purpose="lineLevelCreditMemo"', rest: original, amount: '-10.00' }],
    ['lineLevelDebitMemo', { header: 'purpose="lineLevelDebitMemo"' }],
    ['delete', { header: 'operation="delete"', rest: original }],
    [
      'lines that say what the header announces',
      { lines: 'isTaxInLine="yes"', orders: order(item('10.00', tax('1'))) },
    ],
    ['a partner', { rest: `<InvoicePartner>${contact('billTo')}</InvoicePartner>` }],
    [
      'shipping from and to',
      {
        rest: `<InvoiceDetailShipping>${contact('shipFrom')}${contact('shipTo')}</InvoiceDetailShipping>`,
      },
    ],
  ])('that is as the standard asks gives no warning: %s', (_, change) => {
    expect(problemsOf(change)).toEqual([])
  })

  it('of whole orders says so', () => {
    expect(problemsOf({ orders: wholeOrder('10.00') })).toEqual([
      'InvoiceDetailHeaderOrder: An InvoiceDetailHeaderOrder stands only in a header invoice. Write isHeaderInvoice="yes" in InvoiceDetailHeaderIndicator.',
    ])
    expect(problemsOf({ kind: 'isHeaderInvoice="yes"' })).toEqual([
      'InvoiceDetailOrder: With isHeaderInvoice="yes" an invoice is of whole orders (InvoiceDetailHeaderOrder). Leave isHeaderInvoice out where there are lines.',
    ])
  })

  it('that credits lines or cancels an invoice names that invoice', () => {
    const advice =
      'Add <DocumentReference payloadID="…"/> with the payloadID of that InvoiceDetailRequest, after the InvoicePartners.'
    expect(problemsOf({ header: 'purpose="lineLevelCreditMemo"', amount: '-10.00' })).toEqual([
      `InvoiceDetailRequestHeader/DocumentReference: A lineLevelCreditMemo names the invoice that it credits. ${advice}`,
    ])
    expect(problemsOf({ header: 'operation="delete"' })).toEqual([
      `InvoiceDetailRequestHeader/DocumentReference: A delete names the invoice that it cancels. ${advice}`,
    ])
  })

  it.each([
    ['creditMemo', 'lineLevelCreditMemo', '-10.00'],
    ['debitMemo', 'lineLevelDebitMemo', '10.00'],
  ])('with lines is no %s', (purpose, lineLevel, amount) => {
    expect(problemsOf({ header: `purpose="${purpose}"`, amount })).toEqual([
      `InvoiceDetailRequestHeader/@purpose: A ${purpose} is a header invoice: write isHeaderInvoice="yes" in InvoiceDetailHeaderIndicator and whole orders (InvoiceDetailHeaderOrder); for single lines the purpose is ${lineLevel}.`,
    ])
    expect(
      problemsOf({
        header: `purpose="${lineLevel}"`,
        kind: 'isHeaderInvoice="yes"',
        rest: original,
        orders: wholeOrder(amount),
        amount,
      })[0],
    ).toBe(
      `InvoiceDetailRequestHeader/@purpose: A ${lineLevel} has lines: leave isHeaderInvoice out; for whole orders the purpose is ${purpose}.`,
    )
  })

  it('has amounts of the right sign', () => {
    const whole = { kind: 'isHeaderInvoice="yes"' }
    expect(problemsOf({ ...whole, header: 'purpose="creditMemo"', orders: wholeOrder('10.00') })).toEqual([
      'InvoiceDetailSummary/DueAmount: The DueAmount of a creditMemo is negative; this one is 10.00.',
    ])
    expect(
      problemsOf({
        ...whole,
        header: 'purpose="debitMemo"',
        orders: wholeOrder('-10.00'),
        amount: '-10.00',
      }),
    ).toEqual([
      'InvoiceDetailSummary/DueAmount: The DueAmount of a debitMemo is positive; this one is -10.00.',
    ])
    expect(problemsOf({ header: 'purpose="lineLevelCreditMemo"', rest: original })).toEqual([
      'InvoiceDetailOrder/InvoiceDetailItem/SubtotalAmount: The amounts of a lineLevelCreditMemo are negative; this one is 10.00.',
      'InvoiceDetailSummary/DueAmount: The DueAmount of a lineLevelCreditMemo is negative; this one is 10.00.',
    ])
  })

  it.each([
    ['Tax', 'isTaxInLine', tax('1')],
    [
      'InvoiceDetailLineSpecialHandling',
      'isSpecialHandlingInLine',
      `<InvoiceDetailLineSpecialHandling>${money('1')}</InvoiceDetailLineSpecialHandling>`,
    ],
    [
      'InvoiceDetailLineShipping',
      'isShippingInLine',
      `<InvoiceDetailLineShipping><InvoiceDetailShipping>${contact('shipFrom')}${contact('shipTo')}</InvoiceDetailShipping>${money('1')}</InvoiceDetailLineShipping>`,
    ],
    [
      'InvoiceDetailDiscount',
      'isDiscountInLine',
      `<InvoiceDetailDiscount>${money('1')}</InvoiceDetailDiscount>`,
    ],
    [
      'Distribution',
      'isAccountingInLine',
      `<Distribution><Accounting name="A"><AccountingSegment id="1"><Name xml:lang="en">N</Name><Description xml:lang="en">D</Description></AccountingSegment></Accounting><Charge>${money('1')}</Charge></Distribution>`,
    ],
  ])('announces what its lines say: %s', (name, flag, element) => {
    // Once, however many lines there are.
    const orders = order(item('5.00') + item('2.00', element, '2') + item('3.00', element, '3'))
    expect(problemsOf({ orders })).toEqual([
      `InvoiceDetailOrder/InvoiceDetailItem[2]/${name}: Buyers pass over the ${name} of lines. Write ${flag}="yes" in InvoiceDetailLineIndicator, or leave it out of the lines.`,
    ])
    expect(problemsOf({ orders, lines: `${flag}="yes"` })).toEqual([])
  })

  it('of whole orders announces no accounting of lines', () => {
    const lines = 'isAccountingInLine="yes"'
    expect(problemsOf({ kind: 'isHeaderInvoice="yes"', lines, orders: wholeOrder('10.00') })).toEqual([
      'InvoiceDetailRequestHeader/InvoiceDetailLineIndicator/@isAccountingInLine: A header invoice has no Distribution in its lines. Leave isAccountingInLine out.',
    ])
  })

  it('numbers its lines through all orders', () => {
    const orders = order(item('4.00')) + order(item('6.00'))
    expect(problemsOf({ orders })).toEqual([
      'InvoiceDetailOrder[2]/InvoiceDetailItem/@invoiceLineNumber: The invoiceLineNumber "1" stands twice. Give each line of the invoice a number of its own, those of other orders included.',
    ])
  })

  it('says in one place where goods come from and go to', () => {
    expect(problemsOf({ rest: `<InvoicePartner>${contact('shipTo')}</InvoicePartner>` })).toEqual([
      'InvoiceDetailRequestHeader/InvoicePartner/Contact/@role: A Contact of role shipTo stands in InvoiceDetailShipping, not in an InvoicePartner.',
    ])
    const rest = `<InvoiceDetailShipping>${contact('shipTo')}${contact('carrierCorporate')}</InvoiceDetailShipping>`
    expect(problemsOf({ rest })).toEqual([
      'InvoiceDetailRequestHeader/InvoiceDetailShipping: An InvoiceDetailShipping has a Contact of role shipFrom and one of role shipTo; shipFrom is missing.',
    ])
  })
})
