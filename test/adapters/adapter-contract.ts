import { gzipSync } from 'node:zlib'
import { type MockCoupa, northwindInstruments, startMockCoupa } from '@punchloop/mock-coupa'
import { parseCxml } from '@punchloop/sdk/cxml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, type RunningShop, type ShopSettings } from './start-example.js'
import { upload } from './upload.js'
import {
  enter,
  openSession,
  postDocument,
  requestApproval,
  sendRaw,
  setupXml,
  sharedSecret,
  startPageOf,
} from './visit.js'

/** Cookies with letters of every size in UTF-8; of ISO-8859-1 only what it has. */
const foreign = 'Größe ☃ 𝄞'
const latin = 'Größe café'
/** `maxBodyBytes` of `examples/shop`. */
const largestBody = 1024 * 1024

/** What a framework's own server does before any handler is asked, where that is not what the others do. */
export interface ServerHabits {
  /** It goes by one of two `Host`s, and says nothing. Default: it serves neither. */
  readonly twoHosts?: 'takes one'
  /** It sends whoever names a host in the request's target back there. Default: it takes the path. */
  readonly absoluteTarget?: 'redirects'
}

/**
 * What every marketplace of `examples/` must do, whatever serves it, seen from outside. In front of a mock Coupa that buys
 * there. `start` starts the marketplace at `settings.origin`.
 */
export function adapterContract(
  name: string,
  start: (settings: ShopSettings) => Promise<RunningShop>,
  { twoHosts, absoluteTarget }: ServerHabits = {},
): void {
  describe(`the marketplace under ${name}`, () => {
    let coupa: MockCoupa
    let shop: RunningShop
    let origin = ''
    beforeAll(async () => {
      const port = await freePort()
      origin = `http://localhost:${port}`
      coupa = await startMockCoupa({
        port: 0,
        company: northwindInstruments({ cxmlUrl: `${origin}/punchloop/cxml`, sharedSecret }),
      })
      shop = await start({ port, origin, buyerOrigin: coupa.url, sharedSecret })
    })
    afterAll(async () => {
      await shop?.close()
      await coupa?.close()
    })

    const setup = (buyerCookie: string, encoding?: string) =>
      setupXml({ buyerCookie, buyerOrigin: coupa.url, ...(encoding === undefined ? {} : { encoding }) })
    const newStartPage = async () =>
      startPageOf((await postDocument(origin, [Buffer.from(setup('cookie'))])).text)
    /** The BuyerCookie of a cart that was returned on a trip which these bytes began. */
    const cookieComesBack = async (pieces: readonly Uint8Array[], headers?: Record<string, string>) => {
      const answer = await postDocument(origin, pieces, headers)
      const { document } = await requestApproval(origin, await openSession(startPageOf(answer.text)))
      return document?.kind === 'PunchOutOrderMessage'
        ? document.message.punchOutOrderMessage.buyerCookie
        : document
    }

    it('sells to a buyer: cart, approval, order, confirmation', async () => {
      const emma = coupa.person('emma')
      const trip = await emma.shop('Brightstack Marketplace')
      const { fields } = await requestApproval(origin, await openSession(trip.startPageUrl))
      const requisition = await emma.returnCart(fields)
      await emma.submit(requisition.number)
      await coupa.person('mark').approve(requisition.number)
      const order = await coupa.waitForOrder({ requisition: requisition.number })
      expect(order.total).toBe('2388')
      await coupa.waitFor(() => coupa.purchaseOrder(order.number).acknowledgedAt)
    })

    it.each([
      ['UTF-8', Buffer.from],
      ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
      ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text.replace('"UTF-8"', '"UTF-16"')}`, 'utf16le')],
    ])('reads the bytes of a document in %s as they were sent', async (_encoding, encode) => {
      expect(await cookieComesBack([encode(setup(foreign))])).toBe(foreign)
    })

    it('reads a document in ISO-8859-1, whatever charset its type names or leaves out', async () => {
      const bytes = () => Buffer.from(setup(latin, 'ISO-8859-1'), 'latin1')
      expect(await cookieComesBack([bytes()])).toBe(latin)
      const headers = { 'Content-Type': 'application/xml; charset=ISO-8859-1' }
      expect(await cookieComesBack([bytes()], headers)).toBe(latin)
    })

    it('reads a document that arrives in chunks, cut within letters', async () => {
      const bytes = Buffer.from(setup(foreign))
      const cut = bytes.indexOf('☃') + 1
      const pieces = [bytes.subarray(0, 1), bytes.subarray(1, cut), bytes.subarray(cut, cut + 1)]
      expect(await cookieComesBack([...pieces, bytes.subarray(cut + 1)])).toBe(foreign)
    })

    it('reads a MIME message', async () => {
      const body = Buffer.concat([
        Buffer.from('--part\r\nContent-Type: text/xml\r\n\r\n'),
        Buffer.from(setup(latin, 'ISO-8859-1'), 'latin1'),
        Buffer.from('\r\n--part--\r\n'),
      ])
      const headers = { 'Content-Type': 'multipart/related; boundary=part; type="text/xml"' }
      expect(await cookieComesBack([body], headers)).toBe(latin)
    })

    it('refuses a compressed document in cXML', async () => {
      const headers = { 'Content-Encoding': 'gzip' }
      const { status, text } = await postDocument(origin, [gzipSync(setup('x'))], headers)
      expect(status).toBe(415)
      expect(parseCxml(text)).toMatchObject({ response: { status: { code: '406' } } })
    })

    it('refuses a body that says it is too large before it is sent', async () => {
      const head = 'POST /punchloop/cxml HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\n'
      const received = await sendRaw(origin, `${head}Content-Length: 99000000\r\n\r\n<cXML`, text =>
        text.includes('</cXML>'),
      )
      expect(received).toMatch(/^HTTP\/1\.1 413 /)
      expect(received).toContain('code="499"')
    })

    it('refuses a body without end once it is too large, and goes on', async () => {
      expect(await upload(origin, largestBody + 1)).toBe(413)
      expect((await fetch(origin)).status).toBe(200)
    })

    it('goes on when a sender leaves within its document, or before the answer', async () => {
      const bytes = setup('x')
      const head = 'POST /punchloop/cxml HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\n'
      const request = `${head}Content-Length: ${Buffer.byteLength(bytes)}\r\n\r\n${bytes}`
      for (const length of [request.length - 200, request.length, request.length - 1]) {
        await leaveAfter(origin, request.slice(0, length))
      }
      expect(await cookieComesBack([Buffer.from(setup('still here'))])).toBe('still here')
    })

    it('answers HEAD, and each method and path that there is not', async () => {
      const startPage = await newStartPage()
      const head = await fetch(startPage, { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
      expect((await enter(startPage)).cookies).toHaveLength(1)
      expect((await fetch(`${origin}/punchloop/cxml`)).status).toBe(405)
      expect((await fetch(`${origin}/punchloop/cxml`, { method: 'PUT', body: 'x' })).status).toBe(405)
      expect((await fetch(`${origin}/punchloop/nothing`)).status).toBe(404)
      expect((await fetch(`${origin}/punchloops`)).status).toBe(404)
    })

    it('knows its shopper by the cookie, and nobody else', async () => {
      const { location, cookies } = await enter(await newStartPage())
      expect(location).toBe('/')
      expect(cookies).toEqual([expect.stringMatching(/^punchloop=[\w-]{43}; Path=\/; HttpOnly; SameSite=/)])
      const page = async (cookie: string) => (await fetch(origin, { headers: { cookie } })).text()
      expect(await page(`a=b; ${cookies[0]?.split(';')[0]}`)).toContain('Request approval')
      expect(await page('punchloop=nobody')).not.toContain('Request approval')
    })

    it('returns a cart for its own shopper’s own click only', async () => {
      const cookie = await openSession(await newStartPage())
      expect((await requestApproval(origin, '')).document).toBeUndefined()
      const forged = await fetch(`${origin}/request-approval`, {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'cross-site' },
      })
      expect(await forged.text()).not.toContain('<form')
      const { status, headers } = await requestApproval(origin, cookie)
      expect(status).toBe(200)
      expect(headers.get('content-security-policy')).toContain(`form-action ${coupa.url}`)
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    })

    it('serves one request after another on a connection', async () => {
      const pieces = [
        'HEAD /punchloop/nothing HTTP/1.1\r\nHost: x\r\n\r\n',
        'POST /punchloop/cxml HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\n\r\n<cXML/>',
        'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
      ]
      const received = await sendRaw(origin, pieces.join(''), text => text.includes('</html>'))
      expect(received.match(/^HTTP\/1\.1 \d+/gm)).toEqual([404, 200, 200].map(code => `HTTP/1.1 ${code}`))
    })

    it('does not take a body that it did not want for the next request', async () => {
      const smuggled = 'GET /punchloop/smuggled HTTP/1.1\r\nHost: x\r\n\r\n'
      const head = `POST /punchloop/nothing HTTP/1.1\r\nHost: x\r\nContent-Length: ${smuggled.length}\r\n\r\n`
      const last = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
      const received = await sendRaw(origin, head + smuggled + last, () => false)
      expect(received.match(/^HTTP\/1\.1 404/gm)).toHaveLength(1)
    })

    const post = (headers: string, body = setup('raw'), target = '/punchloop/cxml') =>
      `POST ${target} HTTP/1.1\r\n${headers}Content-Type: text/xml\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
    const toTheEnd = () => false
    /** Some servers answer what they refuse, some close the connection without a word. */
    const isServed = async (request: string) =>
      (await sendRaw(origin, request, toTheEnd).catch(() => '')).includes('StartPage')

    const itsStartPage = () => `<StartPage><URL>${origin}/punchloop/start/`

    if (twoHosts === 'takes one') {
      it('takes one of two hosts, and its address from neither', async () => {
        const received = await sendRaw(origin, post('Host: evil.example\r\nHost: y\r\n'), toTheEnd)
        expect(received).toContain(itsStartPage())
      })
    } else {
      it('serves nobody who names two hosts', async () => {
        expect(await isServed(post('Host: x\r\nHost: y\r\n'))).toBe(false)
      })
    }

    const absolute = () => post('Host: evil.example\r\n', undefined, 'http://evil.example/punchloop/cxml')

    if (absoluteTarget === 'redirects') {
      it('serves nobody who names a host in the target', async () => {
        expect(await sendRaw(origin, absolute(), toTheEnd)).toMatch(/^HTTP\/1\.1 308 /)
        expect(await isServed(absolute())).toBe(false)
      })
    } else {
      it('takes the path of an absolute target, and no host from it', async () => {
        expect(await sendRaw(origin, absolute(), toTheEnd)).toContain(itsStartPage())
      })
    }

    it('lets a sender that asks before it sends go on', async () => {
      const received = await sendRaw(origin, post('Host: x\r\nExpect: 100-continue\r\n'), toTheEnd)
      expect(received.match(/^HTTP\/1\.1 \d+/gm)?.at(-1)).toBe('HTTP/1.1 200')
      expect(received).toContain('StartPage')
    })

    it('takes no request of which two lengths are told', async () => {
      expect(await isServed(post('Host: x\r\nTransfer-Encoding: chunked\r\n'))).toBe(false)
      expect(await isServed(post('Host: x\r\nContent-Length: 3\r\n'))).toBe(false)
    })

    it('says by Allow what an address takes, and takes it with a slash behind it', async () => {
      for (const method of ['OPTIONS', 'GET', 'HEAD']) {
        const refused = await fetch(`${origin}/punchloop/cxml`, { method })
        expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST'])
      }
      const slash = await fetch(`${origin}/punchloop/cxml/`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/xml' },
        body: setup('slash'),
      })
      expect(await slash.text()).toContain('StartPage')
    })

    it('tells nobody where its code lies', async () => {
      for (const path of ['/%E0%A4%A', '/punchloop/%E0%A4%A', '/punchloop/start/%00', '/request-approval']) {
        const text = await (await fetch(origin + path, { method: 'POST', body: '<' })).text()
        expect(text).not.toMatch(/node_modules|\.(?:js|ts):\d+/)
      }
    })
  })
}

/** Sends this much and is gone. */
async function leaveAfter(origin: string, text: string): Promise<void> {
  const { connect } = await import('node:net')
  const { hostname, port } = new URL(origin)
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () =>
      socket.write(text, () => socket.destroy()),
    )
    socket.on('error', reject)
    socket.on('close', () => resolve())
  })
}
