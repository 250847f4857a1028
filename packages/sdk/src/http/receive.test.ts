import { describe, expect, it } from 'vitest'
import { requestXml, secret, setupXml, startTestSupplier } from '../../test/start-test-supplier.js'
import { memoryStore } from '../store/memory-store.js'

describe('a document on /cxml', () => {
  it('is answered in XML, over HTTP 200, with envelope and language', async () => {
    const answer = await startTestSupplier().post(setupXml())
    expect(answer).toMatchObject({ http: 200, code: '200' })
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=UTF-8')
    expect(answer.document).toMatchObject({
      payloadID: expect.stringMatching(/@market\.example$/),
      timestamp: expect.stringMatching(/[+-]\d\d:\d\d$/),
      xmlLang: 'en-US',
      warnings: [],
    })
  })

  it('of the kind ProfileRequest is answered with what we take, as often as it comes', async () => {
    const world = startTestSupplier()
    for (const _ of [1, 2]) {
      const { code, document } = await world.post(requestXml('<ProfileRequest/>', 'ping@buyer.example'))
      expect(code).toBe('200')
      expect(document).toMatchObject({
        kind: 'ProfileResponse',
        response: {
          profileResponse: {
            transactions: [
              'ProfileRequest',
              'PunchOutSetupRequest',
              'OrderRequest',
              'StatusUpdateRequest',
            ].map(requestName => ({ requestName, url: 'https://market.example/punchloop/cxml' })),
          },
        },
      })
    }
  })

  it.each(['TimeCardRequest', 'NoSuchRequest'])('of the kind %s is 450', async name => {
    const answer = await startTestSupplier().post(requestXml(`<${name}/>`))
    expect(answer).toMatchObject({ http: 200, code: '450' })
    expect(answer.reason).toContain(`Request/${name} is not supported; this supplier takes ProfileRequest, `)
  })

  it('of an unknown kind says nothing of what we take to a stranger', async () => {
    const stranger = requestXml('<TimeCardRequest/>').replace(secret, 'wrong')
    expect((await startTestSupplier().post(stranger)).code).toBe('401')
  })

  it('that is a Response or a Message is refused', async () => {
    const world = startTestSupplier()
    const response =
      '<cXML payloadID="1" timestamp="t"><Response><Status code="200" text="OK"/></Response></cXML>'
    expect(await world.post(response)).toMatchObject({
      code: '450',
      reason: expect.stringContaining('Response'),
    })
  })

  it('with two faults in it is refused for the first, with its place', async () => {
    const answer = await startTestSupplier().post('<cXML payloadID="1" timestamp="t">\n  <Header></cXML>')
    expect(answer).toMatchObject({ http: 200, code: '406' })
    expect(answer.reason).toMatch(/line 2/)
  })

  it('in the charset of Content-Type is read so', async () => {
    const world = startTestSupplier()
    const latin = Buffer.from(setupXml({ buyerCookie: 'café' }).replace('UTF-8', 'ISO-8859-1'), 'latin1')
    const answer = await world.post(latin, { 'Content-Type': 'application/xml; charset="ISO-8859-1"' })
    expect(answer.code).toBe('200')
    const disagreeing = await world.post(latin, { 'Content-Type': 'text/xml; charset=UTF-8' })
    expect(disagreeing).toMatchObject({ http: 200, code: '406' })
  })

  const xml = { 'Content-Type': 'text/xml' }
  it.each([
    { what: 'no body', body: '', headers: xml, http: 400, code: '400', reason: 'The request has no body' },
    {
      what: 'a form',
      body: 'a=b',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      http: 415,
      code: '406',
      reason: 'Content-Type must be text/xml or application/xml',
    },
    {
      what: 'a compressed body',
      body: 'x',
      headers: { ...xml, 'Content-Encoding': 'gzip' },
      http: 415,
      code: '406',
      reason: 'Content-Encoding is not supported',
    },
    {
      what: 'a MIME message that cannot be taken apart',
      body: 'x',
      headers: { 'Content-Type': 'multipart/related; boundary=x' },
      http: 200,
      code: '406',
      reason: 'The MIME message: no line of it is "--x", the boundary that Content-Type names',
    },
    {
      what: 'a MIME message whose first part is no document',
      body: '--x\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--x--',
      headers: { 'Content-Type': 'multipart/related; boundary=x' },
      http: 200,
      code: '406',
      reason: 'the root part\'s Content-Type is "application/pdf"',
    },
    {
      what: 'a MIME message over the limit',
      body: 'x'.repeat(2001),
      headers: { 'Content-Type': 'multipart/related; boundary=x' },
      http: 413,
      code: '499',
      reason: 'larger than 2000 bytes',
    },
    {
      what: 'a body over the limit',
      body: 'x'.repeat(2001),
      headers: xml,
      http: 413,
      code: '499',
      reason: 'larger than 2000 bytes',
    },
  ])('with $what is refused clearly', async ({ body, headers, http, code, reason }) => {
    const answer = await startTestSupplier({ maxBodyBytes: 2000 }).post(body, headers)
    expect(answer).toMatchObject({ http, code, reason: expect.stringContaining(reason) })
  })

  it('alone in a MIME message is read as if it had come alone', async () => {
    const body = `--x\r\nContent-Type: text/xml\r\n\r\n${setupXml()}\r\n--x--`
    const answer = await startTestSupplier().post(body, { 'Content-Type': 'multipart/related; boundary=x' })
    expect(answer).toMatchObject({ http: 200, code: '200' })
  })

  it.each(['PunchOutSetupRequest', 'ProfileRequest'])(
    'of the kind %s with attachments is 450: nobody would look at them',
    async kind => {
      const document = kind === 'ProfileRequest' ? requestXml('<ProfileRequest/>') : setupXml()
      const body = `--x\r\nContent-Type: text/xml\r\n\r\n${document}\r\n--x\r\n\r\nfile\r\n--x--`
      const answer = await startTestSupplier().post(body, { 'Content-Type': 'multipart/related; boundary=x' })
      expect(answer).toMatchObject({ http: 200, code: '450' })
      expect(answer.reason).toBe(
        `A ${kind} came with attachments; this supplier takes them with an OrderRequest only`,
      )
    },
  )

  it.each(['\ufffe', '\uffff', '\u0085', '\u202e'])(
    'is answered in XML also where headers hold %j',
    async odd => {
      const head = `Content-Type: text/xml\r\nContent-Transfer-Encoding: ${odd}`
      const body = Buffer.from(`--x\r\n${head}\r\n\r\n${setupXml()}\r\n--x--`)
      const answer = await startTestSupplier().post(body, { 'Content-Type': 'multipart/related; boundary=x' })
      expect(answer).toMatchObject({ http: 200, code: '406' })
      expect(answer.reason).toContain(`"\\u${odd.charCodeAt(0).toString(16).padStart(4, '0')}"; send 7bit`)
    },
  )

  it('over the limit is refused before it was read to the end', async () => {
    const { supplier } = startTestSupplier({ maxBodyBytes: 1000 })
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += 500
        controller.enqueue(new Uint8Array(500))
      },
    })
    const upload = { method: 'POST', body, duplex: 'half' }
    const response = await supplier.fetch(new Request(supplier.cxmlUrl, upload))
    expect(response.status).toBe(413)
    expect(sent).toBeLessThan(5000)
  })

  it('is taken by POST only', async () => {
    const { browse } = startTestSupplier()
    const answer = await browse('/punchloop/cxml')
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('POST')
    expect((await browse('/punchloop/nothing')).status).toBe(404)
    expect((await browse('/elsewhere')).status).toBe(404)
  })

  it('with two Hosts is refused', async () => {
    const { supplier } = startTestSupplier()
    const headers = new Headers({ host: 'a, b' })
    const response = await supplier.fetch(
      new Request(supplier.cxmlUrl, { method: 'POST', body: 'x', headers }),
    )
    expect(response.status).toBe(400)
  })

  it('never meets a stack trace, also when our store fails', async () => {
    const world = startTestSupplier({
      store: { ...memoryStore(), transaction: async () => Promise.reject(new Error('disk is full')) },
    })
    const answer = await world.post(setupXml())
    expect(answer).toMatchObject({ http: 200, code: '500' })
    expect(answer.xml).not.toMatch(/disk| at .*:\d/)
    expect(world.log).toContainEqual(
      expect.objectContaining({
        level: 'error',
        event: 'document refused',
        message: 'disk is full',
        buyerId: 'acme',
      }),
    )
  })

  it('is logged with who, what and why, and without what it says', async () => {
    const world = startTestSupplier()
    await world.post(setupXml({ payloadID: 'x\u009b@b', post: 'https://evil.example/' }))
    expect(world.log).toEqual([
      expect.objectContaining({
        level: 'warn',
        event: 'document refused',
        kind: 'PunchOutSetupRequest',
        payloadID: 'x\\u009b@b',
        buyerId: 'acme',
        status: '400',
        code: 'ERR_CXML_FIELD_INVALID',
      }),
    ])
  })
})

describe('somebody who tries', () => {
  it('is told of at the tenth refusal within ten minutes, by whichever way, and nobody is locked out', async () => {
    const world = startTestSupplier()
    const alarms = () => world.log.filter(({ event }) => event === 'many not recognised')
    const guess = () => world.post(setupXml({ secret: 'guess' }))
    for (let times = 0; times < 8; times++) await guess()
    const { supplier } = world
    await supplier.fetch(new Request(`${supplier.ociUrl}?USERNAME=globex&PASSWORD=guess`))
    expect(alarms()).toEqual([])
    await guess()
    expect(alarms()).toMatchObject([
      { level: 'error', message: expect.stringContaining('10 documents or calls') },
    ])
    expect((await world.post(setupXml())).code).toBe('200')
  })

  it('is nobody where refusals are few and far between', async () => {
    const world = startTestSupplier()
    for (let times = 0; times < 20; times++) {
      await world.post(setupXml({ secret: 'guess' }))
      world.advance(70_000)
    }
    expect(world.log.some(({ event }) => event === 'many not recognised')).toBe(false)
  })
})
