import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendInvoice } from '../support/invoicing.js'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { type RestClient, restClient } from '../support/rest-client.js'

let world: Ordering
let api: RestClient
let invoices = 0

beforeAll(async () => {
  world = await startOrdering(({ company }) => {
    company.accounts.push({
      name: 'Laboratory',
      segments: [{ type: 'Organization', id: 'LAB', description: 'Laboratory' }],
    })
  })
  api = await restClient(world.coupa)
})
afterAll(() => world.close())

const drafted = async (more: Readonly<Record<string, unknown>>) => {
  invoices += 1
  const { json, status } = await api.json('POST', 'invoices', {
    'invoice-number': `T-${invoices}`,
    'invoice-date': '2026-03-02',
    supplier: { id: 1 },
    'invoice-lines': [{ description: 'Advice', type: 'InvoiceAmountLine', total: '200' }],
    ...more,
  })
  expect(status, JSON.stringify(json)).toBe(201)
  return json
}

describe('taxes of an invoice', () => {
  it('are one by one on lines, and come to the total', async () => {
    const invoice = await drafted({
      'shipping-amount': '10',
      'tax-lines': [{ amount: '0.80', code: 'SHIP' }],
      'invoice-lines': [
        {
          description: 'Advice',
          type: 'InvoiceAmountLine',
          total: '200',
          'tax-lines': [
            { rate: '7.25', code: 'STATE' },
            { rate: '1.125', code: 'CITY', base: '200', description: 'City tax' },
          ],
        },
      ],
    })
    expect(invoice).toMatchObject({
      'line-level-taxation': true,
      'net-total': '200.00',
      'tax-amount': '17.55',
      'tax-code': 'SHIP',
      'tax-lines': [{ amount: '0.80', code: 'SHIP' }],
      'gross-total': '227.55',
      'invoice-charges': [{ amount: '10.00' }],
      'invoice-lines': [
        {
          'tax-amount': '16.75',
          'tax-rate': null,
          'tax-lines': [
            { amount: '14.50', rate: '7.25', code: 'STATE' },
            { amount: '2.25', rate: '1.125', code: 'CITY', base: '200.00', description: 'City tax' },
          ],
        },
      ],
    })
  })

  it('follow from a rate where only that is said, and change with what is said anew', async () => {
    const { id, ...invoice } = await drafted({ 'tax-rate': '19', 'tax-code': 'DE19' })
    const taxed = { 'tax-amount': '38.00', 'tax-rate': '19.0', 'tax-code': 'DE19', 'gross-total': '238.00' }
    expect(invoice).toMatchObject({ ...taxed, 'line-level-taxation': false })
    const noted = await api.json('PUT', `invoices/${id}`, { 'supplier-note': 'Thanks' })
    expect(noted.json).toMatchObject(taxed)
    const free = await api.json('PUT', `invoices/${id}`, { 'tax-lines': [] })
    expect(free.json).toMatchObject({ 'tax-amount': '0.00', 'tax-lines': [], 'gross-total': '200.00' })
  })

  it('are those of a document, detail by detail; what is withheld is kept beside', async () => {
    const order = await world.order([{ quantity: '2', unitPrice: '50' }])
    const answer = await sendInvoice(world.coupa.url, {
      invoiceID: 'CX-1',
      order: order.number,
      lines: [
        {
          quantity: '2',
          unitPrice: '50',
          tax: '9.50',
          taxDetails: [
            { category: 'vat', rate: '7', base: '50', amount: '3.50' },
            { category: 'gst', rate: '12', base: '50', amount: '6.00' },
            { category: 'withholdingTax', rate: '4', base: '100', amount: '4.00' },
          ],
        },
      ],
    })
    expect(answer.code).toBe('200')
    const { json } = await api.json('GET', 'invoices?invoice-number=CX-1')
    expect(json[0]).toMatchObject({ 'tax-amount': '9.50', 'gross-total': '109.50', 'tax-lines': [] })
    expect(json[0]['invoice-lines'][0]).toMatchObject({
      'tax-amount': '9.50',
      'tax-lines': [
        { amount: '3.50', rate: '7.0', code: 'vat', base: '50.00' },
        { amount: '6.00', rate: '12.0', code: 'gst' },
      ],
      'withholding-tax-lines': [{ amount: '4.00', rate: '4' }],
    })
  })
})

describe('an invoice', () => {
  it('is due so many days after its date as its payment term says, with the discount of its own', async () => {
    await api.json('POST', 'payment_terms', {
      code: 'NET30',
      'days-for-net-payment': 30,
      'days-for-discount-payment': 10,
    })
    const invoice = await drafted({ 'payment-term': { code: 'NET30' }, 'discount-amount': '4' })
    expect(invoice).toMatchObject({
      'payment-term': { code: 'NET30' },
      'net-due-date': expect.stringMatching(/^2026-03-31/),
      'discount-due-date': expect.stringMatching(/^2026-03-11/),
      'gross-total-less-discount': '196.00',
      'amount-due-less-discount': '196.00',
    })
  })

  it('is charged as its order is, or as somebody says', async () => {
    const order = await world.order([{ quantity: '4', unitPrice: '25' }])
    const account = order.account.name
    await api.json('PUT', `purchase_orders/${order.number}`, {
      'order-lines': [
        {
          id: order.lines[0]?.id,
          'account-allocations': [
            { account: { name: account }, pct: '40' },
            { account: { name: 'Laboratory' }, pct: '60' },
          ],
        },
      ],
    })
    const line = { 'order-line-id': order.lines[0]?.id, quantity: '1', price: '25' }
    const invoice = await drafted({ 'invoice-lines': [line] })
    expect(invoice['invoice-lines'][0]['account-allocations']).toMatchObject([
      { amount: '10.00', account: { name: account } },
      { amount: '15.00', account: { name: 'Laboratory' } },
    ])
    const changed = await api.json('PUT', `invoices/${invoice.id}`, {
      'invoice-lines': [{ ...line, account: { name: 'Laboratory' } }],
    })
    expect(changed.json['invoice-lines'][0]).toMatchObject({
      account: { name: 'Laboratory' },
      'account-allocations': [],
    })
  })

  it('says what it is held for, and why it is disputed', async () => {
    const order = await world.order([{ quantity: '1', unitPrice: '10' }])
    const { id } = await drafted({
      'invoice-lines': [{ 'order-line-id': order.lines[0]?.id, quantity: '1', price: '11' }],
    })
    const held = await api.json('PUT', `invoices/${id}/submit`)
    expect(held.json['failed-tolerances']).toMatchObject([
      { code: 'price', 'line-num': 1, found: '11.00', allowed: '10.00' },
    ])
    const disputed = await api.json('PUT', `invoices/${id}/dispute?reason=Too+dear`)
    expect(disputed.json).toMatchObject({ 'dispute-reasons': [{ description: 'Too dear' }] })
  })
})
