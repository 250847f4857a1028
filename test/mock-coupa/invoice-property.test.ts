import {
  type ApprovalRule,
  CoupaError,
  type MockCoupa,
  manualTime,
  northwindInstruments,
  startMockCoupa,
} from '@punchloop/mock-coupa'
import { addDecimals, compareDecimals } from '@punchloop/sdk/cxml'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sendInvoice } from '../support/invoicing.js'
import { propertyRuns } from '../support/property-runs.js'

/** Coupa's own list, and where one may lead in one step. Written down again, so that the mock is held to it. */
const open = 'pending_approval pending_receipt ap_hold'
const leadsTo: Readonly<Record<string, string>> = {
  draft: `draft ${open} approved abandoned`,
  pending_approval: `${open} approved rejected disputed abandoned`,
  pending_receipt: `${open} approved disputed abandoned`,
  ap_hold: `${open} approved disputed abandoned`,
  disputed: `${open} disputed approved abandoned`,
  approved: 'approved voided',
  rejected: 'rejected abandoned',
  voided: 'voided',
  abandoned: 'abandoned',
}
/** While it stands so, what it says of an order's line is invoiced. */
const counted = `${open} disputed approved`.split(' ')

const actions = [
  'submit',
  'dispute',
  'withdraw_dispute',
  'bypass_approvals',
  'bypass_current_approval',
  'restart_approvals',
  'revalidate_tolerances',
  'abandon',
  'void',
] as const

const who = fc.constantFrom('emma', 'mark', 'ada', 'ada', 'ada')
const index = fc.nat(3)
const quantity = fc.constantFrom('1', '2', '2.5', '0.3333', '5')

const act = fc.record({
  kind: fc.constant('act' as const),
  who,
  invoice: fc.nat(6),
  action: fc.constantFrom(...actions),
  // Half of the time something that is possible, so that stories get further.
  possible: fc.option(fc.nat(8), { freq: 2 }),
  reason: fc.constantFrom(undefined, 'So be it', 'So be it'),
})

const decide = fc.record({
  kind: fc.constant('decide' as const),
  who: fc.constantFrom('emma', 'mark', 'ada'),
  invoice: fc.nat(6),
  // Half of the time somebody whose turn it is, on what waits for them.
  turn: fc.option(fc.nat(3), { freq: 2 }),
  decision: fc.constantFrom(
    'approve' as const,
    'approve' as const,
    'reject' as const,
    'hold' as const,
    'goOn' as const,
  ),
})

/** What anybody may try; most of it is refused, and that is part of it. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('order' as const), quantity: fc.constantFrom('5', '3') }),
  fc.record({
    kind: fc.constant('invoice' as const),
    order: index,
    quantity,
    unitPrice: fc.constantFrom('99.00', '99.00', '99', '99.01', '104.5'),
    shipping: fc.constantFrom(undefined, '0.1'),
    tax: fc.constantFrom(undefined, '8.17'),
    unbacked: fc.constantFrom(false, false, true),
  }),
  fc.record({ kind: fc.constant('credit' as const), order: index, quantity }),
  act,
  act,
  act,
  decide,
  decide,
  fc.record({
    kind: fc.constant('pay' as const),
    who,
    invoice: fc.nat(6),
    isApproved: fc.boolean(),
    paid: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('receive' as const), order: index, quantity }),
  fc.record({ kind: fc.constant('void receipt' as const), order: index }),
  fc.record({
    kind: fc.constant('close' as const),
    order: index,
    action: fc.constantFrom('close' as const, 'reopen' as const, 'cancel' as const),
  }),
  fc.record({
    kind: fc.constant('tolerate' as const),
    percent: fc.constantFrom('0', '5', '10'),
    sends: fc.boolean(),
    holds: fc.constantFrom(false, false, true),
    chains: fc.constantFrom('none' as const, 'hierarchy' as const, 'two' as const),
    level: fc.constantFrom('3-way' as const, '3-way' as const, '2-way' as const, 'none' as const),
  }),
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function take(coupa: MockCoupa, taken: Step): Promise<void> {
  const { application } = coupa
  const numbers = application.purchaseOrders('ada').map(({ number }) => number)
  const number = 'order' in taken ? numbers[taken.order % numbers.length] : undefined
  const invoices = application.invoiceList('ada').rows
  const invoice = 'invoice' in taken ? invoices[taken.invoice % invoices.length]?.id : undefined
  const bill = async (letter: Parameters<typeof sendInvoice>[1]) => {
    const { code, text } = await sendInvoice(coupa.url, letter)
    if (code === '500') throw new Error(`500 ${text}`)
  }
  switch (taken.kind) {
    case 'order': {
      const emma = coupa.person('emma')
      const { number: requisition } = await emma.addItem({ itemId: 4, quantity: taken.quantity })
      await emma.submit(requisition)
      await coupa.person('mark').approve(requisition)
      return
    }
    case 'invoice': {
      if (number === undefined) return
      const { shipping, tax, unitPrice } = taken
      await bill({
        order: number,
        lines: [
          { quantity: taken.quantity, unitPrice, part: 'HOS-KB01' },
          ...(taken.unbacked ? [{ lineNumber: '9', part: 'OTHER', unitPrice }] : []),
        ],
        ...(shipping === undefined ? {} : { shipping }),
        ...(tax === undefined ? {} : { tax }),
      })
      return
    }
    case 'credit':
      if (number === undefined) return
      await bill({
        order: number,
        purpose: 'lineLevelCreditMemo',
        lines: [{ quantity: `-${taken.quantity}`, unitPrice: '99', part: 'HOS-KB01' }],
      })
      return
    case 'act': {
      if (invoice === undefined) return
      const { reason, possible } = taken
      const { act } = application.invoice('ada', invoice).may
      application.actOnInvoice(taken.who, {
        invoice,
        action: (possible === null ? undefined : act[possible % act.length]) ?? taken.action,
        ...(reason === undefined ? {} : { reason }),
      })
      return
    }
    case 'decide': {
      const waiting = ['mark', 'ada', 'fiona'].flatMap(login =>
        application.toDo(login).map(({ approvable }) => ({ login, on: approvable })),
      )
      const { turn, who: anybody, decision } = taken
      const { login, on } = (turn === null ? undefined : waiting[turn % waiting.length]) ?? {
        login: anybody,
        on: { type: 'InvoiceHeader' as const, id: invoice ?? 0 },
      }
      application[decision](login, { on: { type: on.type, id: on.id }, comment: 'So be it' })
      return
    }
    case 'pay': {
      const approved = invoices.find(({ status }) => status === 'approved')?.id
      const paid = taken.isApproved ? approved : invoice
      if (paid !== undefined) application.payInvoice(taken.who, { invoice: paid, paid: taken.paid })
      return
    }
    case 'receive':
      if (number !== undefined) await coupa.person('emma').receive(number, { 1: taken.quantity })
      return
    case 'void receipt': {
      const receipt = number && coupa.purchaseOrder(number).receipts.find(({ status }) => status !== 'voided')
      if (receipt) application.voidReceipt('ada', { receipt: receipt.id })
      return
    }
    case 'close':
      if (number !== undefined) application.actOnOrder('ada', { purchaseOrder: number, action: taken.action })
      return
    case 'tolerate':
      await coupa.company.update(company => {
        company.invoiceTolerances = { pricePercent: taken.percent, quantityPercent: taken.percent }
        company.suppliers[0]!.invoiceMatchingLevel = taken.level
        company.suppliers[0]!.sendInvoicesToApprovals = taken.sends
        company.suppliers[0]!.holdInvoicesForApReview = taken.holds
        company.approvalRules = [
          ...company.approvalRules.filter(({ documentType }) => documentType !== 'invoice'),
          ...invoiceChains[taken.chains],
        ]
      })
  }
}

const chain = { documentType: 'invoice', active: true } as const
const invoiceChains: Readonly<Record<'none' | 'hierarchy' | 'two', ApprovalRule[]>> = {
  none: [],
  // Nobody has an invoice approval limit, so accounts payable has to stand in.
  hierarchy: [
    { ...chain, id: 21, name: 'Managers', kind: 'management_hierarchy', priority: 50, approvers: [] },
  ],
  two: [
    { ...chain, id: 22, name: 'Mark', kind: 'approval_chain', priority: 10, approvers: ['mark'] },
    { ...chain, id: 23, name: 'Ada', kind: 'approval_chain', priority: 60, approvers: ['ada'] },
  ],
}

type Seen = ReturnType<typeof look>
type Invoice = Seen['invoices'][number]

/** Everything that is, as an administrator sees it. */
function look({ application, company, purchaseOrder }: MockCoupa) {
  return {
    invoices: application.invoiceList('ada').rows.map(({ id }) => application.invoice('ada', id)),
    orders: application.purchaseOrders('ada').map(({ number }) => purchaseOrder(number)),
    holds: company.current.suppliers[0]?.holdInvoicesForApReview === true,
    level: company.current.suppliers[0]?.invoiceMatchingLevel ?? '3-way',
    tolerates: company.current.invoiceTolerances?.quantityPercent ?? '0',
  }
}

const sum = (amounts: readonly string[]) => addDecimals('0', ...amounts)
const differs = (one: string, other: string) => compareDecimals(one, other) !== 0

/** What is wrong now, after what was before. */
function faultsOf(now: Seen, before: Seen, taken: Step): string[] {
  const was = new Map(before.invoices.map(invoice => [invoice.id, invoice]))
  return [
    ...now.invoices.flatMap(invoice => invoiceFaults(invoice, was.get(invoice.id), taken)),
    ...now.invoices.flatMap(invoice => approvalFaults(invoice, now.holds || before.holds)),
    ...now.orders.flatMap(order => order.lines.flatMap(line => lineFaults(line, now))),
    ...(was.size > now.invoices.length ? ['an invoice is gone'] : []),
    ...paidWithoutArrival(now, before, taken),
  ]
}

function invoiceFaults(
  invoice: Seen['invoices'][number],
  was: Seen['invoices'][number] | undefined,
  taken: Step,
): string[] {
  const { netTotal, shippingAmount, handlingAmount, miscAmount, taxAmount, grossTotal, lines, status } =
    invoice
  const isCredit = invoice.documentType === 'Credit Note'
  const mayLeadTo = leadsTo[was?.status ?? 'draft']?.split(' ') ?? []
  const isPaidNow = invoice.paid && was?.paid !== true
  const isTouched = was !== undefined && invoice.history.length > was.history.length
  const isByOutsider = taken.kind !== 'decide' && 'who' in taken && taken.who !== 'ada'
  return [
    ...(mayLeadTo.includes(status) ? [] : [`${was?.status} → ${status}`]),
    ...(differs(netTotal, sum(lines.map(({ total }) => total))) ? [`net ${netTotal}`] : []),
    ...(differs(grossTotal, sum([netTotal, shippingAmount, handlingAmount, miscAmount, taxAmount]))
      ? [`gross ${grossTotal}`]
      : []),
    ...(differs(taxAmount, sum([...amountsOf(invoice.taxLines), ...lines.map(line => line.taxAmount)]))
      ? [`taxes of ${taxAmount}`]
      : []),
    ...lines.flatMap(lineParts),
    ...(isCredit === compareDecimals(netTotal, '0') < 0 ? [] : [`${invoice.documentType} of ${netTotal}`]),
    ...(isPaidNow && status !== 'approved' ? [`paid while ${status}`] : []),
    ...(was !== undefined && was.status !== status && !isTouched ? ['a change left no history'] : []),
    ...(isTouched && isByOutsider ? [`${taken.who} changed it`] : []),
    ...(was !== undefined && was.grossTotal !== grossTotal ? ['another total than it came with'] : []),
  ]
}

const amountsOf = (parts: readonly { readonly amount: string }[]) => parts.map(({ amount }) => amount)

/** Its taxes and its shares come to what it says. */
function lineParts({
  lineNum,
  total,
  taxAmount,
  taxLines,
  allocations,
  orderLine,
}: Invoice['lines'][number]): string[] {
  const isCharged = orderLine === undefined || !differs(total, sum(amountsOf(allocations)))
  return [
    ...(differs(taxAmount, sum(amountsOf(taxLines))) ? [`taxes of line ${lineNum}`] : []),
    ...(isCharged ? [] : [`accounts of line ${lineNum}`]),
  ]
}

/** While it waits for approval somebody is asked, and nobody otherwise; what people refused is not approved. */
function approvalFaults({ status, chain, failedTolerances, apReviewed }: Invoice, holds: boolean): string[] {
  const open = chain.filter(one => one.status === 'pending_approval' || one.status === 'on_hold')
  const isHeldForNothing = status === 'ap_hold' && failedTolerances.length === 0 && !holds && !apReviewed
  return [
    ...((status === 'pending_approval') === open.length > 0 ? [] : [`${status} with ${open.length} asked`]),
    ...(status === 'approved' && chain.some(one => one.status === 'rejected')
      ? ['approved though refused']
      : []),
    ...(isHeldForNothing ? ['held for nothing'] : []),
  ]
}

function lineFaults(line: Seen['orders'][number]['lines'][number], { invoices }: Seen): string[] {
  const invoiced = sum(
    invoices
      .filter(({ status }) => counted.includes(status))
      .flatMap(({ lines }) => lines)
      .filter(({ orderLine }) => orderLine === line.id)
      .map(({ quantity, total }) => quantity ?? total),
  )
  return [
    ...(differs(invoiced, line.invoiced) ? [`${line.invoiced} instead of ${invoiced} invoiced`] : []),
    ...(compareDecimals(line.invoiced, '0') < 0 ? [`${line.invoiced} invoiced`] : []),
  ]
}

/** What nobody but the three-way match has approved has arrived. */
function paidWithoutArrival(now: Seen, before: Seen, taken: Step): string[] {
  // Whoever acts may approve what has not arrived.
  const isDecided = taken.kind === 'act' || taken.kind === 'decide'
  if (now.level !== '3-way' || isDecided) return []
  const approvedBefore = new Set(
    before.invoices.filter(({ status }) => status === 'approved').map(({ id }) => id),
  )
  const fresh = now.invoices.filter(
    ({ id, status, documentType }) =>
      status === 'approved' && documentType === 'Invoice' && !approvedBefore.has(id),
  )
  const touched = new Set(fresh.flatMap(({ lines }) => lines.map(({ orderLine }) => orderLine)))
  return now.orders
    .flatMap(({ lines }) => lines)
    .filter(({ id }) => touched.has(id))
    .flatMap(line => {
      const approved = sum(
        now.invoices
          .filter(({ status, documentType }) =>
            documentType === 'Invoice' ? status === 'approved' : counted.includes(status),
          )
          .flatMap(({ lines }) => lines)
          .filter(({ orderLine }) => orderLine === line.id)
          .map(({ quantity }) => quantity ?? '0'),
      )
      const most = Number(line.received) * (1 + Number(now.tolerates) / 100)
      return Number(approved) > most + 1e-9 ? [`${approved} approved of ${line.received} received`] : []
    })
}

/** `see` is what the test looks through: a control looks through one that lies. */
function neverFails(reached: Set<string>, see: (seen: Seen) => Seen = seen => seen) {
  return fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 30 }), async steps => {
    const time = manualTime(new Date('2026-03-02T17:00:00Z'))
    const company = northwindInstruments({ inboundSecret: 'marker-secret-in' })
    company.suppliers[0]!.poMethod = 'mark_as_sent'
    for (const item of company.items) item.supplier = company.suppliers[0]!.id
    const coupa = await startMockCoupa({ port: 0, company, clock: time.clock, timers: time.timers })
    try {
      let before = see(look(coupa))
      for (const taken of [{ kind: 'order', quantity: '5' } as const, ...steps]) {
        try {
          await take(coupa, taken)
        } catch (error) {
          if (!(error instanceof CoupaError)) throw error
        }
        const now = see(look(coupa))
        const faults = faultsOf(now, before, taken)
        if (faults.length > 0) throw new Error(`${JSON.stringify(taken)}: ${faults.join('; ')}`)
        for (const { status, documentType, paid } of now.invoices) {
          reached
            .add(status)
            .add(documentType)
            .add(paid ? 'paid' : 'unpaid')
        }
        before = now
      }
    } finally {
      await coupa.close()
    }
  })
}

describe('whatever anybody does with invoices', () => {
  it('leads to no status that Coupa does not have; totals and what is invoiced agree', async () => {
    const reached = new Set<string>()
    await fc.assert(neverFails(reached), propertyRuns(12))
    // Otherwise it would prove nothing.
    expect([...reached]).toEqual(
      expect.arrayContaining([
        'pending_approval',
        'pending_receipt',
        'ap_hold',
        'approved',
        'disputed',
        'voided',
        'abandoned',
        'Credit Note',
        'paid',
      ]),
    )
  }, 60_000)

  it.each<[string, (seen: Seen) => Seen]>([
    [
      'an invoice that is voided and still counts',
      seen => ({
        ...seen,
        invoices: seen.invoices.map(one =>
          one.status === 'abandoned' ? { ...one, status: 'pending_receipt' } : one,
        ),
      }),
    ],
    [
      'an invoice that waits for nobody’s approval',
      seen => ({
        ...seen,
        invoices: seen.invoices.map(one => (one.status === 'pending_approval' ? { ...one, chain: [] } : one)),
      }),
    ],
    [
      'a total without the charges',
      seen => ({ ...seen, invoices: seen.invoices.map(one => ({ ...one, grossTotal: one.netTotal })) }),
    ],
    [
      'a match that looks at no receipt',
      seen => ({
        ...seen,
        invoices: seen.invoices.map(one =>
          one.status === 'pending_receipt' ? { ...one, status: 'approved' } : one,
        ),
      }),
    ],
  ])(
    'is found out by this test: %s',
    async (_name, see) => {
      const found = await fc.check(neverFails(new Set(), see), { numRuns: 40, endOnFailure: true, seed: 7 })
      expect(found.failed).toBe(true)
    },
    60_000,
  )
})
