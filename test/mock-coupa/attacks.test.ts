import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { resolve } from 'node:path'
import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { writeCatalogUpload, writeCif } from '@punchloop/sdk/catalog'
import { parseCxml, readCxmlMessage } from '@punchloop/sdk/cxml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  cartDocument,
  confirmationXml,
  type FakeSupplier,
  startFakeSupplier,
} from '../support/fake-supplier.js'
import { invoiceXml } from '../support/invoicing.js'
import { postDocument } from '../support/post-document.js'
import { cxmlMaterial, root } from '../support/root.js'
import { shipNoticeDocument } from '../support/ship-notice.js'
import { signIn } from '../support/visitor.js'

interface Case {
  readonly id: string
  readonly kind: 'setup' | 'order' | 'sequence'
  readonly expect: string
  readonly doc?: string
}

const file = resolve(cxmlMaterial() ?? root, '../attacks/cxml-cases.json')
const hasCases = existsSync(file)
if (!hasCases) console.warn('SKIPPED: no abuse cases beside the clone')

const cases: readonly Case[] = hasCases ? JSON.parse(readFileSync(file, 'utf8')) : []

const secret = 'marker-secret-in'

/** The supplier speaks here, to the company: the other way round than in the cases. */
const placeholders: Readonly<Record<string, string>> = {
  FROM: 'BRIGHTSTACK',
  SENDER: 'BRIGHTSTACK',
  TO: 'NORTHWIND',
  SECRET: secret,
  OTHER_FROM: 'SOMEBODY',
  CART: 'quote-1.1',
  OLD_CART: 'quote-0.1',
}

const fill = (doc: string) =>
  doc.replace(/\{\{([A-Z_]+)\}\}/g, (whole, name: string) => placeholders[name] ?? whole)

let supplier: FakeSupplier
let coupa: MockCoupa
let order: { readonly number: string; readonly payloadID: string }
const log: string[] = []

beforeAll(async () => {
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({ port: 0, company: supplier.company(), log: line => log.push(line) })
  const emma = coupa.person('emma')
  const trip = await emma.shop()
  const { number } = await emma.returnCart(
    supplier.cart(trip.buyerCookie, [{ quantity: '1000', unitPrice: '0.01' }]),
  )
  await emma.submit(number)
  await coupa.person('mark').approve(number)
  const sent = await coupa.waitForOrder({ requisition: number })
  order = { number: sent.number, payloadID: sent.transmissions[0]!.payloadID }
})

afterAll(async () => {
  await coupa.close()
  await supplier.close()
})

let sent = 0

/** The addresses that take documents of suppliers, each with a good one. */
const addresses: readonly { readonly path: string; readonly good: () => { xml: string; files?: string } }[] =
  [
    { path: '/cxml/order_confirmation_request', good: () => ({ xml: confirmationXml(order) }) },
    {
      path: '/cxml/ship_notice_request',
      good: () => ({ xml: shipNoticeDocument({ order: order.number, shipmentID: `S-${sent}` }) }),
    },
    {
      path: '/cxml/invoices',
      good: () => ({ xml: invoiceXml({ order: order.number, invoiceID: `INV-${sent}` }) }),
    },
    { path: '/cxml/catalogs', good: catalogUpload },
  ]

function catalogUpload() {
  const us = { domain: 'NetworkID', identity: 'BRIGHTSTACK' }
  const items = [{ supplierPartID: 'P-1', description: 'Pump', punchOutEnabled: true }]
  const { body, contentType } = writeCatalogUpload(
    {
      payloadID: 'catalog@supplier.example',
      timestamp: '2026-03-02T09:00:00+00:00',
      header: {
        from: { credentials: [us] },
        to: { credentials: [{ domain: 'NetworkID', identity: 'NORTHWIND' }] },
        sender: { credentials: [{ ...us, sharedSecret: secret }], userAgent: 'Fake' },
      },
      operation: 'new',
      catalogName: `Pumps ${sent}`,
      description: 'Pumps',
      cif: writeCif({ supplierID: 'BRIGHTSTACK', supplierIDDomain: 'NetworkID', currency: 'USD', items }),
    },
    { boundary: 'b0undary' },
  )
  const { bytes } = readCxmlMessage(body, contentType)
  return { xml: Buffer.from(bytes).toString(), files: Buffer.from(body).toString() }
}

/** The good document with the envelope and the Header of the case, or with nothing of it where the case has none. */
function withEnvelopeOf(doc: string, good: string): string {
  const request = /<Request\b[\s\S]*<\/Request>/.exec(good)?.[0] ?? ''
  const requests = doc.split('<Request').length - 1
  // Each document of its own: what comes twice under one payloadID is another matter.
  const opening = /<cXML\b[^>]*>/.exec(doc)?.[0].replace(/payloadID="([^"]*)"/, `payloadID="$1-${sent}"`)
  const header = /<Header>[\s\S]*<\/Header>/.exec(doc)?.[0] ?? ''
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype(doc, good)}\n${opening}${header}${request.repeat(requests)}</cXML>`
}

/** That of the good document, which has its own DTD, unless the case is about it. */
function doctype(doc: string, good: string): string {
  const [ofCase = '', ofGood = ''] = [doc, good].map(xml => /<!DOCTYPE[^>]*>/.exec(xml)?.[0])
  if (ofCase.includes('evil.dtd')) return ofCase
  return ofCase.includes('/1.2.999/') ? ofGood.replace(/\/1\.2\.\d+\//, '/1.2.999/') : ofGood
}

/** `401|400`, `400-or-200-no-fetch` → the codes that will do. What cannot be read at all is 406 here. */
const codes = (expected: string) =>
  (expected.match(/\d{3}/g) ?? []).flatMap(code => (code === '400' ? ['400', '406'] : [code]))

/** An instance of Coupa is found by its address and not by To: one case less than at a supplier. */
const ofEnvelope = cases.filter(
  ({ id }) => (id.startsWith('cred-') || id.startsWith('doc-')) && id !== 'cred-to-other-supplier',
)

describe.skipIf(!hasCases).each(addresses)('of the abuse cases, at $path', ({ path, good }) => {
  it.each(ofEnvelope)('$id ends with $expect', async ({ expect: expected, doc }) => {
    sent += 1
    const { xml, files } = good()
    const attack = withEnvelopeOf(fill(doc ?? ''), xml)
    const body = files === undefined ? attack : files.replace(xml, () => attack)
    const contentType =
      files === undefined ? 'text/xml' : 'multipart/related; boundary="b0undary"; type="text/xml"'
    const answer = await postDocument(`${coupa.url}${path}`, body, contentType)
    expect(codes(expected), answer.text).toContain(answer.code)
    expect(answer.body).not.toContain(secret)
  })
})

const carts = cases.filter(({ id, kind }) => kind === 'order' && !id.startsWith('doc-'))

/** What a buyer cannot notice: it was never told the supplier's price, and the quantity is the shopper's to choose. */
const beyondTheBuyer = [
  'order-price-lower',
  'order-price-zero',
  'order-total-mismatch',
  'order-qty-more',
  'order-sku-unknown',
  'order-sku-case',
  'order-aux-missing',
  'order-aux-expired',
  'order-line-dup',
]

describe.skipIf(!hasCases)('of the abuse cases, as a cart', () => {
  /** The lines of the order as those of a cart, with what a cart of this trip has around them. */
  const cartOf = (doc: string, buyerCookie: string) =>
    cartDocument(buyerCookie, []).replace(
      '</PunchOutOrderMessage>',
      () =>
        `${(/<ItemOut\b[\s\S]*<\/ItemOut>/.exec(doc)?.[0] ?? '').replaceAll('ItemOut', 'ItemIn')}</PunchOutOrderMessage>`,
    )

  async function bring(doc: string) {
    const { buyerCookie } = await coupa.person('emma').shop()
    const value = Buffer.from(cartOf(fill(doc), buyerCookie)).toString('base64')
    const body = new URLSearchParams({ 'cxml-base64': value })
    const init = { method: 'POST', body, redirect: 'manual' } as const
    const response = await fetch(`${coupa.url}/punchout/checkout?id=1`, init)
    if (response.status !== 303)
      return { outcome: 'unreadable', status: response.status, page: await response.text() }
    const claimed = coupa.application.claimCart(
      'emma',
      response.headers.get('location')?.split('/').at(-1) ?? '',
    )
    return { ...claimed, status: 303, page: '' }
  }

  it.each(carts.filter(({ id }) => !id.startsWith('html-')))(
    '$id adds nothing that is no number, in Coupa’s words',
    async ({ id, doc }) => {
      const { outcome, status, page } = await bring(doc ?? '')
      if (id === 'order-no-items') return expect(outcome).toBe('cancelled')
      if (beyondTheBuyer.includes(id)) return expect(outcome).toBe('added')
      expect(['refused', 'unreadable']).toContain(outcome)
      if (outcome === 'unreadable') {
        expect(status).toBe(400)
        expect(page).toContain('Punchout failed to return a cart')
      }
      expect(coupa.mails()[0]).toMatchObject({
        subject: 'Punchout failed to return a cart',
        text: expect.stringContaining(`for item 'SKU-1', user 'emma'`),
      })
    },
  )

  it.each(carts.filter(({ id }) => id.startsWith('html-')))(
    '$id is text on every page that shows it',
    async ({ doc }) => {
      const description = parseCxml(cartOf(fill(doc ?? ''), 'c'))
      await bring(doc ?? '')
      const cart = await coupa.person('emma').cart()
      const lines =
        description.kind === 'PunchOutOrderMessage' ? description.message.punchOutOrderMessage.itemIns : []
      const said = lines[0]?.itemDetail.descriptions[0]?.value.trim() ?? ''
      expect(cart?.lines.at(-1)?.description).toBe(said)
      const emma = await signIn(coupa.url, 'emma')
      for (const path of ['/cart', `/requisitions/${cart?.number}`, `/trace/requisition-${cart?.number}`]) {
        const { html, status } = await emma.get(path)
        expect(status).toBe(200)
        if (said.includes('<')) expect(html).not.toContain(said)
        expect(html).not.toMatch(/<(script|img|svg|iframe)\b[^>]*alert/i)
      }
    },
  )
})

it.each(['/cxml/invoices', '/punchout/checkout?id=1', '/oauth2/token', '/session'])(
  'whoever hangs up in the middle at %s is not heard of',
  async path => {
    const { hostname, port } = new URL(coupa.url)
    const connection = connect(Number(port), hostname)
    const head = `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 999\r\n\r\n`
    await new Promise<void>(resolve => connection.write(`${head}<cXML`, () => resolve()))
    connection.resetAndDestroy()
    expect((await fetch(coupa.url)).ok).toBe(true)
  },
)

it('none of all this was a fault of ours, and no secret of it was kept', () => {
  expect(log).toEqual([])
  expect(JSON.stringify(coupa.documents())).not.toContain(secret)
})
