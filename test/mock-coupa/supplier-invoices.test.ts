import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { createVisitor } from '../support/visitor.js'

let ordering: Ordering
let number: string
beforeEach(async () => {
  ordering = await startOrdering()
  number = (await ordering.order([{ quantity: '3' }])).number
})
afterEach(() => ordering.close())

async function supplierIn(id: string) {
  const visitor = createVisitor(ordering.coupa.url)
  const { html } = await visitor.get('/supplier/sign-in')
  const csrf = /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''
  await visitor.postRaw('/supplier/session', { csrf, supplier: id })
  return visitor
}

const csrfOf = (html: string) => /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''

describe('an invoice from the supplier portal', () => {
  it('is made of an order, over what is open of it', async () => {
    const supplier = await supplierIn('1')
    expect((await supplier.get(`/supplier/orders/${number}`)).html).toContain('Create Invoice')
    const path = `/supplier/orders/${number}/invoice`
    const { html } = await supplier.get(path)
    expect(html).toContain('value="3"')
    const csrf = csrfOf(html)
    const refused = await supplier.postRaw(path, { csrf, invoiceNumber: '', 'line-1': '3' })
    expect(refused.status).toBe(422)
    const made = await supplier.postRaw(path, { csrf, invoiceNumber: 'P-1', 'line-1': '2' })
    expect(made.location).toMatch(/^\/supplier\/invoices\/\d+/)
    expect((await supplier.get('/supplier/invoices')).html).toContain('P-1')
    expect(ordering.coupa.application.invoiceList('ada').rows).toMatchObject([
      { invoiceNumber: 'P-1', via: 'portal', status: 'pending_receipt', lines: [{ quantity: '2' }] },
    ])
    expect((await supplier.get(path)).html).toContain('value="1"')
  })

  it('is nobody else’s', async () => {
    const other = await supplierIn('2')
    expect((await other.get(`/supplier/orders/${number}/invoice`)).status).toBe(404)
  })
})
