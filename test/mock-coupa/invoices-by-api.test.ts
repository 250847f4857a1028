import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type InvoiceLetter, sendInvoice } from '../support/invoicing.js'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { type RestClient, restClient } from '../support/rest-client.js'

let world: Ordering
let api: RestClient

beforeEach(async () => {
  world = await startOrdering()
  api = await restClient(world.coupa)
})
afterEach(() => world.close())

const drafted = async (invoice: Record<string, unknown>) => {
  const created = await api.json('POST', 'invoices', {
    'invoice-number': 'A-1',
    'invoice-date': '2026-03-02T09:00:00-08:00',
    supplier: { name: 'Brightstack Inc' },
    ...invoice,
  })
  expect(created).toMatchObject({ status: 201, json: { status: 'draft' } })
  return created.json
}

describe('a draft of an invoice by the API', () => {
  it('keeps its totals when something else about it changes', async () => {
    const { lines } = await world.order([{ quantity: '10', unitPrice: '10' }])
    const { id } = await drafted({
      'tax-amount': '1.00',
      'invoice-lines': [{ 'order-line-id': lines[0]?.id, quantity: '10', price: '10', 'tax-amount': '8.00' }],
    })
    const totals = { 'net-total': '100.00', 'tax-amount': '9.00', 'gross-total': '109.00' }
    expect((await api.json('GET', `invoices/${id}`)).json).toMatchObject(totals)
    const changed = await api.json('PUT', `invoices/${id}`, { 'supplier-note': 'Soon, please' })
    expect(changed.json).toMatchObject({ ...totals, 'supplier-note': 'Soon, please' })
    const shipped = await api.json('PUT', `invoices/${id}`, { 'shipping-amount': '2' })
    expect(shipped.json).toMatchObject({ ...totals, 'gross-total': '111.00' })
  })

  it('keeps custom fields of its lines when something else about it changes', async () => {
    await world.coupa.company.update(company => {
      company.customFields = [{ object: 'invoice-line', name: 'shelf', topLevel: false }]
    })
    const { id } = await drafted({
      'invoice-lines': [
        { description: 'Advice', type: 'InvoiceAmountLine', total: '5', 'custom-fields': { shelf: 'B7' } },
      ],
    })
    const { json } = await api.json('PUT', `invoices/${id}`, { 'supplier-note': 'Soon, please' })
    expect(json['invoice-lines']).toMatchObject([{ total: '5.00', 'custom-fields': { shelf: 'B7' } }])
  })

  it('is held where the total that the supplier writes is not what it comes to', async () => {
    const { id } = await drafted({
      'supplier-total': '6.00',
      'invoice-lines': [{ description: 'Advice', type: 'InvoiceAmountLine', total: '5' }],
    })
    const put = (path: string, body?: unknown) => api.json('PUT', `invoices/${id}${path}`, body)
    expect((await put('/submit')).json).toMatchObject({
      status: 'ap_hold',
      'supplier-total': '6.00',
      'tolerance-failures': 'total',
    })
  })

  it('is changed no more once it is submitted', async () => {
    const { id } = await drafted({
      'invoice-lines': [{ description: 'Advice', type: 'InvoiceAmountLine', total: '5' }],
    })
    await api.json('PUT', `invoices/${id}/submit`)
    const changed = await api.json('PUT', `invoices/${id}`, { 'supplier-note': 'Soon, please' })
    expect(changed.status).toBe(400)
    const flagged = await api.json('PUT', `invoices/${id}`, { exported: true })
    expect(flagged).toMatchObject({ status: 200, json: { exported: true } })
  })
})

describe('an invoice of an order that is closed', () => {
  const bill = (letter: InvoiceLetter) => sendInvoice(world.coupa.url, letter)
  const invoices = () => world.coupa.application.invoiceList('ada').rows

  it.each(['abandon', 'void'] as const)('can still be taken back: %s', async action => {
    const { number } = await world.order([{ quantity: '10' }])
    await bill({ order: number, lines: [{ quantity: '4' }] })
    const id = invoices()[0]?.id
    if (action === 'void') await api.json('PUT', `invoices/${id}/bypass_approvals`)
    world.coupa.application.actOnOrder('ada', { purchaseOrder: number, action: 'close' })
    const answer = await api.json('PUT', `invoices/${id}/${action}`)
    expect(answer).toMatchObject({ status: 200 })
    expect(world.coupa.purchaseOrder(number)).toMatchObject({ status: 'closed', lines: [{ invoiced: '0' }] })
  })
})

it('is seen with the scope for it only', async () => {
  const stranger = await restClient(world.coupa, 'core.supplier.read')
  expect((await stranger.json('GET', 'invoices')).status).toBe(403)
  expect((await stranger.json('PUT', 'invoices/1/void')).status).toBe(403)
})

it('takes attachments and hands them out', async () => {
  const { id } = await drafted({
    'invoice-lines': [{ description: 'Advice', type: 'InvoiceAmountLine', total: '5' }],
  })
  const put = await api.json('POST', `invoices/${id}/attachments`, {
    type: 'url',
    url: 'https://supplier.example/1',
  })
  expect(put.status).toBe(201)
  const { json } = await api.json('GET', `invoices/${id}/attachments`)
  expect(json).toMatchObject([{ url: 'https://supplier.example/1' }])
})

it('shows custom fields that a supplier sent by cXML, all of one domain', async () => {
  await world.coupa.company.update(company => {
    company.customFields = [
      { object: 'invoice-line', name: 'shelf', topLevel: false },
      { object: 'invoice-line', name: 'CustomFields', topLevel: false },
    ]
  })
  const { number } = await world.order()
  const reference = (identifier: string, domain: string) =>
    `<IdReference identifier="${identifier}" domain="${domain}"/>`
  const customFields =
    reference('B7', 'shelf') + reference('Blue', 'CustomFields') + reference('Soft', 'CustomFields')
  expect(await sendInvoice(world.coupa.url, { order: number, lines: [{ customFields }] })).toMatchObject({
    code: '200',
  })
  const { json } = await api.json('GET', 'invoices')
  expect(json[0]['invoice-lines'][0]['custom-fields']).toEqual({ shelf: 'B7', CustomFields: 'Blue, Soft' })
})
