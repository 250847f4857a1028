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
async function order(until = 'delivered') {
  const emma = ariba.buyer.person('emma')
  const trip = await emma.shop()
  const { number } = await emma.returnCart(supplier.cart(trip.buyerCookie, [{ quantity: '2' }]))
  await emma.submit(number)
  await ariba.buyer.person('mark').approve(number)
  const issued = await ariba.buyer.waitForOrder({ requisition: number })
  await ariba.network.waitFor(() => ariba.network.transmissions().some(({ status }) => status === until))
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

/** What the order's history has of its way through the network. */
function statusOf(number: string) {
  return ariba.buyer.purchaseOrder(number).history.find(({ text }) => text.startsWith('Status '))
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

  it('says in its history that it has arrived, and by whose word', async () => {
    const { number } = await order()
    const said = await ariba.buyer.waitFor(() => statusOf(number))
    expect(said).toMatchObject({ by: 'AN01000000087', text: 'Status 200 Forwarded to supplier' })
    expect(ariba.buyer.purchaseOrder(number).transmissionStatus).toBe('sent_via_cxml')
  })

  it('is a failed transmission where the network could not place it, to be sent again', async () => {
    supplier.orderAnswers.push({ code: '406', text: 'no such part' })
    const { number } = await order('failed')
    const said = await ariba.buyer.waitFor(() => statusOf(number))
    expect(said).toMatchObject({ by: 'AN01000000087', text: 'Status 406 no such part' })
    expect(ariba.buyer.purchaseOrder(number).transmissionStatus).toBe('transmission_failure')
    expect(ariba.buyer.mails().map(({ subject }) => subject)).toContain(
      `cXML Failure (Failed to send PO #${number})`,
    )
    ariba.buyer.application.resend('ada', number)
    await ariba.buyer.waitFor(() => ariba.buyer.purchaseOrder(number).transmissionStatus === 'sent_via_cxml')
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
