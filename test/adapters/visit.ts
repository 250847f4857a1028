import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { decodeBrowserForm, parseCxml } from '@punchloop/sdk/cxml'

export const sharedSecret = 'of-the-examples'

let documents = 0

/** A setup request of the example's buyer, as text. Values are XML already. */
export function setupXml(values: {
  readonly buyerCookie: string
  readonly buyerOrigin: string
  readonly encoding?: string
}): string {
  documents += 1
  const buyer = '<Credential domain="NetworkID"><Identity>NORTHWIND</Identity>'
  return `<?xml version="1.0" encoding="${values.encoding ?? 'UTF-8'}"?>
<cXML xml:lang="en-US" payloadID="${documents}.${values.encoding ?? ''}@buyer.example" timestamp="${new Date().toISOString()}">
  <Header>
    <From>${buyer}</Credential></From>
    <To><Credential domain="NetworkID"><Identity>BRIGHTSTACK</Identity></Credential></To>
    <Sender>${buyer}<SharedSecret>${sharedSecret}</SharedSecret></Credential><UserAgent>Contract</UserAgent></Sender>
  </Header>
  <Request>
    <PunchOutSetupRequest operation="create">
      <BuyerCookie>${values.buyerCookie}</BuyerCookie>
      <BrowserFormPost><URL>${values.buyerOrigin}/return</URL></BrowserFormPost>
    </PunchOutSetupRequest>
  </Request>
</cXML>`
}

/** POSTs bytes to `/cxml`, in as many writes as there are pieces: more than one travel in chunks. */
export function postDocument(
  origin: string,
  pieces: readonly Uint8Array[],
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const length = pieces.length === 1 ? { 'Content-Length': String(pieces[0]?.length) } : {}
    const outgoing = httpRequest(`${origin}/punchloop/cxml`, {
      method: 'POST',
      agent: new Agent({ keepAlive: false }),
      headers: { 'Content-Type': 'text/xml', ...length, ...headers },
    })
    outgoing.on('error', reject)
    outgoing.on('response', answer => {
      textOf(answer).then(text => resolve({ status: answer.statusCode ?? 0, text }), reject)
    })
    outgoing.setNoDelay(true)
    outgoing.flushHeaders()
    const write = (index: number): void => {
      const piece = pieces[index]
      if (piece === undefined) return void outgoing.end()
      outgoing.write(piece, () => setImmediate(write, index + 1))
    }
    write(0)
  })
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of answer.setEncoding('utf8')) text += chunk
  return text
}

/** The StartPage of an answer to a setup request. */
export function startPageOf(xml: string): string {
  const document = parseCxml(xml)
  if (document.kind !== 'PunchOutSetupResponse') throw new Error(`Not a PunchOutSetupResponse: ${xml}`)
  return document.response.punchOutSetupResponse.startPage.url
}

/** Enters by the StartPage as its own form would: where it leads, and the cookies it sets. */
export async function enter(startPage: string): Promise<{ location: string; cookies: string[] }> {
  const response = await fetch(startPage, { method: 'POST', redirect: 'manual' })
  await response.arrayBuffer()
  return { location: response.headers.get('location') ?? '', cookies: response.headers.getSetCookie() }
}

/** Enters, and has the one session cookie that a browser would send. */
export async function openSession(startPage: string): Promise<string> {
  const { cookies } = await enter(startPage)
  return cookies.map(line => line.split(';')[0]).join('; ')
}

/** Presses "Request approval" and reads what the browser would post to the buyer. */
export async function requestApproval(origin: string, cookie: string) {
  const response = await fetch(`${origin}/request-approval`, {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(),
  })
  const page = await response.text()
  const [, name = '', value = ''] = /<input type="hidden" name="([^"]*)" value="([^"]*)">/.exec(page) ?? []
  const text = value.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
  const document = name === '' ? undefined : parseCxml(decodeBrowserForm([[name, text]]))
  return { status: response.status, headers: response.headers, fields: { [name]: text }, document }
}

/** These very bytes on one connection, and everything that came back until the other side was done or `enough` of it came. */
export function sendRaw(
  origin: string,
  text: string,
  enough: (received: string) => boolean,
): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text))
    let received = ''
    const done = () => {
      socket.destroy()
      resolve(received)
    }
    socket.on('data', chunk => {
      received += chunk
      if (enough(received)) done()
    })
    socket.on('end', done)
    socket.on('error', reject)
  })
}
