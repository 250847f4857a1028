import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A supplier as somebody might have written it by hand years ago: node:http, strings for XML, nothing of the SDK.
 * It stands here to show that the mock takes any supplier that speaks cXML.
 */
export interface PlainShop {
  readonly cxmlUrl: string
  /** Numbers of the orders it has taken. */
  readonly orders: readonly string[]
  close(): Promise<void>
}

const credentials = {
  from: '<Credential domain="DUNS"><Identity>987654321</Identity></Credential>',
  to: '<Credential domain="NetworkID"><Identity>NORTHWIND</Identity></Credential>',
}

export async function startPlainShop(settings: { readonly sharedSecret: string }): Promise<PlainShop> {
  const orders: string[] = []
  const trips = new Map<string, { readonly cookie: string; readonly formPost: string }>()
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end())
  })
  const origin = await listen(server)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      const trip = trips.get(request.url?.split('/').at(-1) ?? '')
      response.writeHead(trip ? 200 : 404, { 'content-type': 'text/html' }).end(trip && cartPage(trip))
      return
    }
    const xml = await readBody(request)
    response.setHeader('content-type', 'text/xml; charset=UTF-8')
    response.end(answerDocument(xml))
  }

  function answerDocument(xml: string): string {
    if (textOf(xml, 'SharedSecret') !== settings.sharedSecret) return respond('401', 'Unauthorized')
    if (xml.includes('<PunchOutSetupRequest')) {
      const key = randomUUID()
      const formPost = resolveReferences(/<BrowserFormPost>\s*<URL>([^<]*)/.exec(xml)?.[1] ?? '')
      trips.set(key, { cookie: textOf(xml, 'BuyerCookie'), formPost })
      const startPage = `<PunchOutSetupResponse><StartPage><URL>${origin}/shop/${key}</URL></StartPage></PunchOutSetupResponse>`
      return respond('200', 'OK', startPage)
    }
    const number = /orderID="([^"]*)"/.exec(xml)?.[1]
    if (number === undefined) return respond('450', 'Not Implemented')
    orders.push(number)
    return respond('200', 'OK')
  }

  return {
    cxmlUrl: `${origin}/cxml`,
    orders,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function readBody(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8')
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

function textOf(xml: string, element: string): string {
  return resolveReferences(new RegExp(`<${element}>([^<]*)`).exec(xml)?.[1] ?? '')
}

function resolveReferences(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

function envelope(content: string): string {
  const doctype = '<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">'
  const attributes = `payloadID="${randomUUID()}@plain.example" timestamp="2026-03-02T09:00:00-05:00" xml:lang="en-US"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}\n<cXML ${attributes}>${content}</cXML>`
}

function respond(code: string, text: string, payload = ''): string {
  return envelope(`<Response><Status code="${code}" text="${text}"/>${payload}</Response>`)
}

/** The page whose form brings the cart back. */
function cartPage({ cookie, formPost }: { readonly cookie: string; readonly formPost: string }): string {
  const escapeHtml = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const cart = envelope(
    `<Header><From>${credentials.from}</From><To>${credentials.to}</To><Sender>${credentials.from}<UserAgent>plain</UserAgent></Sender></Header>` +
      `<Message><PunchOutOrderMessage><BuyerCookie>${cookie}</BuyerCookie>` +
      `<PunchOutOrderMessageHeader operationAllowed="create"><Total><Money currency="USD">120.00</Money></Total></PunchOutOrderMessageHeader>` +
      `<ItemIn quantity="12"><ItemID><SupplierPartID>SEAT-1</SupplierPartID></ItemID><ItemDetail>` +
      `<UnitPrice><Money currency="USD">10.00</Money></UnitPrice><Description xml:lang="en">Seat, one month</Description>` +
      `<UnitOfMeasure>MON</UnitOfMeasure><Classification domain="UNSPSC">43232701</Classification></ItemDetail></ItemIn>` +
      `</PunchOutOrderMessage></Message>`,
  )
  return `<form method="post" action="${escapeHtml(formPost)}"><input type="hidden" name="cXML-urlencoded" value="${escapeHtml(cart)}"><button>Return</button></form>`
}

/** What a browser reads from that page. */
export async function openCartPage(startPageUrl: string): Promise<Record<string, string>> {
  const html = await (await fetch(startPageUrl)).text()
  return Object.fromEntries(
    [...html.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      resolveReferences(value),
    ]),
  )
}
