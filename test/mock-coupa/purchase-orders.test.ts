import type { Company } from '@punchloop/mock-coupa'
import { afterEach, describe, expect, it } from 'vitest'
import { type Ordering, startOrdering } from '../support/ordering.js'

type Settings = Parameters<NonNullable<Parameters<typeof startOrdering>[0]>>[0]

let ordering: Ordering

afterEach(() => ordering.close())

async function start(change?: (settings: Settings) => void): Promise<Ordering> {
  ordering = await startOrdering(change)
  return ordering
}

const act = (
  number: string,
  action: Parameters<Ordering['coupa']['application']['actOnOrder']>[1]['action'],
) => ordering.coupa.application.actOnOrder('ada', { purchaseOrder: number, action })

const sentOrders = () => ordering.supplier.received.filter(({ kind }) => kind === 'OrderRequest').length

describe('a hold', () => {
  it('for a buyer keeps an order until a buyer releases it', async () => {
    const { order } = await start(({ brightstack }) => {
      brightstack.buyerHold = true
    })
    const held = await order()
    expect(held).toMatchObject({ status: 'buyer_hold', transmissionStatus: 'created' })
    expect(sentOrders()).toBe(0)
    expect(() =>
      ordering.coupa.application.actOnOrder('emma', {
        purchaseOrder: held.number,
        action: 'release_from_buyer_hold',
      }),
    ).toThrow('Only an administrator may do this')
    expect(act(held.number, 'release_from_buyer_hold')).toMatchObject({ status: 'issued' })
    await ordering.coupa.waitForOrder({ requisition: held.requisition! })
    expect(sentOrders()).toBe(1)
  })

  it('of the supplier stays until the supplier is off hold', async () => {
    const { order, coupa } = await start(({ brightstack }) => {
      brightstack.onHold = true
    })
    const held = await order()
    expect(held.status).toBe('supplier_hold')
    expect(() => act(held.number, 'issue')).toThrow('stays in supplier_hold: Brightstack Inc is on hold')
    await coupa.company.update(company => {
      company.suppliers[0]!.onHold = false
    })
    expect(act(held.number, 'issue').status).toBe('issued')
  })

  it('of a supplier that has left is an error, which can be mended', async () => {
    const { order, coupa } = await start(({ brightstack }) => {
      brightstack.buyerHold = true
    })
    const held = await order()
    await coupa.company.update(company => {
      company.punchoutSites = []
      company.suppliers[0]!.active = false
    })
    expect(act(held.number, 'release_from_buyer_hold').status).toBe('error')
    await coupa.company.update(company => {
      company.suppliers[0]!.active = true
    })
    expect(act(held.number, 'issue').status).toBe('issued')
  })

  it('outside the order window ends by itself when the window opens, by the company’s clock', async () => {
    const { order, coupa, time } = await start(({ brightstack }) => {
      brightstack.orderWindows = [{ days: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' }]
    })
    const held = await order()
    expect(held).toMatchObject({
      status: 'supplier_window_hold',
      issueAt: new Date('2026-03-02T21:30:00Z'),
    })
    time.advance(4.5 * 3_600_000 - 1)
    expect(coupa.purchaseOrder(held.number).status).toBe('supplier_window_hold')
    time.advance(1)
    await coupa.waitFor(() => coupa.purchaseOrder(held.number).status === 'issued')
    expect(coupa.purchaseOrder(held.number).issueAt).toBeUndefined()
  })

  it('outside the order window can be ignored', async () => {
    const { order } = await start(({ brightstack }) => {
      brightstack.orderWindows = [{ days: [0], from: '09:00', to: '10:00' }]
    })
    const held = await order()
    expect(held.issueAt).toEqual(new Date('2026-03-08T17:00:00Z'))
    expect(act(held.number, 'ignore_window_and_issue').status).toBe('issued')
  })

  it('is none inside the window', async () => {
    const { order } = await start(({ brightstack }) => {
      brightstack.orderWindows = [{ days: [1], from: '09:00', to: '09:01' }]
    })
    expect((await order()).status).toBe('issued')
  })

  it('can end without anything being sent', async () => {
    const { order } = await start(({ brightstack }) => {
      brightstack.buyerHold = true
      brightstack.onHold = true
    })
    const held = await order()
    expect(act(held.number, 'release_from_buyer_hold').status).toBe('supplier_hold')
    await ordering.coupa.company.update(company => {
      company.suppliers[0]!.onHold = false
    })
    expect(act(held.number, 'issue_without_send')).toMatchObject({
      status: 'issued',
      transmissionStatus: 'sent_manually',
    })
    expect(sentOrders()).toBe(0)
  })
})

describe('an issued order', () => {
  it('is closed and reopened, its lines with it', async () => {
    const { order } = await start()
    const { number } = await order()
    expect(act(number, 'close')).toMatchObject({ status: 'closed', lines: [{ status: 'closed' }] })
    expect(() => act(number, 'cancel')).toThrow(`Purchase order ${number} cannot be cancelled: it is closed`)
    expect(act(number, 'reopen')).toMatchObject({ status: 'issued', lines: [{ status: 'created' }] })
  })

  it('is told to nobody who may not see it', async () => {
    const { order, coupa } = await start()
    const { number } = await order()
    expect(() => coupa.application.purchaseOrder('fiona', number)).toThrow('There is no requisition')
  })

  it('is soft closed when every line is closed for receiving and invoicing, and opens again', async () => {
    const { order, coupa } = await start()
    const { number, lines } = await order([{}, { aux: 'q2' }])
    const [first, second] = lines.map(({ id }) => id)
    const lineAct = (
      line: number | undefined,
      action: 'soft_close_for_receiving' | 'soft_close_for_invoicing' | 'reopen_for_receiving',
    ) => coupa.application.actOnOrderLine('ada', { line: line!, action })
    expect(lineAct(first, 'soft_close_for_receiving').lines[0]?.status).toBe('soft_closed_for_receiving')
    expect(lineAct(first, 'soft_close_for_invoicing').lines[0]?.status).toBe('closed')
    lineAct(second, 'soft_close_for_receiving')
    expect(lineAct(second, 'soft_close_for_invoicing').status).toBe('soft_closed')
    expect(lineAct(second, 'reopen_for_receiving')).toMatchObject({
      status: 'issued',
      lines: [{ status: 'closed' }, { status: 'soft_closed_for_invoicing' }],
    })
    expect(() =>
      coupa.application.actOnOrderLine('emma', { line: first!, action: 'reopen_for_invoicing' }),
    ).toThrow('Only an administrator may do this')
    expect(coupa.purchaseOrder(number).history.map(({ text }) => text)).toContain(
      'Line 2: reopen for receiving',
    )
  })

  it('keeps every state it was in, and is not exported any more after a change', async () => {
    const { order, coupa } = await start()
    const { number, ...issued } = await order()
    expect(issued.version).toBe(1)
    const mark = coupa.application.markOrderExported('ada', { purchaseOrder: number, exported: true })
    expect(mark).toMatchObject({ exported: true, lastExportedAt: new Date('2026-03-02T17:00:00Z') })
    expect(mark.internalRevision).toBe(issued.internalRevision)
    const closed = act(number, 'close')
    expect(closed).toMatchObject({
      exported: false,
      version: 1,
      internalRevision: issued.internalRevision + 1,
    })
    expect(closed.revisions.map(({ internalRevision, what }) => [internalRevision, what])).toEqual([
      [1, `Created from requisition ${issued.requisition}`],
      [2, `Purchase order ${number} issued to Brightstack Inc`],
      [3, 'Closed'],
    ])
  })
})

describe('a requisition', () => {
  const buy = async (split: Company['orderSplit']) => {
    const { coupa } = await start(({ company }) => {
      company.orderSplit = split ?? []
      company.items[0]!.supplier = 1
    })
    const emma = coupa.person('emma')
    const trip = await emma.shop()
    const { number } = await emma.returnCart(ordering.supplier.cart(trip.buyerCookie, [{}]))
    await emma.addItem({ itemId: 1, quantity: '1' })
    await emma.addItem({ itemId: 2, quantity: '2' })
    await emma.submit(number)
    await coupa.person('mark').approve(number)
    await coupa.waitForOrder({ requisition: number })
    return coupa
      .requisition(number)
      .purchaseOrders.map(order => coupa.purchaseOrder(order.number))
      .map(({ supplier, lines }) => [supplier.name, lines.map(({ sourcePartNum }) => sourcePartNum)])
      .toReversed()
  }

  it('becomes one order for each supplier', async () => {
    expect(await buy(undefined)).toEqual([
      ['Brightstack Inc', ['SUITE-1', 'HOS-LT14']],
      ['Harbour Office Supply', ['HOS-MN27']],
    ])
  })

  it('is divided by punchout site, too, where the company says so', async () => {
    expect(await buy(['punchout_site'])).toEqual([
      ['Brightstack Inc', ['SUITE-1']],
      ['Brightstack Inc', ['HOS-LT14']],
      ['Harbour Office Supply', ['HOS-MN27']],
    ])
  })
})
