import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type ManualTime,
  type MockAriba,
  type MockAribaOptions,
  manualTime,
  startMockAriba,
} from '@punchloop/mock-coupa'
import {
  type CxmlDraft,
  type Draft,
  parseCxml,
  type RequestDocument,
  serializeCxml,
} from '@punchloop/sdk/cxml'

/** What the parties know each other by. No document may carry one to where it does not belong. */
export const buyerSecret = 'marker-buyer-and-network'
export const supplierSecret = 'marker-supplier-and-network'

export const buyerId = 'AN01000000001-T'
export const supplierId = 'AN01000000002-T'

/** One HTTP request as it reached the supplier. */
export interface RawRequest {
  readonly contentType: string
  readonly body: Buffer
}

/** A supplier's server that keeps what it gets, byte for byte, and answers as it is told. */
export interface RawSupplier {
  readonly url: string
  readonly received: RawRequest[]
  /** In order; afterwards 200. */
  readonly answers: ('hang up' | 'never' | { readonly httpStatus: number; readonly body: string })[]
  close(): Promise<void>
}

export async function startRawSupplier(): Promise<RawSupplier> {
  const received: RawRequest[] = []
  const answers: RawSupplier['answers'] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    received.push({ contentType: request.headers['content-type'] ?? '', body })
    const answer = answers.shift() ?? {
      httpStatus: 200,
      body: body.includes('<PunchOutSetupRequest') ? startPage(url) : statusResponse('200'),
    }
    if (answer === 'never') return
    if (answer === 'hang up') {
      request.socket.destroy()
      return
    }
    response.writeHead(answer.httpStatus, { 'content-type': 'text/xml; charset=UTF-8' }).end(answer.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    received,
    answers,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const envelope = { payloadID: '1@supplier.example', timestamp: '2026-03-02T09:00:00+00:00', xmlLang: 'en-US' }

export function statusResponse(code: string, text = ''): string {
  return serializeCxml({
    kind: 'Response',
    ...envelope,
    response: { status: { code, text: 'Status', value: text } },
  })
}

function startPage(url: string): string {
  return serializeCxml({
    kind: 'PunchOutSetupResponse',
    ...envelope,
    response: {
      status: { code: '200', text: 'OK', value: '' },
      punchOutSetupResponse: { startPage: { url: `${url}/start/one-time-4711` } },
    },
  })
}

/** An Ariba at a time that stands still, with one supplier behind the network. */
export interface Trading {
  readonly ariba: MockAriba
  readonly supplier: RawSupplier
  readonly time: ManualTime
  /** Posts to the network and returns the Status of the answer, with the document. */
  send(
    document: CxmlDraft | string | Buffer,
    to?: { readonly url?: string; readonly contentType?: string },
  ): Promise<Sent>
  close(): Promise<void>
}

export interface Sent {
  readonly code: string
  readonly text: string
  readonly document: ReturnType<typeof parseCxml>
}

export async function startTrading(options: Partial<MockAribaOptions> = {}): Promise<Trading> {
  const supplier = await startRawSupplier()
  const time = manualTime(new Date('2026-03-02T17:00:00Z'))
  const ariba = await startMockAriba({
    port: 0,
    networkPort: 0,
    clock: time.clock,
    timers: time.timers,
    buyer: buyerId,
    buyerSecret,
    supplier: {
      punchoutUrl: `${supplier.url}/setup`,
      orderUrl: `${supplier.url}/orders`,
      sharedSecret: supplierSecret,
    },
    ...options,
  })
  return {
    ariba,
    supplier,
    time,
    async send(
      document,
      { url = ariba.network.transactionUrl, contentType = 'text/xml; charset=UTF-8' } = {},
    ) {
      const body =
        typeof document === 'string'
          ? document
          : Buffer.isBuffer(document)
            ? new Uint8Array(document)
            : serializeCxml(document)
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': contentType }, body })
      const answer = parseCxml(await response.text())
      if (!('response' in answer) || answer.response === undefined) throw new Error('no Response')
      return { code: answer.response.status.code, text: answer.response.status.value, document: answer }
    },
    async close() {
      await ariba.close()
      await supplier.close()
    },
  }
}

type RequestDraft = Draft<RequestDocument<'OrderRequest'>>

const parties = {
  buyer: { identity: buyerId, secret: buyerSecret },
  supplier: { identity: supplierId, secret: supplierSecret },
}

/** The header of a document from one party to the other. */
export function headerFrom(
  role: 'buyer' | 'supplier',
  change: { readonly secret?: string; readonly to?: string; readonly from?: string } = {},
): RequestDraft['header'] {
  const [own, other] =
    role === 'buyer' ? [parties.buyer, parties.supplier] : [parties.supplier, parties.buyer]
  const from = { domain: 'NetworkID', identity: change.from ?? own.identity }
  return {
    from: { credentials: [from] },
    to: { credentials: [{ domain: 'NetworkID', identity: change.to ?? other.identity }] },
    sender: {
      credentials: [
        { domain: 'NetworkID', identity: own.identity, sharedSecret: change.secret ?? own.secret },
      ],
      userAgent: 'Test',
    },
  }
}

/** A setup request as the buyer's system writes it. */
export function setupRequest(header = headerFrom('buyer'), payloadID = 'setup-1@buyer.example'): CxmlDraft {
  return {
    kind: 'PunchOutSetupRequest',
    ...envelope,
    payloadID,
    header,
    request: {
      deploymentMode: 'test',
      punchOutSetupRequest: {
        operation: 'create',
        buyerCookie: 'cookie-1',
        browserFormPost: { url: 'https://buyer.example/return' },
      },
    },
  }
}

export interface OrderedPart {
  readonly quantity?: string
  readonly unitPrice?: string
}

/** An order of one line. */
export function orderRequest(
  orderID: string,
  change: { readonly attachment?: string; readonly line?: OrderedPart; readonly payloadID?: string } = {},
): CxmlDraft {
  const { quantity = '2', unitPrice = '49.90' } = change.line ?? {}
  return {
    kind: 'OrderRequest',
    ...envelope,
    payloadID: change.payloadID ?? `order-${orderID}@buyer.example`,
    header: headerFrom('buyer'),
    request: {
      deploymentMode: 'test',
      orderRequest: {
        orderRequestHeader: {
          orderID,
          orderDate: '2026-03-02T09:00:00+00:00',
          type: 'new',
          orderType: 'regular',
          total: { money: { currency: 'USD', amount: '99.80' } },
          billTo: {
            address: { name: { xmlLang: 'en', value: 'Alder' } },
          },
          ...(change.attachment === undefined
            ? {}
            : {
                comments: [
                  { xmlLang: 'en', value: 'See the drawing', attachments: [{ url: change.attachment }] },
                ],
              }),
        },
        itemOuts: [
          {
            quantity,
            lineNumber: '1',
            itemID: { supplierPartID: 'SUITE-1' },
            itemDetail: {
              unitPrice: { money: { currency: 'USD', amount: unitPrice } },
              descriptions: [{ xmlLang: 'en', value: 'Acme Suite' }],
              unitOfMeasure: 'EA',
              classifications: [{ domain: 'UNSPSC', value: '43232701' }],
            },
          },
        ],
      },
    },
  }
}

export function confirmationRequest(
  orderID: string,
  change: {
    readonly payloadID?: string
    readonly line?: OrderedPart
    readonly header?: RequestDraft['header']
  } = {},
): CxmlDraft {
  const { quantity = '2', unitPrice } = change.line ?? {}
  return {
    kind: 'ConfirmationRequest',
    ...envelope,
    payloadID: change.payloadID ?? `confirm-${orderID}@supplier.example`,
    header: change.header ?? headerFrom('supplier'),
    request: {
      deploymentMode: 'test',
      confirmationRequest: {
        confirmationHeader: { type: 'detail', operation: 'new', noticeDate: '2026-03-02T10:00:00+00:00' },
        orderReference: { orderID, documentReference: { payloadID: `order-${orderID}@buyer.example` } },
        confirmationItems: [
          {
            lineNumber: '1',
            quantity,
            unitOfMeasure: 'EA',
            confirmationStatuses: [
              {
                quantity,
                type: unitPrice === undefined ? 'accept' : 'detail',
                unitOfMeasure: 'EA',
                ...(unitPrice === undefined
                  ? {}
                  : { unitPrice: { money: { currency: 'USD', amount: unitPrice } } }),
              },
            ],
          },
        ],
      },
    },
  }
}

export function statusUpdateRequest(payloadID: string, role: 'buyer' | 'supplier'): CxmlDraft {
  return {
    kind: 'StatusUpdateRequest',
    ...envelope,
    payloadID,
    header: headerFrom(role),
    request: {
      deploymentMode: 'test',
      statusUpdateRequest: {
        documentReference: { payloadID: 'order-1@buyer.example' },
        status: { code: '200', text: 'OK', xmlLang: 'en', value: 'processing' },
      },
    },
  }
}

export function getPendingRequest(
  role: 'buyer' | 'supplier',
  request: { readonly types: readonly string[]; readonly last?: string; readonly most?: string },
): CxmlDraft {
  return {
    kind: 'GetPendingRequest',
    ...envelope,
    payloadID: `pending-${request.last ?? ''}@test.example`,
    header: headerFrom(role),
    request: {
      deploymentMode: 'test',
      getPendingRequest: {
        messageTypes: [...request.types],
        ...(request.last === undefined ? {} : { lastReceivedTimestamp: request.last }),
        ...(request.most === undefined ? {} : { maxMessages: request.most }),
      },
    },
  }
}
