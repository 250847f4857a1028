import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Company, northwindInstruments, type SeedSupplier } from '@punchloop/mock-coupa'
import { type CxmlDocument, encodeBrowserForm, parseCxml, serializeCxml } from '@punchloop/sdk/cxml'
import { postDocument } from './post-document.js'

/** One line of a cart, as a test says it. */
export interface FakeLine {
  readonly part?: string
  readonly aux?: string
  readonly quantity?: string
  readonly unitPrice?: string
  readonly currency?: string
  readonly description?: string
  readonly uom?: string
  readonly unspsc?: string
}

/** How an order is answered: a cXML Status, bytes of the test's own, or nothing at all. */
export type OrderAnswer =
  | { readonly code: string; readonly text?: string }
  | { readonly httpStatus: number; readonly body: string }
  | 'hang up'
  | 'never'

/** A supplier of a few lines, on a real port. It uses the SDK's documents and nothing else of it. */
export interface FakeSupplier {
  readonly url: string
  /** Every cXML document that came in. */
  readonly received: CxmlDocument[]
  /** HTTP headers of the latest document of a kind. */
  headersOf(kind: CxmlDocument['kind']): IncomingHttpHeaders
  /** How the next orders are answered, in order; afterwards 200. */
  readonly orderAnswers: OrderAnswer[]
  /** Replaces the answer to setup requests. */
  setupAnswer: { readonly httpStatus: number; readonly body: string } | undefined
  /** Answers Open Buy by operation. */
  openBuy: (operation: string, body: Record<string, unknown>) => Promise<{ status: number; json: unknown }>
  /** The seeded company, with this supplier as its marketplace. */
  company(seed?: Partial<SeedSupplier>): Company
  /** The form fields that bring a cart back. */
  cart(
    buyerCookie: string,
    lines: readonly FakeLine[],
    encoding?: Parameters<typeof encodeBrowserForm>[1],
  ): Record<string, string>
  close(): Promise<void>
}

export async function startFakeSupplier(): Promise<FakeSupplier> {
  const received: CxmlDocument[] = []
  const headers = new Map<CxmlDocument['kind'], IncomingHttpHeaders>()
  const orderAnswers: OrderAnswer[] = []
  const server = createServer(async (request, response) => {
    const body = await readBody(request)
    const path = request.url ?? ''
    const openBuy = /^\/open-buy\/(\w+)/.exec(path)?.[1]
    if (openBuy !== undefined) {
      const { status, json } = await supplier.openBuy(openBuy, JSON.parse(body))
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
      return
    }
    const document = parseCxml(body)
    received.push(document)
    headers.set(document.kind, request.headers)
    const answer =
      document.kind === 'PunchOutSetupRequest' ? setup() : (orderAnswers.shift() ?? { code: '200' })
    if (answer === 'never') return
    if (answer === 'hang up') {
      request.socket.destroy()
      return
    }
    const { httpStatus, body: text } =
      'code' in answer ? { httpStatus: 200, body: status(answer.code, answer.text) } : answer
    response.writeHead(httpStatus, { 'content-type': 'text/xml; charset=UTF-8' }).end(text)
  })
  const setup = () =>
    supplier.setupAnswer ?? { httpStatus: 200, body: setupResponse(`${url}/start/one-time-4711`) }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const supplier: FakeSupplier = {
    url,
    received,
    headersOf: kind => headers.get(kind) ?? {},
    orderAnswers,
    setupAnswer: undefined,
    openBuy: async operation => ({
      status: 200,
      json: operation === 'authentication' ? { token: 't0ken' } : openBuyResults,
    }),
    company: seed =>
      northwindInstruments({
        ...seed,
        cxmlUrl: `${url}/cxml`,
        openBuyUrl: `${url}/open-buy`,
        sharedSecret: 'marker-secret-out',
        inboundSecret: 'marker-secret-in',
        openBuyCredentials: 'marker-open-buy',
      }),
    cart(buyerCookie, lines, encoding = 'cxml-base64') {
      const { name, value } = encodeBrowserForm(cartDocument(buyerCookie, lines), encoding)
      return { [name]: value }
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return supplier
}

const openBuyResults = {
  count: 1,
  total_count: 1,
  results: [
    { source_part_num: 'SUITE-1', name: 'Acme Suite', unit_price: '49.90', currency: 'USD', uom: 'EA' },
  ],
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const envelope = { payloadID: '1@supplier.example', timestamp: '2026-03-02T09:00:00+00:00', xmlLang: 'en-US' }

function status(code: string, text = ''): string {
  return serializeCxml({
    kind: 'Response',
    ...envelope,
    response: { status: { code, text: 'Status', value: text } },
  })
}

function setupResponse(url: string): string {
  return serializeCxml({
    kind: 'PunchOutSetupResponse',
    ...envelope,
    response: {
      status: { code: '200', text: 'OK', value: '' },
      punchOutSetupResponse: { startPage: { url } },
    },
  })
}

/** The cart as a document, for tests that spoil it before they send it. */
export function cartDocument(buyerCookie: string, lines: readonly FakeLine[]): string {
  const credential = { domain: 'NetworkID', identity: 'BRIGHTSTACK' }
  return serializeCxml({
    kind: 'PunchOutOrderMessage',
    ...envelope,
    header: {
      from: { credentials: [credential] },
      to: { credentials: [{ domain: 'NetworkID', identity: 'NORTHWIND' }] },
      sender: { credentials: [credential], userAgent: 'Fake' },
    },
    message: {
      deploymentMode: 'production',
      punchOutOrderMessage: {
        buyerCookie,
        punchOutOrderMessageHeader: {
          operationAllowed: 'edit',
          total: { money: { currency: 'USD', amount: '1.00' } },
        },
        itemIns: lines.map(line => ({
          quantity: line.quantity ?? '1',
          itemID: {
            supplierPartID: line.part ?? 'SUITE-1',
            supplierPartAuxiliaryID: line.aux ?? 'quote-1.1',
          },
          itemDetail: {
            unitPrice: { money: { currency: line.currency ?? 'USD', amount: line.unitPrice ?? '49.90' } },
            descriptions: [{ xmlLang: 'en', value: line.description ?? 'Acme Suite' }],
            unitOfMeasure: line.uom ?? 'EA',
            classifications: [{ domain: 'UNSPSC', value: line.unspsc ?? '43232701' }],
          },
        })),
      },
    },
  })
}

/** A ConfirmationRequest, as a test says it. */
export interface FakeConfirmation {
  readonly payloadID?: string
  readonly secret?: string
  readonly type?:
    | 'accept'
    | 'allDetail'
    | 'detail'
    | 'backordered'
    | 'except'
    | 'reject'
    | 'requestToPay'
    | 'replace'
  readonly items?: readonly {
    readonly lineNumber: string
    readonly quantity: string
    readonly confirmed?: string
    /** `accept` by default. */
    readonly status?: 'accept' | 'reject' | 'detail' | 'backordered'
    readonly deliveryDate?: string
    readonly unitPrice?: string
  }[]
  readonly comment?: string
  /** Who confirms. Default: the seeded marketplace. */
  readonly as?: { readonly domain: string; readonly identity: string }
}

/** Sends a ConfirmationRequest and returns the Status of the answer. */
export async function confirm(
  coupaUrl: string,
  order: { readonly number: string; readonly payloadID: string },
  change: FakeConfirmation = {},
): Promise<{ readonly httpStatus: number; readonly code: string; readonly text: string }> {
  const { httpStatus, code, text } = await postDocument(
    `${coupaUrl}/cxml/order_confirmation_request`,
    confirmationXml(order, change),
  )
  return { httpStatus, code, text }
}

export function confirmationXml(
  order: { readonly number: string; readonly payloadID: string },
  change: FakeConfirmation = {},
): string {
  const sender = change.as ?? { domain: 'NetworkID', identity: 'BRIGHTSTACK' }
  return serializeCxml({
    kind: 'ConfirmationRequest',
    ...envelope,
    payloadID: change.payloadID ?? `confirm-${order.number}@supplier.example`,
    header: {
      from: { credentials: [sender] },
      to: { credentials: [{ domain: 'NetworkID', identity: 'NORTHWIND' }] },
      sender: {
        credentials: [{ ...sender, sharedSecret: change.secret ?? 'marker-secret-in' }],
        userAgent: 'Fake',
      },
    },
    request: {
      deploymentMode: 'production',
      confirmationRequest: {
        confirmationHeader: {
          type: change.type ?? 'accept',
          operation: 'new',
          noticeDate: '2026-03-02T10:00:00+00:00',
          confirmID: 'C-1',
          ...(change.comment === undefined ? {} : { comments: [{ xmlLang: 'en', value: change.comment }] }),
        },
        orderReference: { orderID: order.number, documentReference: { payloadID: order.payloadID } },
        confirmationItems: (change.items ?? []).map(item => ({
          lineNumber: item.lineNumber,
          quantity: item.quantity,
          unitOfMeasure: 'EA',
          confirmationStatuses: [
            {
              quantity: item.confirmed ?? item.quantity,
              type: item.status ?? 'accept',
              unitOfMeasure: 'EA',
              ...(item.deliveryDate === undefined ? {} : { deliveryDate: item.deliveryDate }),
              ...(item.unitPrice === undefined
                ? {}
                : { unitPrice: { money: { currency: 'USD', amount: item.unitPrice } } }),
            },
          ],
        })),
      },
    },
  })
}
