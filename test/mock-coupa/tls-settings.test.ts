import { createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { type MockCoupa, type SslVersion, startMockCoupa, type TlsSettings } from '@punchloop/mock-coupa'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { restClient } from '../support/rest-client.js'
import {
  type StrangeAnswer,
  type StrangeSupplier,
  says,
  startStrangeSupplier,
  writes,
} from '../support/strange-supplier.js'
import { certificate } from '../support/tls-front.js'
import { readText, signIn, signInAsSupplier } from '../support/visitor.js'

let supplier: FakeSupplier
let secured: StrangeSupplier
let coupa: MockCoupa

const startPage = 'https://shop.example/start/1'
const answer = `<cXML payloadID="1@s" timestamp="2026-03-02T09:00:00+00:00"><Response><Status code="200" text="OK"/><PunchOutSetupResponse><StartPage><URL>${startPage}</URL></StartPage></PunchOutSetupResponse></Response></cXML>`

const refused = 'SSL_connect returned=1 errno=0 state=error: certificate verify failed'
const noHandshake =
  'SSL_connect returned=1 errno=0 state=SSLv3 read server hello A: sslv3 alert handshake failure'

async function keyAndCertificate() {
  const { private: key, cert } = await certificate
  return { key, cert }
}

beforeAll(async () => {
  supplier = await startFakeSupplier()
  secured = await startStrangeSupplier(await keyAndCertificate())
})

afterAll(async () => {
  await secured.close()
  await supplier.close()
})

beforeEach(async () => {
  secured.answer = says(answer)
  const company = supplier.company()
  const [site] = company.punchoutSites
  Object.assign(site!, { url: `${secured.url}/cxml`, disableCertVerify: true })
  company.punchoutSites.push({ ...structuredClone(site!), id: 2, name: 'Verified', disableCertVerify: false })
  coupa = await startMockCoupa({ port: 0, company })
})

afterEach(() => coupa.close())

const shop = (name = 'Brightstack Marketplace') => coupa.person('emma').shop(name)

const setSite = (settings: TlsSettings, url = `${secured.url}/cxml`) =>
  coupa.company.update(({ punchoutSites: [site] }) => {
    delete site!.sslVersion
    Object.assign(site!, { url, disableCertVerify: true }, settings)
  })

describe('a server whose certificate nobody has signed', () => {
  it.each<TlsSettings>([{}, { sslVersion: 'TLSv1_3' }])(
    'is shopped at by the site that does not mind, and by no other: %o',
    async settings => {
      await coupa.company.update(({ punchoutSites }) => {
        for (const site of punchoutSites) Object.assign(site, settings)
      })
      const before = secured.received.length
      expect((await shop()).startPageUrl).toBe(startPage)
      await expect(shop('Verified')).rejects.toThrow(`Punchout failed: ${refused}`)
      expect(coupa.documents()[1]).toMatchObject({
        failure: refused,
        found: expect.stringMatching(/signed by nobody that Node trusts: .*NODE_EXTRA_CA_CERTS/),
      })
      expect((await shop()).startPageUrl).toBe(startPage)
      expect(secured.received).toHaveLength(before + 2)
    },
  )

  async function order() {
    await setSite({}, `${supplier.url}/cxml`)
    const emma = coupa.person('emma')
    const trip = await emma.shop('Brightstack Marketplace')
    const { number } = await emma.returnCart(supplier.cart(trip.buyerCookie, [{}]))
    await emma.submit(number)
    await coupa.person('mark').approve(number)
    return coupa.waitFor(() => {
      const [summary] = coupa.requisition(number).purchaseOrders
      const made = summary && coupa.purchaseOrder(summary.number)
      return made?.transmissions[0]?.attempts.length === 1 && made
    })
  }

  it.each([
    [true, 'sent_via_cxml', undefined],
    [false, 'scheduled_for_cxml', refused],
  ])('gets orders where the supplier’s own setting is %s', async (disableCertVerify, status, failure) => {
    await coupa.company.update(({ suppliers: [known] }) => {
      Object.assign(known!, { disableCertVerify })
      Object.assign(known!.cxml!, { url: `${secured.url}/cxml` })
    })
    const { transmissionStatus, transmissions } = await order()
    expect(transmissionStatus).toBe(status)
    expect(transmissions[0]?.attempts[0]?.failure).toBe(failure)
    const found = coupa.documents({ kind: 'OrderRequest' })[0]?.found
    expect(found?.includes('Disable SSL Cert Verification') ?? false).toBe(!disableCertVerify)
  })

  it('is searched by Open Buy, its OAuth server with it, where the site does not mind', async () => {
    const results = { results: [{ source_part_num: 'A', name: 'Suite', unit_price: '1', currency: 'USD' }] }
    secured.answer = says(JSON.stringify({ token: 't', access_token: 't', ...results }))
    await coupa.company.update(({ punchoutSites }) => {
      for (const { openBuy } of punchoutSites) {
        const oauth = { tokenUrl: `${secured.url}/token`, clientId: 'c' }
        Object.assign(openBuy, { enabled: true, url: `${secured.url}/open-buy`, oauth })
      }
    })
    await coupa.person('emma').search('suite')
    const exchanges = await coupa.waitFor(() => {
      const all = coupa.documents().filter(({ via }) => via === 'open-buy')
      return all.length === 3 && all
    })
    const outcomes = exchanges.map(({ kind, httpStatus, failure }) => [kind, httpStatus ?? failure])
    expect(outcomes.toSorted()).toEqual([
      ['authentication', 200],
      ['authentication', refused],
      ['search', 200],
    ])
  })
})

describe('the version of TLS', () => {
  const versions = [
    ['TLSv1', 'TLSv1'],
    ['TLSv1_1', 'TLSv1.1'],
    ['TLSv1_2', 'TLSv1.2'],
    ['TLSv1_3', 'TLSv1.3'],
  ] as const satisfies readonly (readonly [SslVersion, string])[]

  it.each(versions)('of a supplier that speaks only %s is the one to choose', async (only, protocol) => {
    const one = await startStrangeSupplier({
      ...(await keyAndCertificate()),
      minVersion: protocol,
      maxVersion: protocol,
      ciphers: 'DEFAULT@SECLEVEL=0',
    })
    one.answer = says(answer)
    try {
      for (const [sslVersion] of versions) {
        await setSite({ sslVersion }, `${one.url}/cxml`)
        if (sslVersion === only) await expect(shop()).resolves.toMatchObject({ startPageUrl: startPage })
        else await expect(shop()).rejects.toThrow(`Punchout failed: ${noHandshake}`)
      }
    } finally {
      await one.close()
    }
  })
})

describe('a connection by settings of its own', () => {
  const outcome = async (strange: StrangeAnswer) => {
    secured.answer = strange
    return shop().then(
      trip => trip.startPageUrl,
      (error: Error) => error.message,
    )
  }

  it.each<[string, StrangeAnswer, string]>([
    ['reads gzip', says(gzipSync(answer), { 'content-encoding': 'gzip' }), startPage],
    [
      'follows no redirect',
      says('', { location: '/moved' }, 307),
      'Punchout failed: No status element in setup response',
    ],
    [
      'reads no more than is allowed',
      writes('HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n<cXML', 'wait'),
      'Punchout failed: The answer is larger than 10485760 bytes',
    ],
    ['may be closed', writes('', 'end'), 'Punchout failed: end of file reached'],
    ['may speak no HTTP', writes('SSH-2.0-OpenSSH\r\n'), 'Punchout failed: wrong status line'],
  ])('%s, as any other', async (_does, strange, said) => {
    const before = secured.received.length
    expect(await outcome(strange)).toBe(said)
    expect(secured.received).toHaveLength(before + 1)
  })

  it('is closed when Coupa stops', async () => {
    await shop()
    expect(await secured.connections()).toBeGreaterThan(0)
    await coupa.close()
    await expect.poll(() => secured.connections()).toBe(0)
    coupa = await startMockCoupa({ port: 0 })
  })

  it.each([
    ['handshake_failure', 40, noHandshake],
    [
      'bad_certificate',
      42,
      'SSL_connect returned=1 errno=0 state=SSLv3 read finished A: sslv3 alert bad certificate',
    ],
    ['internal_error', 80, 'SSL_connect returned=1 errno=0 state=error: tlsv1 alert internal error'],
  ])('may be refused with the alert %s, and has Coupa’s words', async (_name, alert, words) => {
    const server = createServer(socket => {
      socket.once('data', () => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, alert])))
      socket.on('error', () => {})
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    try {
      for (const disableCertVerify of [true, false]) {
        await setSite({ disableCertVerify }, `https://127.0.0.1:${port}/cxml`)
        await expect(shop()).rejects.toThrow(`Punchout failed: ${words}`)
      }
    } finally {
      server.close()
    }
  })
})

describe('the settings', () => {
  it('are a supplier’s in the API and on its page; a blank version is taken away', async () => {
    const api = await restClient(coupa)
    const put = (body: object) => api.json('PUT', 'suppliers/2', body)
    expect((await api.json('GET', 'suppliers/2')).json).toMatchObject({
      'cxml-ssl-version': null,
      'disable-cert-verify': false,
    })
    const set = { 'cxml-ssl-version': 'TLSv1_3', 'disable-cert-verify': true }
    expect((await put(set)).json).toMatchObject(set)
    expect(coupa.company.current.suppliers[1]).toMatchObject({
      sslVersion: 'TLSv1_3',
      disableCertVerify: true,
    })
    const ada = await signIn(coupa.url, 'ada')
    const form = { name: 'Harbour Office Supply', active: 'on', poMethod: 'mark_as_sent' }
    expect((await ada.get('/setup/suppliers/2')).html).toMatch(/<option value="TLSv1_3" selected/)
    await ada.post('/setup/suppliers/2', { ...form, sslVersion: 'TLSv1_2' })
    expect((await api.json('GET', 'suppliers/2')).json).toMatchObject({
      'cxml-ssl-version': 'TLSv1_2',
      'disable-cert-verify': false,
    })
    expect((await put({ 'cxml-ssl-version': null })).json).toMatchObject({ 'cxml-ssl-version': null })
    expect(coupa.company.current.suppliers[1]).not.toHaveProperty('sslVersion')
    expect((await put({ 'cxml-ssl-version': 'SSLv3' })).status).toBe(400)
  })

  it('are refused in a configuration where there is no such version', async () => {
    const change = coupa.company.update(({ punchoutSites: [site] }) => {
      Object.assign(site!, { sslVersion: 'SSLv3' })
    })
    await expect(change).rejects.toThrow('must be one of TLSv1, TLSv1_1, TLSv1_2, TLSv1_3')
  })

  it('are shown to the supplier, who cannot change them', async () => {
    await setSite({ sslVersion: 'TLSv1_2' })
    const portal = await signInAsSupplier(coupa.url, 1)
    const { html } = await portal.get('/supplier/catalogs/1')
    expect(html).toContain('value="TLSv1_2 and no other"')
    expect(html).toContain('value="Off: any certificate will do"')
    const delivery = await portal.get('/supplier/settings')
    expect(delivery.html).toContain('value="The newest that both sides speak"')
    expect(delivery.html).toContain('value="On: by a known authority, for this host"')
    expect(readText(delivery.html)).toContain('The buyer’s administrator chooses it.')
    await portal.post('/supplier/catalogs/1', {
      name: 'Brightstack Marketplace',
      url: `${secured.url}/cxml`,
      senderIdentity: 'N',
      senderDomain: 'NetworkID',
      identity: 'B',
      domain: 'NetworkID',
      sslVersion: 'TLSv1',
    })
    expect(coupa.company.current.punchoutSites[0]).toMatchObject({
      identity: 'B',
      sslVersion: 'TLSv1_2',
      disableCertVerify: true,
    })
  })
})
