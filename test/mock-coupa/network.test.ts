import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type NetworkDirectory, startMockAriba, startNetwork } from '@punchloop/mock-coupa'
import {
  type CxmlDocument,
  cidUrl,
  parseCxml,
  parseEnclosed,
  readCxmlMessage,
  serializeCxml,
  serializeCxmlMessage,
} from '@punchloop/sdk/cxml'
import { afterEach, describe, expect, it } from 'vitest'
import { invoiceXml } from '../support/invoicing.js'
import { startTlsFront } from '../support/tls-front.js'
import {
  buyerId,
  buyerSecret,
  confirmationRequest,
  getPendingRequest,
  headerFrom,
  orderRequest,
  setupRequest,
  startTrading,
  statusResponse,
  statusUpdateRequest,
  supplierId,
  supplierSecret,
  type Trading,
} from '../support/trading.js'

let trading: Trading
afterEach(() => trading.close())

const minute = 60_000

function headerOf(document: CxmlDocument) {
  if (!('header' in document) || document.header === undefined) throw new Error('no Header')
  return document.header
}

/** What the supplier got last. */
function latest({ supplier }: Trading): CxmlDocument {
  const { body, contentType } = supplier.received.at(-1)!
  return parseCxml(readCxmlMessage(body, contentType).bytes)
}

function transmission({ ariba }: Trading, payloadID: string) {
  return ariba.network.transmissions().find(document => document.payloadID === payloadID)
}

/** Waits until a document is no longer on its way. */
function settled({ ariba }: Trading, payloadID: string) {
  return ariba.network.waitFor(() => {
    const found = ariba.network.transmissions().find(document => document.payloadID === payloadID)
    return found !== undefined && found.status !== 'queued' && found
  })
}

/** Waits until so many attempts have failed, the document still being on its way. */
function attempted({ ariba }: Trading, payloadID: string, attempts: number) {
  return ariba.network.waitFor(() => {
    const found = ariba.network.transmissions().find(document => document.payloadID === payloadID)
    return found !== undefined && found.attempts === attempts && found
  })
}

/** An invoice of the supplier on the network. */
function invoice(letter: Parameters<typeof invoiceXml>[0]): string {
  return invoiceXml(letter)
    .replaceAll('BRIGHTSTACK', supplierId)
    .replaceAll('NORTHWIND', buyerId)
    .replaceAll('marker-secret-in', supplierSecret)
}

describe('the network, between buyer and supplier', () => {
  it('puts the supplier’s own secret in the Sender and keeps the parties', async () => {
    trading = await startTrading()
    const { ariba, send } = trading
    const answer = await send(setupRequest(), { url: ariba.network.punchoutUrl })
    expect(answer.document).toMatchObject({
      kind: 'PunchOutSetupResponse',
      response: {
        punchOutSetupResponse: { startPage: { url: `${trading.supplier.url}/start/one-time-4711` } },
      },
    })
    const forwarded = latest(trading)
    expect(headerOf(forwarded)).toMatchObject({
      from: { credentials: [{ domain: 'NetworkID', identity: buyerId }] },
      to: { credentials: [{ domain: 'NetworkID', identity: supplierId }] },
      sender: {
        credentials: [{ domain: 'NetworkID', identity: 'AN01000000087', sharedSecret: supplierSecret }],
        userAgent: 'Ariba SN',
      },
    })
    expect(forwarded).toMatchObject({
      payloadID: 'setup-1@buyer.example',
      request: { deploymentMode: 'test' },
    })
    expect(trading.supplier.received.at(-1)?.body.toString()).not.toContain(buyerSecret)
  })

  it('changes nothing else, whatever the Sender holds', async () => {
    trading = await startTrading()
    const text = serializeCxml(setupRequest())
      .replace('<Sender>', '<!-- <Sender></Sender> --><Sender  ><!-- </Sender> -->')
      .replace('</Request>', '</Request  >\n<!-- kept --> ')
    await trading.send(text, { url: trading.ariba.network.punchoutUrl })
    const [before, rest] = text.split('<Sender  >') as [string, string]
    const sent = trading.supplier.received.at(-1)?.body.toString() ?? ''
    expect(sent.startsWith(before)).toBe(true)
    const after = rest.slice(rest.indexOf('<UserAgent>')).replace(/^[\s\S]*?<\/Sender>/, '')
    expect(sent.endsWith(after)).toBe(true)
  })

  it('names further credentials of the parties, and takes the document by any of them', async () => {
    trading = await startTrading()
    const { network } = trading.ariba
    network.configure(
      withCredentials(network.directory, { domain: 'SystemID', identity: 'ERP-7' }, 'AribaNetworkUserId'),
    )
    const header = headerFrom('buyer')
    const byDuns = { ...header, to: { credentials: [{ domain: 'duns', identity: '0099' }] } }
    await trading.send(setupRequest(byDuns), { url: network.punchoutUrl })
    expect(headerOf(latest(trading))).toMatchObject({
      from: {
        credentials: [
          { domain: 'NetworkID', identity: buyerId },
          { domain: 'SystemID', identity: 'ERP-7' },
        ],
      },
      to: {
        credentials: [
          { domain: 'duns', identity: '0099' },
          { domain: 'NetworkID', identity: supplierId },
        ],
      },
      sender: {
        credentials: [
          { domain: 'AribaNetworkUserId', identity: 'sysadmin@ariba.com', sharedSecret: supplierSecret },
        ],
      },
    })
  })

  it('takes secrets out of From and To, where some senders write them, too', async () => {
    trading = await startTrading()
    const text = serializeCxml(setupRequest()).replace(
      `<Identity>${buyerId}</Identity></Credential></From>`,
      `<Identity>${buyerId}</Identity><SharedSecret>${buyerSecret}</SharedSecret></Credential></From>`,
    )
    expect(text.split(buyerSecret)).toHaveLength(3)
    expect((await trading.send(text, { url: trading.ariba.network.punchoutUrl })).code).toBe('200')
    expect(trading.supplier.received[0]?.body.toString()).not.toContain(buyerSecret)
  })

  it('passes no document on that encloses a secret', async () => {
    trading = await startTrading()
    const copied = parseCxml(serializeCxml(orderRequest('PO-1')))
    expect(await trading.send(copyRequest(copied))).toMatchObject({
      code: '406',
      text: expect.stringContaining('holds a SharedSecret outside its Header'),
    })
  })

  it('passes an order on with its attachments byte for byte', async () => {
    trading = await startTrading()
    const drawing = new Uint8Array([0, 255, 13, 10, 45, 45, 10, 128, 7])
    const message = serializeCxmlMessage(
      orderRequest('PO-1', { attachment: cidUrl('drawing-1@buyer.example') }),
      [
        {
          contentId: 'drawing-1@buyer.example',
          contentType: 'application/octet-stream',
          fileName: 'part.dwg',
          bytes: drawing,
        },
      ],
      { boundary: 'boundary-4711' },
    )
    const body = Buffer.from(message.body)
    const { code } = await trading.send(body, { contentType: message.contentType })
    expect(code).toBe('201')
    await settled(trading, 'order-PO-1@buyer.example')
    const { contentType, body: sent } = trading.supplier.received.at(-1)!
    const { files } = readCxmlMessage(sent, contentType)
    expect(files).toMatchObject([{ contentId: 'drawing-1@buyer.example', fileName: 'part.dwg' }])
    const partOf = (whole: Buffer) => whole.subarray(whole.indexOf('</cXML>'))
    expect(partOf(sent).equals(partOf(body))).toBe(true)
    expect(headerOf(latest(trading)).sender.credentials).toMatchObject([{ sharedSecret: supplierSecret }])
  })

  it('passes an order on that was packed as base64', async () => {
    trading = await startTrading()
    const xml = serializeCxml(orderRequest('PO-9', { attachment: cidUrl('note@buyer.example') }))
    const body = [
      '--b',
      'Content-Type: text/xml; charset=UTF-8',
      'Content-ID: <root@buyer.example>',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(xml).toString('base64'),
      '--b',
      'Content-Type: text/plain',
      'Content-ID: <note@buyer.example>',
      '',
      'Mind the step',
      '--b--',
      '',
    ].join('\r\n')
    const { code } = await trading.send(body, {
      contentType: 'multipart/related; type="text/xml"; boundary=b',
    })
    expect(code).toBe('201')
    await settled(trading, 'order-PO-9@buyer.example')
    const { contentType, body: sent } = trading.supplier.received.at(-1)!
    const { files } = readCxmlMessage(sent, contentType)
    expect(files.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['Mind the step'])
  })

  it('takes documents of the supplier under one address and brings them to the buyer, its secret in place', async () => {
    trading = await startTrading()
    await trading.send(orderRequest('PO-1'))
    expect((await trading.send(confirmationRequest('PO-1'))).code).toBe('201')
    // The buyer's instance never wrote this order: it refuses, and the supplier can ask why.
    expect(await settled(trading, 'confirm-PO-1@supplier.example')).toMatchObject({
      status: 'failed',
      failure: expect.stringContaining('417'),
    })
    const leg = trading.ariba.buyer.documents({ kind: 'ConfirmationRequest' }).at(-1)
    expect(leg).toMatchObject({
      from: 'Brightstack Inc',
      request: { document: { kind: 'ConfirmationRequest' } },
    })
    const { document } = await trading.send(getPendingRequest('supplier', { types: ['StatusUpdateRequest'] }))
    const [told] = pendingIn(document)
    expect(told).toMatchObject({
      kind: 'StatusUpdateRequest',
      request: {
        statusUpdateRequest: {
          documentReference: { payloadID: 'confirm-PO-1@supplier.example' },
          status: { code: '417' },
        },
      },
    })
  })

  it('answers a document once and the same again as before; another under its payloadID is refused', async () => {
    trading = await startTrading()
    const order = orderRequest('PO-1')
    expect(await trading.send(order)).toMatchObject({ code: '201', text: 'Acknowledged' })
    expect(await trading.send(order)).toMatchObject({ code: '201', text: 'Acknowledged' })
    await settled(trading, 'order-PO-1@buyer.example')
    expect(trading.supplier.received).toHaveLength(1)
    const other = orderRequest('PO-2', { payloadID: 'order-PO-1@buyer.example' })
    expect(await trading.send(other)).toMatchObject({
      code: '409',
      text: expect.stringContaining('ERR_NETWORK_PAYLOAD_ID_REUSED'),
    })
  })

  it('shows neither party the other’s secret, and its journal neither', async () => {
    trading = await startTrading()
    const { ariba, supplier } = trading
    await trading.send(setupRequest(), { url: ariba.network.punchoutUrl })
    await trading.send(orderRequest('PO-1'))
    await trading.send(confirmationRequest('PO-1'))
    await settled(trading, 'confirm-PO-1@supplier.example')
    await settled(trading, 'order-PO-1@buyer.example')
    for (const { body } of supplier.received) expect(body.toString()).not.toContain(buyerSecret)
    const journals = JSON.stringify([ariba.network.documents(), ariba.buyer.documents()])
    expect(journals).not.toContain(buyerSecret)
    expect(journals).not.toContain(supplierSecret)
    expect(journals).not.toContain('one-time-4711')
    const legs = ariba.network.documents({ kind: 'OrderRequest' })
    expect(legs.map(({ from, to }) => [from, to])).toEqual([
      ['Alder Biosciences', 'SAP Business Network'],
      ['SAP Business Network', 'Brightstack Inc'],
    ])
  })
})

describe('the network, where it cannot', () => {
  const setup = (header = headerFrom('buyer')) =>
    trading.send(setupRequest(header), { url: trading.ariba.network.punchoutUrl })
  const named = (code: string, name: string) => ({ code, text: expect.stringContaining(name) })

  it.each([
    ['of a wrong secret', headerFrom('buyer', { secret: 'wrong' }), '401', 'ERR_NETWORK_UNAUTHORIZED'],
    ['of an empty secret', headerFrom('buyer', { secret: '' }), '401', 'ERR_NETWORK_UNAUTHORIZED'],
    [
      'of the supplier’s secret',
      headerFrom('buyer', { secret: supplierSecret }),
      '401',
      'ERR_NETWORK_UNAUTHORIZED',
    ],
    [
      'of a From that is another party',
      headerFrom('buyer', { from: supplierId }),
      '401',
      'ERR_NETWORK_FROM_MISMATCH',
    ],
    [
      'of an unknown supplier',
      headerFrom('buyer', { to: 'AN09999999999-T' }),
      '400',
      'ERR_NETWORK_SUPPLIER_ID_INVALID',
    ],
    [
      'of a supplier that is none',
      headerFrom('buyer', { to: buyerId }),
      '400',
      'ERR_NETWORK_SUPPLIER_ID_INVALID',
    ],
  ])('says so: %s', async (_why, header, code, name) => {
    trading = await startTrading()
    expect(await setup(header)).toMatchObject(named(code, name))
    expect(trading.supplier.received).toHaveLength(0)
    expect(trading.ariba.network.documents().at(-1)?.failure).toContain(name)
  })

  it('forwards nothing to a supplier that the buyer has no relationship with', async () => {
    trading = await startTrading()
    const { network } = trading.ariba
    network.configure({ ...network.directory, relationships: [] })
    expect(await setup()).toMatchObject(named('403', 'ERR_NETWORK_NOT_RELATED'))
  })

  it('says that the PunchOut URL is not set', async () => {
    trading = await startTrading({ supplier: { sharedSecret: supplierSecret } })
    expect(await setup()).toMatchObject(named('551', 'ERR_NETWORK_PUNCHOUT_URL_MISSING'))
  })

  it('says that the supplier’s site is down', async () => {
    trading = await startTrading()
    trading.supplier.answers.push('hang up')
    expect(await setup()).toMatchObject(named('550', 'ERR_NETWORK_SITE_DOWN'))
  })

  it('says that no TLS connection came about, by its own name', async () => {
    const front = await startTlsFront('127.0.0.1')
    try {
      trading = await startTrading({
        supplier: { punchoutUrl: `${front.origin}/setup`, sharedSecret: supplierSecret },
      })
      expect(await setup()).toMatchObject(named('550', 'ERR_NETWORK_TLS_FAILED'))
    } finally {
      await front.close()
    }
  })

  it('says that the supplier did not answer', async () => {
    trading = await startTrading()
    trading.supplier.answers.push('never')
    const answer = setup()
    await expect.poll(() => trading.supplier.received.length).toBe(1)
    trading.time.advance(20_000)
    expect(await answer).toMatchObject(named('560', 'ERR_NETWORK_NO_ANSWER'))
  })

  it.each([
    ['no cXML', { httpStatus: 200, body: '<html></html>' }],
    ['no StartPage', { httpStatus: 200, body: statusResponse('200') }],
  ])('says that the response is invalid: %s', async (_why, answer) => {
    trading = await startTrading()
    trading.supplier.answers.push(answer)
    expect(await setup()).toMatchObject(named('551', 'ERR_NETWORK_INVALID_RESPONSE'))
  })

  it('says that the supplier has another secret than its account', async () => {
    trading = await startTrading()
    trading.supplier.answers.push({ httpStatus: 200, body: statusResponse('401', 'who are you') })
    expect(await setup()).toMatchObject(named('551', 'ERR_NETWORK_SECRET_MISMATCH'))
  })

  it('brings the supplier’s own refusal back as it is', async () => {
    trading = await startTrading()
    trading.supplier.answers.push({ httpStatus: 200, body: statusResponse('403', 'Emma may not shop here') })
    expect(await setup()).toMatchObject({ code: '403', text: 'Emma may not shop here' })
  })

  it('shows the shopper the failure by its name', async () => {
    trading = await startTrading({ supplier: { sharedSecret: supplierSecret } })
    await expect(trading.ariba.buyer.person('emma').shop()).rejects.toThrow(
      'ERR_NETWORK_PUNCHOUT_URL_MISSING',
    )
  })

  it.each([
    ['at an address of its own', () => setupRequest(), '450', 'ERR_NETWORK_NOT_TAKEN'],
    ['an order from a supplier', () => orderFromSupplier(), '450', 'ERR_NETWORK_NOT_TAKEN'],
    ['no cXML', () => 'hello', '406', 'ERR_NETWORK_UNREADABLE'],
    ['a message', () => '<cXML payloadID="1"><Message/></cXML>', '4', 'ERR_NETWORK_'],
  ])('refuses what is not for the transaction address: %s', async (_what, document, code, name) => {
    trading = await startTrading()
    const answer = await trading.send(document())
    expect(answer.code.startsWith(code)).toBe(true)
    expect(answer.text).toContain(name)
  })

  it('refuses a document that is too large', async () => {
    trading = await startTrading()
    const answer = await trading.send(Buffer.alloc(10 * 1024 * 1024 + 1, 'x'))
    expect(answer).toMatchObject(named('499', 'ERR_NETWORK_TOO_LARGE'))
  })

  it('refuses a directory that cannot be, and keeps the one it has', async () => {
    trading = await startTrading()
    const { network } = trading.ariba
    const before = network.directory
    const [buyer, supplier] = before.accounts as [(typeof before.accounts)[0], (typeof before.accounts)[0]]
    const refused = (directory: NetworkDirectory) => {
      expect(() => network.configure(directory)).toThrow(
        expect.objectContaining({ code: 'ERR_COUPA_INVALID' }),
      )
    }
    refused({ ...before, accounts: [{ ...buyer, anid: 'AN1' }, supplier] })
    refused({ ...before, accounts: [{ ...buyer, sharedSecret: '' }, supplier] })
    refused({
      ...before,
      accounts: [buyer, { ...supplier, credentials: [{ domain: 'networkid', identity: buyerId }] }],
    })
    refused({ ...before, relationships: [{ buyer: buyerId, supplier: 'AN01000000099-T' }] })
    const live = { ...supplier, anid: 'AN01000000002' }
    refused({ accounts: [buyer, live], relationships: [{ buyer: buyerId, supplier: live.anid }] })
    expect(network.directory).toBe(before)
  })
})

describe('startMockAriba', () => {
  it('refuses what cannot be and leaves no port behind', async () => {
    trading = await startTrading()
    const { port } = new URL(trading.ariba.network.url)
    await trading.close()
    const on = { port: 0, networkPort: Number(port) }
    const invalid = expect.objectContaining({ code: 'ERR_COUPA_INVALID' })
    await expect(
      startMockAriba({ ...on, buyer: buyerId, supplier: { anid: 'AN01000000002', sharedSecret: 'x' } }),
    ).rejects.toEqual(invalid)
    await expect(
      startMockAriba({ ...on, supplier: { punchoutUrl: 'nowhere', sharedSecret: 'x' } }),
    ).rejects.toEqual(invalid)
    const ariba = await startMockAriba(on)
    expect(ariba.network.url).toContain(port)
    await ariba.close()
    trading = await startTrading()
  })
})

describe('startMockAriba on the data of an earlier start', () => {
  it('speaks under the accounts that it is given now', async () => {
    trading = await startTrading()
    const dataDir = mkdtempSync(join(tmpdir(), 'ariba-'))
    try {
      const { supplier } = trading
      const on = { port: 0, networkPort: 0, dataDir }
      const behind = { punchoutUrl: `${supplier.url}/setup`, sharedSecret: supplierSecret }
      await (await startMockAriba({ ...on, supplier: behind })).close()
      const tests = await startMockAriba({ ...on, buyer: buyerId, supplier: behind })
      await tests.buyer.person('emma').shop()
      await tests.close()
      expect(headerOf(latest(trading))).toMatchObject({
        from: { credentials: [{ identity: buyerId }] },
        to: { credentials: [{ identity: supplierId }] },
      })
      expect(latest(trading)).toMatchObject({ request: { deploymentMode: 'test' } })
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  })
})

describe('test identities on the network', () => {
  it('mark what they send as a test', async () => {
    trading = await startTrading()
    const { ariba, send } = trading
    const text = serializeCxml(setupRequest()).replace(' deploymentMode="test"', '')
    await send(text, { url: ariba.network.punchoutUrl })
    expect(latest(trading)).toMatchObject({ request: { deploymentMode: 'test' } })
  })

  it('do not mix with production', async () => {
    trading = await startTrading()
    const { ariba } = trading
    const [buyer, supplier] = ariba.network.directory.accounts as [Account, Account]
    ariba.network.configure({
      accounts: [
        buyer,
        supplier,
        { ...supplier, anid: 'AN01000000002' },
        { ...buyer, anid: 'AN01000000001' },
      ],
      relationships: [
        { buyer: buyerId, supplier: supplierId },
        { buyer: 'AN01000000001', supplier: 'AN01000000002' },
      ],
    })
    const url = ariba.network.punchoutUrl
    const toLive = await trading.send(setupRequest(headerFrom('buyer', { to: 'AN01000000002' })), { url })
    expect(toLive).toMatchObject({ code: '409', text: expect.stringContaining('ERR_NETWORK_MODES_MIXED') })
    const live = JSON.parse(
      JSON.stringify(headerFrom('buyer', { to: 'AN01000000002' })).replaceAll(buyerId, 'AN01000000001'),
    )
    const marked = await trading.send(setupRequest(live), { url })
    expect(marked).toMatchObject({ code: '409', text: expect.stringContaining('AN01000000001-T') })
    const unmarked = serializeCxml(setupRequest(live)).replace(' deploymentMode="test"', '')
    expect(await trading.send(unmarked, { url })).toMatchObject({ code: '200' })
    expect(latest(trading)).toMatchObject({ request: { deploymentMode: 'production' } })
  })
})

type Account = NetworkDirectory['accounts'][number]

describe('the network, while a supplier is down', () => {
  it('keeps an order and tries again on its own schedule, until it has arrived', async () => {
    trading = await startTrading()
    trading.supplier.answers.push('hang up', { httpStatus: 503, body: 'down' })
    expect((await trading.send(orderRequest('PO-1'))).code).toBe('201')
    expect(await attempted(trading, 'order-PO-1@buyer.example', 1)).toMatchObject({
      status: 'queued',
      failure: expect.stringContaining('ERR_NETWORK_SITE_DOWN'),
    })
    trading.time.advance(minute)
    expect(await attempted(trading, 'order-PO-1@buyer.example', 2)).toMatchObject({
      status: 'queued',
      failure: expect.stringContaining('HTTP 503'),
    })
    trading.time.advance(5 * minute - 1)
    expect(transmission(trading, 'order-PO-1@buyer.example')).toMatchObject({ attempts: 2 })
    trading.time.advance(1)
    expect(await settled(trading, 'order-PO-1@buyer.example')).toMatchObject({
      status: 'delivered',
      attempts: 3,
    })
    const ids = trading.supplier.received.map(({ body }) => parseCxml(body).payloadID)
    expect(ids).toEqual(Array(3).fill('order-PO-1@buyer.example'))
  })

  it('writes the secret that the supplier has by then', async () => {
    trading = await startTrading()
    trading.supplier.answers.push('hang up')
    await trading.send(orderRequest('PO-1'))
    await attempted(trading, 'order-PO-1@buyer.example', 1)
    trading.ariba.connect({ orderUrl: `${trading.supplier.url}/orders`, sharedSecret: 'marker-new' })
    trading.time.advance(minute)
    await settled(trading, 'order-PO-1@buyer.example')
    expect(headerOf(latest(trading)).sender.credentials).toMatchObject([{ sharedSecret: 'marker-new' }])
  })

  it('gives up in the end and tells the sender', async () => {
    trading = await startTrading()
    trading.supplier.answers.push(...Array.from({ length: 8 }, () => 'hang up' as const))
    await trading.send(orderRequest('PO-1'))
    for (let attempts = 1; attempts <= 7; attempts += 1) {
      await attempted(trading, 'order-PO-1@buyer.example', attempts)
      trading.time.advance(12 * 60 * minute)
    }
    expect(await settled(trading, 'order-PO-1@buyer.example')).toMatchObject({
      status: 'failed',
      attempts: 8,
    })
    const { buyer } = trading.ariba
    const [told] = await buyer.waitFor(() => {
      const documents = buyer.documents({ kind: 'StatusUpdateRequest' })
      return documents.length > 0 && documents
    })
    expect(told?.request.document).toMatchObject({
      request: {
        statusUpdateRequest: {
          documentReference: { payloadID: 'order-PO-1@buyer.example' },
          status: { code: '550' },
        },
      },
    })
  })

  it('does not try again what the supplier refuses', async () => {
    trading = await startTrading()
    trading.supplier.answers.push({ httpStatus: 200, body: statusResponse('400', 'no such part') })
    await trading.send(orderRequest('PO-1'))
    expect(await settled(trading, 'order-PO-1@buyer.example')).toMatchObject({
      status: 'failed',
      attempts: 1,
      failure: '400 no such part',
    })
  })
})

describe('what waits on the network', () => {
  it('is handed out to whom it is for, oldest first, until it was received', async () => {
    trading = await startTrading({ supplier: { sharedSecret: supplierSecret } })
    await trading.send(orderRequest('PO-1'))
    await trading.send(orderRequest('PO-2'))
    const types = ['OrderRequest']
    const nobody = await trading.send(getPendingRequest('buyer', { types }))
    expect(nobody.document).toMatchObject({ kind: 'Response', response: { status: { code: '200' } } })
    const one = await trading.send(getPendingRequest('supplier', { types, most: '1' }))
    expect(pendingIn(one.document).map(({ payloadID }) => payloadID)).toEqual(['order-PO-1@buyer.example'])
    const both = pendingIn((await trading.send(getPendingRequest('supplier', { types }))).document)
    expect(both.map(({ payloadID }) => payloadID)).toEqual([
      'order-PO-1@buyer.example',
      'order-PO-2@buyer.example',
    ])
    expect(headerOf(both[0]!).sender.credentials).toMatchObject([{ sharedSecret: supplierSecret }])
    const last = both[1]!.timestamp!
    const after = await trading.send(getPendingRequest('supplier', { types, last }))
    expect(after.document).toMatchObject({ kind: 'Response' })
    expect(transmission(trading, 'order-PO-2@buyer.example')).toMatchObject({ status: 'fetched' })
  })

  it('may be of any kind, and stands as it was sent', async () => {
    trading = await startTrading()
    const { network } = trading.ariba
    network.configure(withoutUrls(network.directory))
    const sent = serializeCxml(confirmationRequest('PO-1'))
    await trading.send(sent)
    const { document } = await trading.send(getPendingRequest('buyer', { types: ['ConfirmationRequest'] }))
    const [got] = pendingIn(document)
    expect(got?.kind).toBe('ConfirmationRequest')
    expect(headerOf(got!).sender.credentials).toMatchObject([{ sharedSecret: buyerSecret }])
    expect(JSON.stringify(got)).not.toContain(supplierSecret)
    const requestOf = (read: CxmlDocument) => ('request' in read ? read.request : undefined)
    expect(requestOf(got!)).toEqual(requestOf(parseCxml(sent)))
  })

  it('may be a status or a copy, in both directions', async () => {
    trading = await startTrading()
    trading.ariba.network.configure(withoutUrls(trading.ariba.network.directory))
    expect((await trading.send(statusUpdateRequest('status-1@supplier.example', 'supplier'))).code).toBe(
      '201',
    )
    expect((await trading.send(statusUpdateRequest('status-2@buyer.example', 'buyer'))).code).toBe('201')
    expect((await trading.send(copyRequest())).code).toBe('201')
    const types = ['StatusUpdateRequest', 'CopyRequest']
    const forBuyer = pendingIn((await trading.send(getPendingRequest('buyer', { types }))).document)
    expect(forBuyer.map(({ kind }) => kind)).toEqual(['StatusUpdateRequest', 'CopyRequest'])
    const forSupplier = pendingIn((await trading.send(getPendingRequest('supplier', { types }))).document)
    expect(forSupplier.map(({ payloadID }) => payloadID)).toEqual(['status-2@buyer.example'])
  })
})

describe('ProfileRequest', () => {
  it('is answered with every transaction and its address', async () => {
    trading = await startTrading()
    const { network } = trading.ariba
    const { document } = await trading.send({
      kind: 'ProfileRequest',
      payloadID: 'profile-1@supplier.example',
      timestamp: '2026-03-02T09:00:00+00:00',
      header: headerFrom('supplier'),
      request: { deploymentMode: 'test', profileRequest: {} },
    })
    if (document.kind !== 'ProfileResponse') throw new Error(document.kind)
    const { transactions } = document.response.profileResponse
    const urls = Object.fromEntries(transactions.map(({ requestName, url }) => [requestName, url]))
    expect(urls).toMatchObject({
      PunchOutSetupRequest: `${network.url}/ANCXMLPunchOutProcessor.aw/ad/cxml`,
      OrderRequest: `${network.url}/service/transaction/cxml.asp`,
      ConfirmationRequest: network.transactionUrl,
      InvoiceDetailRequest: network.transactionUrl,
      GetPendingRequest: network.transactionUrl,
      CopyRequest: network.transactionUrl,
      CatalogUploadRequest: `${network.url}/ANCatalogProcessor.aw/ad/catalog`,
    })
  })
})

describe('transaction rules of the buyer', () => {
  it('let nothing be invoiced before it is confirmed', async () => {
    trading = await startTrading({ rules: { requireConfirmationBeforeInvoice: true } })
    await trading.send(orderRequest('PO-1'))
    const letter = { payloadID: 'invoice-1@supplier.example', orderID: 'PO-1' }
    expect(await trading.send(invoice(letter))).toMatchObject({
      code: '412',
      text: expect.stringContaining('requireConfirmationBeforeInvoice'),
    })
    expect((await trading.send(confirmationRequest('PO-1'))).code).toBe('201')
    // What was refused left nothing behind: the same document is taken now.
    expect((await trading.send(invoice(letter))).code).toBe('201')
  })

  it('find the order by the payloadID of its OrderRequest alone', async () => {
    trading = await startTrading({ rules: { requireConfirmationBeforeInvoice: true } })
    await trading.send(orderRequest('PO-1'))
    expect(await trading.send(invoice({ order: 'order-PO-1@buyer.example' }))).toMatchObject({ code: '412' })
    await trading.send(confirmationRequest('PO-1'))
    expect(await trading.send(invoice({ order: 'order-PO-1@buyer.example' }))).toMatchObject({ code: '201' })
  })

  it('take no invoice without an order unless they say so', async () => {
    trading = await startTrading()
    expect(await trading.send(invoice({ orderID: 'unknown' }))).toMatchObject({
      code: '412',
      text: expect.stringContaining('allowInvoicesWithoutOrder'),
    })
    await trading.close()
    trading = await startTrading({ rules: { allowInvoicesWithoutOrder: true } })
    expect(await trading.send(invoice({ orderID: 'unknown' }))).toMatchObject({ code: '201' })
  })

  it('take no credit memos where they are not wanted', async () => {
    trading = await startTrading({ rules: { allowCreditMemos: false } })
    await trading.send(orderRequest('PO-1'))
    const memo = invoice({ orderID: 'PO-1', purpose: 'lineLevelCreditMemo', original: 'INV-1' })
    expect(await trading.send(memo)).toMatchObject({
      code: '403',
      text: expect.stringContaining('allowCreditMemos'),
    })
    expect(await trading.send(invoice({ orderID: 'PO-1' }))).toMatchObject({ code: '201' })
  })

  it.each([
    ['allowPriceChanges', { unitPrice: '59.90' }, { unitPrice: '49.9' }],
    ['allowQuantityChanges', { quantity: '1' }, { quantity: '2.0' }],
  ] as const)('refuse a confirmation that changes what may not change: %s', async (rule, changed, same) => {
    trading = await startTrading({ rules: { [rule]: false } })
    await trading.send(orderRequest('PO-1'))
    expect(await trading.send(confirmationRequest('PO-1', { line: changed }))).toMatchObject({
      code: '409',
      text: expect.stringContaining(rule),
    })
    expect(await trading.send(confirmationRequest('PO-1', { line: same }))).toMatchObject({ code: '201' })
  })

  it.each([
    ['allowConfirmations', () => confirmationRequest('PO-1')],
    ['allowInvoices', () => invoice({ orderID: 'PO-1' })],
  ] as const)('refuse a whole kind of document: %s', async (rule, document) => {
    trading = await startTrading({ rules: { [rule]: false } })
    await trading.send(orderRequest('PO-1'))
    expect(await trading.send(document())).toMatchObject({ code: '403', text: expect.stringContaining(rule) })
  })
})

describe('the page of the network', () => {
  it('shows accounts, what is on its way and both sides of every document, and no secret', async () => {
    trading = await startTrading()
    trading.supplier.answers.push('hang up')
    await trading.send(orderRequest('PO-1'))
    await attempted(trading, 'order-PO-1@buyer.example', 1)
    const page = await fetch(trading.ariba.network.url)
    const html = await page.text()
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    for (const shown of [
      buyerId,
      'Brightstack Inc',
      'data-status="queued"',
      'ERR_NETWORK_SITE_DOWN',
      'PO-1',
    ]) {
      expect(html).toContain(shown)
    }
    expect(html.match(/data-kind="OrderRequest"/g)).toHaveLength(2)
    for (const secret of [buyerSecret, supplierSecret]) expect(html).not.toContain(secret)
    const [, stylesheet = ''] = /href="(\/assets\/[^"]+\.css)"/.exec(html) ?? []
    expect((await fetch(trading.ariba.network.url + stylesheet)).status).toBe(200)
  })
})

describe('a network with a folder', () => {
  it('goes on after a restart where it was', async () => {
    trading = await startTrading()
    const dataDir = mkdtempSync(join(tmpdir(), 'network-'))
    const { directory } = trading.ariba.network
    const open = () =>
      startNetwork({ port: 0, dataDir, directory, clock: trading.time.clock, timers: trading.time.timers })
    try {
      const first = await open()
      trading.supplier.answers.push('hang up')
      await trading.send(orderRequest('PO-1'), { url: first.transactionUrl })
      await first.waitFor(() => first.transmissions()[0]?.attempts === 1)
      await first.close()
      trading.time.advance(minute)
      const second = await open()
      await second.waitFor(() => second.transmissions()[0]?.status === 'delivered')
      await second.close()
      expect(headerOf(latest(trading)).sender.credentials).toMatchObject([{ sharedSecret: supplierSecret }])
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  })
})

function orderFromSupplier() {
  const draft = orderRequest('PO-1')
  return { ...draft, header: headerFrom('supplier') } as typeof draft
}

function withoutSecret(xml: string): string {
  return xml.replaceAll(/<SharedSecret>[^<]*<\/SharedSecret>/g, '')
}

function copyRequest(copied = parseCxml(withoutSecret(serializeCxml(orderRequest('PO-1'))))) {
  return {
    kind: 'CopyRequest' as const,
    payloadID: 'copy-1@supplier.example',
    timestamp: '2026-03-02T09:00:00+00:00',
    header: headerFrom('supplier'),
    request: {
      deploymentMode: 'test' as const,
      copyRequest: copied.root === undefined ? {} : { cXML: copied.root },
    },
  }
}

function pendingIn(document: CxmlDocument): CxmlDocument[] {
  if (document.kind !== 'GetPendingResponse') throw new Error(`found ${document.kind}`)
  return document.response.getPendingResponse.cXMLs.map(parseEnclosed)
}

/** The buyer asks for everything. */
function withoutUrls(directory: NetworkDirectory): NetworkDirectory {
  return {
    ...directory,
    accounts: directory.accounts.map(account =>
      account.role === 'buyer' ? { ...account, documentUrls: {} } : account,
    ),
  }
}

function withCredentials(
  directory: NetworkDirectory,
  system: { readonly domain: string; readonly identity: string },
  senderForm: 'AribaNetworkUserId',
): NetworkDirectory {
  return {
    ...directory,
    accounts: directory.accounts.map(account =>
      account.role === 'buyer'
        ? { ...account, credentials: [system] }
        : { ...account, credentials: [{ domain: 'DUNS', identity: '0099' }], senderForm },
    ),
  }
}
