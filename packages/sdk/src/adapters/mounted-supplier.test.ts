import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { mounts } from '../../test/mounts.js'
import { orderXml, returnedRequest } from '../../test/order-xml.js'
import { requestXml, setupXml, startPageOf, startTestSupplier } from '../../test/start-test-supplier.js'
import { parseCxml } from '../cxml/parse-cxml.js'
import { serializeCxmlMessage } from '../cxml/serialize-cxml-message.js'

let close: (() => Promise<unknown>) | undefined
afterEach(() => close?.())

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  close = () => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  }
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const latin1 = Buffer.from(
  setupXml({ payloadID: '1@b', buyerCookie: 'café' }).replace('UTF-8', 'ISO-8859-1'),
  'latin1',
)
const requests: { what: string; path: string; init: RequestInit }[] = [
  { what: 'a setup request', path: '/cxml', init: { method: 'POST', body: setupXml({ payloadID: '2@b' }) } },
  { what: 'one in ISO-8859-1', path: '/cxml', init: { method: 'POST', body: new Uint8Array(latin1) } },
  { what: 'a ping', path: '/cxml', init: { method: 'POST', body: requestXml('<ProfileRequest/>', '3@b') } },
  { what: 'a broken document', path: '/cxml', init: { method: 'POST', body: '<cXML><a></cXML>' } },
  { what: 'an empty body', path: '/cxml', init: { method: 'POST', body: '' } },
  { what: 'too large a body', path: '/cxml', init: { method: 'POST', body: 'x'.repeat(200_000) } },
  { what: 'a GET of /cxml', path: '/cxml', init: {} },
  { what: 'an unknown StartPage', path: '/start/unknown', init: { method: 'POST' } },
]

/** The headers that the supplier gives; those of the connection differ. */
const own = ['content-type', 'cache-control', 'content-security-policy', 'referrer-policy', 'allow']

async function seen(response: Response) {
  const headers = own.map(name => `${name}: ${response.headers.get(name)}`)
  return { status: response.status, headers, text: await response.text() }
}

describe.each(Object.entries(mounts))('a supplier under %s', (_name, mount) => {
  it.each(requests)('answers $what byte for byte as without a server', async ({ path, init }) => {
    const xml = { ...init, headers: { 'Content-Type': 'text/xml' } }
    const options = { maxBodyBytes: 100_000, basePath: '/shop/punchloop' }
    const { supplier } = startTestSupplier(options)
    const alone = await supplier.fetch(new Request(`https://market.example/shop/punchloop${path}`, xml))
    const url = await listen(await mount(startTestSupplier(options).supplier))
    const mounted = await fetch(`${url}/shop/punchloop${path}`, xml)
    expect(await seen(mounted)).toEqual(await seen(alone))
  })

  it('tells nobody what went wrong in a function of the shop', async () => {
    const { supplier, log, post } = startTestSupplier({
      basePath: '/shop/punchloop',
      openShop: () => {
        throw new Error('marker-of-the-shop')
      },
    })
    const { pathname } = new URL(startPageOf(await post(setupXml())))
    const response = await fetch((await listen(await mount(supplier))) + pathname, { method: 'POST' })
    expect(response.status).toBe(500)
    expect(await response.text()).not.toMatch(/marker|\.[jt]s:/)
    expect(log.at(-1)).toMatchObject({ level: 'error', message: 'marker-of-the-shop' })
  })

  it('takes an order with an attachment, and has it byte for byte when the order is fulfilled', async () => {
    const provided: unknown[] = []
    const world = startTestSupplier({
      basePath: '/shop/punchloop',
      fulfil: async ({ order, line }) => {
        const [terms] = await world.supplier.attachments(order)
        provided.push([line.lineNumber, terms?.fileName, terms?.bytes])
        return { reference: order.orderID }
      },
    })
    // Every byte there is, and what separates parts.
    const bytes = Uint8Array.from([...Array(256).keys(), ...Buffer.from('\r\n--\r\n\r\n')])
    const { contentType, body } = serializeCxmlMessage(
      orderXml(await returnedRequest(world), { attached: ['terms@buyer.example'] }),
      [
        {
          contentId: 'terms@buyer.example',
          contentType: 'application/pdf',
          fileName: 'Bedingungen für 2026.pdf',
          bytes,
        },
      ],
      { boundary: '----=_Part_17_1205.1584' },
    )
    const url = await listen(await mount(world.supplier))
    const headers = { 'Content-Type': contentType }
    const answer = await fetch(`${url}/shop/punchloop/cxml`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers,
    })
    expect(parseCxml(await answer.text())).toMatchObject({ response: { status: { code: '200' } } })
    await world.supplier.deliver()
    expect(provided).toEqual([
      [1, 'Bedingungen für 2026.pdf', bytes],
      [2, 'Bedingungen für 2026.pdf', bytes],
    ])
  })
})
