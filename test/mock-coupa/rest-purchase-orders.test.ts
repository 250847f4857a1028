import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { type RestClient, restClient } from '../support/rest-client.js'

let ordering: Ordering
let api: RestClient

beforeEach(async () => {
  ordering = await startOrdering()
  api = await restClient(ordering.coupa)
})

afterEach(() => ordering.close())

describe('a purchase order in the API', () => {
  it('has the keys of a real answer, its values and those of its lines', async () => {
    const { number } = await ordering.order([{ quantity: '4', unitPrice: '12.5' }])
    const { json } = await api.json('GET', `purchase_orders/${number}`)
    expect(json).toMatchObject({
      id: Number(number),
      'created-at': '2026-03-02T09:00:00-08:00',
      'po-number': number,
      'acknowledged-flag': false,
      'acknowledged-at': null,
      status: 'issued',
      'transmission-status': 'sent_via_cxml',
      version: 1,
      'internal-revision': 2,
      exported: false,
      'last-exported-at': null,
      'transmission-method-override': 'supplier_default',
      'transmission-emails': null,
      supplier: { id: 1 },
      'order-lines': [
        {
          'line-num': '1',
          quantity: '4.0',
          price: '12.50',
          total: '50.00',
          received: 0,
          invoiced: '0.0',
          status: 'created',
          type: 'OrderQuantityLine',
          'match-type': '3-way',
          account: { name: 'Engineering Software' },
          'account-allocations': [],
          requester: { login: 'emma' },
        },
      ],
    })
    expect(json).not.toHaveProperty('payment-term')
    const line = json['order-lines'][0]
    expect((await api.json('GET', `purchase_order_lines/${line.id}`)).json.id).toBe(line.id)
    const { json: requisition } = await api.json('GET', `requisitions/${json['requisition-header'].id}`)
    expect(requisition['requisition-lines'][0]).toMatchObject({
      id: line['requisition-line-id'],
      'order-line-id': line.id,
    })
  })

  it('is fetched while it is not exported, as integrations do, and again after a change', async () => {
    const { number } = await ordering.order()
    const waiting = async () =>
      (await api.json('GET', 'purchase_orders?exported=false&status[in]=issued,closed')).json.length
    expect(await waiting()).toBe(1)
    const marked = await api.json('PUT', `purchase_orders/${number}?exported=true`)
    expect(marked.json).toMatchObject({
      exported: true,
      'last-exported-at': '2026-03-02T09:00:00-08:00',
      version: 1,
      'internal-revision': 2,
    })
    expect(await waiting()).toBe(0)
    await api.json('PUT', `purchase_orders/${number}/close`)
    expect(await waiting()).toBe(1)
    expect((await api.json('PUT', `purchase_orders/${number}`, { exported: true })).json.exported).toBe(true)
  })

  it('is closed, reopened and cancelled by its actions, in XML, too', async () => {
    const { number } = await ordering.order()
    const closed = await api.xml('PUT', `purchase_orders/${number}/close`)
    expect(closed.status).toBe(200)
    expect(closed.text).toContain('<status>closed</status>')
    const refused = await api.json('PUT', `purchase_orders/${number}/cancel`)
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.json)).toContain('cannot be cancelled: it is closed')
    expect((await api.json('PUT', `purchase_orders/${number}/reopen`)).json.status).toBe('issued')
    expect((await api.json('PUT', `purchase_orders/${number}/cancel`)).json).toMatchObject({
      status: 'cancelled',
      'transmission-status': 'pending_manual_cancel',
      'order-lines': [{ status: 'cancelled' }],
    })
  })

  it('can be an external one: a draft that is issued by an action', async () => {
    const created = await api.json('POST', 'purchase_orders', {
      'po-number': 'ERP-77',
      supplier: { id: 1 },
      requester: { login: 'emma' },
      'ship-to-address': { 'location-code': 'HQ' },
      'order-lines': [
        { description: 'Cable', price: '9.95', quantity: '2', uom: { code: 'EA' }, account: { name: 'IT' } },
      ],
    })
    expect(created.status).toBe(201)
    expect(created.json).toMatchObject({
      'po-number': 'ERP-77',
      status: 'draft',
      total: '19.90',
      'order-lines': [{ account: { name: 'IT' }, 'order-header-number': 'ERP-77' }],
    })
    expect(created.json).not.toHaveProperty('requisition-header')
    const again = await api.json('POST', 'purchase_orders', {
      'po-number': 'ERP-77',
      supplier: { id: 1 },
      'order-lines': [{ description: 'x', price: '1', quantity: '1' }],
    })
    expect(again.status).toBe(400)
    expect(JSON.stringify(again.json)).toContain('Po number has already been taken')
    const { id } = created.json
    expect((await api.json('PUT', `purchase_orders/${id}/issue`)).json.status).toBe('issued')
    await ordering.coupa.waitFor(() => ordering.supplier.received.length === 1)
    const [sent] = ordering.supplier.received
    expect(sent?.kind === 'OrderRequest' && sent.request.orderRequest).toMatchObject({
      orderRequestHeader: { orderID: 'ERP-77', total: { money: { amount: '19.9' } } },
      itemOuts: [{ distributions: [{ accounting: { name: 'IT' } }] }],
    })
    expect(ordering.coupa.application.purchaseOrder('emma', 'ERP-77').id).toBe(id)
    expect(() => ordering.coupa.application.purchaseOrder('mark', 'ERP-77')).toThrow(
      'There is no purchase order',
    )
  })

  it('in a foreign currency is held', async () => {
    await ordering.coupa.waitFor(() => true)
    const { json } = await api.json('POST', 'purchase_orders', {
      supplier: { id: 1 },
      'order-lines': [{ description: 'x', price: '1', quantity: '1' }],
    })
    expect((await api.json('PUT', `purchase_orders/${json.id}/release_from_buyer_hold`)).status).toBe(400)
    await ordering.coupa.company.update(company => {
      company.currency = 'EUR'
    })
    expect((await api.json('PUT', `purchase_orders/${json.id}/issue`)).json.status).toBe('currency_hold')
  })

  it('that is changed is a version more, and goes out again', async () => {
    const { number, lines } = await ordering.order([{ quantity: '2' }, { aux: 'b' }])
    const changed = await api.json('PUT', `purchase_orders/${number}`, {
      'order-lines': [{ id: lines[0]?.id, quantity: '5' }],
    })
    expect(changed.json).toMatchObject({
      version: 2,
      total: '299.40',
      'order-lines': [{ quantity: '5.0' }, {}],
    })
    await ordering.coupa.waitFor(
      () => ordering.supplier.received.filter(({ kind }) => kind === 'OrderRequest').length === 2,
    )
    const removed = await api.json('DELETE', `purchase_order_lines/${lines[1]?.id}`)
    expect(removed.status).toBeLessThan(300)
    expect((await api.json('GET', `purchase_orders/${number}`)).json).toMatchObject({
      version: 3,
      total: '249.50',
      'order-lines': [{ id: lines[0]?.id }],
    })
    expect((await api.json('GET', `purchase_order_lines/${lines[1]?.id}`)).status).toBe(404)
    const revisions = await api.json('GET', `purchase_order_revisions?order-header-id=${number}&order_by=id`)
    expect(
      revisions.json.map((one: Record<string, unknown>) => [one.version, one['internal-revision']]),
    ).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ])
  })

  it('has lines that are soft closed and reopened', async () => {
    const { lines } = await ordering.order()
    const put = async (action: string) =>
      (await api.json('PUT', `purchase_order_lines/${lines[0]?.id}/${action}`)).json.status
    expect(await put('soft_close_for_receiving')).toBe('soft_closed_for_receiving')
    expect(await put('soft_close_for_invoicing')).toBe('closed')
    expect(await put('reopen_for_receiving')).toBe('soft_closed_for_invoicing')
    expect(await put('reopen_for_invoicing')).toBe('created')
  })
})

describe('a change of a purchase order in the API', () => {
  it('is a draft until it is submitted', async () => {
    const { number, lines } = await ordering.order([{ quantity: '3' }])
    const created = await api.json('POST', 'purchase_order_changes', {
      'order-header-id': Number(number),
      justification: 'Fewer',
      'order-line-changes': [{ 'order-line-id': lines[0]?.id, quantity: '2' }],
    })
    expect(created.status).toBe(201)
    expect(created.json).toMatchObject({
      status: 'draft',
      'po-number': number,
      version: 1,
      'lines-count': 1,
      'pending-cancel': false,
      total: '99.80',
    })
    const submitted = await api.json('PUT', `purchase_order_changes/${created.json.id}/submit_for_approval`)
    expect(submitted.json.status).toBe('approved')
    expect((await api.json('GET', `purchase_orders/${number}`)).json).toMatchObject({
      version: 2,
      'change-type': 'change',
      total: '99.80',
    })
    const open = await api.json('GET', 'purchase_order_changes?status=draft')
    expect(open.json).toEqual([])
  })

  it('changes the header of the order, too, when it is approved', async () => {
    const { number } = await ordering.order()
    await api.json('POST', 'payment_terms', { code: 'Net 45' })
    const created = await api.json('POST', 'purchase_order_changes', {
      'order-header-id': Number(number),
      'payment-term': { code: 'Net 45' },
      'transmission-method-override': 'do_not_transmit',
      'hide-price': true,
    })
    expect(created.json).toMatchObject({ 'payment-term': { code: 'Net 45' }, 'price-hidden': false })
    await api.json('PUT', `purchase_order_changes/${created.json.id}/submit_for_approval`)
    expect((await api.json('GET', `purchase_orders/${number}`)).json).toMatchObject({
      'payment-term': { code: 'Net 45' },
      'transmission-method-override': 'do_not_transmit',
      'price-hidden': true,
    })
  })

  it('is refused with what is wrong', async () => {
    const { number } = await ordering.order()
    const refused = await api.json('POST', 'purchase_order_changes', {
      'order-header-id': Number(number),
      'order-line-changes': [{ 'order-line-id': 999, quantity: '2' }],
    })
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.json)).toContain('must be a line of the order; found 999')
    expect((await api.json('POST', 'purchase_order_changes', {})).status).toBe(400)
  })
})
