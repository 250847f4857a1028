import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FakeLine, type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { postDocument } from '../support/post-document.js'
import { cxmlMaterial } from '../support/root.js'
import { type StrangeSupplier, says, startStrangeSupplier } from '../support/strange-supplier.js'

const material = cxmlMaterial()
if (material === undefined) {
  console.warn('SKIPPED: no cXML material beside the clone, so the mock meets no real documents')
}

/** Real documents of one kind, by the names of their files. */
function samples(kind: string): readonly (readonly [file: string, xml: string])[] {
  if (material === undefined) return []
  const folder = join(material, 'corpus', kind)
  return readdirSync(folder).map(file => [
    file.replace(/\.xml$/, ''),
    readFileSync(join(folder, file), 'utf8'),
  ])
}

let shop: FakeSupplier
let answering: StrangeSupplier
let coupa: MockCoupa
const log: string[] = []

beforeAll(async () => {
  shop = await startFakeSupplier()
  answering = await startStrangeSupplier()
  const company = shop.company()
  company.uoms.push('RM', 'BX', 'CT')
  coupa = await startMockCoupa({ port: 0, company, log: line => log.push(line) })
})

afterAll(async () => {
  await coupa.close()
  await answering.close()
  await shop.close()
  expect(log).toEqual([])
})

/** As an independent eye sees it: the first code, and the first URL behind a StartPage. */
function seen(xml: string) {
  const [, code = ''] = /<Status\b[^>]*?\bcode="([^"]*)"/.exec(xml) ?? []
  const [, url = ''] = /<StartPage>[^<]*<URL>\s*(?:<!\[CDATA\[)?([^\]<]*)/.exec(xml) ?? []
  return { isSuccess: /^2\d\d$/.test(code), code, url: url.trim().replaceAll('&amp;', '&') }
}

/** No XML: a quotation mark inside an attribute. */
const broken = 'PurchasingPlatform-cxml__response_status_400'

const responses = [...samples('PunchOutSetupResponse'), ...samples('ResponseStatusOnly')]

describe.skipIf(material === undefined)('every real Response', () => {
  it.each(responses)('answers a setup request as it says: %s', async (file, xml) => {
    await coupa.company.update(({ punchoutSites: [site] }) => Object.assign(site!, { url: answering.url }))
    answering.answer = says(xml)
    const { isSuccess, code, url } = seen(xml)
    const trip = coupa.person('emma').shop()
    if (file === broken) {
      await expect(trip).rejects.toThrow('Punchout failed: No status element in setup response')
    } else if (!isSuccess) {
      await expect(trip).rejects.toThrow(`Punchout failed: Setup request failed: ${code} `)
    } else if (/^https?:/.test(url)) {
      expect((await trip).startPageUrl).toBe(url)
    } else {
      await expect(trip).rejects.toThrow('Punchout failed: No StartPage URL in setup response')
    }
  })

  it.each(responses)('answers an order as it says: %s', async (file, xml) => {
    await coupa.company.update(({ suppliers: [supplier] }) =>
      Object.assign(supplier!.cxml!, { url: answering.url }),
    )
    answering.answer = says(xml)
    const { isSuccess, code } = seen(xml)
    const { transmissionStatus, transmissions } = await ordering()
    expect(transmissionStatus).toBe(isSuccess ? 'sent_via_cxml' : 'transmission_failure')
    if (isSuccess) return
    const words = file === broken ? 'No status element in setup response:' : `PO failed: ${code} `
    expect(transmissions[0]?.attempts[0]?.failure?.startsWith(words)).toBe(true)
  })
})

/** What Emma has bought and Mark approved, once its order has left the house. */
async function ordering(lines: readonly FakeLine[] = [{}]) {
  await coupa.company.update(({ punchoutSites: [site] }) => Object.assign(site!, { url: `${shop.url}/cxml` }))
  const emma = coupa.person('emma')
  const trip = await emma.shop()
  const { number } = await emma.returnCart(shop.cart(trip.buyerCookie, lines))
  await emma.submit(number)
  await coupa.person('mark').approve(number)
  return coupa.waitForOrder({ requisition: number })
}

/** Of carts: how many lines are added, or why none is. */
const carts: Readonly<Record<string, number | RegExp>> = {
  'DPassarelli-6-mils__index.spec__5': 2,
  'LSBDataWeFeelITPublic-cxml-php__PunchoutOrderMessage': 2,
  'MarioShatterhand-cxml__sample-PunchOutOrderMessage': /Currency EUR is not enabled' for item 'AM2692'/,
  'Naeda1902-mock-punchout__chekout__1': 2,
  'PurchasingPlatform-cxml__punchout_order_message_global_industrial': 3,
  'PurchasingPlatform-cxml__punchout_order_message_global_industrial_single_item': 1,
  'chefworks-cxml-tester__cart': 1,
  'gkrhee-cxml-ruby__punch_out_order_message_doc': 0,
  'kazz12211-amazon_punchout__Catalog_Server_README__1': /Currency JPY is not enabled' for item '3'/,
  // The name that UNSPSC had before it was the United Nations'.
  'kazz12211-amazon_punchout__PunchoutOrderMessage': /Classification UNSPSC is missing' for item '1234'/,
  'nelsonrmoura-odp-io-punchout-app__punchout-order-message': /not well-formed XML/,
  'nickyhk4you-punchout__Punchout_API.postman_collection__3': /UnitOfMeasure is missing' for item 'PROD-001'/,
  'nickyhk4you-punchout__mongodb-network-requests-sample-data__3': /is missing/,
  'nickyhk4you-punchout__mongodb-punchout-tests-sample-data__12': /is missing/,
  'nickyhk4you-punchout__mongodb-punchout-tests-sample-data__3': /is missing/,
}

describe.skipIf(material === undefined)('every real PunchOutOrderMessage', () => {
  it.each(samples('PunchOutOrderMessage'))(
    'is a cart, or is refused for what it lacks: %s',
    async (file, xml) => {
      await coupa.company.update(({ punchoutSites: [site] }) =>
        Object.assign(site!, { url: `${shop.url}/cxml` }),
      )
      const { buyerCookie } = await coupa.person('mark').shop()
      const mine = xml.replace(/<BuyerCookie>[^<]*</, `<BuyerCookie>${buyerCookie}<`)
      const body = new URLSearchParams({ 'cxml-base64': Buffer.from(mine).toString('base64') })
      const init = { method: 'POST', body, redirect: 'manual' } as const
      const response = await fetch(`${coupa.url}/punchout/checkout?id=1`, init)
      const expected = carts[file]
      if (response.status !== 303) {
        expect(response.status).toBe(400)
        expect(await response.text()).toMatch(
          expected instanceof RegExp ? expected : /Punchout failed to return a cart/,
        )
        return
      }
      const claim = coupa.application.claimCart(
        'mark',
        response.headers.get('location')?.split('/').at(-1) ?? '',
      )
      if (expected instanceof RegExp) {
        expect(claim.outcome).toBe('refused')
        expect(coupa.mails()[0]?.text).toMatch(expected)
      } else if (expected !== undefined) {
        expect(claim).toMatchObject(
          expected === 0 ? { outcome: 'cancelled' } : { outcome: 'added', lineCount: expected },
        )
      }
    },
  )
})

const party = (identity: string, secret = '') =>
  `<Credential domain="NetworkID"><Identity>${identity}</Identity>${secret}</Credential>`

const header = `<Header><From>${party('BRIGHTSTACK')}</From><To>${party('NORTHWIND')}</To><Sender>${party('BRIGHTSTACK', '<SharedSecret>marker-secret-in</SharedSecret>')}<UserAgent>x</UserAgent></Sender></Header>`

/** As the seeded supplier would have written it, about an order that there is. */
function adopt(xml: string, order: string, payloadID: string): string {
  return (
    xml
      .replace(/<Header>[\s\S]*<\/Header>/, header)
      .replace(/\bpayloadID="[^"]*"/, `payloadID="${payloadID}"`)
      .replace(/\borderID="[^"]*"/g, `orderID="${order}"`)
      .replace(/(<OrderReference>\s*(?:<!--[^>]*-->\s*)?<DocumentReference payloadID=")[^"]*/g, `$1${order}`)
      // "Leave blank if invoicing with no backing document", the sample says.
      .replace(/(<MasterAgreementReference>\s*<DocumentReference payloadID=")l"/, '$1"')
  )
}

/** Of documents that come back: the answer, and what it says where that is not all. */
const documents: Readonly<Record<string, readonly [code: string, text?: RegExp]>> = {
  'Jeanlucrj-Agente-Ariba-API__order-confirmation': ['417', /Could not find order header without a number/],
  'PurchasingPlatform-cxml__envelope3': ['200'],
  'github-index-id-58097369599__amazon-cxml-inbound_test__Amazon_Business_to_buyer_': [
    '400|406',
    /payloadID: is missing/,
  ],
  'labfellows-cxml-ruby__request_doc': ['200'],
  'Jeanlucrj-Agente-Ariba-API__ship-notice': ['406', /ShipNoticeRequest belongs to Fulfill.dtd/],
  'Jeanlucrj-Agente-Ariba-API__invoice': ['406', /InvoiceDetailRequest belongs to InvoiceDetail.dtd/],
  'labfellows-cxml-ruby__invoice_backed_and_unbacked_by_pos': ['200'],
  'labfellows-cxml-ruby__invoice_backed_by_multiple_pos': ['200'],
  'labfellows-cxml-ruby__invoice_taxes_at_line': ['200'],
  // A template: the number of its contract is "id".
  'labfellows-cxml-ruby__invoice_taxes_at_line_multiple_taxes': ['417', /Could not find contract id/],
  'labfellows-cxml-ruby__invoice_taxes_at_total': ['200'],
}

const addresses = [
  ['ConfirmationRequest', '/cxml/order_confirmation_request'],
  ['ShipNoticeRequest', '/cxml/ship_notice_request'],
  ['InvoiceDetailRequest', '/cxml/invoices'],
] as const

describe.skipIf(material === undefined).each(addresses)('every real %s', (kind, path) => {
  let order = ''

  beforeAll(async () => {
    await coupa.company.update(({ suppliers: [supplier] }) =>
      Object.assign(supplier!.cxml!, { url: `${shop.url}/cxml` }),
    )
    const lines = [
      { quantity: '20', uom: 'RM', unitPrice: '4.44', part: '751441' },
      { quantity: '12', uom: 'BX', unitPrice: '1.52', part: '429175' },
      { quantity: '2', unitPrice: '4.14', part: '908194' },
    ]
    order = (await ordering(lines)).number
  })

  it.each(samples(kind))('is not taken from somebody unknown: %s', async (file, xml) => {
    const { code } = await postDocument(`${coupa.url}${path}`, xml)
    expect(code).toMatch(documents[file]?.[0] === '400|406' ? /^40[06]$/ : /^401$/)
  })

  it.each(samples(kind))(
    'is taken from the supplier, or refused for what it lacks: %s',
    async (file, xml) => {
      const answer = await postDocument(`${coupa.url}${path}`, adopt(xml, order, `${file}-${kind}`))
      const [code, text = /^/] = documents[file] ?? []
      expect(['200', '400', '406', '417', '450'], answer.text).toContain(answer.code)
      if (code === undefined) return
      expect(answer.code).toMatch(new RegExp(`^(?:${code})$`))
      expect(answer.text).toMatch(text)
    },
  )
})
