import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { restClient } from '../support/rest-client.js'

let ordering: Ordering
beforeEach(async () => {
  ordering = await startOrdering()
})
afterEach(() => ordering.close())

it('the settings of a supplier in the API are those that the mock acts upon', async () => {
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
