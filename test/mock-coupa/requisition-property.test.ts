import {
  CoupaError,
  type ManualTime,
  type MockCoupa,
  manualTime,
  northwindInstruments,
  startMockCoupa,
} from '@punchloop/mock-coupa'
import { addDecimals, compareDecimals } from '@punchloop/sdk/cxml'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { propertyRuns } from '../support/property-runs.js'
import { type RestClient, restClient } from '../support/rest-client.js'

/** Coupa's own list. */
const documented =
  'draft cart pending_buyer_action pending_approval approved ordered partially_received received abandoned backgrounded withdrawn'.split(
    ' ',
  )

let coupa: MockCoupa
let api: RestClient
let time: ManualTime
const reached = new Set<string>()

beforeAll(async () => {
  time = manualTime(new Date('2026-03-02T17:00:00Z'))
  const company = northwindInstruments()
  company.currencies = [{ code: 'EUR', rate: '1.08255' }, { code: 'JPY' }]
  company.accounts.push({
    name: 'Laboratory',
    segments: [{ type: 'Organization', id: 'LAB', description: 'Laboratory' }],
  })
  const apiRateLimit = { perSecond: 1e6, burst: 1e6 }
  coupa = await startMockCoupa({ port: 0, company, clock: time.clock, timers: time.timers, apiRateLimit })
  api = await restClient(coupa)
})
afterAll(() => coupa.close())

const index = fc.nat(3)
const who = fc.constantFrom('emma', 'mark', 'fiona', 'ada')
const line = fc.record({
  quantity: fc.constantFrom('1', '3', '2.5', '0'),
  price: fc.constantFrom('0', '19.99', '0.333', '900'),
  currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR', 'JPY'),
  supplier: fc.constantFrom(2, 2, 2, undefined),
  pct: fc.constantFrom(undefined, '100', '33.3333', '120'),
})
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never

/** What anybody may try; most of it is refused, and that is part of it. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), lines: fc.array(line, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('order' as const), isLater: fc.boolean() }),
  fc.record({ kind: fc.constant('cart' as const) }),
  fc.record({ kind: fc.constant('change' as const), at: index, line, isUnchecked: fc.boolean() }),
  fc.record({ kind: fc.constant('submit' as const), at: index, who }),
  fc.record({ kind: fc.constant('submit' as const), at: index, who: fc.constant('emma') }),
  fc.record({ kind: fc.constant('complete' as const), at: index }),
  fc.record({
    kind: fc.constant('decide' as const),
    at: index,
    who: fc.constantFrom('mark', 'fiona'),
    how: fc.constantFrom('approve' as const, 'approve' as const, 'reject' as const),
  }),
  fc.record({ kind: fc.constant('withdraw' as const), at: index, who }),
  fc.record({ kind: fc.constant('delete' as const), at: index }),
  fc.record({ kind: fc.constant('schedule' as const), at: index }),
  fc.record({
    kind: fc.constant('receive' as const),
    at: index,
    quantity: fc.constantFrom('0.5', '2.5', '3'),
  }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.nat(30) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const plain: Line = { quantity: '3', price: '19.99', currency: 'USD', supplier: 2, pct: '33.3333' }

function bodyOf({ quantity, price, currency, supplier, pct }: Line) {
  return {
    description: 'Bench',
    quantity,
    'unit-price': price,
    currency: { code: currency },
    ...(supplier === undefined ? {} : { supplier: { id: supplier } }),
    ...(pct === undefined ? {} : { 'account-allocations': sharesOf(pct) }),
  }
}

const sharesOf = (pct: string) => [
  { account: { name: coupa.company.current.accounts[0]?.name }, pct },
  ...(pct === '33.3333' ? [{ account: { name: 'Laboratory' }, pct: '66.6667' }] : []),
]

async function take(taken: Step, numbers: number[]): Promise<void> {
  const { application } = coupa
  const number = 'at' in taken ? (numbers[taken.at % numbers.length] ?? 0) : 0
  switch (taken.kind) {
    case 'create':
      return create(taken.lines, numbers)
    case 'order': {
      await create([plain], numbers)
      const ordered = numbers.at(-1) ?? 0
      application.submit('emma', { requisition: ordered })
      if (taken.isLater) await schedule(ordered)
      application.approve('mark', { on: { type: 'RequisitionHeader', id: ordered } })
      return
    }
    case 'cart': {
      const cart = application.addItem('emma', { itemId: 1, quantity: '2' })
      if (!numbers.includes(cart.number)) numbers.push(cart.number)
      return
    }
    case 'change': {
      const path = `requisitions/${number}${taken.isUnchecked ? '/update_without_validation' : ''}`
      return call('PUT', path, { 'requisition-lines': [{ 'line-num': 1, ...bodyOf(taken.line) }] })
    }
    case 'submit':
      application.submit(taken.who, { requisition: number })
      return
    case 'complete': {
      const { lines } = application.requisition('ada', number)
      application.complete('ada', {
        requisition: number,
        lines: lines.map(({ id }) => ({ id, supplier: 2, unitPrice: '5' })),
      })
      return
    }
    case 'decide':
      application[taken.how](taken.who, {
        on: { type: 'RequisitionHeader', id: number },
        comment: 'So be it',
      })
      return
    case 'withdraw':
      application.withdraw(taken.who, { requisition: number })
      return
    case 'delete':
      return call('DELETE', `requisitions/${number}`)
    case 'schedule':
      return schedule(number)
    case 'receive': {
      const [order] = application.requisition('ada', number).purchaseOrders
      const [ordered] = order === undefined ? [] : application.purchaseOrder('ada', order.number).lines
      if (order === undefined || ordered === undefined) return
      application.receive('ada', {
        purchaseOrder: order.number,
        lines: [{ orderLine: ordered.id, quantity: taken.quantity }],
      })
      return
    }
    case 'wait':
      time.advance(taken.hours * 3_600_000)
      // Tokens last a day.
      api = await restClient(coupa)
  }
}

function schedule(number: number): Promise<void> {
  const at = new Date(time.clock().getTime() + 8 * 3_600_000).toISOString()
  return call('POST', `requisitions/schedule_issuance?id=${number}&issue_at=${at}`)
}

async function create(lines: readonly Line[], numbers: number[]): Promise<void> {
  const requester = { login: 'emma' }
  const { status, json } = await api.json('POST', 'requisitions', {
    requester,
    'requisition-lines': lines.map(bodyOf),
  })
  expect(status, JSON.stringify(json)).toBeOneOf([201, 400])
  if (status === 201) numbers.push(json.id)
}

async function call(method: string, path: string, body?: unknown): Promise<void> {
  const { status, text } = await api.json(method, path, body)
  expect(status, text).toBeOneOf([200, 201, 400, 404, 409])
}

function check(number: number): void {
  const { status, total, lines, purchaseOrders } = coupa.application.requisition('ada', number)
  expect(documented).toContain(status)
  reached.add(status)
  const worth = addDecimals('0', ...lines.map(one => one.worth ?? '0'))
  expect(compareDecimals(total, worth), `total ${total} of lines worth ${worth}`).toBe(0)
  expect(lines.map(({ lineNum }) => lineNum)).toEqual(lines.map((_line, place) => place + 1))
  for (const { total: whole, allocations } of lines) {
    if (allocations !== undefined) expectWhole(whole, allocations)
  }
  for (const order of purchaseOrders) {
    for (const one of coupa.application.purchaseOrder('ada', order.number).lines) {
      expectWhole(one.total, one.allocations)
      expect(compareDecimals(addDecimals(...one.allocations.map(({ pct = '0' }) => pct)), '100')).toBe(0)
    }
  }
  if (status === 'ordered') expect(purchaseOrders).not.toHaveLength(0)
}

function expectWhole(total: string, shares: readonly { readonly amount: string }[]): void {
  const sum = addDecimals('0', ...shares.map(({ amount }) => amount))
  expect(compareDecimals(sum, total), `shares of ${sum} in a total of ${total}`).toBe(0)
}

it('leads by no sequence of actions to a status that Coupa does not have; totals and accounts agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 20 }), async steps => {
      const numbers: number[] = []
      await create([plain], numbers)
      for (const taken of steps) {
        try {
          await take(taken, numbers)
        } catch (error) {
          if (!(error instanceof CoupaError)) throw error
        }
        for (const number of numbers) check(number)
      }
    }),
    propertyRuns(16),
  )
})

it('leads to each that Coupa documents', async () => {
  const story = async (...steps: Step[]) => {
    const numbers: number[] = []
    await create([plain], numbers)
    for (const taken of steps) {
      await take(taken, numbers)
      for (const number of numbers) check(number)
    }
  }
  await story({ kind: 'cart' })
  await story({ kind: 'submit', at: 0, who: 'emma' }, { kind: 'withdraw', at: 0, who: 'emma' })
  await story({ kind: 'delete', at: 0 })
  await story({ kind: 'order', isLater: true })
  const lacking: Step = { kind: 'create', lines: [{ ...plain, supplier: undefined }] }
  await story(lacking, { kind: 'submit', at: 1, who: 'emma' })
  await story(
    { kind: 'order', isLater: false },
    { kind: 'receive', at: 1, quantity: '2.5' },
    { kind: 'receive', at: 1, quantity: '0.5' },
  )
  await orderALot()
  expect([...reached].toSorted()).toEqual(documented.toSorted())
})

/** So many lines are ordered after the approval. */
async function orderALot(): Promise<void> {
  const numbers: number[] = []
  await create(
    Array.from({ length: 100 }, () => ({ ...plain, quantity: '1' })),
    numbers,
  )
  const [number = 0] = numbers
  coupa.application.submit('emma', { requisition: number })
  coupa.application.approve('mark', { on: { type: 'RequisitionHeader', id: number } })
  check(number)
  expect(reached).toContain('backgrounded')
  const order = await coupa.waitForOrder({ requisition: number })
  expect(order.lines).toHaveLength(100)
  check(number)
}
