import { randomBytes } from 'node:crypto'
import { cidUrl, serializeCxmlMessage } from '@punchloop/sdk/cxml'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type InvoiceLetter, invoiceXml, postInvoice, sendInvoice } from '../support/invoicing.js'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { restClient } from '../support/rest-client.js'
import { createVisitor } from '../support/visitor.js'

let world: Ordering

beforeEach(async () => {
  world = await startOrdering()
})
afterEach(() => world.close())

const url = () => world.coupa.url
const send = (letter?: InvoiceLetter) => sendInvoice(url(), letter)

/** Newest first, as an administrator sees them. */
const invoices = () => world.coupa.application.invoiceList('ada').rows
const latest = () => {
  const [invoice] = invoices()
  return world.coupa.application.invoice('ada', invoice?.id ?? 0)
}

/** Does to the supplier what an administrator would in its settings. */
const settings = (change: Record<string, unknown>) =>
  world.coupa.company.update(({ suppliers: [brightstack] }) => {
    Object.assign(brightstack!, change)
  })

/** What stands in no field of the SDK's drafts is put into the text. */
const spoiled = (letter: InvoiceLetter, from: string | RegExp, to: string) => {
  const xml = invoiceXml(letter)
  const changed = xml.replace(from, to)
  if (changed === xml) throw new Error(`${from} does not occur`)
  return postInvoice(url(), changed)
}

describe('an invoice by cXML', () => {
  it('is answered 200 in the DTD of Coupa, and is there', async () => {
    const { number, id } = await world.order([{ quantity: '12' }])
    const answer = await send({
      order: number,
      invoiceID: 'INV-7',
      lines: [{ quantity: '5', tax: '20.59' }],
      shipping: '9.90',
      handling: '1.10',
      comments: 'First part',
    })
    expect(answer).toMatchObject({ httpStatus: 200, code: '200' })
    expect(answer.body).toContain('/cXML/1.2.020/cXML.dtd"')
    expect(latest()).toMatchObject({
      invoiceNumber: 'INV-7',
      documentType: 'Invoice',
      status: 'pending_receipt',
      supplier: { name: 'Brightstack Inc' },
      netTotal: '249.5',
      taxAmount: '20.59',
      shippingAmount: '9.90',
      handlingAmount: '1.10',
      grossTotal: '281.09',
      comments: 'First part',
      orders: [{ id, number }],
      lines: [{ type: 'InvoiceQuantityLine', quantity: '5', price: '49.90', total: '249.5', uom: 'EA' }],
    })
    expect(world.coupa.purchaseOrder(number).lines[0]?.invoiced).toBe('5')
  })

  it('takes the tax of the whole where lines say none', async () => {
    const { number } = await world.order()
    await send({ order: number, tax: '4.12' })
    expect(latest()).toMatchObject({ netTotal: '49.9', taxAmount: '4.12', grossTotal: '54.02' })
  })

  it.each([
    ['its number in the place of the payloadID', (number: string) => ({ order: number })],
    ['its number as orderID', (number: string) => ({ orderID: number })],
  ])('finds the order by %s', async (_, reference) => {
    const { number } = await world.order()
    expect(await send(reference(number))).toMatchObject({ code: '200' })
    expect(latest().orders).toMatchObject([{ number }])
  })

  it('finds the order by the payloadID of the document that brought it', async () => {
    const { number, transmissions } = await world.order()
    expect(await send({ order: transmissions[0]!.payloadID })).toMatchObject({ code: '200' })
    expect(latest().orders).toMatchObject([{ number }])
  })

  it.each([
    [{ quantity: '-1' }],
    [{ quantity: '1' }],
    [{ quantity: '1', unitPrice: '-49.90' }],
    [{ quantity: '-1', unitPrice: '-49.90' }],
  ])('credits the same whatever has the sign: %o', async line => {
    const { number } = await world.order([{ quantity: '2' }])
    await send({ order: number, invoiceID: 'FIRST', lines: [{ quantity: '2' }] })
    const credit = { order: number, purpose: 'lineLevelCreditMemo', original: 'FIRST' } as const
    expect(await send({ ...credit, gross: '-49.90', lines: [line] })).toMatchObject({ code: '200' })
    expect(latest()).toMatchObject({ documentType: 'Credit Note', netTotal: '-49.9' })
    expect(world.coupa.purchaseOrder(number).lines[0]?.invoiced).toBe('1')
  })

  it('finds lines by their number, else by part number and unit', async () => {
    const { number, lines } = await world.order([{ part: 'A' }, { part: 'B' }])
    await send({
      order: number,
      lines: [
        { lineNumber: '2', part: 'A' },
        { lineNumber: '99', part: 'A' },
        { lineNumber: '98', part: 'A', uom: 'BX' },
      ],
    })
    expect(latest().lines.map(({ orderLine }) => orderLine)).toEqual([lines[1]?.id, lines[0]?.id, undefined])
  })

  it('can be backed by a contract, or by nothing', async () => {
    const api = await restClient(world.coupa)
    const supplier = world.coupa.company.current.suppliers[0]!.id
    const contract = await api.json('POST', 'contracts', {
      name: 'Frame',
      number: 'C-9',
      supplier: { id: supplier },
    })
    expect(contract.status).toBe(201)
    expect(await send({ contract: 'C-9' })).toMatchObject({ code: '200' })
    expect(latest()).toMatchObject({ contract: contract.json.id, status: 'pending_approval' })
    expect(await send({ contract: 'C-10' })).toMatchObject({
      httpStatus: 417,
      text: 'Could not find contract C-10',
    })
  })

  it('is answered the same when it comes again, and is there once', async () => {
    const { number } = await world.order()
    const letter = invoiceXml({ order: number })
    const first = await postInvoice(url(), letter)
    const again = await postInvoice(url(), letter)
    expect(again).toMatchObject({ httpStatus: first.httpStatus, code: first.code, text: first.text })
    expect(invoices()).toHaveLength(1)
  })

  it('that was refused may be mended and sent under the same payloadID', async () => {
    const { number } = await world.order()
    const payloadID = 'same@supplier.example'
    expect(await send({ order: 'nowhere', payloadID })).toMatchObject({ code: '417' })
    expect(await send({ order: number, payloadID })).toMatchObject({ code: '200' })
    expect(await send({ order: number, payloadID, invoiceID: 'other' })).toMatchObject({ code: '409' })
    expect(invoices()).toHaveLength(1)
  })

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'application/octet-stream'])(
    'is known by its first character where its type says %s',
    async type => {
      const { number } = await world.order()
      expect(await postInvoice(url(), `\ufeff${invoiceXml({ order: number })}`, type)).toMatchObject({
        code: '200',
      })
      expect(await postInvoice(url(), 'hello', type)).toMatchObject({ code: '406' })
    },
  )

  it('stands in the trace of the order, without its secret', async () => {
    const { number } = await world.order()
    await send({ order: number })
    const [exchange] = world.coupa.documents({ kind: 'InvoiceDetailRequest', purchaseOrder: number })
    expect(exchange).toMatchObject({ direction: 'received', httpStatus: 200, from: 'Brightstack Inc' })
    expect(JSON.stringify(exchange)).not.toContain('marker-secret-in')
  })
})

describe('an invoice with attachments', () => {
  const pdf = { contentId: 'scan@supplier.example', contentType: 'application/pdf', fileName: 'scan.pdf' }

  const withFile = (letter: InvoiceLetter, bytes: Uint8Array) => {
    const xml = invoiceXml({ ...letter, comments: 'See the scan' }).replace(
      '</Comments>',
      `<Attachment><URL>${cidUrl(pdf.contentId)}</URL></Attachment></Comments>`,
    )
    return serializeCxmlMessage(xml, [{ ...pdf, bytes }], { boundary: 'b0undary' })
  }

  it('keeps them to the byte, and hands them out as files only', async () => {
    const { number } = await world.order()
    const bytes = new Uint8Array(randomBytes(3000))
    const { body, contentType } = withFile({ order: number }, bytes)
    expect(contentType).toMatch(/^multipart\/related;.*start=/)
    expect(await postInvoice(url(), body, contentType)).toMatchObject({ httpStatus: 200 })
    const [attachment] = latest().attachments
    expect(attachment).toMatchObject({ fileName: 'scan.pdf', contentType: 'application/pdf', size: 3000 })
    const ada = createVisitor(url())
    await ada.post('/session', { login: 'ada' })
    const file = await fetch(`${url()}/attachments/${attachment?.id}`, {
      headers: { cookie: `${ada.cookie().name}=${ada.cookie().value}` },
    })
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
  })

  it('is the same when it comes again in another wrapping, and is read in the trace', async () => {
    const { number } = await world.order()
    const { body } = withFile({ order: number }, new Uint8Array([1, 2, 3]))
    const other = Buffer.from(
      Buffer.from(body).toString('latin1').replaceAll('b0undary', 'another'),
      'latin1',
    )
    const wrapped = (boundary: string) => `multipart/related; boundary="${boundary}"; type="text/xml"`
    const first = await postInvoice(url(), body, wrapped('b0undary'))
    expect(await postInvoice(url(), other, wrapped('another'))).toMatchObject({
      code: first.code,
      text: first.text,
    })
    expect(invoices()).toHaveLength(1)
    const [exchange] = world.coupa.documents({ kind: 'InvoiceDetailRequest' })
    expect(exchange?.request.document?.kind).toBe('InvoiceDetailRequest')
  })

  it('is refused as a whole with 413 where one is too large', async () => {
    const { number } = await world.order()
    const { body, contentType } = withFile({ order: number }, new Uint8Array(5 * 1024 * 1024 + 1).fill(65))
    const answer = await postInvoice(url(), body, contentType)
    expect(answer).toMatchObject({ httpStatus: 413, code: '413', text: 'Request Entity Too Large' })
    expect(invoices()).toHaveLength(0)
  })

  it('is refused with 413 beyond the largest body', async () => {
    const answer = await postInvoice(url(), new Uint8Array(16 * 1024 * 1024 + 1), 'multipart/related')
    expect(answer).toMatchObject({ httpStatus: 413, code: '413', text: 'Request Entity Too Large' })
  })

  it('is refused with 406 where the parts cannot be taken apart', async () => {
    const { number } = await world.order()
    const { body } = withFile({ order: number }, new Uint8Array(9))
    const answer = await postInvoice(url(), body, 'multipart/related; boundary="another"')
    expect(answer).toMatchObject({ httpStatus: 406, code: '406' })
    expect(answer.text).toContain('Could not parse cXML document')
  })
})

describe('an invoice that is refused', () => {
  afterEach(() => expect(invoices()).toHaveLength(0))

  it('401: by credentials, without saying what was wrong', async () => {
    const { number } = await world.order()
    const answer = { httpStatus: 401, code: '401', text: 'Invalid credentials.' }
    expect(await send({ order: number, secret: 'wrong' })).toMatchObject(answer)
    expect(await spoiled({ order: number }, /BRIGHTSTACK/g, 'NOBODY')).toMatchObject(answer)
  })

  it('403: where cXML invoicing is not allowed', async () => {
    const { number } = await world.order()
    await settings({ allowCxmlInvoicing: false })
    expect(await send({ order: number })).toMatchObject({ httpStatus: 403, code: '403' })
  })

  it('406: where it is no XML, or not by the DTD', async () => {
    const { number } = await world.order()
    const unreadable = await postInvoice(url(), '<cXML')
    expect(unreadable).toMatchObject({ httpStatus: 406, code: '406' })
    expect(unreadable.text).toContain('Could not parse cXML document')
    const nameless = await spoiled({ order: number }, / payloadID="invoice[^"]*"/, '')
    expect(nameless).toMatchObject({ httpStatus: 406, code: '406' })
    expect(nameless.text).toContain('Request did not validate successfully with DTD')
    const invalid = await spoiled({ order: number }, /<InvoiceDetailHeaderIndicator\s*\/>/, '')
    expect(invalid).toMatchObject({ httpStatus: 406, code: '406' })
    expect(invalid.text).toContain('Request did not validate successfully with DTD')
  })

  it('450: by its version, or as another kind of document', async () => {
    const { number } = await world.order()
    expect(await spoiled({ order: number }, /1\.2\.020/g, '1.1.010')).toMatchObject({ httpStatus: 450 })
    const another = invoiceXml({ order: number })
      .replace('InvoiceDetail.dtd', 'cXML.dtd')
      .replace(/<InvoiceDetailRequest>[\s\S]*<\/InvoiceDetailRequest>/, '<ProfileRequest/>')
    expect(await postInvoice(url(), another)).toMatchObject({ httpStatus: 450, code: '450' })
  })

  it.each([
    [
      'for whole orders',
      '<InvoiceDetailHeaderIndicator/>',
      '<InvoiceDetailHeaderIndicator isHeaderInvoice="yes"/>',
      'isHeaderInvoice',
    ],
    ['that is a debit memo', 'purpose="standard"', 'purpose="debitMemo"', 'purpose debitMemo'],
    [
      'for information only',
      'purpose="standard"',
      'purpose="standard" isInformationOnly="yes"',
      'isInformationOnly',
    ],
  ])('450: %s', async (_what, from, to, what) => {
    const { number } = await world.order()
    const answer = await spoiled({ order: number }, from, to)
    expect(answer).toMatchObject({ httpStatus: 450, code: '450' })
    expect(answer.text).toContain(`Request characteristic not supported: ${what}`)
  })

  it('417: where an amount is no number', async () => {
    const { number } = await world.order()
    const answer = await spoiled({ order: number }, />49\.90?</, '>1,2<')
    expect(answer).toMatchObject({ httpStatus: 417, code: '417' })
    expect(answer.text).toContain('"1,2" can be read in two ways')
  })

  it('417: where a line is in another currency than the whole', async () => {
    const { number } = await world.order()
    const answer = await spoiled({ order: number }, /(<UnitPrice><Money currency=")USD/, '$1EUR')
    expect(answer).toMatchObject({
      httpStatus: 417,
      text: 'Currency of a line is EUR, and that of the invoice USD',
    })
  })

  it('417: for an order that is not there, or is not theirs', async () => {
    expect(await send({ order: '9999' })).toMatchObject({
      httpStatus: 417,
      code: '417',
      text: 'Could not find order header 9999',
    })
    const emma = world.coupa.person('emma')
    const { number: requisition } = await emma.addItem({ itemId: 3, quantity: '3' })
    await emma.submit(requisition)
    await world.coupa.person('mark').approve(requisition)
    const { number } = await world.coupa.waitForOrder({ requisition })
    expect(await send({ order: number })).toMatchObject({
      httpStatus: 417,
      text: `Order header ${number} does not belong to supplier Brightstack Inc`,
    })
  })

  it('417: where a line is of another type than the order’s', async () => {
    const { number } = await world.order()
    expect(await send({ order: number, lines: [{ amount: '49.90' }] })).toMatchObject({
      httpStatus: 417,
      text: 'Invoice lines order line must be the same type as invoice line',
    })
  })

  it('417: for charges that are not permitted', async () => {
    const { number } = await world.order()
    await settings({ allowExtraCharges: false })
    const answer = { httpStatus: 417, text: 'Extra shipping/handling/misc charges are not permitted' }
    expect(await send({ order: number, shipping: '1' })).toMatchObject(answer)
    expect(await send({ order: number, handling: '1' })).toMatchObject(answer)
  })

  it('417: for an order that is closed, and as a credit of what was never invoiced', async () => {
    const { number } = await world.order()
    const credit: InvoiceLetter = {
      order: number,
      purpose: 'lineLevelCreditMemo',
      lines: [{ quantity: '-1' }],
    }
    expect(await send({ ...credit, original: 'NEVER' })).toMatchObject({
      httpStatus: 417,
      text: 'Could not find original invoice NEVER',
    })
    expect(await send(credit)).toMatchObject({ httpStatus: 417 })
    world.coupa.application.actOnOrder('ada', { purchaseOrder: number, action: 'close' })
    expect(await send({ order: number })).toMatchObject({ httpStatus: 417 })
  })
})

it('417: a number that was used before, until that invoice is voided', async () => {
  const { number } = await world.order()
  await settings({ invoiceMatchingLevel: '2-way' })
  expect(await send({ order: number, invoiceID: 'SAME' })).toMatchObject({ httpStatus: 200 })
  expect(await send({ order: number, invoiceID: 'SAME' })).toMatchObject({
    httpStatus: 417,
    text: 'Invoice number has already been taken',
  })
  world.coupa.application.actOnInvoice('ada', { invoice: latest().id, action: 'void' })
  expect(await send({ order: number, invoiceID: 'SAME' })).toMatchObject({ httpStatus: 200 })
})
