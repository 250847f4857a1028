import type { Company } from '@punchloop/mock-coupa'
import { afterEach, describe, expect, it } from 'vitest'
import { sendInvoice } from '../support/invoicing.js'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { type RestClient, restClient } from '../support/rest-client.js'
import { readText, signIn } from '../support/visitor.js'

let world: Ordering
let api: RestClient

afterEach(() => world.close())

type Rule = Company['approvalRules'][number]

const chain = (id: number, change: Partial<Rule>): Rule => ({
  id,
  name: `Rule ${id}`,
  kind: 'approval_chain',
  documentType: 'invoice',
  priority: 10,
  approvers: [],
  active: true,
  ...change,
})

/** A company whose suppliers are paid for what is ordered, received or not. */
async function start(
  rules: readonly Rule[],
  change: (settings: { company: Company; brightstack: Company['suppliers'][number] }) => void = () => {},
) {
  world = await startOrdering(settings => {
    settings.company.approvalRules.push(...rules)
    settings.brightstack.invoiceMatchingLevel = '2-way'
    change(settings)
  })
  api = await restClient(world.coupa)
}

/** Of one suite of 49.90 that Emma has ordered. Its id. */
async function invoiced(unitPrice?: string): Promise<number> {
  const { number } = await world.order()
  const lines = [unitPrice === undefined ? {} : { unitPrice }]
  expect(await sendInvoice(world.coupa.url, { order: number, lines })).toMatchObject({ code: '200' })
  return world.coupa.application.invoiceList('ada').rows[0]?.id ?? 0
}

const invoice = (id: number) => world.coupa.application.invoice('ada', id)
const asked = (id: number) =>
  invoice(id).chain.map(({ approver, status }) => `${approver.login || approver.fullName}: ${status}`)

describe('an invoice that people approve', () => {
  it('is one of a supplier whose invoices are sent to approvals, and goes through its own chains', async () => {
    await start([chain(11, { approvers: ['mark', 'fiona'] })], ({ brightstack }) => {
      brightstack.sendInvoicesToApprovals = true
    })
    const id = await invoiced()
    expect(asked(id)).toEqual(['mark: pending_approval', 'fiona: null'])
    expect(await world.coupa.person('mark').toDo()).toMatchObject([
      { approvable: { type: 'InvoiceHeader', id, title: 'Brightstack Inc', total: '49.9' } },
    ])
    await world.coupa.person('mark').approveInvoice(id, 'As ordered')
    expect(invoice(id).status).toBe('pending_approval')
    await world.coupa.person('fiona').approveInvoice(id)
    expect(invoice(id)).toMatchObject({
      status: 'approved',
      history: expect.arrayContaining([
        expect.objectContaining({ by: 'Mark Osei', text: 'Approved (Rule 11)', comment: 'As ordered' }),
      ]),
    })
  })

  it('is any invoice where the company says so, and none of a supplier that is excepted', async () => {
    await start([], ({ company }) => {
      company.sendInvoicesToApprovals = true
    })
    const id = await invoiced()
    expect(asked(id)).toEqual(['Accounts payable: pending_approval'])
    await world.coupa.company.update(({ suppliers: [brightstack] }) => {
      brightstack!.sendInvoicesToApprovals = false
    })
    expect(invoice(await invoiced()).status).toBe('approved')
  })

  it('goes up the hierarchy by invoice approval limits', async () => {
    await start([chain(11, { kind: 'management_hierarchy', priority: 50 })], ({ company, brightstack }) => {
      brightstack.sendInvoicesToApprovals = true
      for (const person of company.people) {
        if (person.login === 'mark') person.invoiceApprovalLimit = '40'
        if (person.login === 'fiona') person.invoiceApprovalLimit = '1000'
      }
    })
    expect(asked(await invoiced())).toEqual(['mark: pending_approval', 'fiona: null'])
  })

  it('counts for a limit what it says itself that its currency is worth', async () => {
    await start([chain(11, { kind: 'management_hierarchy', priority: 50 })], ({ company, brightstack }) => {
      brightstack.sendInvoicesToApprovals = true
      company.currencies = [{ code: 'EUR', rate: '2' }]
      for (const person of company.people) {
        if (person.login === 'mark') person.invoiceApprovalLimit = '40'
        if (person.login === 'fiona') person.invoiceApprovalLimit = '1000'
      }
    })
    const { lines } = await world.order([{ quantity: '2', unitPrice: '30', currency: 'EUR' }])
    const ofOne = async (invoiceNumber: string, more: object) => {
      const { json } = await api.json('POST', 'invoices', {
        'invoice-number': invoiceNumber,
        'invoice-date': '2026-03-02',
        supplier: { id: 1 },
        currency: { code: 'EUR' },
        'invoice-lines': [{ 'order-line-id': lines[0]?.id, quantity: '1', price: '30' }],
        ...more,
      })
      await api.json('PUT', `invoices/${json.id}/submit`)
      return asked(json.id)
    }
    expect(await ofOne('E-1', {})).toEqual(['mark: pending_approval', 'fiona: null'])
    expect(await ofOne('E-2', { 'exchange-rate': '1.3' })).toEqual(['mark: pending_approval'])
  })

  it('needs nobody within the requester’s self-approval limit', async () => {
    await start([chain(11, { kind: 'management_hierarchy', priority: 50 })], ({ company, brightstack }) => {
      brightstack.sendInvoicesToApprovals = true
      for (const person of company.people) {
        if (person.login === 'emma') person.invoiceSelfApprovalLimit = '49.90'
      }
    })
    expect(invoice(await invoiced())).toMatchObject({ status: 'approved', chain: [] })
  })

  it('waits for accounts payable where no chain finds anybody, and says why', async () => {
    await start([chain(11, { kind: 'management_hierarchy', priority: 50 })], ({ brightstack }) => {
      brightstack.sendInvoicesToApprovals = true
    })
    const id = await invoiced()
    expect(asked(id)).toEqual(['Accounts payable: pending_approval'])
    expect(invoice(id).history.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('whose invoice approval limit is not set'),
    )
  })

  it('is rejected with a reason, and counts no more on the order', async () => {
    await start([chain(11, { approvers: ['mark'] })], ({ brightstack }) => {
      brightstack.sendInvoicesToApprovals = true
    })
    const id = await invoiced()
    const [{ number } = { number: '' }] = invoice(id).orders
    expect(world.coupa.purchaseOrder(number).lines[0]?.invoiced).toBe('1')
    await world.coupa.person('mark').rejectInvoice(id, 'Never came')
    expect(invoice(id)).toMatchObject({ status: 'rejected', voidReason: 'Never came' })
    expect(world.coupa.purchaseOrder(number).lines[0]?.invoiced).toBe('0')
    expect(await world.coupa.person('emma').notifications()).toContainEqual(
      expect.objectContaining({ kind: 'document_rejected', invoice: id }),
    )
  })

  it('asks nobody while it is disputed, and everybody again afterwards', async () => {
    await start([chain(11, { approvers: ['mark'] })], ({ brightstack }) => {
      brightstack.sendInvoicesToApprovals = true
    })
    const id = await invoiced()
    await world.coupa.person('ada').actOnInvoice(id, 'dispute', 'Which one?')
    expect(await world.coupa.person('mark').toDo()).toEqual([])
    await world.coupa.person('ada').actOnInvoice(id, 'withdraw_dispute')
    expect(asked(id)).toEqual(['mark: pending_approval'])
  })
})

describe('an invoice that accounts payable reviews', () => {
  it('is held though nothing is off, until it is submitted', async () => {
    await start([], ({ brightstack }) => {
      brightstack.holdInvoicesForApReview = true
    })
    const id = await invoiced()
    expect(invoice(id)).toMatchObject({ status: 'ap_hold', failedTolerances: [] })
    await world.coupa.person('ada').actOnInvoice(id, 'revalidate_tolerances')
    expect(invoice(id).status).toBe('ap_hold')
    expect((await api.json('PUT', `invoices/${id}/submit`)).json).toMatchObject({ status: 'approved' })
  })

  it('needs approval where it was let pass beyond the tolerances', async () => {
    await start([chain(11, { approvers: ['mark'] })])
    const id = await invoiced('60.00')
    expect(invoice(id)).toMatchObject({ status: 'ap_hold', failedTolerances: [{ code: 'price' }] })
    expect((await api.json('PUT', `invoices/${id}/submit`)).json).toMatchObject({
      status: 'pending_approval',
      'current-approval': { approver: { login: 'mark' } },
    })
  })
})

describe('a chain that asks nobody', () => {
  it('keeps people from submitting, and holds what a supplier sends', async () => {
    await start([chain(11, { kind: 'blocking', message: 'Last year is closed', maxTotal: '50' })])
    const id = await invoiced()
    expect(invoice(id)).toMatchObject({ status: 'ap_hold', chainProblem: 'Last year is closed' })
    const refused = await api.json('PUT', `invoices/${id}/submit`)
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('Last year is closed')
  })

  it('warns whoever submits a request, or stops the request', async () => {
    const ofRequests = { documentType: 'requisition' } as const
    await start([
      chain(11, { ...ofRequests, kind: 'warning', message: 'Quotes from 100 on', minTotal: '100' }),
      chain(12, { ...ofRequests, kind: 'blocking', message: 'Ask IT first', minTotal: '1000' }),
    ])
    const emma = world.coupa.person('emma')
    const { number, warnings } = await emma.addItem({ itemId: 2, quantity: '1' })
    expect(warnings).toEqual(['Quotes from 100 on'])
    const page = await (await signIn(world.coupa.url, 'emma')).get('/cart')
    expect(readText(page.html)).toContain('Quotes from 100 on')
    expect(await emma.addItem({ itemId: 1, quantity: '1' })).toMatchObject({ chainProblem: 'Ask IT first' })
    await expect(emma.submit(number)).rejects.toMatchObject({
      code: 'ERR_COUPA_INVALID',
      message: 'This cannot be submitted: Ask IT first',
    })
    world.coupa.application.removeLine('emma', { requisition: number, lineNum: 2 })
    expect((await emma.submit(number)).history.map(({ text }) => text)).toContain(
      'Warning: Quotes from 100 on',
    )
  })
})

describe('approvals of an invoice by the API', () => {
  it('are in the invoice and beside those of others, and are decided with a reason', async () => {
    await start([chain(11, { approvers: ['mark', 'fiona'] })], ({ brightstack }) => {
      brightstack.sendInvoicesToApprovals = true
    })
    const id = await invoiced()
    const shown = (await api.json('GET', `invoices/${id}`)).json
    expect(shown).toMatchObject({
      'current-approval': { position: 1, approver: { login: 'mark' } },
      approvals: [
        { 'approvable-type': 'InvoiceHeader', 'approvable-id': id, 'approval-chain-id': 11 },
        { status: null, approver: { login: 'fiona' }, type: 'ApprovalChainApproval' },
      ],
    })
    const found = await api.json('GET', `approvals?approvable-type=InvoiceHeader&status=pending_approval`)
    expect(found.json).toMatchObject([{ id: shown.approvals[0].id }])
    const approval = shown.approvals[0].id
    expect((await api.json('PUT', `approvals/${approval}`, { note: 'See mail' })).json.note).toBe('See mail')
    const other = await api.json('PUT', `approvals/${approval}`, { approver: { login: 'ada' } })
    expect(other.json).toMatchObject({ approver: { login: 'ada' }, status: 'pending_approval' })
    expect(await world.coupa.person('mark').toDo()).toEqual([])
    await api.json('PUT', `approvals/${approval}/approve?reason=Fine`)
    const last = shown.approvals[1].id
    const refused = await api.json('PUT', `approvals/${last}/reject?reason=No`)
    expect(refused.json).toMatchObject({ status: 'rejected', note: 'No' })
    expect((await api.json('GET', `invoices/${id}`)).json.status).toBe('rejected')
  })

  it('take others in, let go of them, are bypassed one by one or all, and begin again', async () => {
    await start([chain(11, { approvers: ['mark', 'fiona'] })], ({ brightstack }) => {
      brightstack.sendInvoicesToApprovals = true
    })
    const id = await invoiced()
    const added = await api.json('PUT', `invoices/${id}/add_approver`, { approver: { login: 'ada' } })
    expect(added.json.approvals.map((one: { approver: { login: string } }) => one.approver.login)).toEqual([
      'mark',
      'ada',
      'fiona',
    ])
    const adHoc = added.json.approvals[1].id
    await api.json('PUT', `invoices/${id}/remove_approval?approval_id=${adHoc}`)
    const next = await api.json('PUT', `invoices/${id}/bypass_current_approval`)
    expect(next.json).toMatchObject({
      status: 'pending_approval',
      approvals: [{ status: 'skipped' }, { status: 'pending_approval' }],
    })
    const again = await api.json('PUT', `invoices/${id}/restart_approvals`)
    expect(again.json.approvals).toMatchObject([{ status: 'pending_approval' }, { status: null }])
    const done = await api.json('PUT', `invoices/${id}/bypass_approvals`)
    expect(done.json).toMatchObject({
      status: 'approved',
      approvals: [{ status: 'skipped' }, { status: 'skipped' }],
    })
    expect(done.json).not.toHaveProperty('current-approval')
    expect((await api.json('PUT', `invoices/${id}/restart_approvals`)).status).toBe(400)
  })
})

it('is sent to people, held and limited as the API says of suppliers and users', async () => {
  await start([chain(11, { kind: 'management_hierarchy', priority: 50 })])
  const [mark] = (await api.json('GET', 'users?login=mark')).json
  await api.json('PUT', `users/${mark.id}`, { 'invoice-approval-limit': { amount: '49.90' } })
  const [brightstack] = (await api.json('GET', 'suppliers?name=Brightstack Inc')).json
  expect(brightstack).toMatchObject({
    'send-invoices-to-approvals': false,
    'hold-invoices-for-ap-review': false,
  })
  await api.json('PUT', `suppliers/${brightstack.id}`, { 'send-invoices-to-approvals': true })
  expect(asked(await invoiced())).toEqual(['mark: pending_approval'])
  const held = await api.json('PUT', `suppliers/${brightstack.id}`, { 'hold-invoices-for-ap-review': true })
  expect(held.json).toMatchObject({ 'send-invoices-to-approvals': true, 'hold-invoices-for-ap-review': true })
  expect(invoice(await invoiced()).status).toBe('ap_hold')
})

describe('the page of an invoice', () => {
  it('draws its chain and lets whoever is asked decide, hold and ask others', async () => {
    await start([chain(11, { approvers: ['mark'] })], ({ brightstack }) => {
      brightstack.sendInvoicesToApprovals = true
    })
    const id = await invoiced()
    const mark = await signIn(world.coupa.url, 'mark')
    expect(readText((await mark.get('/approvals')).html)).toContain('Brightstack Inc')
    const { html } = await mark.get(`/invoices/${id}`)
    expect(html).toContain('data-approver="mark" data-status="pending_approval"')
    expect(readText(html)).toContain('Your approval is needed')
    const silent = await mark.post(`/invoices/${id}/reject`, { comment: ' ' })
    expect(silent.status).toBe(422)
    expect(readText(silent.html)).toContain('say why')
    await mark.post(`/invoices/${id}/approvers`, { approver: 'fiona', place: 'at_end' })
    await mark.post(`/invoices/${id}/hold`, { comment: 'Asking Emma' })
    expect(asked(id)).toEqual(['mark: on_hold', 'fiona: null'])
    await mark.post(`/invoices/${id}/go-on`)
    expect(await mark.post(`/invoices/${id}/approve`)).toMatchObject({ status: 303 })
    expect(asked(id)).toEqual(['mark: approved', 'fiona: pending_approval'])
    expect(await mark.get(`/invoices/${id}`)).toMatchObject({ status: 200 })
    expect((await (await signIn(world.coupa.url, 'fiona')).get(`/invoices/${id}`)).status).toBe(200)
  })

  it('is seen by whomever a comment on it mentions, and by no other stranger', async () => {
    await start([])
    const id = await invoiced()
    const { application } = world.coupa
    expect(() => application.invoice('mark', id)).toThrow('There is no invoice')
    application.comment('ada', { on: { type: 'InvoiceHeader', id }, comments: 'Is this right, @mark?' })
    expect(application.invoice('mark', id).conversation).toHaveLength(1)
    expect(application.notifications('mark')[0]).toMatchObject({
      subject: expect.stringMatching(/ mentioned you on invoice INV-\d+$/),
      invoice: id,
    })
    expect(() => application.invoice('fiona', id)).toThrow('There is no invoice')
  })

  it('shows whom it would go to while it is held', async () => {
    await start([chain(11, { approvers: ['mark'] })])
    const id = await invoiced('60.00')
    const { html } = await (await signIn(world.coupa.url, 'ada')).get(`/invoices/${id}`)
    expect(readText(html)).toContain('these people are asked in this order')
    expect(html).toContain('data-approver="mark" data-status="not_asked"')
  })
})

it('is decided by the link in the mail, by a delegate, and by the manager after its time', async () => {
  await start([chain(11, { approvers: ['mark'], watchers: ['ada'], escalateAfterHours: 5 })], settings => {
    settings.brightstack.sendInvoicesToApprovals = true
  })
  const { coupa, time } = world
  const first = await invoiced()
  const mail = coupa
    .mails()
    .find(
      ({ subject }) =>
        subject === `${invoice(first).documentType} ${invoice(first).invoiceNumber} needs your approval`,
    )
  const [link = ''] = /\/approvals\/mail\/[\w-]+\/approve/.exec(mail?.text ?? '') ?? []
  expect(readText(await (await fetch(coupa.url + link)).text())).toContain('Approve invoice INV')
  await fetch(coupa.url + link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  })
  expect(invoice(first).status).toBe('approved')
  expect(await coupa.person('ada').notifications()).toContainEqual(
    expect.objectContaining({ kind: 'requisition_watched', subject: expect.stringContaining('is approved') }),
  )

  const second = await invoiced()
  time.advance(5 * 3_600_000)
  await coupa.waitFor(() => invoice(second).chain.length === 2)
  expect(asked(second)).toEqual(['mark: escalated', 'fiona: pending_approval'])
  coupa.application.delegate('fiona', {
    delegate: 'emma',
    startDate: new Date('2026-03-01T08:00:00Z'),
    endDate: new Date('2026-03-09T08:00:00Z'),
    reason: 'Away',
  })
  // Emma asked for it: nobody approves an own request, in nobody’s name.
  await expect(coupa.person('emma').approveInvoice(second)).rejects.toThrow('not for you')
  coupa.application.delegate('fiona', {
    delegate: 'ada',
    startDate: new Date('2026-03-01T08:00:00Z'),
    endDate: new Date('2026-03-09T08:00:00Z'),
    reason: 'Away',
  })
  await coupa.person('ada').approveInvoice(second)
  expect(invoice(second)).toMatchObject({ status: 'approved', chain: [{}, { decidedBy: { login: 'ada' } }] })
})
