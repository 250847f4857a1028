import {
  type Company,
  type MockCoupa,
  manualTime,
  type PurchaseOrderView,
  startMockCoupa,
} from '@punchloop/mock-coupa'
import { validateCxml } from '@punchloop/sdk/cxml'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { type InvoiceLetter, sendInvoice } from '../support/invoicing.js'
import { type RestClient, restClient } from '../support/rest-client.js'
import { createVisitor } from '../support/visitor.js'

const time = manualTime(new Date('2026-03-02T17:00:00Z'))

let supplier: FakeSupplier
let coupa: MockCoupa
let api: RestClient

async function start(change: (company: Company) => void = () => {}): Promise<void> {
  const company = supplier.company()
  change(company)
  coupa = await startMockCoupa({
    port: 0,
    company,
    clock: time.clock,
    timers: time.timers,
    apiRateLimit: { perSecond: 1_000_000, burst: 1_000_000 },
  })
  api = await restClient(coupa)
}

beforeEach(async () => {
  supplier = await startFakeSupplier()
})
afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

/** Twelve of one thing at 10. */
async function order(): Promise<PurchaseOrderView> {
  const emma = coupa.person('emma')
  const trip = await emma.shop()
  const line = { quantity: '12', part: 'PART-1', unitPrice: '10' }
  const { number } = await emma.returnCart(supplier.cart(trip.buyerCookie, [line]))
  await emma.submit(number)
  await coupa.person('mark').approve(number)
  return coupa.waitForOrder({ requisition: number })
}

/** The whole of that order, unless the test says otherwise. */
const invoice = ({ price = '10', ...letter }: InvoiceLetter & { readonly price?: string }) =>
  sendInvoice(coupa.url, {
    invoiceID: 'INV-1',
    lines: [{ quantity: '12', unitPrice: price, part: 'PART-1' }],
    ...letter,
  })

function first() {
  return coupa.application.invoiceList('ada').rows[0]!
}

describe('an invoice by cXML', () => {
  it('is answered by a document that is valid by its DTD, and closes the order softly once all has arrived', async () => {
    await start()
    const { number } = await order()
    await coupa.person('emma').receive(number)
    const { body } = await invoice({ order: number })
    expect(validateCxml(body).valid).toBe(true)
    expect(first()).toMatchObject({ status: 'approved', grossTotal: '120', via: 'cxml' })
    expect(coupa.purchaseOrder(number)).toMatchObject({ status: 'soft_closed', lines: [{ invoiced: '12' }] })
  })

  it('asks the requester while it waits for a receipt', async () => {
    await start()
    const { number } = await order()
    await invoice({ order: number })
    expect(first().status).toBe('pending_receipt')
    const told = await coupa.person('emma').notifications()
    expect(told.some(({ kind }) => kind === 'receipt_needed')).toBe(true)
  })
})

describe('an invoice by the API', () => {
  it('is created, submitted, disputed, matched and paid', async () => {
    await start()
    const { number } = await order()
    const line = coupa.purchaseOrder(number).lines[0]
    const created = await api.json('POST', 'invoices', {
      'invoice-number': 'A-1',
      'invoice-date': '2026-03-02T09:00:00-08:00',
      supplier: { name: 'Brightstack Inc' },
      'shipping-amount': '4.5',
      'invoice-lines': [{ 'order-line-id': line?.id, quantity: '12', price: '10', 'tax-amount': '9.6' }],
    })
    expect(created).toMatchObject({
      status: 201,
      json: { status: 'draft', 'net-total': '120.00', 'gross-total': '134.10', paid: false },
    })
    const { id } = created.json
    const put = (path: string) => api.json('PUT', `invoices/${id}${path}`)
    expect((await put('/submit')).json.status).toBe('pending_receipt')
    expect((await put('/dispute')).status).toBe(400)
    expect((await put('/dispute?reason=Too%20dear')).json).toMatchObject({
      status: 'disputed',
      'dispute-reason': 'Too dear',
    })
    await coupa.person('emma').receive(number)
    expect((await put('/withdraw_dispute')).json.status).toBe('approved')
    const paid = await api.json('PUT', `invoices/${id}`, { paid: true, 'payment-notes': 'Wire 7' })
    expect(paid.json).toMatchObject({ paid: true, 'payment-notes': 'Wire 7' })
    expect((await put('/void')).json.status).toBe('voided')
    expect(coupa.purchaseOrder(number).lines[0]?.invoiced).toBe('0')
    expect((await put('/submit')).status).toBe(400)
  })

  it('names what is wrong, and waits for approval where no order backs it', async () => {
    await start()
    const refused = await api.json('POST', 'invoices', { supplier: { id: 1 } })
    expect(refused.json.errors.invoice_header).toEqual([
      "Invoice number can't be blank",
      "Invoice date can't be blank",
    ])
    const created = await api.xml(
      'POST',
      'invoices',
      `<invoice-header><invoice-number>B-1</invoice-number><invoice-date>2026-03-02</invoice-date>
        <supplier><id>2</id></supplier><invoice-lines type="array"><invoice-line>
        <type>InvoiceAmountLine</type><description>Advice</description><total>99.5</total>
        </invoice-line></invoice-lines></invoice-header>`,
    )
    expect(created.status).toBe(201)
    expect(created.text).toContain('<gross-total type="decimal">99.50</gross-total>')
    const [, id] = /<id type="integer">(\d+)</.exec(created.text) ?? []
    expect((await api.json('PUT', `invoices/${id}/submit`)).json.status).toBe('pending_approval')
    const found = await api.json('GET', 'invoices?supplier[id]=2&gross-total[gt]=99&status=pending_approval')
    expect(found.json).toMatchObject([{ 'invoice-number': 'B-1' }])
  })
})

describe('the pages of invoices', () => {
  it('show the match, and let accounts payable decide', async () => {
    await start()
    const { number } = await order()
    await invoice({ order: number, price: '11' })
    const ada = createVisitor(coupa.url)
    await ada.post('/session', { login: 'ada' })
    expect((await ada.get('/invoices')).html).toContain('INV-1')
    const { id } = first()
    const page = await ada.get(`/invoices/${id}`)
    expect(page.html).toContain('Line 1, price: 11.00 is invoiced, 10.00 would be tolerated')
    const disputed = await ada.post(`/invoices/${id}/actions/dispute`, { reason: 'See the order' })
    expect(disputed.status).toBe(303)
    expect((await ada.get(`/invoices/${id}`)).html).toContain('data-status="disputed"')
    expect((await ada.get('/invoices.csv')).html).toContain('INV-1,Invoice,Brightstack Inc')
    expect((await ada.get(`/orders/${number}`)).html).toContain(`/invoices/${id}`)
  })

  it('are for whoever requested the order, and nobody else', async () => {
    await start()
    const { number } = await order()
    await invoice({ order: number })
    const { id } = first()
    expect(coupa.application.invoice('emma', id).may.act).toEqual([])
    expect(() => coupa.application.invoice('mark', id)).toThrow('There is no invoice')
    expect(() =>
      coupa.application.actOnInvoice('emma', { invoice: id, action: 'bypass_approvals' }),
    ).toThrow()
  })
})
