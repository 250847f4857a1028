import { describe, expect, it } from 'vitest'
import { type OrderXml, orderXml, returnedRequest } from '../../test/order-xml.js'
import { secret, startTestSupplier } from '../../test/start-test-supplier.js'
import { takingBuyer } from '../../test/taking-buyer.js'
import type { Notice } from '../delivery/notice.js'
import type { SupplierOptions } from '../options.js'

const key = { buyerId: 'acme', orderID: 'PO-1' }
const network = { domain: 'NetworkID', identity: 'NETWORK' }
const networkSecret = 'marker-network-22'

interface Update {
  readonly about?: string
  readonly payloadID?: string
  readonly from?: string
  readonly sender?: string
  readonly sharedSecret?: string
  readonly code?: string
  readonly value?: string
  readonly mode?: string
  /** After `Status`. */
  readonly more?: string
}

function updateXml({ about, payloadID = 'status-1@n', from = 'AN01', sender = from, ...update }: Update) {
  const { sharedSecret = secret, code = '200', value = '', mode = 'production', more = '' } = update
  const party = (identity: string, proof = '') =>
    `<Credential domain="NetworkID"><Identity>${identity}</Identity>${proof}</Credential>`
  const reference = about === undefined ? '' : `<DocumentReference payloadID="${about}"/>`
  return `<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.037/cXML.dtd">
    <cXML payloadID="${payloadID}" timestamp="2026-01-15T10:00:00+00:00"><Header><From>${party(from)}</From>
    <To>${party('SUPPLIER')}</To><Sender>${party(sender, `<SharedSecret>${sharedSecret}</SharedSecret>`)}
    <UserAgent>Network</UserAgent></Sender></Header><Request deploymentMode="${mode}">
    <StatusUpdateRequest>${reference}<Status code="${code}" text="Said">${value}</Status>${more}</StatusUpdateRequest>
    </Request></cXML>`
}

/** A marketplace that has fulfilled and invoiced an order, and is told of what comes. */
async function startInvoiced(order: OrderXml = {}, change: Partial<SupplierOptions> = {}) {
  const taking = takingBuyer()
  const told: { readonly notice: Notice; readonly key: string }[] = []
  const world = startTestSupplier({
    buyers: [
      { ...taking.buyer, statusUpdates: undefined as never },
      {
        ...taking.buyer,
        id: 'initech',
        credentials: [{ domain: 'NetworkID', identity: 'AN03' }],
        senders: [network],
        sharedSecrets: [networkSecret],
      },
    ],
    fetch: taking.fetch as typeof fetch,
    notify: async (notice, { idempotencyKey }) => {
      if (notice.kind === 'document status') told.push({ notice, key: idempotencyKey })
    },
    ...change,
  })
  const request = await returnedRequest(world)
  await world.post(orderXml(request, order))
  await world.supplier.deliver()
  const isReal = (await world.supplier.order(key))?.status === 'fulfilled'
  if (isReal) await world.supplier.invoice(key, { invoiceID: 'INV-1' })
  await world.supplier.deliver()
  const sent = async (kind: string) => {
    const documents = await world.supplier.documents(key)
    const found = documents.find(each => each.kind === kind)
    if (found === undefined) throw new Error(`no ${kind} was sent`)
    return found
  }
  return { world, told, sent }
}

describe('a StatusUpdateRequest', () => {
  it('is put down beside the document that it is about, and told once, by its key', async () => {
    const { world, told, sent } = await startInvoiced()
    const { payloadID: about } = await sent('InvoiceDetailRequest')
    const more = `<InvoiceStatus type="paid" paymentNetDueDate="2026-02-01"><PartialAmount><Money currency="USD">59.97</Money></PartialAmount>
      <Comments>The rest follows.</Comments></InvoiceStatus>`
    const update = updateXml({ about, value: 'Invoice paid', more })
    expect(await world.post(update)).toMatchObject({
      code: '200',
      reason: 'The status of InvoiceDetailRequest INV-1 was noted.',
    })
    expect((await world.post(update)).code).toBe('200')
    await world.supplier.deliver()
    const document = await sent('InvoiceDetailRequest')
    expect(document).toMatchObject({ orderID: 'PO-1', documentID: 'INV-1' })
    expect(document.statuses).toEqual([
      {
        payloadID: 'status-1@n',
        receivedAt: new Date('2026-01-15T10:00:00Z'),
        code: '200',
        text: 'Said',
        value: 'Invoice paid',
        invoice: {
          type: 'paid',
          paymentNetDueDate: '2026-02-01',
          partialAmount: { currency: 'USD', amount: '59.97' },
        },
        comments: ['The rest follows.'],
      },
    ])
    expect(told).toEqual([
      {
        key: 'acme:status:status-1@n',
        notice: {
          kind: 'document status',
          order: await world.supplier.order(key),
          document,
          status: document.statuses[0],
        },
      },
    ])
  })

  it('says that a confirmation was refused, with why', async () => {
    const { world, sent } = await startInvoiced()
    const { payloadID: about } = await sent('ConfirmationRequest')
    await world.post(updateXml({ about, code: '417', value: 'No such order' }))
    await world.post(updateXml({ about, payloadID: 'status-2@n', code: '200' }))
    const { statuses } = await sent('ConfirmationRequest')
    expect(statuses.map(({ code, value }) => [code, value])).toEqual([
      ['417', 'No such order'],
      ['200', ''],
    ])
  })

  it('keeps what becomes of a charge, of lines and of a delivery, and no card number', async () => {
    const { world, sent } = await startInvoiced()
    const { payloadID: about } = await sent('ConfirmationRequest')
    const all = [
      `<PaymentStatus orderID="PO-1" transactionTimestamp="2026-01-15T10:00:00+00:00" type="Settlement" isFailed="yes" transactionID="T1">
        <PCard number="4111111111111111" expiration="2027-01-01"/><Total><Money currency="USD">1.50</Money></Total></PaymentStatus>`,
      `<DocumentStatus type="rejected"><ItemStatus type="rejected" code="E7"><ReferenceDocumentInfo lineNumber="2"/>
        <Comments>Wrong unit.</Comments></ItemStatus><Comments>See lines.</Comments></DocumentStatus>`,
      `<IntegrationStatus documentStatus="customerFailed"><IntegrationMessage isSuccessful="no" type="997">Unknown vendor</IntegrationMessage></IntegrationStatus>`,
    ]
    for (const [index, more] of all.entries()) {
      await world.post(updateXml({ about, payloadID: `more-${index}@n`, more }))
    }
    const { statuses } = await sent('ConfirmationRequest')
    expect(statuses).toMatchObject([
      {
        payment: {
          type: 'Settlement',
          isFailed: true,
          transactionID: 'T1',
          total: { currency: 'USD', amount: '1.50' },
        },
      },
      {
        document: {
          type: 'rejected',
          lines: [{ lineNumber: '2', type: 'rejected', code: 'E7', comments: ['Wrong unit.'] }],
        },
        comments: ['See lines.'],
      },
      { integration: { documentStatus: 'customerFailed', message: 'Unknown vendor' } },
    ])
    expect(JSON.stringify(statuses)).not.toContain('4111')
  })

  it('may name an invoice, or any document, by its number', async () => {
    const { world, sent } = await startInvoiced()
    const byInvoice = '<InvoiceStatus type="processing"><InvoiceIDInfo invoiceID="INV-1"/></InvoiceStatus>'
    const byNumber =
      '<DocumentStatus type="approved"><DocumentInfo documentID="INV-1" documentType="invoice"/></DocumentStatus>'
    expect((await world.post(updateXml({ more: byInvoice }))).code).toBe('200')
    expect((await world.post(updateXml({ payloadID: 's2@n', more: byNumber }))).code).toBe('200')
    expect((await sent('InvoiceDetailRequest')).statuses).toMatchObject([
      { invoice: { type: 'processing' } },
      { document: { type: 'approved' } },
    ])
  })

  it.each([
    ['417', 'is not known here', { about: 'nobody@sent.this' }],
    [
      '417',
      'is not known here',
      { more: '<InvoiceStatus type="paid"><InvoiceIDInfo invoiceID="INV-9"/></InvoiceStatus>' },
    ],
    ['400', 'DocumentReference is missing', {}],
    ['400', 'DocumentReference is missing', { more: '<InvoiceStatus type="paid"/>' }],
  ])('is refused with %s where it %s', async (code, reason, update: Update) => {
    const { world } = await startInvoiced()
    const answer = await world.post(updateXml(update))
    expect(answer).toMatchObject({ http: 200, code })
    expect(answer.reason).toContain(reason)
  })

  it('of another buyer, or without its one word, or of a test about what is real, changes nothing', async () => {
    const { world, sent, told } = await startInvoiced()
    const { payloadID: about } = await sent('InvoiceDetailRequest')
    const asInitech = { from: 'AN03', sender: 'NETWORK', sharedSecret: networkSecret }
    const answers = [
      await world.post(updateXml({ about, ...asInitech })),
      await world.post(updateXml({ about, payloadID: '2@n', more: '<InvoiceStatus/>' })),
      await world.post(updateXml({ about, payloadID: '3@n', mode: 'test' })),
    ]
    expect(answers.map(({ code }) => code)).toEqual(['417', '400', '409'])
    await world.supplier.deliver()
    expect((await sent('InvoiceDetailRequest')).statuses).toEqual([])
    expect(told).toEqual([])
    // Nothing is remembered of what was refused: mended, it may come again.
    expect((await world.post(updateXml({ about, payloadID: '3@n' }))).code).toBe('200')
  })

  it('is in the ProfileResponse', async () => {
    const { world } = await startInvoiced()
    const ask = updateXml({}).replace(/<StatusUpdateRequest>.*<\/StatusUpdateRequest>/s, '<ProfileRequest/>')
    expect((await world.post(ask)).xml).toContain('requestName="StatusUpdateRequest"')
  })
})

describe('a network that speaks for itself', () => {
  /** Two buyers behind one network; the order is the second's. */
  async function startBehind() {
    const { buyer } = takingBuyer()
    const behind = { senders: [network], sharedSecrets: [networkSecret] }
    const other = {
      ...buyer,
      ...behind,
      id: 'other',
      credentials: [{ domain: 'NetworkID', identity: 'AN02' }],
    }
    const mine = {
      ...buyer,
      senders: [network, ...buyer.credentials],
      sharedSecrets: [networkSecret, secret],
    }
    return startInvoiced({}, { buyers: [other, mine] })
  }
  const itself = { from: 'NETWORK', sharedSecret: networkSecret }

  it('is understood by the document that it names: whose it is', async () => {
    const { world, sent, told } = await startBehind()
    const { payloadID: about } = await sent('ConfirmationRequest')
    const update = updateXml({ about, ...itself, code: '551', value: 'Could not be brought' })
    expect((await world.post(update)).code).toBe('200')
    expect((await world.post(update)).code).toBe('200')
    await world.supplier.deliver()
    expect(told).toMatchObject([{ notice: { order: { buyerId: 'acme' }, status: { code: '551' } } }])
  })

  it('is not let in without its secret, nor with anything but a status, nor as another party', async () => {
    const { world, sent } = await startBehind()
    const { payloadID: about } = await sent('ConfirmationRequest')
    const order = updateXml(itself).replace(
      /<StatusUpdateRequest>.*<\/StatusUpdateRequest>/s,
      '<ProfileRequest/>',
    )
    const answers = [
      await world.post(updateXml({ about, ...itself, sharedSecret: 'wrong' })),
      await world.post(order),
      await world.post(updateXml({ about, ...itself, from: 'NOBODY', sender: 'NETWORK' })),
      await world.post(updateXml({ about: 'x@y', ...itself })),
    ]
    expect(answers.map(({ code }) => code)).toEqual(['401', '401', '401', '417'])
    expect((await sent('ConfirmationRequest')).statuses).toEqual([])
  })
})
