import { type ManualTime, type MockCoupa, manualTime, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RestClient, restClient } from '../support/rest-client.js'

const lamp = {
  description: 'Desk lamp',
  quantity: '2',
  'unit-price': '12.5',
  uom: { code: 'EA' },
  currency: { code: 'USD' },
  supplier: { name: 'Harbour Office Supply' },
  account: { name: 'IT' },
  'need-by-date': '2026-03-09T00:00:00-08:00',
}

let time: ManualTime
let coupa: MockCoupa
let api: RestClient

beforeEach(async () => {
  time = manualTime(new Date('2026-03-02T17:00:00Z'))
  coupa = await startMockCoupa({
    port: 0,
    clock: time.clock,
    timers: time.timers,
    apiRateLimit: { perSecond: 1_000_000, burst: 1_000_000 },
  })
  api = await restClient(coupa)
})
afterEach(() => coupa.close())

async function draft(more: Readonly<Record<string, unknown>> = {}) {
  const { json } = await api.json('POST', 'requisitions', {
    'requested-by': { login: 'emma' },
    'requisition-lines': [lamp],
    ...more,
  })
  return json
}

describe('a requisition by the API', () => {
  it('begins as a draft of whoever asks, with exact totals', async () => {
    const json = await draft({ justification: 'Too dark', 'ship-to-address': { 'location-code': 'HQ' } })
    expect(json).toMatchObject({
      status: 'draft',
      total: '25.00',
      'line-count': 1,
      justification: 'Too dark',
      currency: { code: 'USD' },
      'requested-by': { login: 'emma' },
      'created-by': { login: 'ada' },
      'ship-to-address': { 'location-code': 'HQ', country: { code: 'US' } },
      'requisition-lines': [
        {
          'line-num': 1,
          'line-type': 'RequisitionQuantityLine',
          'source-type': 'Non-Catalog Request',
          quantity: '2.0',
          'unit-price': '12.50',
          total: '25.00',
          uom: { code: 'EA', name: 'Each' },
          supplier: { name: 'Harbour Office Supply' },
          account: { name: 'IT', 'segment-1': 'NWI' },
          'need-by-date': '2026-03-09T00:00:00-08:00',
        },
      ],
      attachments: [],
      approvals: [],
    })
  })

  it('has amounts as well as quantities, and items of the catalogue', async () => {
    const { 'requisition-lines': lines, total } = await draft({
      'requisition-lines': [
        { 'line-type': 'RequisitionAmountLine', description: 'Advice', 'unit-price': '1000' },
        { item: { 'item-number': 'HOS-KB01' }, quantity: 3, description: 'is overridden' },
        { item: { id: 2 }, quantity: '1', 'unit-price': '400' },
      ],
    })
    expect(lines).toMatchObject([
      { 'line-type': 'RequisitionAmountLine', quantity: null, total: '1000.00' },
      { description: 'Keyboard, mechanical', 'source-part-num': 'HOS-KB01', total: '297.00' },
      { description: 'Monitor 27" 4K', 'unit-price': '400.00' },
    ])
    expect(total).toBe('1697.00')
  })

  it('is changed line by line, and lines are added', async () => {
    const { id, 'requisition-lines': lines } = await draft()
    const { json } = await api.json('PUT', `requisitions/${id}`, {
      'requisition-lines': [
        { id: lines[0].id, quantity: '4' },
        { ...lamp, description: 'Another lamp' },
      ],
    })
    expect(json).toMatchObject({ total: '75.00', 'line-count': 2 })
    expect(json['requisition-lines']).toMatchObject([
      { id: lines[0].id, description: 'Desk lamp', total: '50.00' },
      { 'line-num': 2, description: 'Another lamp' },
    ])
  })

  it.each([
    [{ description: '' }, "Description can't be blank"],
    [{ quantity: '0' }, 'Quantity must be greater than 0'],
    [{ quantity: 'two' }, 'Quantity is not a number'],
    [{ 'unit-price': '-1' }, 'Unit price must be greater than or equal to 0'],
  ])('is refused with a line of %j', async (fault, message) => {
    const { status, json } = await api.json('POST', 'requisitions', {
      'requisition-lines': [{ ...lamp, ...fault }],
    })
    expect(status).toBe(400)
    expect(json.errors.requisition_header).toEqual([message])
    expect((await api.json('GET', 'requisitions')).json).toEqual([])
  })

  it.each(['supplier', 'uom', 'account', 'commodity'])('names a %s that exists', async field => {
    const { status, json } = await api.json('POST', 'requisitions', {
      'requisition-lines': [{ ...lamp, [field]: { name: 'No such thing' } }],
    })
    expect(status).toBe(400)
    expect(json.errors.requisition_header[0]).toMatch(/must exist and be active; found .*No such thing/)
  })

  it('goes from approval to approval to an order', async () => {
    const { id } = await draft()
    const submitted = await api.json('PUT', `requisitions/${id}/submit_for_approval`)
    expect(submitted.json).toMatchObject({
      status: 'pending_approval',
      'submitted-at': '2026-03-02T09:00:00-08:00',
      'current-approval': { status: 'pending_approval', approver: { login: 'mark' } },
      approvals: [{ position: 1, type: 'ManagementHierarchyApproval', 'approvable-id': id }],
    })
    const waiting = await api.json('GET', 'approvals?status=pending_approval&approver[login]=mark')
    const [approval] = waiting.json
    const approved = await api.json('PUT', `approvals/${approval.id}/approve?reason=Fine`)
    expect(approved.json).toMatchObject({
      status: 'approved',
      note: 'Fine',
      'approved-by': { login: 'mark' },
    })
    expect((await api.json('GET', `requisitions/${id}`)).json.status).toBe('ordered')
    const orders = await api.json('GET', `purchase_orders?requisition-header[id]=${id}`)
    expect(orders.json).toMatchObject([
      { status: 'issued', 'transmission-status': 'sent_manually', 'requisition-header': { id } },
    ])
    const again = await api.json('PUT', `approvals/${approval.id}/approve`)
    expect(again.status).toBe(400)
  })

  it('comes back as a draft when it is rejected', async () => {
    const { id } = await draft()
    const { json } = await api.json('PUT', `requisitions/${id}/submit_for_approval`)
    const current = json['current-approval']
    await api.json('PUT', `approvals/${current.id}/reject?reason=${encodeURIComponent('Too bright')}`)
    expect((await api.json('GET', `requisitions/${id}`)).json).toMatchObject({
      status: 'draft',
      'reject-reason-comment': 'Too bright',
    })
  })

  it('waits for a buyer where a line has no supplier, until one is given', async () => {
    const { supplier: _supplier, ...unsourced } = lamp
    const { id, 'requisition-lines': lines } = await draft({ 'requisition-lines': [unsourced] })
    const submitted = await api.json('PUT', `requisitions/${id}/submit_for_approval`)
    expect(submitted.json.status).toBe('pending_buyer_action')
    expect((await api.json('PUT', `requisitions/${id}/submit_for_approval`)).status).toBe(400)
    const completed = await api.json('PUT', `requisitions/${id}/update_and_submit_for_approval`, {
      'requisition-lines': [{ id: lines[0].id, supplier: { id: 2 } }],
    })
    expect(completed.json.status).toBe('pending_approval')
  })

  it('is found through its lines, and all conditions hold for one line', async () => {
    const { id } = await draft()
    await draft({ 'requisition-lines': [{ ...lamp, description: 'Chair', 'unit-price': '300' }] })
    const find = async (query: string) =>
      (await api.json('GET', `requisitions?${query}&fields=["id"]`)).json.map((one: { id: number }) => one.id)
    expect(await find('requisition-lines[supplier][name][starts_with]=Harbour')).toHaveLength(2)
    expect(await find('requisition-lines[description]=Desk lamp')).toEqual([id])
    expect(
      await find('requisition-lines[description]=Desk lamp&requisition-lines[unit-price][gt]=100'),
    ).toEqual([])
    expect(await find('total[lt]=100&requested-by[email][contains]=emma')).toEqual([id])
  })

  it('has one cart a person', async () => {
    const { json: cart } = await api.json('GET', 'requisitions/current_cart')
    expect(cart).toMatchObject({ status: 'cart', 'requested-by': { login: 'ada' }, total: '0.00' })
    const { json: filled } = await api.json('POST', 'requisitions/add_to_cart', {
      'requisition-lines': [lamp],
    })
    expect(filled).toMatchObject({ id: cart.id, status: 'cart', total: '25.00' })
    expect((await api.json('GET', 'requisitions/mine')).json).toMatchObject([{ id: cart.id }])
    const kept = await api.json('PUT', `requisitions/${cart.id}/save_for_later`, {})
    expect(kept.json.status).toBe('draft')
    expect((await api.json('DELETE', `requisitions/${cart.id}`)).json.status).toBe('abandoned')
  })

  it('is asked for by somebody else, until it is submitted', async () => {
    const { id } = await draft()
    const forMark = await api.json('PUT', `requisitions/${id}`, { requester: { login: 'mark' } })
    expect(forMark.json['requested-by']).toMatchObject({ login: 'mark' })
    await api.json('PUT', `requisitions/${id}`, { 'requested-by': { login: 'emma' } })
    const { json } = await api.json('PUT', `requisitions/${id}/submit_for_approval`)
    expect(json['current-approval'].approver.login).toBe('mark')
    const late = await api.json('PUT', `requisitions/${id}`, { requester: { login: 'fiona' } })
    expect(late).toMatchObject({ status: 400, text: expect.stringContaining('pending_approval') })
  })

  it.each(['create_as_cart', 'new/create_as_cart'])('is a draft by %s', async path => {
    const { status, json } = await api.json('POST', `requisitions/${path}`, { justification: 'Dark' })
    expect([status, json.status, json.justification]).toEqual([201, 'draft', 'Dark'])
  })

  it('is submitted as it is created', async () => {
    for (const path of ['submit_for_approval', 'new/submit_for_approval']) {
      const { status, json } = await api.json('POST', `requisitions/${path}`, {
        'requested-by': { login: 'emma' },
        'requisition-lines': [lamp],
      })
      expect(status).toBe(201)
      expect(json.status).toBe('pending_approval')
    }
  })

  it('is not submitted without a line, nor by halves', async () => {
    const refused = await api.json('POST', 'requisitions/submit_for_approval', { justification: 'x' })
    expect(refused.status).toBe(400)
  })

  it('is ordered at the time that was set, and at once when that is taken back', async () => {
    const ordered = async (id: number) => (await api.json('GET', `requisitions/${id}`)).json.status
    const approved = async () => {
      const { id } = await draft()
      const schedule = `requisitions/schedule_issuance?id=${id}&issue_at=`
      expect((await api.json('POST', `${schedule}2020-01-01`)).status).toBe(400)
      const said = { id, 'issue-at': '2026-03-03T09:00:00-08:00' }
      expect((await api.json('POST', 'requisitions/schedule_issuance', said)).status).toBe(201)
      await api.json('PUT', `requisitions/${id}/submit_for_approval`)
      await coupa.person('mark').approve(id)
      expect(await ordered(id)).toBe('approved')
      return id
    }
    const first = await approved()
    const second = await approved()
    await api.json('POST', `requisitions/unschedule_issuance?id=${first}`)
    expect(await ordered(first)).toBe('ordered')
    expect(await ordered(second)).toBe('approved')
    time.advance(24 * 60 * 60 * 1000)
    await coupa.waitForOrder({ requisition: second })
  })

  it('is submitted with the custom fields that the company requires', async () => {
    await coupa.company.update(company => {
      company.customFields = [
        { object: 'requisition-header', name: 'project', topLevel: true, required: true },
        { object: 'requisition-line', name: 'wing', topLevel: false, required: true },
      ]
    })
    const { id, 'requisition-lines': lines } = await draft()
    const refused = await api.json('PUT', `requisitions/${id}/submit_for_approval`)
    expect(refused.json.errors.requisition_header).toEqual([
      "project can't be blank",
      "wing of line 1 can't be blank",
    ])
    const line = { id: lines[0].id, 'custom-fields': { wing: 'East' } }
    const body = { project: 'P-1', 'requisition-lines': [line] }
    const submitted = await api.json('PUT', `requisitions/${id}/update_and_submit_for_approval`, body)
    expect(submitted.json).toMatchObject({ status: 'pending_approval', project: 'P-1' })
  })

  it('is exported once', async () => {
    const { id } = await draft()
    await api.json('PUT', `requisitions/${id}`, { exported: true })
    expect((await api.json('GET', 'requisitions?exported=false')).json).toEqual([])
    expect((await api.json('GET', 'requisitions?exported=true')).json).toMatchObject([
      { id, 'last-exported-at': '2026-03-02T09:00:00-08:00' },
    ])
  })

  it('in XML is the same', async () => {
    const created = await api.xml(
      'POST',
      'requisitions',
      `<requisition-header><requested-by><login>emma</login></requested-by>
        <requisition-lines type="array"><requisition-line>
          <description>Desk &lt;lamp&gt;</description><quantity>2</quantity><unit_price>12.5</unit_price>
          <supplier><name>Harbour Office Supply</name></supplier><uom><code>EA</code></uom>
        </requisition-line></requisition-lines></requisition-header>`,
    )
    expect(created.status).toBe(201)
    expect(created.text).toContain('<requisition-lines type="array"><requisition-line>')
    expect(created.text).toContain('<description>Desk &lt;lamp&gt;</description>')
    expect(created.text).toContain('<total type="decimal">25.00</total>')
    const id = /<id type="integer">(\d+)</.exec(created.text)?.[1]
    const submitted = await api.xml('PUT', `requisitions/${id}/submit_for_approval`)
    expect(submitted.text).toContain('<status>pending_approval</status>')
  })
})

describe('comments and attachments', () => {
  it('stand below a requisition', async () => {
    const { id } = await draft()
    const said = await api.json('POST', `requisitions/${id}/comments`, { comments: 'Warm light, @mark' })
    expect(said).toMatchObject({
      status: 201,
      json: {
        comments: 'Warm light, @mark',
        'commentable-type': 'RequisitionHeader',
        'commentable-id': id,
        'created-by': { login: 'ada' },
      },
    })
    expect((await api.json('GET', `requisitions/${id}/comments`)).json).toHaveLength(1)
    expect((await api.json('GET', `requisitions/${id}/comments/${said.json.id}`)).status).toBe(200)
    const other = await draft()
    expect((await api.json('GET', `requisitions/${other.id}/comments/${said.json.id}`)).status).toBe(404)
    expect((await api.json('POST', `requisitions/${id}/comments`, { comments: '' })).status).toBe(400)
    expect((await api.json('POST', 'requisitions/999/comments', { comments: 'x' })).status).toBe(404)
  })

  it('come as text and as files', async () => {
    const { id } = await draft()
    const note = await api.json('POST', `requisitions/${id}/attachments`, { type: 'text', text: 'See quote' })
    expect(note).toMatchObject({ status: 201, json: { type: 'text', text: 'See quote', intent: 'internal' } })
    const { json } = await api.json('GET', `requisitions/${id}`)
    expect(json.attachments).toMatchObject([{ type: 'text', text: 'See quote' }])
  })
})
