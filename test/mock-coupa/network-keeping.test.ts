import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BusinessNetwork,
  defaultTransactionRules,
  type ManualTime,
  manualTime,
  startNetwork,
  type TransactionRules,
} from '@punchloop/mock-coupa'
import { writeCatalogUpload } from '@punchloop/sdk/catalog'
import {
  type CxmlDraft,
  cidUrl,
  parseCxml,
  parseEnclosed,
  readCxmlMessage,
  serializeCxml,
  serializeCxmlMessage,
} from '@punchloop/sdk/cxml'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { invoiceXml } from '../support/invoicing.js'
import {
  buyerId,
  buyerSecret,
  confirmationRequest,
  getPendingRequest,
  orderRequest,
  type RawSupplier,
  setupRequest,
  startRawSupplier,
  statusResponse,
  supplierId,
  supplierSecret,
} from '../support/trading.js'

/** One network for all: each test has orders of its own. */
let supplier: RawSupplier
let network: BusinessNetwork
let time: ManualTime
const folder = mkdtempSync(join(tmpdir(), 'network-keeping-'))

const minute = 60_000

beforeAll(async () => {
  supplier = await startRawSupplier()
  time = manualTime(new Date('2026-03-02T17:00:00Z'))
  network = await startNetwork({ port: 0, dataDir: folder, clock: time.clock, timers: time.timers })
})
beforeEach(() => trade())
afterEach(() => {
  supplier.received.length = 0
  supplier.answers.length = 0
})
afterAll(async () => {
  await network.close()
  await supplier.close()
  rmSync(folder, { recursive: true })
})

/** Who trades, by what rules, and where the supplier takes orders; without, it asks for them. */
function trade(by: { readonly rules?: Partial<TransactionRules>; readonly orderUrl?: string | null } = {}) {
  const { orderUrl = `${supplier.url}/orders` } = by
  network.configure({
    accounts: [
      {
        role: 'buyer',
        name: 'Alder Biosciences',
        anid: buyerId,
        sharedSecret: buyerSecret,
        documentUrls: {},
        rules: { ...defaultTransactionRules, ...by.rules },
      },
      {
        role: 'supplier',
        name: 'Brightstack Inc',
        anid: supplierId,
        sharedSecret: supplierSecret,
        punchoutUrl: `${supplier.url}/setup`,
        ...(orderUrl === null ? {} : { orderUrl }),
      },
    ],
    relationships: [{ buyer: buyerId, supplier: supplierId }],
  })
}

async function post(
  document: CxmlDraft | string | Uint8Array,
  contentType = 'text/xml; charset=UTF-8',
  url = network.transactionUrl,
) {
  const body =
    typeof document === 'string' || document instanceof Uint8Array ? document : serializeCxml(document)
  const headers = { 'content-type': contentType }
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: new Uint8Array(Buffer.from(body)),
  })
  const bytes = await response.bytes()
  const message = readCxmlMessage(bytes, response.headers.get('content-type') ?? '')
  const answer = parseCxml(message.bytes)
  if (!('response' in answer) || answer.response === undefined) throw new Error('no Response')
  const { code, value: text } = answer.response.status
  return { code, text, answer, files: message.files }
}

function changed(orderID: string, type: 'update' | 'delete'): string {
  return serializeCxml(orderRequest(orderID, { payloadID: `${type}-${orderID}@buyer.example` })).replace(
    'type="new"',
    `type="${type}" orderVersion="2"`,
  )
}

const find = (payloadID: string) => network.transmissions().find(document => document.payloadID === payloadID)
const settled = (payloadID: string) =>
  network.waitFor(() => {
    const found = find(payloadID)
    return found !== undefined && found.status !== 'queued' && found
  })

/** What a party gets by asking, and which files came with it. */
async function ask(
  role: 'buyer' | 'supplier',
  types: readonly string[],
  more: { last?: string; most?: string } = {},
) {
  const { answer, files } = await post(getPendingRequest(role, { types, ...more }))
  const documents =
    answer.kind === 'GetPendingResponse' ? answer.response.getPendingResponse.cXMLs.map(parseEnclosed) : []
  return { documents, ids: documents.map(({ payloadID }) => payloadID), files }
}

async function refused(document: CxmlDraft | string, rule: keyof TransactionRules): Promise<void> {
  expect(await post(document)).toMatchObject({ text: expect.stringContaining(`transaction rule ${rule}`) })
}

const invoice = (letter: Parameters<typeof invoiceXml>[0]) =>
  invoiceXml(letter)
    .replaceAll('BRIGHTSTACK', supplierId)
    .replaceAll('NORTHWIND', buyerId)
    .replaceAll('marker-secret-in', supplierSecret)

describe('what is about one order', () => {
  it('arrives in the order in which it was sent: a change never overtakes its order', async () => {
    supplier.answers.push('hang up')
    await post(orderRequest('PO-A'))
    await network.waitFor(() => find('order-PO-A@buyer.example')?.attempts === 1)
    expect((await post(changed('PO-A', 'update'))).code).toBe('201')
    expect((await post(changed('PO-A', 'delete'))).code).toBe('201')
    // Another order does not wait for this one.
    await post(orderRequest('PO-B'))
    await settled('order-PO-B@buyer.example')
    time.advance(minute)
    await settled('delete-PO-A@buyer.example')
    expect(supplier.received.map(({ body }) => parseCxml(body).payloadID)).toEqual([
      'order-PO-A@buyer.example',
      'order-PO-B@buyer.example',
      'order-PO-A@buyer.example',
      'update-PO-A@buyer.example',
      'delete-PO-A@buyer.example',
    ])
  })
})

describe('an answer of the receiver', () => {
  it('that is no cXML is a fault of the way there, whatever its HTTP status: it is tried again', async () => {
    supplier.answers.push({ httpStatus: 404, body: '<html>no such page</html>' })
    await post(orderRequest('PO-C'))
    await network.waitFor(() => find('order-PO-C@buyer.example')?.attempts === 1)
    expect(find('order-PO-C@buyer.example')).toMatchObject({
      status: 'queued',
      failure: expect.stringContaining('HTTP 404'),
    })
    time.advance(minute)
    expect(await settled('order-PO-C@buyer.example')).toMatchObject({ status: 'delivered' })
  })

  it.each([
    ['200', '200'],
    ['201', '201'],
  ])('of %s is what the sender is told, who was told 201', async (answered, told) => {
    supplier.answers.push({ httpStatus: 200, body: statusResponse(answered) })
    await post(orderRequest(`PO-D${answered}`))
    await settled(`order-PO-D${answered}@buyer.example`)
    const { documents } = await ask('buyer', ['StatusUpdateRequest'])
    expect(documents.at(-1)).toMatchObject({
      header: { from: { credentials: [{ identity: 'AN01000000087' }] } },
      request: {
        deploymentMode: 'test',
        statusUpdateRequest: {
          documentReference: { payloadID: `order-PO-D${answered}@buyer.example` },
          status: { code: told, value: 'Forwarded to supplier' },
        },
      },
    })
  })

  it('shows nobody the secret that it repeats', async () => {
    const words = `There is no account with the secret ${supplierSecret}`
    supplier.answers.push({ httpStatus: 200, body: statusResponse('403', words) })
    await post(orderRequest('PO-E'))
    const { failure } = await settled('order-PO-E@buyer.example')
    expect(failure).toBe('403 There is no account with the secret ********')
    const seen = JSON.stringify([
      network.documents(),
      (await ask('buyer', ['StatusUpdateRequest'])).documents,
    ])
    expect(seen).not.toContain(supplierSecret)
    expect(await (await fetch(network.url)).text()).not.toContain(supplierSecret)
  })
})

describe('the same document again', () => {
  it('is known by what it says: under a new boundary, with a new timestamp, under a new secret', async () => {
    const at = (boundary: string, timestamp: string) => {
      const xml = serializeCxml(orderRequest('PO-F', { attachment: cidUrl('note@buyer.example') })).replace(
        /timestamp="[^"]*"/,
        `timestamp="${timestamp}"`,
      )
      const note = {
        contentId: 'note@buyer.example',
        contentType: 'text/plain',
        bytes: Buffer.from('Mind the step'),
      }
      return serializeCxmlMessage(xml, [note], { boundary })
    }
    const first = at('one', '2026-03-02T09:00:00+00:00')
    const again = at('two', '2026-03-02T10:00:00+00:00')
    expect((await post(first.body, first.contentType)).code).toBe('201')
    expect((await post(again.body, again.contentType)).code).toBe('201')
    await settled('order-PO-F@buyer.example')
    expect(supplier.received).toHaveLength(1)
  })
})

describe('a secret outside of Sender', () => {
  const withCopy = (orderID: string) => {
    const xml = serializeCxml(orderRequest(orderID, { attachment: cidUrl('copy@buyer.example') }))
    const part = (headers: string[], body: string) => [...headers, '', body].join('\r\n')
    return [
      '--b',
      part(['Content-Type: application/octet-stream', 'Content-ID: <copy@buyer.example>'], xml),
      '--b',
      part(['Content-Type: text/xml; charset=UTF-8', 'Content-ID: <root@buyer.example>'], xml),
      '--b--',
      '',
    ].join('\r\n')
  }
  const multipart = 'multipart/related; type="text/xml"; start="<root@buyer.example>"; boundary=b'

  it.each([
    ['a copy of the document that is attached to it', () => post(withCopy('PO-G'), multipart)],
    [
      'an Extrinsic',
      () =>
        post(
          serializeCxml(orderRequest('PO-R')).replace(
            '</OrderRequestHeader>',
            `<Extrinsic name="password">${buyerSecret}</Extrinsic></OrderRequestHeader>`,
          ),
        ),
    ],
    [
      'a comment of a setup request',
      () => post(`${serializeCxml(setupRequest())}<!-- ${buyerSecret} -->`, 'text/xml', network.punchoutUrl),
    ],
  ])('goes to nobody: %s', async (_where, send) => {
    expect(await send()).toMatchObject({
      code: '406',
      text: expect.stringContaining('ERR_NETWORK_SECRET_ENCLOSED'),
    })
    expect(supplier.received).toEqual([])
    expect(network.transmissions().filter(({ payloadID }) => /PO-[GR]@/.test(payloadID))).toEqual([])
  })
})

describe('what waits to be asked for', () => {
  it('is never lost for its age: what was not handed out stays, however old it says it is', async () => {
    trade({ orderUrl: null })
    const types = ['OrderRequest']
    await post(orderRequest('PO-H'))
    const first = await ask('supplier', types)
    expect(first.ids).toEqual(['order-PO-H@buyer.example'])
    // Another system of the buyer, whose clock is late.
    const late = serializeCxml(orderRequest('PO-I')).replace(
      /timestamp="[^"]*"/,
      'timestamp="2026-03-01T00:00:00"',
    )
    await post(late)
    const last = first.documents[0]?.timestamp ?? ''
    expect((await ask('supplier', types, { last })).ids).toEqual(['order-PO-I@buyer.example'])
    // Lost on its way to the supplier, who asks once more with what it has.
    expect((await ask('supplier', types, { last })).ids).toEqual(['order-PO-I@buyer.example'])
    expect((await ask('supplier', types, { last: '2026-03-01T00:00:00' })).ids).toEqual([])
    expect(find('order-PO-I@buyer.example')).toMatchObject({ status: 'fetched' })
  })

  it('comes with its files, and never with two of one name', async () => {
    trade({ orderUrl: null })
    const withNote = (orderID: string, text: string) =>
      serializeCxmlMessage(
        orderRequest(orderID, { attachment: cidUrl('note@buyer.example') }),
        [{ contentId: 'note@buyer.example', contentType: 'text/plain', bytes: Buffer.from(text) }],
        { boundary: orderID },
      )
    for (const [orderID, text] of [
      ['PO-J', 'first'],
      ['PO-K', 'second'],
    ] as const) {
      const { body, contentType } = withNote(orderID, text)
      await post(body, contentType)
    }
    const first = await ask('supplier', ['OrderRequest'])
    expect(first.ids).toEqual(['order-PO-J@buyer.example'])
    expect(first.files.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['first'])
    const last = first.documents[0]?.timestamp ?? ''
    const second = await ask('supplier', ['OrderRequest'], { last })
    expect(second.ids).toEqual(['order-PO-K@buyer.example'])
    expect(second.files.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['second'])
    await ask('supplier', ['OrderRequest'], { last })
  })
})

describe('a catalogue for the network itself', () => {
  it('goes to every buyer that trades with the supplier, with its file', async () => {
    trade()
    const { accounts, relationships } = network.directory
    const [alder] = accounts
    const birch = { ...alder!, anid: 'AN01000000009-T', name: 'Birch', sharedSecret: 'marker-birch' }
    network.configure({
      accounts: [...accounts, birch],
      relationships: [...relationships, { buyer: birch.anid, supplier: supplierId }],
    })
    const upload = (catalogName: string) => {
      const own = { domain: 'NetworkID', identity: supplierId }
      return writeCatalogUpload(
        {
          payloadID: `${catalogName}@supplier.example`,
          timestamp: '2026-03-02T09:00:00+00:00',
          header: {
            from: { credentials: [own] },
            to: { credentials: [{ domain: 'networkid', identity: 'AN01000000087' }] },
            sender: { credentials: [{ ...own, sharedSecret: supplierSecret }], userAgent: 'Test' },
          },
          operation: 'new',
          catalogName,
          description: 'Pumps',
          cif: Buffer.from('CIF_I_V3.0'),
        },
        { boundary: 'b0undary' },
      )
    }
    const { body, contentType } = upload('pumps')
    expect((await post(body, contentType, network.catalogUrl)).code).toBe('201')
    const kept = network.transmissions().filter(({ kind }) => kind === 'CatalogUploadRequest')
    expect(kept.map(({ receiver, status }) => [receiver, status])).toEqual([
      [buyerId, 'pending'],
      [birch.anid, 'pending'],
    ])
    const { documents, files } = await ask('buyer', ['CatalogUploadRequest'])
    expect(documents).toMatchObject([
      { header: { to: { credentials: [{ identity: 'AN01000000087' }, { identity: buyerId }] } } },
    ])
    expect(files.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['CIF_I_V3.0'])
    network.configure({ accounts, relationships: [] })
    const nobody = upload('valves')
    expect(await post(nobody.body, nobody.contentType, network.catalogUrl)).toMatchObject({
      code: '403',
      text: expect.stringContaining('there is no buyer for its catalogue'),
    })
  })
})

describe('transaction rules', () => {
  const confirmation = (orderID: string, statuses: string, payloadID = `c-${orderID}@supplier.example`) =>
    serializeCxml(confirmationRequest(orderID, { payloadID })).replace(
      /<ConfirmationStatus[\s\S]*<\/ConfirmationStatus>/,
      statuses,
    )
  const status = (type: string, quantity: string, content = '') =>
    `<ConfirmationStatus quantity="${quantity}" type="${type}"><UnitOfMeasure>EA</UnitOfMeasure>${content}</ConfirmationStatus>`

  it('see a quantity that is split, and a price that comes with a substitute', async () => {
    trade({ rules: { allowQuantityChanges: false, allowPriceChanges: false } })
    await post(orderRequest('PO-L'))
    await refused(confirmation('PO-L', status('accept', '1') + status('reject', '1')), 'allowQuantityChanges')
    const substitute =
      '<ItemIn quantity="2"><ItemID><SupplierPartID>SUITE-2</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="USD">50</Money></UnitPrice><Description xml:lang="en">Other</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232701</Classification></ItemDetail></ItemIn>'
    await refused(confirmation('PO-L', status('detail', '2', substitute)), 'allowPriceChanges')
    const both =
      status('accept', '1') +
      status('detail', '1', '<UnitPrice><Money currency="USD">49.90</Money></UnitPrice>')
    expect((await post(confirmation('PO-L', both))).code).toBe('201')
  })

  it('take no word for confirmed that says no', async () => {
    trade({ rules: { requireConfirmationBeforeInvoice: true } })
    await post(orderRequest('PO-M'))
    const rejected = serializeCxml(confirmationRequest('PO-M', { payloadID: 'no@supplier.example' }))
      .replace('type="detail"', 'type="reject"')
      .replace(/<ConfirmationItem[\s\S]*<\/ConfirmationItem>/, '')
    expect((await post(rejected)).code).toBe('201')
    await refused(
      invoice({ payloadID: 'i-M@supplier.example', orderID: 'PO-M' }),
      'requireConfirmationBeforeInvoice',
    )
    expect((await post(confirmationRequest('PO-M', { payloadID: 'yes@supplier.example' }))).code).toBe('201')
    expect((await post(invoice({ payloadID: 'i-M@supplier.example', orderID: 'PO-M' }))).code).toBe('201')
  })

  it('hold invoices against the order: its price, and its quantity with what was invoiced before', async () => {
    trade({ rules: { allowInvoicePriceChanges: false, allowInvoiceQuantityIncreases: false } })
    await post(orderRequest('PO-N', { line: { quantity: '3', unitPrice: '95.5' } }))
    const of = (id: string, quantity: string, unitPrice = '95.50') =>
      invoice({
        payloadID: `${id}@supplier.example`,
        invoiceID: id,
        orderID: 'PO-N',
        lines: [{ quantity, unitPrice }],
      })
    await refused(of('N-1', '1', '99'), 'allowInvoicePriceChanges')
    expect((await post(of('N-2', '2'))).code).toBe('201')
    await refused(of('N-3', '2'), 'allowInvoiceQuantityIncreases')
    expect((await post(of('N-4', '1'))).code).toBe('201')
  })
})

describe('on the page of the network', () => {
  const press = (path: string, form: Readonly<Record<string, string>> = {}, headers = {}) =>
    fetch(network.url + path, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers,
      redirect: 'manual',
    })

  it('a person sends again what has failed, and nothing else', async () => {
    supplier.answers.push({ httpStatus: 200, body: statusResponse('400', 'no such part') })
    await post(orderRequest('PO-P'))
    const { id, orderError } = await settled('order-PO-P@buyer.example')
    expect(orderError).toBe('PO-11')
    expect(await (await fetch(network.url)).text()).toContain(`action="/documents/${id}/resend"`)
    expect((await press(`/documents/${id}/resend`, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await press(`/documents/${id}/resend`)).status).toBe(303)
    expect(await settled('order-PO-P@buyer.example')).toMatchObject({ status: 'delivered', attempts: 1 })
    const again = await press(`/documents/${id}/resend`)
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('it is delivered')])
    expect((await press('/documents/99999/resend')).status).toBe(404)
  })

  it('a buyer’s administrator chooses its transaction rules, which outlive the network', async () => {
    await post(orderRequest('PO-Q'))
    const { allowConfirmations: _, ...others } = { ...defaultTransactionRules }
    const on = Object.entries(others).flatMap(([name, isOn]) => (isOn ? [[name, 'on']] : []))
    expect((await press('/rules', { buyer: buyerId, ...Object.fromEntries(on) })).status).toBe(303)
    await refused(confirmationRequest('PO-Q'), 'allowConfirmations')
    const second = await startNetwork({ port: 0, dataDir: folder, directory: network.directory })
    expect(second.directory.accounts[0]).toMatchObject({ rules: { allowConfirmations: false } })
    await second.close()
    network.chooseRules(buyerId, { allowConfirmations: true })
    expect((await post(confirmationRequest('PO-Q'))).code).toBe('201')
    expect(() => network.chooseRules('AN01000000099', {})).toThrow('The network has no buyer AN01000000099')
  })
})

describe('a network that does not know its accounts yet', () => {
  it('puts off whoever comes', async () => {
    const starting = await startNetwork({ port: 0 })
    const answer = await post(orderRequest('PO-T'), undefined, starting.transactionUrl)
    expect(answer).toMatchObject({ code: '560', text: expect.stringContaining('ERR_NETWORK_STARTING') })
    starting.configure(network.directory)
    expect((await post(orderRequest('PO-T'), undefined, starting.transactionUrl)).code).toBe('201')
    await starting.waitFor(() => starting.transmissions()[0]?.status === 'delivered')
    await starting.close()
  })
})

describe('a network that ends without a word', () => {
  it('is followed by another that finds what was under way', async () => {
    supplier.answers.push('never')
    await post(orderRequest('PO-O'))
    await expect.poll(() => supplier.received.length).toBe(1)
    // The first is still waiting for its answer: nothing of the attempt is written yet.
    const second = await startNetwork({
      port: 0,
      dataDir: folder,
      directory: network.directory,
      clock: time.clock,
      timers: time.timers,
    })
    try {
      const found = () =>
        second.transmissions().find(({ payloadID }) => payloadID === 'order-PO-O@buyer.example')
      await second.waitFor(() => found()?.status === 'delivered')
      const ids = supplier.received.map(({ body }) => parseCxml(body).payloadID)
      expect(ids).toEqual(['order-PO-O@buyer.example', 'order-PO-O@buyer.example'])
    } finally {
      await second.close()
    }
  })
})
