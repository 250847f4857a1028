import {
  type Company,
  type MockCoupa,
  manualTime,
  type PurchaseOrderView,
  startMockCoupa,
} from '@punchloop/mock-coupa'
import { parseCxml, validateCxml } from '@punchloop/sdk/cxml'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { type InvoiceContent, invoiceDocument } from '../support/invoice.js'
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

async function send(body: BodyInit, contentType = 'text/xml; charset=UTF-8') {
  const response = await fetch(`${coupa.url}/cxml/invoices`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  })
  const answer = await response.text()
  const document = parseCxml(answer)
  const status = document.kind === 'Response' ? document.response.status : undefined
  return { http: response.status, code: status?.code, text: status?.value, answer }
}

const invoice = (content: InvoiceContent = {}) => send(invoiceDocument(content))

function first() {
  return coupa.application.invoiceList('ada').rows[0]!
}

describe('POST /cxml/invoices', () => {
  it('takes an invoice of what was received, and answers by DTD 1.2.020', async () => {
    await start()
    const { number } = await order()
    await coupa.person('emma').receive(number)
    const answered = await invoice({ order: number })
    expect(answered).toMatchObject({ http: 200, code: '200' })
    expect(answered.answer).toContain('1.2.020')
    expect(validateCxml(answered.answer).valid).toBe(true)
    expect(first()).toMatchObject({
      invoiceNumber: 'INV-1',
      status: 'approved',
      grossTotal: '120',
      via: 'cxml',
      lines: [{ quantity: '12', price: '10', purchaseOrder: Number(number) }],
    })
    expect(coupa.purchaseOrder(number)).toMatchObject({ status: 'soft_closed', lines: [{ invoiced: '12' }] })
  })

  it('waits for what is not received yet, and asks the requester', async () => {
    await start()
    const { number } = await order()
    await invoice({ order: number })
    expect(first().status).toBe('pending_receipt')
    const told = await coupa.person('emma').notifications()
    expect(told.some(({ kind }) => kind === 'receipt_needed')).toBe(true)
    await coupa.person('emma').receive(number, { 1: '11' })
    expect(first().status).toBe('pending_receipt')
    await coupa.person('emma').receive(number)
    expect(first().status).toBe('approved')
  })

  it('holds what is dearer than ordered, unless that much is tolerated', async () => {
    await start()
    const { number } = await order()
    await coupa.person('emma').receive(number)
    await invoice({ order: number, price: '10.5' })
    expect(first()).toMatchObject({
      status: 'ap_hold',
      failedTolerances: [{ code: 'price', lineNum: 1, found: '10.5', allowed: '10' }],
    })
    await coupa.company.update(company => {
      company.invoiceTolerances = { pricePercent: '5' }
    })
    const after = coupa.application.actOnInvoice('ada', {
      invoice: first().id,
      action: 'revalidate_tolerances',
    })
    expect(after).toMatchObject({ status: 'approved', failedTolerances: [] })
  })

  it('holds more than was ordered, over all invoices together', async () => {
    await start(company => {
      for (const one of company.suppliers) one.invoiceMatchingLevel = '2-way'
    })
    const { number } = await order()
    await invoice({ order: number, number: 'INV-1', quantity: '7' })
    expect(first().status).toBe('approved')
    await invoice({ order: number, number: 'INV-2', quantity: '6' })
    expect(first()).toMatchObject({
      status: 'ap_hold',
      failedTolerances: [{ code: 'quantity_ordered', found: '13', allowed: '12' }],
    })
  })

  it('finds the line by part number and unit where the line number is none of the order’s', async () => {
    await start()
    const { number } = await order()
    await invoice({ order: number, lineNumber: '99' })
    expect(first().lines[0]?.orderLine).toBe(coupa.purchaseOrder(number).lines[0]?.id)
  })

  it('credits an invoice', async () => {
    await start()
    const { number } = await order()
    await coupa.person('emma').receive(number)
    await invoice({ order: number })
    const credit = { order: number, number: 'CM-1', purpose: 'lineLevelCreditMemo', quantity: '-2' } as const
    expect(await invoice({ ...credit, original: 'INV-9' })).toMatchObject({ http: 417 })
    expect(await invoice({ ...credit, number: 'CM-2', original: 'INV-1' })).toMatchObject({ http: 200 })
    expect(first()).toMatchObject({ documentType: 'Credit Note', grossTotal: '-20', status: 'approved' })
    expect(coupa.purchaseOrder(number).lines[0]?.invoiced).toBe('10')
  })

  it('keeps what came along as attachments', async () => {
    await start()
    const { number } = await order()
    const parts = [
      '--limit\r\nContent-Type: text/xml; charset=UTF-8\r\nContent-ID: <payload.xml>\r\n\r\n',
      invoiceDocument({ order: number }),
      '\r\n--limit\r\nContent-Type: application/pdf; name="invoice.pdf"\r\nContent-ID: <one@x>\r\n',
      'Content-Disposition: attachment; filename="invoice.pdf"\r\n\r\n%PDF-1.4\r\n--limit--\r\n',
    ]
    const answered = await send(parts.join(''), 'multipart/related; boundary=limit; start="<payload.xml>"')
    expect(answered).toMatchObject({ http: 200, code: '200' })
    const { attachments } = coupa.application.invoice('ada', first().id)
    expect(attachments).toMatchObject([
      { fileName: 'invoice.pdf', contentType: expect.stringContaining('pdf') },
    ])
  })

  it('gives the first answer again to the same document', async () => {
    await start()
    const { number } = await order()
    const document = invoiceDocument({ order: number, payloadID: 'one@supplier.example' })
    expect((await send(document)).http).toBe(200)
    expect((await send(document)).http).toBe(200)
    expect(coupa.application.invoiceList('ada').total).toBe(1)
  })

  it.each<[string, InvoiceContent, number, string]>([
    ['a wrong secret', { secret: 'wrong' }, 401, 'Invalid credentials.'],
    ['an unknown order', { order: '4711' }, 417, 'Could not find order header 4711'],
    [
      'another kind of line',
      { service: true },
      417,
      'Invoice lines order line must be the same type as invoice line',
    ],
  ])('refuses %s in Coupa’s words, over HTTP too', async (_what, content, code, text) => {
    await start()
    const { number } = await order()
    const answered = await invoice({ order: number, ...content })
    expect(answered).toMatchObject({ http: code, code: String(code), text })
    expect(coupa.application.invoiceList('ada').total).toBe(0)
  })

  it('refuses a number twice, charges that are not permitted, and whoever may not invoice', async () => {
    await start(company => {
      const [one] = company.suppliers
      if (one) one.allowExtraCharges = false
    })
    const { number } = await order()
    expect((await invoice({ order: number, quantity: '1' })).http).toBe(200)
    expect(await invoice({ order: number, quantity: '1' })).toMatchObject({
      http: 417,
      text: 'Invoice number has already been taken',
    })
    expect(await invoice({ order: number, number: 'INV-2', quantity: '1', shipping: '5' })).toMatchObject({
      http: 417,
      text: 'Extra shipping/handling/misc charges are not permitted',
    })
    await coupa.company.update(company => {
      for (const one of company.suppliers) one.allowCxmlInvoicing = false
    })
    expect((await invoice({ order: number, number: 'INV-3' })).http).toBe(403)
  })

  it('refuses what is no XML, no valid document, or of another kind', async () => {
    await start()
    expect(await send('<cXML')).toMatchObject({
      http: 406,
      text: expect.stringContaining('Could not parse cXML document'),
    })
    const invalid = invoiceDocument().replace('<InvoiceDetailSummary>', '<Nonsense/><InvoiceDetailSummary>')
    expect(await send(invalid)).toMatchObject({
      http: 406,
      text: expect.stringContaining('Request did not validate successfully with DTD'),
    })
  })

  it('refuses an order of another supplier', async () => {
    await start(company => {
      company.suppliers.push({
        id: 3,
        name: 'Quill & Sons',
        active: true,
        poMethod: 'mark_as_sent',
        inbound: { domain: 'NetworkID', identity: 'QUILL', secret: 'a-quill' },
      })
    })
    const { number } = await order()
    const foreign = invoiceDocument({ order: number, secret: 'a-quill' }).replaceAll('BRIGHTSTACK', 'QUILL')
    expect(await send(foreign)).toMatchObject({
      http: 417,
      text: `Order header ${number} does not belong to supplier Quill & Sons`,
    })
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
    expect(page.html).toContain('Line 1, price: 11 is invoiced, 10 would be tolerated')
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
