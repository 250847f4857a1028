import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MockCoupa, type PunchoutSite, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { signIn, type Visitor } from '../support/visitor.js'

let supplier: FakeSupplier
let coupa: MockCoupa
let ada: Visitor

beforeEach(async () => {
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({ port: 0, company: supplier.company() })
  ada = await signIn(coupa.url, 'ada')
})

afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

const site = () => coupa.company.current.punchoutSites[0]!

function change(mend: (site: PunchoutSite) => void) {
  return coupa.company.update(company => mend(company.punchoutSites[0]!))
}

const fields = () => ({
  name: 'Brightstack Marketplace',
  supplier: '1',
  url: `${supplier.url}/cxml`,
  domain: 'NetworkID',
  identity: 'BRIGHTSTACK',
  senderDomain: 'NetworkID',
  senderIdentity: 'NORTHWIND',
  active: 'on',
})

/** A file and fields as a browser sends them. */
async function upload(file: Uint8Array, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ csrf: await ada.csrf(), ...fields(), ...more })) {
    form.set(name, value)
  }
  form.set('file', new File([Buffer.from(file)], 'logo.png', { type: 'image/png' }))
  const { name, value } = ada.cookie()
  return fetch(`${coupa.url}/setup/punchout-sites/1`, {
    method: 'POST',
    headers: { cookie: `${name}=${value}`, origin: coupa.url },
    body: form,
    redirect: 'manual',
  })
}

/** The setup request of a new trip. */
async function setupRequest() {
  await coupa.person('emma').shop()
  const document = supplier.received.at(-1)
  if (document?.kind !== 'PunchOutSetupRequest') throw new Error('no setup request')
  return document
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

describe('the settings of a punchout site', () => {
  it('are Coupa’s, all of them, and come back from the form as they were sent', async () => {
    const saved = await ada.post('/setup/punchout-sites/1', {
      ...fields(),
      description: 'Everything',
      relatedCommodities: 'Software, Cloud services',
      commodity: 'Software',
      contractId: '12',
      tags: 'saas, cloud',
      leadTimeDays: '14',
      sslVersion: 'TLSv1_2',
      disableCertVerify: 'on',
      supportsEdit: 'on',
      supportsInspect: 'on',
      sendsShipTo: 'on',
      'customFields[0].name': 'CostCenter',
      'customFields[0].value': '4711',
      'customFields[0].userField': 'cost-center',
    })
    expect(saved.status).toBe(303)
    expect(site()).toMatchObject({
      relatedCommodities: ['Software', 'Cloud services'],
      commodity: 'Software',
      contractId: 12,
      leadTimeDays: 14,
      sslVersion: 'TLSv1_2',
      disableCertVerify: true,
      supportsEdit: true,
      supportsInspect: true,
      customFields: [{ name: 'CostCenter', value: '4711', userField: 'cost-center' }],
    })
    const { html } = await ada.get('/setup/punchout-sites/1')
    expect(html).toMatch(/<option value="TLSv1_2" selected/)
    for (const value of [
      'Software, Cloud services',
      'CostCenter',
      '4711',
      'cost-center',
      '14',
      '12',
      'cxml',
    ]) {
      expect(html).toContain(`value="${value}"`)
    }
  })

  it.each([
    ['leadTimeDays', 'soon', 'must be a whole number'],
    ['contractId', '1.5', 'must be a whole number'],
    ['commodity', 'Gold', 'must be the name of a commodity'],
    ['relatedCommodities', 'Software, Gold', 'found &quot;Gold&quot;'],
    ['customFields[0].name', 'UserEmail', 'is sent by Coupa itself'],
    ['name', '', 'must not be empty'],
  ])('are refused where %s is “%s”, and nothing that was typed is lost', async (name, value, words) => {
    const answer = await ada.post('/setup/punchout-sites/1', {
      ...fields(),
      description: 'Typed',
      [name]: value,
    })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(words)
    expect(answer.html).toContain('value="Typed"')
    expect(site().description).not.toBe('Typed')
  })

  it('are read from a company.json that was written before there were so many', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'coupa-'))
    try {
      const company = supplier.company()
      for (const old of company.punchoutSites) {
        expect(Object.keys(old)).not.toContain('customFields')
      }
      await writeFile(join(folder, 'company.json'), JSON.stringify(company))
      const again = await startMockCoupa({ port: 0, dataDir: folder })
      await again.person('emma').shop()
      await again.close()
      expect(JSON.parse(await readFile(join(folder, 'company.json'), 'utf8'))).toEqual(company)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('the logo of a punchout site', () => {
  it('is uploaded, shown on the tile, kept by the next save, and removed', async () => {
    const home = async () => (await ada.get('/')).html
    expect(await home()).not.toContain('/punchout/sites/1/logo')
    expect((await upload(png)).status).toBe(303)
    expect(await home()).toMatch(
      /<img src="\/punchout\/sites\/1\/logo" alt="Brightstack Marketplace" width="150" height="50"/,
    )
    const { name, value } = ada.cookie()
    const headers = { cookie: `${name}=${value}` }
    const logo = await fetch(`${coupa.url}/punchout/sites/1/logo`, { headers })
    expect(logo.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await logo.arrayBuffer())).toEqual(png)
    const again = await fetch(`${coupa.url}/punchout/sites/1/logo`, {
      // Without a word of its own, fetch forbids an answer from a cache.
      headers: { ...headers, 'if-none-match': logo.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    })
    expect(again.status).toBe(304)
    await ada.post('/setup/punchout-sites/1', fields())
    expect(await home()).toContain('/punchout/sites/1/logo')
    await ada.post('/setup/punchout-sites/1', { ...fields(), removeLogo: 'on' })
    expect(await home()).not.toContain('/punchout/sites/1/logo')
    expect((await ada.get('/punchout/sites/1/logo')).status).toBe(404)
  })

  it('is a PNG or a JPG by its content, and small', async () => {
    for (const [file, words] of [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'must be a PNG or JPG picture'],
      [Buffer.concat([png, Buffer.alloc(120_000)]), 'must be smaller than 100 KB'],
    ] as const) {
      const refused = await upload(file)
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain(words)
    }
    expect(site().logo).toBeUndefined()
  })

  it('is not taken from a page of somebody else', async () => {
    const forged = await upload(png, { csrf: 'guessed' })
    expect(forged.status).toBe(403)
    expect(site().logo).toBeUndefined()
  })
})

describe('the setup request', () => {
  it('carries the site’s custom fields after Coupa’s own extrinsics, the person’s value first', async () => {
    await coupa.company.update(company => {
      company.people.find(({ login }) => login === 'emma')!.customFields = { 'cost-center': 'CC-9' }
      company.punchoutSites[0]!.customFields = [
        { name: 'CostCenter', value: '4711', userField: 'cost-center' },
        { name: 'Region', value: 'West', userField: 'region' },
        { name: 'Nothing', value: '', userField: 'region' },
      ]
    })
    const { extrinsics } = (await setupRequest()).request.punchOutSetupRequest
    expect(extrinsics.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'FirstName=Emma',
      'LastName=Reyes',
      'UniqueName=emma',
      'UserEmail=emma.reyes@northwind.example',
      'User=emma',
      'BusinessUnit=COUPA',
      'CostCenter=CC-9',
      'Region=West',
    ])
  })

  it('says the literal “none” where the site has no secret', async () => {
    await change(mended => {
      mended.secret = ''
    })
    const { header } = await setupRequest()
    expect(header).toMatchObject({ sender: { credentials: [{ sharedSecret: 'none' }] } })
  })

  it('has a BuyerCookie of 32 hexadecimal digits that is new each time', async () => {
    const cookies = new Set<string>()
    for (const _time of [1, 2, 3]) {
      const { buyerCookie } = (await setupRequest()).request.punchOutSetupRequest
      expect(buyerCookie).toMatch(/^[0-9a-f]{32}$/)
      cookies.add(buyerCookie)
    }
    expect(cookies.size).toBe(3)
  })

  it('carries ShipTo only for a site that is sent one', async () => {
    expect((await setupRequest()).request.punchOutSetupRequest.shipTo?.address?.addressID).toBe('HQ')
    await change(mended => {
      mended.sendsShipTo = false
    })
    expect((await setupRequest()).request.punchOutSetupRequest.shipTo).toBeUndefined()
  })
})

describe('a setup request that fails is told in Coupa’s words', () => {
  const failure = () => coupa.person('emma').shop()

  it.each([
    [
      'a web page',
      { httpStatus: 200, body: '<html><body>Welcome</body></html>' },
      'No status element in setup response',
    ],
    ['nothing at all', { httpStatus: 404, body: '' }, 'No status element in setup response'],
    [
      'a refusal',
      {
        httpStatus: 200,
        body: '<cXML payloadID="1" timestamp="2026-03-02T09:00:00+00:00"><Response><Status code="400" text="Bad Request">Login name is not available</Status></Response></cXML>',
      },
      'Setup request failed: 400 Login name is not available',
    ],
  ])('when the supplier answers %s', async (_what, answer, words) => {
    supplier.setupAnswer = answer
    await expect(failure()).rejects.toMatchObject({
      code: 'ERR_COUPA_PUNCHOUT_FAILED',
      message: `Punchout failed: ${words}`,
    })
  })

  it('when there is no such host', async () => {
    await change(mended => {
      mended.url = 'https://no-such-shop.invalid/cxml'
    })
    await expect(failure()).rejects.toThrow('Punchout failed: getaddrinfo: Name or service not known')
  })

  it('when the connection breaks, or speaks no TLS', async () => {
    const server = createServer(socket => {
      socket.once('data', first => {
        if (first[0] === 0x16) socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
        else socket.resetAndDestroy()
      })
      socket.on('error', () => {})
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    try {
      for (const [scheme, words] of [
        ['http', 'Connection reset by peer - SSL_connect'],
        [
          'https',
          'SSL_connect returned=1 errno=0 state=SSLv3 read server hello A: sslv3 alert handshake failure',
        ],
      ]) {
        await change(mended => {
          mended.url = `${scheme}://127.0.0.1:${port}/cxml`
        })
        await expect(failure()).rejects.toThrow(`Punchout failed: ${words}`)
      }
    } finally {
      server.close()
    }
  })
})
