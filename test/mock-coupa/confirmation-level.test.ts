import { afterEach, describe, expect, it } from 'vitest'
import { confirm } from '../support/fake-supplier.js'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { restClient } from '../support/rest-client.js'

type Level = 'not_applicable' | 'header' | 'line'

let ordering: Ordering
afterEach(() => ordering.close())

async function order(level: Level, confirmByHours?: number) {
  ordering = await startOrdering(({ brightstack }) => {
    brightstack.orderConfirmationLevel = level
    if (confirmByHours !== undefined) brightstack.confirmByHours = confirmByHours
  })
  const { number, transmissions } = await ordering.order([{ quantity: '3' }])
  const sent = ordering.supplier.received.find(({ kind }) => kind === 'OrderRequest')
  if (sent?.kind !== 'OrderRequest') throw new Error('no order was sent')
  return {
    number,
    payloadID: transmissions[0]?.payloadID ?? '',
    request: sent.request.orderRequest,
    doctype: sent.doctype,
  }
}

describe('an order of a supplier with an order confirmation level', () => {
  it('says in its header that it may be confirmed as a whole', async () => {
    const { request, doctype } = await order('header')
    expect(doctype?.systemId).toContain('1.2.056')
    expect(request.orderRequestHeader.controlKeys).toEqual({ ocInstruction: { value: 'allowed' } })
    expect(request.itemOuts[0]?.controlKeys).toBeUndefined()
  })

  it('says line by line that it may be confirmed, and until when', async () => {
    const { request } = await order('line', 48)
    expect(request.orderRequestHeader.controlKeys).toEqual({ ocInstruction: { value: 'notAllowed' } })
    expect(request.itemOuts[0]).toMatchObject({
      controlKeys: { ocInstruction: { value: 'allowed' } },
      confirmationDueDate: '2026-03-04T09:00:00-08:00',
    })
  })

  it('takes promised dates only where they lie ahead', async () => {
    const sent = await order('line')
    const promise = (deliveryDate: string) =>
      confirm(ordering.coupa.url, sent, {
        payloadID: `${deliveryDate}@supplier.example`,
        items: [{ lineNumber: '1', quantity: '3', deliveryDate }],
      })
    expect(await promise('2026-03-01T09:00:00-08:00')).toMatchObject({
      code: '417',
      text: 'Unable to accept/propose change line 1. Promised date needs to be set for a future date',
    })
    expect(await promise('2026-03-09T09:00:00-08:00')).toMatchObject({ code: '200' })
  })

  it('that has none to be confirmed is not confirmed', async () => {
    const sent = await order('not_applicable')
    expect(sent.request.orderRequestHeader.controlKeys).toEqual({ ocInstruction: { value: 'notAllowed' } })
    expect(await confirm(ordering.coupa.url, sent)).toMatchObject({
      code: '417',
      text: 'Order confirmation is not applicable',
    })
  })
})

describe('the settings of a supplier in the API', () => {
  it('are those that the mock acts upon', async () => {
    ordering = await startOrdering()
    const api = await restClient(ordering.coupa)
    const { status, json } = await api.json('PUT', 'suppliers/1', {
      'order-confirmation-level': 2,
      'confirm-by-hrs': 24,
      'buyer-hold': true,
      'invoice-matching-level': '2-way',
      'allow-cxml-invoicing': false,
      'po-email': 'orders@brightstack.example',
    })
    expect(status).toBe(200)
    expect(json).toMatchObject({ 'order-confirmation-level': 2, 'buyer-hold': true, 'on-hold': false })
    expect(ordering.coupa.company.current.suppliers[0]).toMatchObject({
      orderConfirmationLevel: 'line',
      confirmByHours: 24,
      buyerHold: true,
      invoiceMatchingLevel: '2-way',
      allowCxmlInvoicing: false,
      poEmail: 'orders@brightstack.example',
    })
    expect((await ordering.order()).status).toBe('buyer_hold')
  })
})
