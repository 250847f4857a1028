import type { PurchaseOrderView } from '@punchloop/mock-coupa'
import { afterEach, describe, expect, it } from 'vitest'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { readText, signIn } from '../support/visitor.js'

let ordering: Ordering

afterEach(() => ordering.close())

const path = ({ number }: PurchaseOrderView, rest = '') => `/orders/${number}${rest}`
const visit = (login: string) => signIn(ordering.coupa.url, login)

/** The fields of the Request Change form as the page has them. */
function fieldsOf(html: string): Record<string, string> {
  const inputs = html.matchAll(
    /<(?:input type="(?:text|date)" value="([^"]*)"[^>]* name="([^"]+)"|textarea[^>]* name="([^"]+)")/g,
  )
  return Object.fromEntries([...inputs].map(([, value = '', name, area]) => [name ?? area ?? '', value]))
}

describe('the page of an order', () => {
  it('shows lines with what has arrived, versions and revisions, and offers buyers what is possible now', async () => {
    ordering = await startOrdering(({ brightstack }) => {
      brightstack.buyerHold = true
    })
    const held = await ordering.order()
    const emma = await visit('emma')
    const ada = await visit('ada')
    const seenByEmma = (await emma.get(path(held))).html
    expect(seenByEmma).toContain('data-status="buyer_hold"')
    expect(seenByEmma).not.toContain('Release from Buyer Hold')
    expect((await emma.post(path(held, '/actions/release_from_buyer_hold'))).status).toBe(403)
    const seenByAda = readText((await ada.get(path(held))).html)
    for (const words of [
      'Release from Buyer Hold',
      'Received',
      'Invoiced',
      'Internal revision',
      'Supplier Print View',
    ]) {
      expect(seenByAda).toContain(words)
    }
    expect(seenByAda).not.toContain('Reopen')

    const answer = await ada.post(path(held, '/actions/release_from_buyer_hold'), { comment: 'Checked' })
    expect(answer).toMatchObject({ status: 303, location: `/orders/${held.number}?notice=saved` })
    await ordering.coupa.waitForOrder({ requisition: held.requisition! })
    const issued = await ada.get(path(held))
    expect(issued.html).toContain('data-status="sent_via_cxml"')
    expect(readText(issued.html)).toContain('issued to Brightstack Inc')
    expect((await ada.post(path(held, '/actions/reopen'))).status).toBe(409)
    expect((await ada.post(path(held, '/actions/burn'))).status).toBe(404)
  })

  it('has the Supplier Print View, which says nothing of accounts', async () => {
    ordering = await startOrdering()
    const order = await ordering.order()
    const { html } = await (await visit('emma')).get(path(order, '/print'))
    expect(readText(html)).toContain(`Purchase Order #${order.number}`)
    expect(readText(html)).toContain('Acme Suite')
    expect(readText(html)).not.toContain('Engineering Software')
  })

  it('has a button for what is sent by hand', async () => {
    ordering = await startOrdering(({ brightstack }) => {
      brightstack.poMethod = 'prompt'
    })
    const order = await ordering.order()
    const ada = await visit('ada')
    expect((await ada.get(path(order))).html).toContain('Mark as Sent')
    await ada.post(path(order, '/mark-sent'))
    expect((await ada.get(path(order))).html).toContain('data-status="sent_manually"')
  })
})

describe('Request Change', () => {
  it('takes what was written over, is approved on the page of the order, and is shown there', async () => {
    ordering = await startOrdering()
    const order = await ordering.order([{ quantity: '3' }])
    const emma = await visit('emma')
    const ada = await visit('ada')
    const { html } = await emma.get(path(order, '/changes/new'))
    const fields = fieldsOf(html)
    const quantity = `line-${order.lines[0]?.id}-quantity`
    expect(fields[quantity]).toBe('3')
    const wrong = await emma.post(path(order, '/changes'), { ...fields, [quantity]: '0' })
    expect(wrong.status).toBe(422)
    expect(readText(wrong.html)).toContain('quantity must be a number above 0')
    const asked = await emma.post(path(order, '/changes'), {
      ...fields,
      [quantity]: '2',
      [`line-${order.lines[0]?.id}-needBy`]: '2026-04-01',
      justification: 'Two are enough',
    })
    expect(asked.location).toBe(`/orders/${order.number}?notice=change-requested`)
    const [change] = ordering.coupa.purchaseOrder(order.number).changes
    expect(change).toMatchObject({
      justification: 'Two are enough',
      lines: [{ kind: 'change', quantity: '2', needByDate: new Date('2026-04-01T12:00:00Z') }],
    })

    expect(readText((await ada.get('/approvals')).html)).toContain(`Change ${change?.id} of purchase order`)
    expect(readText((await ada.get(path(order))).html)).toContain('Two are enough')
    expect((await emma.post(`/order-changes/${change?.id}/approve`)).status).toBe(409)
    await ada.post(`/order-changes/${change?.id}/approve`, { comment: 'Yes' })
    expect(ordering.coupa.purchaseOrder(order.number)).toMatchObject({
      version: 2,
      lines: [{ quantity: '2' }],
    })
  })
})

describe('the list of orders', () => {
  it('shows those in one status', async () => {
    ordering = await startOrdering()
    const first = await ordering.order()
    const second = await ordering.order()
    ordering.coupa.application.actOnOrder('ada', { purchaseOrder: first.number, action: 'close' })
    const emma = await visit('emma')
    const numbers = async (status: string) =>
      [...(await emma.get(`/orders?status=${status}`)).html.matchAll(/data-purchase-order="(\d+)"/g)].map(
        ([, number]) => number,
      )
    expect(await numbers('')).toEqual([second.number, first.number])
    expect(await numbers('closed')).toEqual([first.number])
    expect(await numbers('buyer_hold')).toEqual([])
  })
})

describe('the page of a supplier', () => {
  it('keeps and changes how orders reach it', async () => {
    ordering = await startOrdering()
    const ada = await visit('ada')
    const inboundSender = { domain: 'NetworkID', identity: 'AN01000000001' }
    await ordering.coupa.company.update(({ suppliers: [, known] }) =>
      Object.assign(known!, { inboundSender }),
    )
    const form = {
      name: 'Harbour Office Supply',
      active: 'on',
      poMethod: 'email',
      poChangeMethod: 'prompt',
      poEmail: 'orders@harbour.example',
      orderWindows: '1-5 09:00-17:00\n6 10:00-12:00',
      buyerHold: 'on',
      sendsDelete: 'on',
    }
    expect((await ada.post('/setup/suppliers/2', form)).status).toBe(303)
    expect(ordering.coupa.company.current.suppliers[1]).toEqual({
      id: 2,
      name: 'Harbour Office Supply',
      active: true,
      poMethod: 'email',
      poChangeMethod: 'prompt',
      poEmail: 'orders@harbour.example',
      orderWindows: [
        { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
        { days: [6], from: '10:00', to: '12:00' },
      ],
      buyerHold: true,
      sendsDelete: true,
      inboundSender,
    })
    expect((await ada.get('/setup/suppliers/2')).html).toContain('1-5 09:00-17:00')
    const wrong = await ada.post('/setup/suppliers/2', { ...form, orderWindows: 'mornings', poEmail: '' })
    expect(wrong.status).toBe(422)
    expect(readText(wrong.html)).toContain('must be an e-mail address where orders go out by mail')
    expect(readText(wrong.html)).toContain('must have days from 0 (Sunday) to 6')
  })
})
