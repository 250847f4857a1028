import {
  CoupaError,
  type ManualTime,
  type MockCoupa,
  manualTime,
  northwindInstruments,
  type PurchaseOrderView,
  startMockCoupa,
} from '@punchloop/mock-coupa'
import { addDecimals, compareDecimals } from '@punchloop/sdk/cxml'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../support/property-runs.js'

/** Coupa's own lists. */
const statuses =
  'draft buyer_hold currency_hold supplier_hold supplier_window_hold issued soft_closed closed cancelled error'.split(
    ' ',
  )
const transmissionStatuses =
  'created scheduled_for_cxml sent_via_cxml scheduled_for_xml sent_via_xml transmission_failure scheduled_for_email sent_via_email pending_manual pending_manual_cancel sent_manually awaiting_online_purchase purchased_online'.split(
    ' ',
  )
const lineStatuses =
  'created partially_received received soft_closed_for_receiving soft_closed_for_invoicing closed cancelled'.split(
    ' ',
  )
const orderActions = [
  'issue',
  'issue_without_send',
  'ignore_window_and_issue',
  'release_from_buyer_hold',
  'cancel',
  'close',
  'reopen',
] as const
const lineActions = [
  'soft_close_for_receiving',
  'soft_close_for_invoicing',
  'reopen_for_receiving',
  'reopen_for_invoicing',
] as const

const who = fc.constantFrom('emma', 'mark', 'fiona', 'ada', 'ada', 'ada')
const index = fc.nat(3)
const seldom = fc.constantFrom(true, false, false, false)
const amount = fc.constantFrom('0', '1', '2.5', '3', '0.3333', '10', 'x', '-1')

/** What anybody may try; most of it is refused, and that is part of it. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('order' as const),
    buyerHold: seldom,
    onHold: seldom,
    window: seldom,
    isLong: fc.boolean(),
    method: fc.constantFrom(
      'mark_as_sent' as const,
      'prompt' as const,
      'buy_online' as const,
      'email' as const,
    ),
  }),
  fc.record({
    kind: fc.constant('act' as const),
    who,
    order: index,
    action: fc.constantFrom(...orderActions),
  }),
  fc.record({
    kind: fc.constant('line' as const),
    who,
    order: index,
    line: index,
    action: fc.constantFrom(...lineActions),
  }),
  fc.record({
    kind: fc.constant('change' as const),
    who,
    order: index,
    line: index,
    quantity: amount,
    unitPrice: amount,
    what: fc.constantFrom('change' as const, 'add' as const, 'delete' as const, 'cancel' as const),
  }),
  fc.record({
    kind: fc.constant('decide' as const),
    who,
    order: index,
    how: fc.constantFrom('approve' as const, 'reject' as const, 'cancelChange' as const),
  }),
  fc.record({
    kind: fc.constant('send' as const),
    who,
    order: index,
    how: fc.constantFrom('markOrderSent' as const, 'resend' as const),
  }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.nat(30) }),
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const lineOf = ({ lines }: PurchaseOrderView, index: number) => lines[index % lines.length]

interface World {
  readonly coupa: MockCoupa
  readonly time: ManualTime
}

async function take({ coupa, time }: World, taken: Step): Promise<void> {
  const { application } = coupa
  const orders = application.purchaseOrders('ada')
  const number = 'order' in taken ? orders[taken.order % orders.length]?.number : undefined
  switch (taken.kind) {
    case 'wait':
      time.advance(taken.hours * 3_600_000)
      return
    case 'order': {
      await coupa.company.update(({ suppliers: [, supplier] }) => {
        Object.assign(supplier!, {
          poMethod: taken.method,
          poEmail: 'orders@harbour.example',
          buyerHold: taken.buyerHold,
          onHold: taken.onHold,
          orderWindows: taken.window ? [{ days: [2], from: '09:00', to: '10:00' }] : [],
        })
      })
      const emma = coupa.person('emma')
      const { number: requisition } = await emma.addItem({ itemId: 3, quantity: '3' })
      if (taken.isLong) await emma.addItem({ itemId: 4, quantity: '1' })
      await emma.submit(requisition)
      await coupa.person('mark').approve(requisition)
      return
    }
    case 'act':
      if (number !== undefined)
        application.actOnOrder(taken.who, { purchaseOrder: number, action: taken.action })
      return
    case 'send':
      if (number !== undefined) application[taken.how](taken.who, number)
      return
    case 'line': {
      const line = number && lineOf(application.purchaseOrder('ada', number), taken.line)
      if (line) application.actOnOrderLine(taken.who, { line: line.id, action: taken.action })
      return
    }
    case 'change': {
      if (number === undefined) return
      const { quantity, unitPrice, what } = taken
      const orderLine = lineOf(application.purchaseOrder('ada', number), taken.line)?.id ?? 0
      application.requestChange(taken.who, {
        purchaseOrder: number,
        cancel: what === 'cancel',
        lines:
          what === 'add'
            ? [{ kind: what, description: 'More', quantity, unitPrice, uom: 'EA' }]
            : what === 'delete'
              ? [{ kind: what, orderLine }]
              : [{ kind: 'change', orderLine, quantity, unitPrice }],
      })
      return
    }
    case 'decide': {
      const change = number && application.purchaseOrder('ada', number).changes[0]?.id
      if (!change) return
      if (taken.how === 'cancelChange') application.cancelChange(taken.who, change)
      else
        application[taken.how](taken.who, {
          on: { type: 'OrderHeaderChange', id: change },
          comment: 'So be it',
        })
    }
  }
}

/** What is wrong with an order, seen after what it was. */
function faultsOf(order: PurchaseOrderView, before: PurchaseOrderView | undefined): string[] {
  const sum = addDecimals(...order.lines.map(({ total }) => total))
  return [
    ...(statuses.includes(order.status) ? [] : [`status ${order.status}`]),
    ...(transmissionStatuses.includes(order.transmissionStatus)
      ? []
      : [`transmission ${order.transmissionStatus}`]),
    ...order.lines.flatMap(({ status }) => (lineStatuses.includes(status) ? [] : [`line status ${status}`])),
    ...(compareDecimals(order.total, sum) === 0
      ? []
      : [`total ${order.total} of lines that sum up to ${sum}`]),
    ...order.lines.flatMap(({ total, allocations }) =>
      compareDecimals(total, addDecimals(...allocations.map(one => one.amount))) === 0
        ? []
        : [`allocations of ${total}`],
    ),
    ...(order.version < (before?.version ?? 1) ? [`version ${before?.version} → ${order.version}`] : []),
    ...(order.internalRevision < (before?.internalRevision ?? 1) ? ['the internal revision fell'] : []),
    ...(before !== undefined && order.internalRevision > before.internalRevision && order.exported
      ? ['exported after a change']
      : []),
    ...(order.revisions.at(-1)?.internalRevision === order.internalRevision
      ? []
      : ['a revision was not kept']),
  ]
}

/** `see` is what the test looks through: a control looks through one that lies. */
function neverFails(
  reached: Set<string>,
  see: (order: PurchaseOrderView) => PurchaseOrderView = order => order,
) {
  return fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async steps => {
    const time = manualTime(new Date('2026-03-02T17:00:00Z'))
    const company = northwindInstruments()
    const coupa = await startMockCoupa({ port: 0, company, clock: time.clock, timers: time.timers })
    try {
      const before = new Map<string, PurchaseOrderView>()
      const first: Step = {
        kind: 'order',
        buyerHold: false,
        onHold: false,
        window: false,
        isLong: true,
        method: 'mark_as_sent',
      }
      for (const taken of [first, ...steps]) {
        try {
          await take({ coupa, time }, taken)
        } catch (error) {
          if (!(error instanceof CoupaError)) throw error
        }
        for (const { number } of coupa.application.purchaseOrders('ada')) {
          const order = see(coupa.purchaseOrder(number))
          const faults = faultsOf(order, before.get(number))
          if (faults.length > 0)
            throw new Error(`PO ${number} after ${JSON.stringify(taken)}: ${faults.join('; ')}`)
          before.set(number, order)
          for (const seen of [order.status, `version ${order.version}`]) reached.add(seen)
        }
      }
    } finally {
      await coupa.close()
    }
  })
}

describe('whatever anybody does with orders', () => {
  it('leads to no status that Coupa does not have; totals agree, and no version falls', async () => {
    const reached = new Set<string>()
    await fc.assert(neverFails(reached), propertyRuns(15))
    // Otherwise it would prove nothing.
    expect([...reached]).toEqual(expect.arrayContaining(['issued', 'closed', 'cancelled', 'version 2']))
  }, 60_000)

  it.each<[string, (order: PurchaseOrderView) => PurchaseOrderView]>([
    ['a total that forgets a change', order => (order.version > 1 ? { ...order, total: '0.01' } : order)],
    ['a version that is taken back', order => (order.status === 'closed' ? { ...order, version: 0 } : order)],
  ])(
    'is found out by this test: %s',
    async (_name, see) => {
      const found = await fc.check(neverFails(new Set(), see), { numRuns: 60, endOnFailure: true, seed: 7 })
      expect(found.failed).toBe(true)
    },
    60_000,
  )
})
