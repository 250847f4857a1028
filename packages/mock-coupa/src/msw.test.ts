import { serializeCxml } from '@punchloop/sdk/cxml'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { coupaHandlers } from './msw.js'

const server = setupServer()

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const url = 'https://acme.coupahost.example'

async function post(body: string): Promise<string> {
  const response = await fetch(`${url}/cxml/order_confirmation_request`, { method: 'POST', body })
  return response.text()
}

function confirmation(): string {
  const credential = { domain: 'NetworkID', identity: 'BRIGHTSTACK' }
  return serializeCxml({
    kind: 'ConfirmationRequest',
    payloadID: '1@supplier.example',
    timestamp: '2026-03-02T09:00:00+00:00',
    xmlLang: 'en-US',
    header: {
      from: { credentials: [credential] },
      to: { credentials: [{ domain: 'NetworkID', identity: 'ACME' }] },
      sender: { credentials: [{ ...credential, sharedSecret: 's' }], userAgent: 'test' },
    },
    request: {
      deploymentMode: 'production',
      confirmationRequest: {
        confirmationHeader: { type: 'accept', noticeDate: '2026-03-02T09:00:00+00:00' },
        orderReference: { orderID: '6001', documentReference: { payloadID: 'order' } },
      },
    },
  })
}

describe('the msw handlers', () => {
  it('take a confirmation and show it typed', async () => {
    const coupa = coupaHandlers({ url })
    server.use(...coupa)
    expect(await post(confirmation())).toContain('<Status code="200"')
    expect(coupa.received).toMatchObject([
      { document: { kind: 'ConfirmationRequest', payloadID: '1@supplier.example' } },
    ])
  })

  it('answer as they are told, in order', async () => {
    server.use(...coupaHandlers({ url, answers: [{ code: '500', text: 'Down' }, { code: '417' }] }))
    expect(await post(confirmation())).toContain('<Status code="500"')
    expect(await post(confirmation())).toContain('<Status code="417"')
    expect(await post(confirmation())).toContain('<Status code="200"')
  })

  it('refuse what is no cXML as Coupa would', async () => {
    const coupa = coupaHandlers({ url })
    server.use(...coupa)
    expect(await post('hello')).toContain('<Status code="406"')
    expect(coupa.received).toEqual([{ xml: 'hello' }])
  })
})
