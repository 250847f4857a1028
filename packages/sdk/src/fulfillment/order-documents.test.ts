import { describe, expect, it } from 'vitest'
import { orderXml, returnedRequest } from '../../test/order-xml.js'
import { startTestSupplier } from '../../test/start-test-supplier.js'
import { outgoingSecret, takingBuyer } from '../../test/taking-buyer.js'
import { validateCxml } from '../cxml/validation/validate-cxml.js'
import type { FulfilmentOutcome } from '../orders/order.js'

type TakingBuyer = ReturnType<typeof takingBuyer>

const shipNotices = ({ documents }: TakingBuyer) =>
  documents().flatMap(each => (each.kind === 'ShipNoticeRequest' ? each.request.shipNoticeRequest : []))

const invoices = ({ documents }: TakingBuyer) =>
  documents().filter(each => each.kind === 'InvoiceDetailRequest')

const key = { buyerId: 'acme', orderID: 'PO-1' }

async function startFulfilled(outcome: FulfilmentOutcome = { reference: 'S1' }) {
  const buyer = takingBuyer()
  const world = startTestSupplier({
    buyers: [buyer.buyer],
    fetch: buyer.fetch as typeof fetch,
    fulfil: async () => outcome,
  })
  const request = await returnedRequest(world)
  await world.post(orderXml(request, { payloadID: 'order-1@buyer.example' }))
  await world.supplier.deliver()
  return { buyer, supplier: world.supplier }
}

describe('goods that were sent off', () => {
  it('are announced by a ship notice for each line, after the confirmation', async () => {
    const { buyer } = await startFulfilled({
      reference: 'S1',
      shipment: {
        shippedAt: new Date('2026-01-16T08:00:00Z'),
        deliveryAt: new Date('2026-01-19T12:00:00Z'),
        parcel: { carrier: 'UPS', trackingNumber: '1Z999' },
      },
    })
    expect(shipNotices(buyer)).toMatchObject([
      {
        shipNoticeHeader: {
          shipmentID: 'S1',
          shipmentDate: '2026-01-16T08:00:00+00:00',
          deliveryDate: '2026-01-19T12:00:00+00:00',
        },
        shipControls: [{ carrierIdentifiers: [{ value: 'UPS' }], shipmentIdentifiers: [{ value: '1Z999' }] }],
        shipNoticePortions: [
          {
            orderReference: { orderID: 'PO-1', documentReference: { payloadID: 'order-1@buyer.example' } },
            shipNoticeItems: [{ lineNumber: '1', quantity: '3', unitOfMeasure: 'EA' }],
          },
        ],
      },
      { shipNoticePortions: [{ shipNoticeItems: [{ lineNumber: '2', quantity: '1.5' }] }] },
    ])
    for (const xml of buyer.received) expect(validateCxml(xml)).toMatchObject({ valid: true })
  })
})

describe('an invoice', () => {
  it('is sent for what is fulfilled, exactly, and adds up', async () => {
    const { supplier, buyer } = await startFulfilled()
    const order = await supplier.invoice(key, {
      invoiceID: 'INV-1',
      tax: { amount: '4.95', description: 'Sales tax, CA 8.25 %' },
    })
    expect(order.invoices).toEqual([{ invoiceID: 'INV-1', total: '65.07', lineNumbers: [1, 2] }])
    await supplier.deliver()
    const [invoice] = invoices(buyer)
    expect(invoice?.request.invoiceDetailRequest).toMatchObject({
      invoiceDetailRequestHeader: { invoiceID: 'INV-1', purpose: 'standard', operation: 'new' },
      invoiceDetailOrders: [
        {
          invoiceDetailOrderInfo: { orderReference: { orderID: 'PO-1' } },
          invoiceDetailItems: [
            { invoiceLineNumber: '1', quantity: '3', subtotalAmount: { money: { amount: '59.97' } } },
            { invoiceLineNumber: '2', quantity: '1.5', subtotalAmount: { money: { amount: '0.15' } } },
          ],
        },
      ],
      invoiceDetailSummary: {
        subtotalAmount: { money: { amount: '60.12' } },
        tax: { money: { amount: '4.95' } },
        dueAmount: { money: { amount: '65.07', currency: 'USD' } },
      },
    })
    expect(validateCxml(buyer.received.at(-1) ?? '')).toEqual(
      expect.objectContaining({ valid: true, problems: [] }),
    )
    expect(invoice?.header.sender.credentials[0]?.sharedSecret).toBe(outgoingSecret)
  })

  it('is sent once, whoever asks again, and its number stands for it alone', async () => {
    const { supplier, buyer } = await startFulfilled()
    await supplier.invoice(key, { invoiceID: 'INV-1' })
    await supplier.invoice(key, { invoiceID: 'INV-1' })
    await supplier.deliver()
    expect(invoices(buyer)).toHaveLength(1)
    const tax = { amount: '1', description: 'Tax' }
    await expect(supplier.invoice(key, { invoiceID: 'INV-1', tax })).rejects.toThrow('needs a new number')
    await expect(supplier.invoice(key, { invoiceID: 'INV-2', lineNumbers: [1] })).rejects.toThrow(
      'Line 1 was invoiced before',
    )
    await expect(supplier.invoice(key, { invoiceID: 'INV-2' })).rejects.toThrow('fulfilled lines')
  })

  it('can be of some lines, and of no line that was not provided', async () => {
    const { supplier, buyer } = await startFulfilled()
    await supplier.invoice(key, { invoiceID: 'INV-1', lineNumbers: [2] })
    await supplier.invoice(key, { invoiceID: 'INV-2' })
    await supplier.deliver()
    expect(
      invoices(buyer).map(
        ({ request }) => request.invoiceDetailRequest.invoiceDetailSummary.dueAmount?.money?.amount,
      ),
    ).toEqual(['0.15', '59.97'])
    await expect(supplier.invoice(key, { invoiceID: 'INV-3', lineNumbers: [7] })).rejects.toThrow('7')
    const refused = await startFulfilled({ refused: { reason: 'No.' } })
    await expect(refused.supplier.invoice(key, { invoiceID: 'I', lineNumbers: [1] })).rejects.toThrow(
      'Line 1 is not fulfilled',
    )
  })
})

describe('an order that is held', () => {
  it.each([
    [true, '200', 'accepted'],
    [false, '200', 'turned down: Not our price.'],
  ])('is answered with 201, and what was decided follows (%s)', async (accept, code, words) => {
    const buyer = takingBuyer()
    const world = startTestSupplier({ buyers: [buyer.buyer], fetch: buyer.fetch as typeof fetch })
    const { supplier } = world
    const request = await returnedRequest(world)
    const answer = await world.post(orderXml(request, { payloadID: 'order-1@buyer.example', total: '1.00' }))
    expect(answer.code).toBe('201')
    await supplier.decideOrder(key, { accept, reason: 'Not our price.' })
    await supplier.deliver()
    const [update] = buyer.documents()
    expect(update).toMatchObject({
      kind: 'StatusUpdateRequest',
      request: {
        statusUpdateRequest: {
          documentReference: { payloadID: 'order-1@buyer.example' },
          status: { code, value: expect.stringContaining(words) },
        },
      },
    })
    for (const xml of buyer.received) expect(validateCxml(xml)).toMatchObject({ valid: true })
  })
})
