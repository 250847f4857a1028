import { decodeBrowserForm } from '../src/cxml/browser-form.js'
import type { CxmlDocument } from '../src/cxml/document.js'
import { parseCxml } from '../src/cxml/parse-cxml.js'
import type { LogEntry } from '../src/log-entry.js'
import type { SupplierOptions } from '../src/options.js'
import type { Cart } from '../src/punchout/cart.js'
import { memoryStore } from '../src/store/memory-store.js'
import { createSupplier, type Supplier } from '../src/supplier.js'

export const secret = 'marker-secret-5f3a'
export const openBuyCredentials = 'marker-open-buy-77c1'

export const cart: Cart = {
  currency: 'USD',
  lines: [
    {
      supplierPartID: 'SKU-1',
      description: 'Plan, yearly & renewing',
      shortName: 'Plan',
      quantity: '3',
      unitPrice: '19.99',
      unitOfMeasure: 'EA',
      unspsc: '43232701',
    },
    {
      supplierPartID: 'SKU-2',
      description: 'Support hours',
      quantity: '1.5',
      unitPrice: '0.10',
      unitOfMeasure: 'HUR',
      unspsc: '81112200',
      manufacturerName: 'Maker',
      url: 'https://market.example/products/SKU-2?a=1&b=2',
      extrinsics: [{ name: 'LineType', value: 'Quantity' }],
    },
  ],
}

export interface TestSupplier {
  readonly supplier: Supplier
  readonly log: LogEntry[]
  readonly fulfilled: string[]
  /** Moves the clock on. */
  advance(milliseconds: number): void
  /** POSTs a document to `/cxml` and reads the answer. */
  post(xml: string | Uint8Array, headers?: Record<string, string>): Promise<CxmlAnswer>
  /** Sets up a session and opens its StartPage like a browser. */
  openSession(setup?: Setup): Promise<{ cookie: string; location: string; startPage: string }>
  /** The request of a browser with that cookie. */
  browse(path: string, options?: { method?: string; cookie?: string }): Promise<Response>
}

export interface CxmlAnswer {
  readonly http: number
  readonly headers: Headers
  readonly xml: string
  readonly document: CxmlDocument
  readonly code: string
  /** The text of `Status`. */
  readonly reason: string
}

/** A supplier with two buyers, a clock that stands still and everything in memory. */
export function startTestSupplier(change: Partial<SupplierOptions> = {}): TestSupplier {
  let now = Date.parse('2026-01-15T10:00:00Z')
  let drawn = 0
  const log: LogEntry[] = []
  const fulfilled: string[] = []
  const supplier = createSupplier({
    origin: 'https://market.example',
    credentials: [{ domain: 'NetworkID', identity: 'SUPPLIER' }],
    buyers: [
      {
        id: 'acme',
        name: 'Acme',
        credentials: [{ domain: 'NetworkID', identity: 'AN01' }],
        sharedSecrets: [secret],
        browserFormPostOrigins: ['https://buyer.example'],
        openBuy: { credentials: openBuyCredentials },
      },
      {
        id: 'globex',
        name: 'Globex',
        credentials: [{ domain: 'NetworkID', identity: 'AN02' }],
        sharedSecrets: ['globex-secret'],
        browserFormPostOrigins: ['https://globex.example'],
        formEncoding: 'cxml-urlencoded',
      },
    ],
    store: memoryStore(),
    openShop: session => (session.selectedItem ? `/products/${session.selectedItem.supplierPartID}` : '/'),
    fulfil: async ({ line, idempotencyKey }) => {
      fulfilled.push(line.supplierPartID)
      return { reference: idempotencyKey }
    },
    clock: () => new Date(now),
    randomBytes: length => {
      drawn += 1
      return Uint8Array.from({ length }, (_, index) => (drawn * 31 + index * 7 + (drawn >> 8)) % 256)
    },
    log: entry => log.push(entry),
    ...change,
  })
  const post: TestSupplier['post'] = async (xml, headers = { 'Content-Type': 'text/xml; charset=UTF-8' }) => {
    const body = typeof xml === 'string' ? xml : new Uint8Array(xml)
    const response = await supplier.fetch(new Request(supplier.cxmlUrl, { method: 'POST', body, headers }))
    const text = await response.text()
    const document = parseCxml(text)
    if (!('response' in document) || document.response === undefined) throw new Error(`no Response: ${text}`)
    const { code, value } = document.response.status
    return { http: response.status, headers: response.headers, xml: text, document, code, reason: value }
  }
  const browse: TestSupplier['browse'] = (path, { method = 'GET', cookie } = {}) =>
    supplier.fetch(
      new Request(new URL(path, 'https://market.example'), { method, headers: cookie ? { cookie } : {} }),
    )
  return {
    supplier,
    log,
    fulfilled,
    advance: milliseconds => {
      now += milliseconds
    },
    post,
    browse,
    openSession: async (setup = {}) => {
      const startPage = startPageOf(await post(setupXml(setup)))
      const response = await browse(startPage, { method: 'POST' })
      const [cookie = ''] = (response.headers.getSetCookie()[0] ?? '').split(';')
      return { cookie, location: response.headers.get('location') ?? '', startPage }
    },
  }
}

export function startPageOf(answer: CxmlAnswer): string {
  if (answer.document.kind !== 'PunchOutSetupResponse') throw new Error(`no StartPage: ${answer.xml}`)
  return answer.document.response.punchOutSetupResponse.startPage.url
}

export interface Setup {
  readonly payloadID?: string
  readonly timestamp?: string
  readonly secret?: string
  readonly identity?: string
  readonly buyerCookie?: string
  readonly post?: string
  readonly operation?: string
  readonly deploymentMode?: string
  /** XML after BrowserFormPost: Contact, SelectedItem, ItemOut. */
  readonly more?: string
  readonly extrinsics?: string
}

let documents = 0

/** A setup request in the shape of Coupa's. Values are XML already. */
export function setupXml(setup: Setup = {}): string {
  documents += 1
  const {
    payloadID = `${documents}.1@buyer.example`,
    timestamp = '2026-01-15T02:00:00-08:00',
    identity = 'AN01',
    buyerCookie = 'c00kie',
    post = 'https://buyer.example/punchout/checkout?id=4',
    operation = 'create',
    deploymentMode,
    more = '',
    extrinsics = '<Extrinsic name="UniqueName">ereyes</Extrinsic><Extrinsic name="UserEmail">emma@buyer.example</Extrinsic>',
  } = setup
  const mode = deploymentMode === undefined ? '' : ` deploymentMode="${deploymentMode}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
<cXML xml:lang="en-US" payloadID="${payloadID}" timestamp="${timestamp}">
  <Header>
    <From><Credential domain="NetworkID"><Identity>${identity}</Identity></Credential></From>
    <To><Credential domain="NetworkID"><Identity>SUPPLIER</Identity></Credential></To>
    <Sender>
      <Credential domain="NetworkID"><Identity>${identity}</Identity><SharedSecret>${setup.secret ?? secret}</SharedSecret></Credential>
      <UserAgent>Buyer 1.0</UserAgent>
    </Sender>
  </Header>
  <Request${mode}>
    <PunchOutSetupRequest operation="${operation}">
      <BuyerCookie>${buyerCookie}</BuyerCookie>${extrinsics}
      <BrowserFormPost><URL>${post}</URL></BrowserFormPost>${more}
    </PunchOutSetupRequest>
  </Request>
</cXML>`
}

/** A Request with any payload, from the first buyer. */
export function requestXml(payload: string, payloadID = 'r.1@buyer.example'): string {
  return setupXml({ payloadID }).replace(/<PunchOutSetupRequest[\s\S]*<\/PunchOutSetupRequest>/, payload)
}

/** What the browser would send to the buyer: the hidden field of a return page, and the document in it. */
export async function returned(response: Response): Promise<{
  readonly html: string
  readonly action: string
  readonly field: { readonly name: string; readonly value: string }
  readonly xml: string
  readonly document: CxmlDocument
}> {
  const page = await response.text()
  const action = unescapeHtml(/<form [^>]*action="([^"]*)"/.exec(page)?.[1] ?? '')
  const [, name = '', value = ''] = /<input type="hidden" name="([^"]*)" value="([^"]*)">/.exec(page) ?? []
  const field = { name: unescapeHtml(name), value: unescapeHtml(value) }
  const bytes = decodeBrowserForm([[field.name, field.value]])
  return { html: page, action, field, xml: Buffer.from(bytes).toString('utf8'), document: parseCxml(bytes) }
}

function unescapeHtml(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
}
