import {
  createSupplier,
  type PunchoutSession,
  type Store,
  type Supplier,
  type SupplierOptions,
} from '@punchloop/sdk'
import { parseCxml } from '@punchloop/sdk/cxml'
import { setupRequest } from '../documents.js'

const secret = 'not a secret'

/** A marketplace that knows the buyer of the benchmark's documents and provides whatever is ordered. */
export function openMarketplace(
  store: Store,
  fulfil: SupplierOptions['fulfil'] = async ({ idempotencyKey }) => ({ reference: idempotencyKey }),
): Supplier {
  return createSupplier({
    origin: 'https://supplier.example',
    credentials: [{ domain: 'DUNS', identity: '987654321' }],
    buyers: [
      {
        id: 'acme',
        name: 'Acme',
        credentials: [{ domain: 'DUNS', identity: '123456789' }],
        sharedSecrets: [secret],
        browserFormPostOrigins: ['https://acme.coupahost.example'],
      },
    ],
    store,
    openShop: () => '/',
    fulfil,
  })
}

export async function post(supplier: Supplier, xml: string): Promise<string> {
  const headers = { 'Content-Type': 'text/xml; charset=UTF-8' }
  const request = new Request(supplier.cxmlUrl, { method: 'POST', headers, body: xml })
  const answer = await (await supplier.fetch(request)).text()
  if (!answer.includes('code="200"')) throw new Error(`The benchmark's document was refused: ${answer}`)
  return answer
}

/** A shopper in the shop, by a setup request and its StartPage. */
async function openSession(supplier: Supplier, trip: string): Promise<PunchoutSession> {
  const setup = setupRequest().replace(/payloadID="[^"]*"/, `payloadID="${trip}.setup@acme.example"`)
  const answer = parseCxml(await post(supplier, setup))
  if (answer.kind !== 'PunchOutSetupResponse') throw new Error(`found ${answer.kind}, expected a StartPage`)
  const { url } = answer.response.punchOutSetupResponse.startPage
  const entered = await supplier.fetch(new Request(url, { method: 'POST' }))
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const session = await supplier.session(new Request('https://supplier.example/', { headers: { cookie } }))
  if (session === undefined) throw new Error('The StartPage opened no session')
  return session
}

/** Shops, returns a cart and gives the order that an honest buyer makes of it, as it comes over the wire. */
export async function returnAndOrder(supplier: Supplier, orderID: string, lines = 3): Promise<string> {
  const session = await openSession(supplier, orderID)
  const { request } = await supplier.returnCart(session, {
    currency: 'USD',
    lines: Array.from({ length: lines }, (_, index) => ({
      supplierPartID: `SKU-${index}`,
      description: 'Analytics, team plan, one seat for a year',
      quantity: '2',
      unitPrice: '19.99',
      unitOfMeasure: 'EA',
      unspsc: '43232306',
    })),
  })
  const items = request.lines.map(
    line => `<ItemOut quantity="${line.quantity}" lineNumber="${line.lineNumber}"><ItemID><SupplierPartID>${line.supplierPartID}</SupplierPartID><SupplierPartAuxiliaryID>${line.supplierPartAuxiliaryID}</SupplierPartAuxiliaryID></ItemID>
      <ItemDetail><UnitPrice><Money currency="USD">${line.unitPrice}</Money></UnitPrice><Description xml:lang="en">${line.description}</Description>
      <UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232306</Classification></ItemDetail></ItemOut>`,
  )
  const payload = `<OrderRequest><OrderRequestHeader orderID="${orderID}" orderDate="2026-01-15T10:00:00+00:00" type="new">
    <Total><Money currency="USD">${request.total}</Money></Total><BillTo><Address><Name xml:lang="en">Acme</Name></Address></BillTo></OrderRequestHeader>
    ${items.join('')}</OrderRequest>`
  return setupRequest()
    .replace(/payloadID="[^"]*"/, `payloadID="${orderID}@acme.example"`)
    .replace(/<PunchOutSetupRequest[\s\S]*<\/PunchOutSetupRequest>/, () => payload)
}
