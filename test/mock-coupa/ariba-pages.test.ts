import { type MockAriba, startMockAriba } from '@punchloop/mock-coupa'
import { parseCxml, serializeCxml } from '@punchloop/sdk/cxml'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { startTlsFront, type TlsFront } from '../support/tls-front.js'
import { signIn } from '../support/visitor.js'

let supplier: FakeSupplier
let ariba: MockAriba

beforeEach(async () => {
  supplier = await startFakeSupplier()
  ariba = await startMockAriba({
    port: 0,
    networkPort: 0,
    supplier: {
      punchoutUrl: `${supplier.url}/cxml`,
      orderUrl: `${supplier.url}/cxml`,
      sharedSecret: 'marker',
    },
  })
})
afterEach(async () => {
  await ariba.close()
  await supplier.close()
})

function buyerCookies(): string[] {
  return supplier.received.flatMap(document =>
    document.kind === 'PunchOutSetupRequest' ? [document.request.punchOutSetupRequest.buyerCookie] : [],
  )
}

describe('the pages of SAP Ariba', () => {
  it('call themselves by its names and show the catalogue first', async () => {
    const emma = await signIn(ariba.url, 'emma')
    const { html: text } = await emma.get('/')
    expect(text).toContain('Catalog · SAP Ariba mock')
    for (const shown of [
      'ariba <b>mock</b>',
      'face-ariba',
      'Alder Biosciences',
      'PunchOut catalogs',
      'Purchase Orders',
    ]) {
      expect(text).toContain(shown)
    }
    expect(text).not.toContain('coupa <b>mock</b>')
  })

  it('open the shop in a frame that may show this shop and no other, below a button that leads back', async () => {
    const emma = await signIn(ariba.url, 'emma')
    const shop = await emma.post('/punchout/sites/1')
    expect(shop.status).toBe(200)
    expect(shop.html).toContain(`src="${supplier.url}/start/one-time-4711"`)
    const policy = shop.headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`frame-src 'self' ${supplier.url}`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(shop.headers.get('cache-control')).toBe('no-store')
    expect(shop.html).toContain('Return to SAP Ariba')
  })

  it('take the cart in the frame and lead the whole window to it', async () => {
    const emma = await signIn(ariba.url, 'emma')
    const trip = await ariba.buyer.person('emma').shop()
    const answer = await fetch(trip.browserFormPostUrl, {
      method: 'POST',
      body: new URLSearchParams(supplier.cart(trip.buyerCookie, [{}])),
      redirect: 'manual',
    })
    const location = answer.headers.get('location') ?? ''
    expect(location).toMatch(/^\/punchout\/carts\/[\w-]+\/return$/)
    const page = await fetch(ariba.url + location)
    const html = await page.text()
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(html).toContain(`target="_top" href="${location.replace(/\/return$/, '')}"`)
    expect((await emma.get(location.replace(/\/return$/, ''))).location).toBe('/cart?notice=cart-returned')
    await expect(ariba.buyer.person('emma').cart()).resolves.toMatchObject({
      lines: [{ sourcePartNum: 'SUITE-1' }],
    })
  })

  it('cancel the visit with the button of the banner: what comes later is expired', async () => {
    const emma = await signIn(ariba.url, 'emma')
    await emma.post('/punchout/sites/1')
    const left = await emma.post('/punchout/visits/1/leave')
    expect(left.location).toBe('/?notice=nothing-returned')
    const late = await fetch(`${ariba.url}/punchout/checkout?id=1`, {
      method: 'POST',
      body: new URLSearchParams(supplier.cart(buyerCookies()[0]!, [{}])),
      redirect: 'manual',
    })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Token Expired')
  })

  it('let nobody cancel another’s visit', async () => {
    await ariba.buyer.person('emma').shop()
    const mark = await signIn(ariba.url, 'mark')
    expect((await mark.post('/punchout/visits/1/leave')).status).toBe(404)
  })
})

describe('a shop of SAP Ariba that cannot be opened', () => {
  let front: TlsFront
  beforeAll(async () => {
    front = await startTlsFront('127.0.0.1')
  })
  afterAll(() => front.close())

  it.each([
    ['ERR_NETWORK_PUNCHOUT_URL_MISSING', 'enter its PunchOut URL in its own account'],
    ['ERR_NETWORK_NOT_RELATED', 'has not accepted a trading relationship'],
    ['ERR_NETWORK_SITE_DOWN', 'does not reach the supplier’s site'],
    ['ERR_NETWORK_TLS_FAILED', 'does not trust the certificate of the supplier’s site'],
  ])('is explained by the name of the failure: %s', async (name, meaning) => {
    const { network } = ariba
    if (name === 'ERR_NETWORK_NOT_RELATED') network.configure({ ...network.directory, relationships: [] })
    else if (name === 'ERR_NETWORK_SITE_DOWN')
      ariba.connect({ punchoutUrl: 'http://127.0.0.1:9/', sharedSecret: 'x' })
    else if (name === 'ERR_NETWORK_TLS_FAILED')
      ariba.connect({ punchoutUrl: `${front.origin}/setup`, sharedSecret: 'x' })
    else ariba.connect({ sharedSecret: 'x' })
    const emma = await signIn(ariba.url, 'emma')
    const { html } = await emma.post('/punchout/sites/1')
    expect(html).toContain(name)
    expect(html).toContain(meaning)
  })
})

describe('a BuyerCookie of SAP Ariba', () => {
  it('is another one for each session', async () => {
    const emma = ariba.buyer.person('emma')
    await emma.shop()
    await emma.shop()
    expect(new Set(buyerCookies()).size).toBe(2)
  })

  it('expires with the next visit: "Token Expired"', async () => {
    const emma = ariba.buyer.person('emma')
    const earlier = await emma.shop()
    const later = await emma.shop()
    await expect(emma.returnCart(supplier.cart(earlier.buyerCookie, [{}]), earlier)).rejects.toThrow(
      /Token Expired.*earlier visit to Brightstack Marketplace/,
    )
    await expect(emma.returnCart(supplier.cart(later.buyerCookie, [{}]), later)).resolves.toMatchObject({
      lines: [{ sourcePartNum: 'SUITE-1' }],
    })
  })

  it('outlives visits of others, and one that could not be opened', async () => {
    const emma = ariba.buyer.person('emma')
    const trip = await emma.shop()
    await ariba.buyer.person('mark').shop()
    supplier.setupAnswer = { httpStatus: 500, body: 'down' }
    await expect(emma.shop()).rejects.toThrow('ERR_NETWORK_INVALID_RESPONSE')
    await expect(emma.returnCart(supplier.cart(trip.buyerCookie, [{}]), trip)).resolves.toBeDefined()
  })

  it('that is unknown is expired, too', async () => {
    const emma = ariba.buyer.person('emma')
    const trip = await emma.shop()
    await expect(emma.returnCart(supplier.cart('of-nobody', [{}]), trip)).rejects.toThrow('Token Expired')
  })

  it('is told apart from a cart that cannot be read', async () => {
    const emma = ariba.buyer.person('emma')
    const trip = await emma.shop()
    await expect(emma.returnCart({ 'cxml-base64': 'bm8gY3htbA==' }, trip)).rejects.toThrow(
      'PunchOut Catalog Shopping Unsuccessful',
    )
  })
})

describe('suppliers of SAP Ariba', () => {
  it('are known by From, and only under the Sender of the network', async () => {
    const document = (sender: string, secret: string) =>
      serializeCxml({
        kind: 'ConfirmationRequest',
        payloadID: `confirm-${sender}@supplier.example`,
        timestamp: '2026-03-02T09:00:00+00:00',
        header: {
          from: { credentials: [{ domain: 'NetworkID', identity: 'AN01000000002' }] },
          to: { credentials: [{ domain: 'NetworkID', identity: 'AN01000000001' }] },
          sender: {
            credentials: [{ domain: 'NetworkID', identity: sender, sharedSecret: secret }],
            userAgent: 'Test',
          },
        },
        request: {
          confirmationRequest: {
            confirmationHeader: { type: 'accept', noticeDate: '2026-03-02T09:00:00+00:00' },
            orderReference: { orderID: 'unknown', documentReference: { payloadID: 'unknown' } },
          },
        },
      })
    const answerTo = async (body: string) => {
      const response = await fetch(`${ariba.url}/cxml/order_confirmation_request`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body,
      })
      const answer = parseCxml(await response.text())
      return 'response' in answer ? answer.response?.status.code : undefined
    }
    const secret = 'open-sesame-alder'
    expect(await answerTo(document('AN01000000002', secret))).toBe('401')
    expect(await answerTo(document('AN01000000002', 'marker'))).toBe('401')
    expect(await answerTo(document('AN01000000087', 'marker'))).toBe('401')
    expect(await answerTo(document('AN01000000087', secret))).toBe('417')
  })
})
