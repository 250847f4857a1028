import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { northwindInstruments, startMockCoupa } from '@punchloop/mock-coupa'
import { type Buyer, createSupplier, detectProfile, type OrderLine, profiles } from '@punchloop/sdk'
import { type CatalogItem, diffCatalogs, readCif, writeCif } from '@punchloop/sdk/catalog'
import { type CxmlDraft, parseCxml, serializeCxml } from '@punchloop/sdk/cxml'
import { punchloopKoa, sendResponse, toRequest } from '@punchloop/sdk/koa'
import { memoryStore } from '@punchloop/sdk/memory'
import { sqliteStore } from '@punchloop/sdk/sqlite'
import Koa from 'koa'
import { afterEach, describe, expect, it } from 'vitest'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A port first, since the shop has to know its own address. */
async function listen(): Promise<{ origin: string; serve: (app: Koa) => void }> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: app => server.on('request', app.callback()),
  }
}

/** The quick start of the README as it stands there; its surroundings are what it leaves to the reader. */
function quickStart({
  app,
  origin,
  acme,
  file,
  subscriptions,
  createSupplier,
}: {
  readonly app: Koa
  readonly origin: string
  readonly acme: Buyer
  readonly file: string
  readonly subscriptions: { create(line: OrderLine, key: string): Promise<string> }
  readonly createSupplier: typeof import('@punchloop/sdk').createSupplier
}) {
  const supplier = createSupplier({
    origin,
    credentials: [{ domain: 'DUNS', identity: '123456789' }],
    buyers: [acme],
    store: sqliteStore({ file }),
    openShop: session => (session.selectedItem ? `/products/${session.selectedItem.supplierPartID}` : '/'),
    fulfil: async ({ line, idempotencyKey }) => ({
      reference: await subscriptions.create(line, idempotencyKey),
    }),
  })

  app.use(punchloopKoa(supplier))
  app.use(async ctx => {
    const session = await supplier.session(toRequest(ctx))
    if (ctx.method === 'POST' && ctx.path === '/request-approval' && session) {
      const { response } = await supplier.returnCart(session, {
        currency: 'USD',
        lines: [
          {
            supplierPartID: 'SEAT-1',
            description: 'Ledgerly, one seat for a year',
            quantity: '12',
            unitPrice: '199.00',
            unitOfMeasure: 'EA',
            unspsc: '43232701',
          },
        ],
      })
      return sendResponse(ctx, response)
    }
    ctx.body = session
      ? `Shopping for ${session.buyerId} as ${session.shopper.email}: press Request approval`
      : 'Welcome! Press Subscribe'
  })
  supplier.start()
  return supplier
}

/** What a browser does in the shop: enters by the StartPage, presses the button, and has the returned form in hand. */
async function requestApproval(origin: string, startPageUrl: string): Promise<Record<string, string>> {
  const entered = await fetch(startPageUrl, { method: 'POST', redirect: 'manual' })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect(await (await fetch(origin, { headers: { cookie } })).text()).toContain('press Request approval')
  const page = await (
    await fetch(`${origin}/request-approval`, { method: 'POST', headers: { cookie } })
  ).text()
  const [, name = '', value = ''] = /<input type="hidden" name="([^"]*)" value="([^"]*)">/.exec(page) ?? []
  return { [name]: value }
}

describe('the README of the SDK', () => {
  it('shows a shop that goes through the whole loop', async () => {
    const { origin, serve } = await listen()
    const coupa = await startMockCoupa({
      port: 0,
      company: northwindInstruments({
        cxmlUrl: `${origin}/punchloop/cxml`,
        credential: { domain: 'DUNS', identity: '123456789' },
        sharedSecret: 'of-the-readme',
      }),
    })
    closing.push(() => coupa.close())
    const acme: Buyer = {
      id: 'acme',
      name: 'Acme',
      credentials: [{ domain: 'NetworkID', identity: 'NORTHWIND' }],
      sharedSecrets: ['of-the-readme'],
      browserFormPostOrigins: [coupa.url],
      confirmations: { url: `${coupa.url}/cxml/order_confirmation_request`, sharedSecret: 'of-the-readme' },
    }
    const folder = mkdtempSync(join(tmpdir(), 'punchloop-readme-'))
    closing.push(() => rmSync(folder, { recursive: true }))
    const created: string[] = []
    const app = new Koa()
    const supplier = quickStart({
      app,
      origin,
      acme,
      file: join(folder, 'punchloop.sqlite'),
      subscriptions: {
        create: async (line, key) => {
          created.push(`${line.quantity} x ${line.supplierPartID} for ${key}`)
          return 'SUB-1'
        },
      },
      // The README's shop is on https; this one is on a laptop.
      createSupplier: options => createSupplier({ ...options, allowInsecureOrigins: true }),
    })
    closing.push(() => supplier.stop())
    serve(app)
    expect(await (await fetch(origin)).text()).toBe('Welcome! Press Subscribe')

    const emma = coupa.person('emma')
    const trip = await emma.shop('Brightstack Marketplace')
    const requisition = await emma.returnCart(await requestApproval(origin, trip.startPageUrl))
    await emma.submit(requisition.number)
    await coupa.person('mark').approve(requisition.number)
    const order = await coupa.waitForOrder({ requisition: requisition.number })
    await coupa.waitFor(() => coupa.documents({ kind: 'ConfirmationRequest' }).length > 0 || undefined)
    expect(created).toEqual([`12 x SEAT-1 for acme:order:${order.number}:1:line:1:fulfil`])
    expect(await supplier.orders({})).toMatchObject([
      { orderID: order.number, status: 'fulfilled', total: '2388.0' },
    ])
  })

  it('shows how a document is read', () => {
    const xml = `<cXML payloadID="1@b" timestamp="2026-01-15T10:00:00-08:00"><Header>
      <From><Credential domain="DUNS"><Identity>1</Identity></Credential></From>
      <To><Credential domain="DUNS"><Identity>2</Identity></Credential></To>
      <Sender><Credential domain="DUNS"><Identity>1</Identity></Credential><UserAgent>x</UserAgent></Sender></Header>
      <Request><OrderRequest><OrderRequestHeader orderID="1" orderDate="2026-01-15"><Total><Money currency="USD">19.99</Money></Total></OrderRequestHeader>
      <ItemOut quantity="1"><ItemID><SupplierPartID>1</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="USD">19.99</Money></UnitPrice>
      <Description xml:lang="en">x</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232701</Classification></ItemDetail></ItemOut>
      </OrderRequest></Request></cXML>`
    expect.assertions(1)
    const document = parseCxml(xml)
    if (document.kind === 'OrderRequest') {
      const [line] = document.request.orderRequest.itemOuts
      expect(line?.itemDetail?.unitPrice.money).toMatchObject({ currency: 'USD', amount: '19.99' })
    }
  })

  it('shows how a document is written', () => {
    const answer: CxmlDraft = {
      kind: 'PunchOutSetupResponse',
      payloadID: '1@shop.example',
      timestamp: '2026-01-15T10:00:00+00:00',
      response: {
        status: { code: '200', text: 'OK', value: '' },
        punchOutSetupResponse: { startPage: { url: 'https://shop.example/start/4f3a' } },
      },
    }
    const written = serializeCxml(answer, { dtdVersion: '1.2.014' })
    expect(written).toContain('<URL>https://shop.example/start/4f3a</URL>')
  })

  it('shows how an index of a catalogue is written', () => {
    const pump: CatalogItem = {
      supplierPartID: 'PUMP-1',
      description: 'Centrifugal pump',
      spscCode: '40151503',
      punchOutEnabled: true,
      punchoutLevel: 'product',
    }
    const seller = { supplierID: 'AN01000000001', supplierIDDomain: 'NetworkID', currency: 'USD' }
    const full = writeCif({ ...seller, items: [pump] })
    const cheaper = { ...pump, unitPrice: '99.00' }
    const change = { ...seller, items: diffCatalogs([pump], [cheaper]) }
    const changes = writeCif(change, { loadMode: 'incremental' })
    expect([full, changes].map(file => readCif(file).problems)).toEqual([[], []])
  })

  it('shows buyers that differ', () => {
    const [secretOfOurAccount, secretOfGlobex, passwordOfGlobex] = ['a1', 'b2', 'c3']
    const firstDocument = `<cXML payloadID="1@b" timestamp="2026-01-15T10:00:00-08:00"><Header>
      <From><Credential domain="NetworkID"><Identity>AN01000000001</Identity></Credential></From>
      <To><Credential domain="DUNS"><Identity>2</Identity></Credential></To>
      <Sender><Credential domain="NetworkID"><Identity>AN01000000087</Identity></Credential><UserAgent>SAP Ariba</UserAgent></Sender></Header>
      <Request><ProfileRequest/></Request></cXML>`
    const alder: Buyer = {
      id: 'alder',
      name: 'Alder Biosciences',
      profile: 'ariba',
      // Whom the network speaks for, the network itself, and the secret of our own account there.
      credentials: [{ domain: 'NetworkID', identity: 'AN01000000001' }],
      senders: [{ domain: 'NetworkID', identity: 'AN01000000087' }],
      sharedSecrets: [secretOfOurAccount],
      browserFormPostOrigins: ['https://s1.ariba.com'],
    }
    const globex: Buyer = {
      id: 'globex',
      name: 'Globex',
      // A profile of one's own: what this company's administrators say beside what is known of the system.
      profile: { ...profiles.srm, cart: { ...profiles.srm.cart, units: { EA: 'ST' }, priceDecimals: 2 } },
      credentials: [{ domain: 'NetworkID', identity: 'GLOBEX' }],
      sharedSecrets: [secretOfGlobex],
      browserFormPostOrigins: ['https://srm.globex.example'],
      oci: { username: 'globex', passwords: [passwordOfGlobex], vendor: '0000100042' },
    }
    const [best] = detectProfile(parseCxml(firstDocument))
    expect(best).toMatchObject({ profile: 'ariba', confidence: 'certain' })
    expect(() =>
      createSupplier({
        origin: 'https://market.example',
        credentials: [{ domain: 'NetworkID', identity: 'AN01000000002' }],
        buyers: [alder, globex],
        store: memoryStore(),
        openShop: () => '/',
        fulfil: async () => ({ reference: '1' }),
      }),
    ).not.toThrow()
  })

  it('says what stands here', () => {
    const readme = readFileSync(new URL('../../packages/sdk/README.md', import.meta.url), 'utf8')
    const own = withoutSpace(readFileSync(new URL(import.meta.url), 'utf8'))
    const samples = [...readme.matchAll(/```ts [a-z-]+\n([\s\S]*?)```/g)].map(([, code = '']) =>
      withoutSpace(code),
    )
    expect(samples).toHaveLength(5)
    for (const sample of samples) expect(own).toContain(sample)
  })
})

function withoutSpace(code: string): string {
  return code.replaceAll(/\s+/g, ' ')
}
