import { type MockAriba, startMockAriba } from '@punchloop/mock-coupa'
import { parseCxml } from '@punchloop/sdk/cxml'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { invoiceXml } from '../support/invoicing.js'
import { shipNoticeDocument } from '../support/ship-notice.js'

const secret = 'marker-between-supplier-and-network'

let supplier: FakeSupplier
let ariba: MockAriba

beforeEach(async () => {
  supplier = await startFakeSupplier()
  ariba = await startMockAriba({
    port: 0,
    networkPort: 0,
    supplier: {
      punchoutUrl: `${supplier.url}/cxml`,
      orderUrl: `${supplier.url}/cxml`,
      sharedSecret: secret,
      credentials: [{ domain: 'NetworkID', identity: 'BRIGHTSTACK' }],
    },
    rules: { requireShipNoticeBeforeInvoice: true },
  })
})
afterEach(async () => {
  await ariba.close()
  await supplier.close()
})

/** What Emma has bought and Mark approved, once the supplier has it. */
async function order() {
  const emma = ariba.buyer.person('emma')
  const trip = await emma.shop()
  const { number } = await emma.returnCart(supplier.cart(trip.buyerCookie, [{ quantity: '2' }]))
  await emma.submit(number)
  await ariba.buyer.person('mark').approve(number)
  const issued = await ariba.buyer.waitForOrder({ requisition: number })
  await ariba.network.waitFor(() =>
    ariba.network.transmissions().some(({ status }) => status === 'delivered'),
  )
  return issued
}

/** As the supplier sends it: in the name that it signs with, to the buyer's ANID. */
async function send(xml: string): Promise<string | undefined> {
  const body = xml.replaceAll('NORTHWIND', 'AN01000000001').replaceAll('marker-secret-in', secret)
  const headers = { 'content-type': 'text/xml; charset=UTF-8' }
  const response = await fetch(ariba.network.transactionUrl, { method: 'POST', headers, body })
  const answer = parseCxml(await response.text())
  return 'response' in answer ? answer.response?.status.code : undefined
}

function delivered(kind: string) {
  return ariba.network.waitFor(() =>
    ariba.network.transmissions().find(document => document.kind === kind && document.status !== 'queued'),
  )
}

describe('an order of SAP Ariba, through the network', () => {
  it('reaches the supplier with its own secret and the buyer as From', async () => {
    const { number } = await order()
    const got = supplier.received.find(document => document.kind === 'OrderRequest')
    expect(got).toMatchObject({
      header: {
        from: { credentials: [{ identity: 'AN01000000001' }] },
        to: { credentials: [{ identity: 'AN01000000002' }, { identity: 'BRIGHTSTACK' }] },
        sender: { credentials: [{ identity: 'AN01000000087', sharedSecret: secret }] },
      },
      request: { deploymentMode: 'production', orderRequest: { orderRequestHeader: { orderID: number } } },
    })
  })

  it('is shipped and invoiced through the network, in the order that the buyer asks for', async () => {
    const { number } = await order()
    const invoice = invoiceXml({ orderID: number, lines: [{ quantity: '2' }] })
    expect(await send(invoice)).toBe('412')
    const notice = shipNoticeDocument({ order: number, items: [{ lineNumber: '1', quantity: '2' }] })
    expect(await send(notice)).toBe('201')
    expect(await delivered('ShipNoticeRequest')).toMatchObject({ status: 'delivered' })
    expect(await send(invoice)).toBe('201')
    expect(await delivered('InvoiceDetailRequest')).toMatchObject({ status: 'delivered' })
    expect(await ariba.buyer.person('ada').invoices()).toMatchObject([
      { supplier: { name: 'Brightstack Inc' } },
    ])
    expect(ariba.buyer.documents({ kind: 'ShipNoticeRequest' })).toMatchObject([{ from: 'Brightstack Inc' }])
    const seen = JSON.stringify([ariba.buyer.documents(), ariba.network.documents()])
    expect(seen).not.toContain(secret)
  })
})
