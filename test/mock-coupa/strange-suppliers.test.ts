import type { Socket } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { type MockCoupa, manualTime, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import {
  type StrangeAnswer,
  type StrangeSupplier,
  says,
  startStrangeSupplier,
  writes,
} from '../support/strange-supplier.js'

let shop: FakeSupplier
let strange: StrangeSupplier
let coupa: MockCoupa
const log: string[] = []

beforeAll(async () => {
  shop = await startFakeSupplier()
  strange = await startStrangeSupplier()
  coupa = await startMockCoupa({
    port: 0,
    company: shop.company(),
    log: line => log.push(line),
  })
})

afterAll(async () => {
  await coupa.close()
  await strange.close()
  await shop.close()
  expect(log).toEqual([])
})

const startPage = 'https://shop.example/start/one-time-4711'

const envelope = 'payloadID="1@s" timestamp="2026-03-02T09:00:00+00:00" xml:lang="en-US"'

/** An answer with its parts as the test wants them. */
function response({
  declaration = '<?xml version="1.0" encoding="UTF-8"?>',
  attributes = envelope,
  status = '<Status code="200" text="OK"/>',
  url = startPage,
}: {
  readonly declaration?: string
  readonly attributes?: string
  readonly status?: string
  readonly url?: string
} = {}): string {
  return `${declaration}<cXML ${attributes}><Response>${status}<PunchOutSetupResponse><StartPage><URL>${url}</URL></StartPage></PunchOutSetupResponse></Response></cXML>`
}

const party = '<Credential domain="DUNS"><Identity>1</Identity></Credential>'
const header = `<Header><From>${party}</From><To>${party}</To><Sender>${party}<UserAgent/></Sender></Header>`

const plainly = { 'content-type': 'text/xml' }
const inLatin1 = response({
  declaration: '<?xml version="1.0" encoding="ISO-8859-1"?>',
  url: `${startPage}/é`,
})
const inUtf16 = `\ufeff${response({ declaration: '<?xml version="1.0" encoding="UTF-16"?>' })}`

function inPieces(text: string): StrangeAnswer {
  return answer => {
    answer.writeHead(200, plainly)
    for (const piece of text.match(/[\s\S]{1,40}/g) ?? []) answer.write(piece)
    answer.end()
  }
}

/** Answers that are taken, however they are written. */
const taken: readonly (readonly [string, StrangeAnswer])[] = [
  ['with gzip', says(gzipSync(response()), { 'content-encoding': 'gzip' })],
  ['with deflate', says(deflateSync(response()), { 'content-encoding': 'deflate' })],
  ['with Brotli', says(brotliCompressSync(response()), { 'content-encoding': 'br' })],
  ['in pieces', inPieces(response())],
  ['over HTTP/1.0', writes(`HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n${response()}`)],
  ['as text/html', says(response(), { 'content-type': 'text/html' })],
  ['without a type', answer => void answer.writeHead(200).end(response())],
  ['under a charset that nobody chose', says(response(), { 'content-type': 'text/xml;charset=ISO-8859-1' })],
  ['under a charset that there is not', says(response(), { 'content-type': 'text/xml; charset=klingon' })],
  ['with a byte order mark', says(`\ufeff${response()}`)],
  ['in UTF-16', says(Buffer.from(inUtf16, 'utf16le'), plainly)],
  ['with HTTP 201', says(response(), {}, 201)],
  ['with HTTP 401 around a Status 200', says(response(), {}, 401)],
  ['with HTTP 500 around a Status 200', says(response(), {}, 500)],
  ['without payloadID and timestamp', says(response({ attributes: '' }))],
  ['with a namespace', says(response({ attributes: `xmlns="http://www.cxml.org" ${envelope}` }))],
  ['with a Header', says(response().replace('<Response>', `${header}<Response>`))],
  ['with cookies', says(response(), { 'set-cookie': ['sid=marker-cookie; Path=/', 'b=marker-cookie'] })],
  ['with Status 201', says(response({ status: '<Status code="201" text="Accepted"/>' }))],
  ['with spaces in the Status', says(response({ status: '<Status code=" 200 " text="OK"/>' }))],
  ['with a Status that has no text', says(response({ status: '<Status code="200"/>' }))],
]

/** An answer that is not, what people read after it, and what the trace says besides. */
interface Refused {
  readonly name: string
  readonly answer: StrangeAnswer
  /** Behind "Punchout failed: ". */
  readonly setup: string
  /** Of an order. */
  readonly order: string
  readonly found?: RegExp
  /** Minutes to the next attempt of an order; absent: there is none. */
  readonly retry?: number
}

const noStatus = {
  setup: 'No status element in setup response',
  order: 'No status element in setup response:',
}

/** In the same words for both. */
const both = (words: string) => ({ setup: words, order: words, retry: 5 })

const status = (code: string, said: string) => ({
  setup: `Setup request failed: ${code} ${said}`,
  order: `PO failed: ${code} ${said}`,
})

const wrong = (parts: Parameters<typeof response>[0]) => says(response(parts))

const refused: readonly Refused[] = [
  ...[301, 302, 303, 307, 308].map(code => ({
    name: `HTTP ${code}`,
    answer: says('', { location: '/moved' }, code),
    ...noStatus,
    found: new RegExp(`HTTP ${code} without a body; redirects are not followed`),
  })),
  {
    name: 'HTTP 204',
    answer: answer => void answer.writeHead(204).end(),
    ...noStatus,
    found: /HTTP 204 without/,
  },
  { name: 'nothing', answer: says(''), ...noStatus, found: /HTTP 200 without a body/ },
  {
    name: 'a web page',
    answer: says('<html><body>Hi</body></html>'),
    ...noStatus,
    found: /HTTP 200: .*html/,
  },
  { name: 'lower case', answer: says(response().toLowerCase()), ...noStatus, found: /root element is cxml/ },
  {
    name: 'two Status',
    answer: wrong({ status: '<Status code="200" text="OK"/>'.repeat(2) }),
    ...noStatus,
    found: /Status: stands twice/,
  },
  { name: 'no Status', answer: wrong({ status: '' }), ...noStatus, found: /Status: is missing/ },
  {
    name: 'a Status without a code',
    answer: wrong({ status: '<Status text="OK"/>' }),
    ...noStatus,
    found: /@code: is missing/,
  },
  { name: 'a bare &', answer: wrong({ url: `${startPage}?a=1&b=2` }), ...noStatus, found: /HTTP 200: .*&/ },
  { name: 'an empty line before it', answer: says(`\n${response()}`), ...noStatus, found: /HTTP 200: / },
  {
    name: 'an entity of its own',
    answer: wrong({ declaration: '<!DOCTYPE cXML [<!ENTITY x SYSTEM "file:///etc/passwd">]>', url: '&x;' }),
    ...noStatus,
    found: /HTTP 200: /,
  },
  {
    name: 'windows-1252',
    answer: wrong({ declaration: '<?xml version="1.0" encoding="windows-1252"?>' }),
    ...noStatus,
    found: /windows-1252/,
  },
  {
    name: 'HTTP 400',
    answer: says('no', {}, 400),
    setup: noStatus.setup,
    order: 'Connection to supplier failed: 400 Bad Request',
    found: /HTTP 400: /,
  },
  {
    name: 'HTTP 404',
    answer: says('no', {}, 404),
    setup: noStatus.setup,
    order: 'Connection to supplier failed: 404 Not Found',
    found: /HTTP 404: /,
  },
  {
    name: 'HTTP 503',
    answer: says('no', {}, 503),
    setup: noStatus.setup,
    order: 'PO failed: 503 Service Unavailable',
    found: /HTTP 503: /,
    retry: 60,
  },
  {
    name: 'Status 401',
    answer: wrong({ status: '<Status code="401" text="Unauthorized">Login name is not available</Status>' }),
    ...status('401', 'Login name is not available'),
  },
  {
    name: 'Status 406 without a word',
    answer: wrong({ status: '<Status code="406" text="Not Acceptable"/>' }),
    ...status('406', 'Not Acceptable'),
  },
  {
    name: 'Status 500 in HTTP 200',
    answer: wrong({ status: '<Status code="500" text="Internal Server Error">DB</Status>' }),
    ...status('500', 'DB'),
    retry: 60,
  },
  {
    name: 'Status 302',
    answer: wrong({ status: '<Status code="302" text="Found"/>' }),
    ...status('302', 'Found'),
  },
  {
    name: 'a Status of two digits',
    answer: wrong({ status: '<Status code="20" text="OK"/>' }),
    ...status('20', 'OK'),
  },
  {
    name: 'a Status that is no number',
    answer: wrong({ status: '<Status code="OK" text="Success"/>' }),
    ...status('OK', 'Success'),
  },
  {
    name: 'a connection that is reset',
    answer: writes('', 'reset'),
    ...both('Connection reset by peer - SSL_connect'),
  },
  {
    name: 'one that is reset behind the headers',
    answer: writes('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<cXML', 'reset'),
    ...both('Connection reset by peer - SSL_connect'),
  },
  { name: 'one that is closed', answer: writes('', 'end'), ...both('end of file reached') },
  {
    name: 'an answer that is cut off',
    answer: writes(`HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n${response()}`),
    ...both('end of file reached'),
  },
  { name: 'what is no HTTP', answer: writes('SSH-2.0-OpenSSH\r\n'), ...both('wrong status line') },
  {
    name: 'gzip that is none',
    answer: says('plain', { 'content-encoding': 'gzip' }),
    ...both('incorrect header check'),
  },
  {
    name: 'little that becomes much',
    answer: says(gzipSync(Buffer.alloc(11 * 1024 * 1024)), { 'content-encoding': 'gzip' }),
    ...both('The answer is larger than 10485760 bytes'),
  },
  {
    name: 'much that is announced',
    answer: writes('HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n<cXML', 'wait'),
    ...both('The answer is larger than 10485760 bytes'),
  },
]

describe('a PunchOutSetupRequest', () => {
  beforeEach(() =>
    coupa.company.update(({ punchoutSites: [site] }) => Object.assign(site!, { url: strange.url })),
  )

  let trip = 0
  const shopping = (answer: StrangeAnswer) => {
    strange.answer = answer
    trip += 1
    return coupa.person('emma').shop()
  }
  const latest = () => coupa.documents({ trip })[0]

  it.each(taken)('is answered %s', async (_name, answer) => {
    expect((await shopping(answer)).startPageUrl).toBe(startPage)
    expect(latest()?.failure).toBeUndefined()
  })

  it.each([
    ['ISO-8859-1', says(Buffer.from(inLatin1, 'latin1'), plainly), `${startPage}/%C3%A9`],
    [
      'a host that is not ASCII',
      says(response({ url: 'https://shöp.example/größe' })),
      'https://xn--shp-tna.example/gr%C3%B6%C3%9Fe',
    ],
    ['&amp;', says(response({ url: `${startPage}?a=1&amp;b=2` })), `${startPage}?a=1&b=2`],
    ['CDATA', says(response({ url: `<![CDATA[${startPage}?a=1&b=2]]>` })), `${startPage}?a=1&b=2`],
    ['white space around', says(response({ url: `\n    ${startPage}\n   ` })), startPage],
    [
      'a line end inside',
      says(response({ url: `${startPage}&#13;&#10;Set-Cookie: x=1` })),
      `${startPage}Set-Cookie:%20x=1`,
    ],
    ['8 KB', says(response({ url: `${startPage}?${'a'.repeat(8192)}` })), `${startPage}?${'a'.repeat(8192)}`],
  ])('is answered with a StartPage of %s', async (_name, answer, url) => {
    expect((await shopping(answer)).startPageUrl).toBe(url)
  })

  it.each([
    ['javascript:alert(1)', 'the URL is of javascript: and no web address'],
    ['java&#10;script:alert(1)', 'the URL is of javascript: and no web address'],
    ['data:text/html,hi', 'the URL is of data: and no web address'],
    ['/start/1', 'the URL is not absolute'],
    ['//shop.example/start', 'the URL is not absolute'],
    ['', 'the URL is empty'],
    ['https://a:b@shop.example/', 'the URL holds a user name or a password'],
    [`https://shop.example/${'a'.repeat(70_000)}`, 'the URL has 70021 characters; 65536 is the most'],
  ])('is answered with a StartPage that nobody is sent to: %.40s', async (url, found) => {
    await expect(shopping(says(response({ url })))).rejects.toMatchObject({
      code: 'ERR_COUPA_PUNCHOUT_FAILED',
      message: 'Punchout failed: No StartPage URL in setup response',
    })
    expect(latest()).toMatchObject({ failure: 'No StartPage URL in setup response', found })
  })

  it.each(refused)(
    'ends in Coupa’s words after $name, and the trace says why',
    async ({ answer, setup, found }) => {
      await expect(shopping(answer)).rejects.toMatchObject({
        code: 'ERR_COUPA_PUNCHOUT_FAILED',
        message: `Punchout failed: ${setup}`,
      })
      expect(latest()?.failure).toBe(setup)
      if (found !== undefined) expect(latest()?.found).toMatch(found)
    },
  )

  it('leaves no StartPage, cookie or secret in the trace, in no encoding', async () => {
    await shopping(taken.find(([name]) => name === 'with cookies')![1])
    expect(JSON.stringify(latest())).not.toContain('marker-')
    const wide = Buffer.from(
      inUtf16.replace('<Response>', '<!-- <SharedSecret>marker-wide</SharedSecret> --><Response>'),
      'utf16le',
    )
    await shopping(says(wide, plainly))
    const { response: kept } = latest()!
    expect(kept?.raw).toContain('<StartPage><URL>https://shop.example/********</URL>')
    expect(kept?.raw).not.toContain('marker-wide')
    await shopping(says(response({ url: 'https://shop.example/s/one-time-4711/open' })))
    expect(latest()?.response?.raw).not.toContain('4711')
  })

  it('is sent once, to where the site says, whatever a redirect says', async () => {
    strange.received.length = 0
    await expect(shopping(says('', { location: `${shop.url}/cxml` }, 307))).rejects.toThrow()
    expect(strange.received).toHaveLength(1)
    expect(shop.received).toEqual([])
  })
})

describe('an OrderRequest', () => {
  /** How the first attempt went. */
  async function ordering(answer: StrangeAnswer) {
    strange.answer = answer
    const emma = coupa.person('emma')
    const trip = await emma.shop()
    const { number } = await emma.returnCart(shop.cart(trip.buyerCookie, [{}]))
    await emma.submit(number)
    await coupa.person('mark').approve(number)
    return coupa.waitFor(() => {
      const [summary] = coupa.requisition(number).purchaseOrders
      const order = summary && coupa.purchaseOrder(summary.number)
      return order?.transmissions[0]?.attempts.length === 1 && order
    })
  }

  beforeAll(() =>
    coupa.company.update(({ punchoutSites: [site], suppliers: [supplier] }) => {
      Object.assign(site!, { url: `${shop.url}/cxml` })
      Object.assign(supplier!.cxml!, { url: strange.url })
    }),
  )

  it.each(taken)('is answered %s', async (_name, answer) => {
    expect((await ordering(answer)).transmissionStatus).toBe('sent_via_cxml')
  })

  it.each(refused)('has Coupa’s words after $name, and the trace says why', async told => {
    const order = await ordering(told.answer)
    const { status: sent, nextAttemptAt, attempts } = order.transmissions[0]!
    const [attempt] = attempts
    expect(attempt?.failure).toBe(told.order)
    expect(sent).toBe(told.retry === undefined ? 'transmission_failure' : 'scheduled_for_cxml')
    const wait = nextAttemptAt && nextAttemptAt.getTime() - attempt!.at.getTime()
    expect(wait && Math.round(wait / 60_000)).toBe(told.retry)
    expect(coupa.mails()[0]?.text).toContain(
      `When we tried to send purchase order #${order.number} to Brightstack Inc we received the following error: ${told.order}`,
    )
    const [exchange] = coupa.documents({ purchaseOrder: order.number })
    const { failure, found } = exchange!
    expect(failure).toBe(told.order)
    if (told.found !== undefined) expect(found).toMatch(told.found)
  })
})

it('a Status may say more than people read: it is cut', async () => {
  strange.answer = wrong({ status: `<Status code="400" text="x">${'no '.repeat(50_000)}</Status>` })
  await coupa.company.update(({ punchoutSites: [site] }) => Object.assign(site!, { url: strange.url }))
  const failure = await coupa
    .person('emma')
    .shop()
    .catch((error: Error) => error.message)
  expect(failure).toMatch(/^Punchout failed: Setup request failed: 400 no no/)
  expect(String(failure).length).toBeLessThan(2_100)
})

it('an answer that never ends is given up in time, and its connection with it', async () => {
  const time = manualTime(new Date('2026-03-02T17:00:00Z'))
  const company = shop.company()
  company.punchoutSites[0]!.url = strange.url
  const waiting = await startMockCoupa({ port: 0, company, clock: time.clock, timers: time.timers })
  try {
    const begun = Promise.withResolvers<Socket>()
    strange.answer = (answer, connection) => {
      answer.writeHead(200, plainly).write('<?xml version="1.0"?>', () => begun.resolve(connection))
    }
    const trip = waiting.person('emma').shop()
    const connection = await begun.promise
    const closed = new Promise(resolve => connection.once('close', resolve))
    time.advance(waiting.system.sending.setupPatience)
    await expect(trip).rejects.toThrow('Punchout failed: Connection to supplier timed out')
    await closed
  } finally {
    await waiting.close()
  }
})

it('no connection is left open by any of them', async () => {
  strange.answer = says(response())
  await coupa.company.update(({ punchoutSites: [site] }) => Object.assign(site!, { url: strange.url }))
  await coupa.person('emma').shop()
  // One that is kept for the next document.
  expect(await strange.connections()).toBeLessThanOrEqual(2)
})
