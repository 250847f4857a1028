import type { Buyer } from '../src/buyers/buyer.js'
import type { RequestDocument } from '../src/cxml/document.js'
import { parseCxml } from '../src/cxml/parse-cxml.js'
import { secret } from './start-test-supplier.js'

export const outgoingSecret = 'marker-outgoing-9a'

/** A buyer that takes documents at one URL, behind the `fetch` that is given to the supplier. */
export function takingBuyer() {
  const received: string[] = []
  const takes = (path: string) => ({
    url: `https://buyer.example/cxml/${path}`,
    sharedSecret: outgoingSecret,
  })
  const buyer: Buyer = {
    id: 'acme',
    name: 'Acme',
    credentials: [{ domain: 'NetworkID', identity: 'AN01' }],
    sharedSecrets: [secret],
    browserFormPostOrigins: ['https://buyer.example'],
    confirmations: takes('order_confirmation_request'),
    shipNotices: takes('ship_notice_request'),
    invoices: takes('invoices'),
    statusUpdates: takes('status_updates'),
  }
  return {
    buyer,
    received,
    fetch: async (_url: unknown, init?: { readonly body?: unknown }) => {
      received.push(String(init?.body))
      return new Response(
        '<cXML payloadID="a@b" timestamp="2026-01-15T10:00:00-08:00"><Response><Status code="200" text="OK"/></Response></cXML>',
      )
    },
    documents: () => received.map(xml => parseCxml(xml)),
    confirmations: () =>
      received
        .map(xml => parseCxml(xml))
        .filter((each): each is RequestDocument<'ConfirmationRequest'> => each.kind === 'ConfirmationRequest')
        .map(({ request }) => request.confirmationRequest),
  }
}
