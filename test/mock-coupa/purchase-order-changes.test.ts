import type { PurchaseOrderView } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { restClient } from '../support/rest-client.js'

let ordering: Ordering
let order: PurchaseOrderView

beforeEach(async () => {
  ordering = await startOrdering()
  order = await ordering.order([{ quantity: '2' }, { aux: 'q2', part: 'SUITE-2', unitPrice: '10.00' }])
})

afterEach(() => ordering.close())

const emma = () => ordering.coupa.person('emma')
const current = () => ordering.coupa.purchaseOrder(order.number)
const orderRequests = () =>
  ordering.supplier.received.flatMap(document => (document.kind === 'OrderRequest' ? [document] : []))
const firstLine = () => order.lines[0]!.id
const secondLine = () => order.lines[1]!.id

const less = () =>
  emma().requestChange({
    purchaseOrder: order.number,
    justification: 'One is enough',
    lines: [{ kind: 'change', orderLine: firstLine(), quantity: '1' }],
  })

describe('a change of an order', () => {
  it('is one of that order alone', async () => {
    const other = await ordering.order([{ quantity: '5' }])
    const line = other.lines[0]!.id
    const change = await emma().requestChange({
      purchaseOrder: other.number,
      lines: [{ kind: 'change', orderLine: line, quantity: '3' }],
    })
    await ordering.coupa.person('ada').approveChange(change.id)
    expect(ordering.coupa.purchaseOrder(other.number).lines).toMatchObject([{ id: line, quantity: '3' }])
    expect(current()).toMatchObject({ version: 1, total: order.total, lines: order.lines })
  })

  it('that makes it cheaper is approved by a buyer, and goes out as an update of the first document', async () => {
    const change = await less()
    expect(change).toMatchObject({
      status: 'pending_approval',
      total: '59.9',
      version: 1,
      number: order.number,
    })
    expect(ordering.coupa.application.toDo('mark')).toEqual([])
    expect(ordering.coupa.application.toDo('ada')).toMatchObject([
      { approvable: { type: 'OrderHeaderChange', id: change.id } },
    ])
    await expect(ordering.coupa.person('emma').approveChange(change.id)).rejects.toThrow(
      'waits for Buyer, not for you',
    )
    expect(current()).toMatchObject({ version: 1, total: '109.8' })

    ordering.coupa.application.markOrderExported('ada', { purchaseOrder: order.number, exported: true })
    const approved = await ordering.coupa.person('ada').approveChange(change.id, 'Fine')
    expect(approved).toMatchObject({
      status: 'approved',
      chain: [{ status: 'approved', comment: 'Fine', decidedBy: { fullName: 'Ada Admin' } }],
    })
    await ordering.coupa.waitFor(() => current().transmissions[1]?.status === 'sent_via_cxml')
    expect(current()).toMatchObject({
      version: 2,
      total: '59.9',
      exported: false,
      transmissionStatus: 'sent_via_cxml',
      lines: [{ quantity: '1', total: '49.9', id: firstLine() }, { total: '10' }],
    })
    const [first, second] = orderRequests()
    expect(second?.request.orderRequest).toMatchObject({
      orderRequestHeader: {
        orderID: order.number,
        type: 'update',
        total: { money: { amount: '59.9' } },
        documentReference: { payloadID: first?.payloadID },
      },
      itemOuts: [
        { quantity: '1', distributions: [{ charge: { money: { amount: '49.9' } } }] },
        { quantity: '1' },
      ],
    })
    expect(second?.payloadID).not.toBe(first?.payloadID)
  })

  it('that makes it dearer goes up the management hierarchy', async () => {
    const change = await emma().requestChange({
      purchaseOrder: order.number,
      lines: [{ kind: 'change', orderLine: firstLine(), unitPrice: '3000' }],
    })
    expect(change.chain.map(({ approver, status }) => [approver.login, status])).toEqual([
      ['mark', 'pending_approval'],
      ['fiona', null],
    ])
    await expect(ordering.coupa.person('fiona').approveChange(change.id)).rejects.toThrow(
      'waits for Mark Osei, not for you',
    )
    await ordering.coupa.person('mark').approveChange(change.id)
    expect(ordering.coupa.mails()[0]).toMatchObject({
      to: 'fiona.lund@northwind.example',
      subject: `Change ${change.id} of purchase order ${order.number} needs your approval`,
    })
    expect(current().version).toBe(1)
    await ordering.coupa.person('fiona').approveChange(change.id)
    expect(current()).toMatchObject({ version: 2, total: '6010' })
  })

  it('adds and deletes lines under numbers of their own', async () => {
    const change = await ordering.coupa.person('ada').requestChange({
      purchaseOrder: order.number,
      lines: [
        { kind: 'delete', orderLine: secondLine() },
        { kind: 'add', description: 'Cable', quantity: '1', unitPrice: '9.95', uom: 'EA' },
      ],
    })
    expect(change.status).toBe('approved')
    expect(current()).toMatchObject({
      total: '109.75',
      lines: [{ lineNum: 1 }, { lineNum: 3, description: 'Cable' }],
    })
    await ordering.coupa.waitFor(() => orderRequests().length === 2)
    expect(orderRequests()[1]?.request.orderRequest.itemOuts.map(({ lineNumber }) => lineNumber)).toEqual([
      '1',
      '3',
    ])
  })

  it('changes when something is needed', async () => {
    await ordering.coupa.person('ada').requestChange({
      purchaseOrder: order.number,
      lines: [{ kind: 'change', orderLine: firstLine(), needByDate: new Date('2026-04-01T20:00:00Z') }],
    })
    await ordering.coupa.waitFor(() => orderRequests().length === 2)
    expect(orderRequests()[1]?.request.orderRequest.itemOuts[0]?.requestedDeliveryDate).toBe(
      '2026-04-01T12:00:00-08:00',
    )
  })

  it('that is rejected changes nothing, and says why', async () => {
    const change = await less()
    await expect(ordering.coupa.person('ada').rejectChange(change.id, ' ')).rejects.toMatchObject({
      fields: [{ field: 'comment' }],
    })
    expect(await ordering.coupa.person('ada').rejectChange(change.id, 'Too late')).toMatchObject({
      status: 'rejected',
      rejectReason: 'Too late',
    })
    expect(current()).toMatchObject({ version: 1, total: '109.8' })
    expect(current().may.requestChange).toBe(true)
  })

  it('can be taken back, and is the only one at a time', async () => {
    const change = await less()
    await expect(less()).rejects.toThrow('is being changed already')
    expect(ordering.coupa.application.cancelChange('emma', change.id).status).toBe('cancelled')
    expect(ordering.coupa.application.toDo('ada')).toEqual([])
    expect((await less()).status).toBe('pending_approval')
  })

  it('can cancel the whole order', async () => {
    const change = await emma().requestChange({
      purchaseOrder: order.number,
      justification: 'Not needed',
      cancel: true,
      lines: [],
    })
    expect(change).toMatchObject({ pendingCancel: true, total: '0' })
    await ordering.coupa.person('ada').approveChange(change.id)
    expect(current()).toMatchObject({
      status: 'cancelled',
      transmissionStatus: 'pending_manual_cancel',
      total: '109.8',
    })
  })

  it.each([
    ['no change', () => [], 'lines'],
    [
      'a quantity of 0',
      () => [{ kind: 'change', orderLine: firstLine(), quantity: '0' } as const],
      'lines[0].quantity',
    ],
    [
      'a quantity that is none',
      () => [{ kind: 'change', orderLine: firstLine(), quantity: 'two' } as const],
      'lines[0].quantity',
    ],
    [
      'a negative price',
      () => [{ kind: 'change', orderLine: firstLine(), unitPrice: '-1' } as const],
      'lines[0].unitPrice',
    ],
    [
      'a foreign line',
      () => [{ kind: 'change', orderLine: 99, quantity: '1' } as const],
      'lines[0].orderLine',
    ],
    [
      'an unknown unit',
      () => [{ kind: 'add', description: 'x', quantity: '1', unitPrice: '1', uom: 'XX' } as const],
      'lines[0].uom',
    ],
    [
      'no line left',
      () => [
        { kind: 'delete', orderLine: firstLine() } as const,
        { kind: 'delete', orderLine: secondLine() } as const,
      ],
      'lines',
    ],
  ])('is refused with %s', async (_name, lines, field) => {
    await expect(emma().requestChange({ purchaseOrder: order.number, lines: lines() })).rejects.toMatchObject(
      {
        code: 'ERR_COUPA_INVALID',
        fields: expect.arrayContaining([expect.objectContaining({ field })]),
      },
    )
    expect(current().changes).toEqual([])
  })

  it('is asked for by the requester and by buyers alone', async () => {
    const lines = [{ kind: 'change', orderLine: firstLine(), quantity: '1' } as const]
    await expect(
      ordering.coupa.person('mark').requestChange({ purchaseOrder: order.number, lines }),
    ).rejects.toThrow('Only the requester and buyers may ask for a change')
    await expect(
      ordering.coupa.person('fiona').requestChange({ purchaseOrder: order.number, lines }),
    ).rejects.toThrow('There is no')
  })
})

describe('the approvals of a change', () => {
  it('is a draft by the API that can be changed, until it is submitted to its approvers', async () => {
    const api = await restClient(ordering.coupa)
    const created = await api.json('POST', 'purchase_order_changes', {
      'order-header-id': order.id,
      'order-line-changes': [{ 'order-line-id': firstLine(), quantity: '5' }],
    })
    const path = `purchase_order_changes/${created.json.id}`
    const changed = await api.json('PUT', path, {
      justification: 'Six, in fact',
      'order-line-changes': [{ 'order-line-id': firstLine(), quantity: '6' }],
    })
    expect(changed.json).toMatchObject({
      status: 'draft',
      justification: 'Six, in fact',
      total: '309.40',
      'order-line-changes': [{ quantity: '6.0' }],
    })
    const wrong = await api.json('PUT', path, {
      'order-line-changes': [{ 'order-line-id': firstLine(), quantity: '0' }],
    })
    expect(wrong.status).toBe(400)
    await api.json('PUT', `${path}/add_approver?approver_login=fiona&place=at_end`)
    const submitted = await api.json('PUT', `${path}/submit_for_approval`)
    expect(submitted.json).toMatchObject({
      status: 'pending_approval',
      'current-approval': { 'approvable-type': 'OrderHeaderChange', approver: { login: 'mark' } },
      approvals: [{ status: 'pending_approval' }, { approver: { login: 'fiona' }, status: null }],
    })
    expect((await api.json('PUT', path, { justification: 'Too late' })).status).toBe(400)
    const [, added] = submitted.json.approvals
    await api.json('PUT', `${path}/remove_approval?approval_id=${added.id}`)
    await api.json('PUT', `approvals/${submitted.json.approvals[0].id}/approve`)
    expect((await api.json('GET', path)).json.status).toBe('approved')
    expect(current().lines[0]).toMatchObject({ quantity: '6' })
  })

  it('are not asked for by what was to cancel the order and now changes nothing', async () => {
    const api = await restClient(ordering.coupa)
    const { json } = await api.json('POST', 'purchase_order_changes', {
      'order-header-id': order.id,
      'pending-cancel': true,
    })
    expect(json).toMatchObject({ 'pending-cancel': true, total: '0.00' })
    const keeping = { 'pending-cancel': false }
    const refused = await api.json('PUT', `purchase_order_changes/${json.id}`, keeping)
    expect(refused.text).toContain('must hold at least one change')
    const changed = await api.json('PUT', `purchase_order_changes/${json.id}`, {
      ...keeping,
      'hide-price': true,
    })
    expect(changed.json).toMatchObject({ 'pending-cancel': false, total: '109.80' })
  })

  it('are those of the company’s chains for changes, on hold and off, with everybody’s delegates', async () => {
    const { coupa } = ordering
    await coupa.company.update(company => {
      company.approvalRules.push({
        id: 9,
        name: 'Changes',
        kind: 'approval_chain',
        documentType: 'purchase_order_change',
        priority: 10,
        approvers: ['fiona'],
        active: true,
      })
    })
    const change = await less()
    expect(change.chain).toMatchObject([{ approver: { login: 'fiona' }, rule: 'Changes' }])
    const on = { type: 'OrderHeaderChange', id: change.id } as const
    coupa.application.hold('fiona', { on, comment: 'Asking' })
    await expect(coupa.person('fiona').approveChange(change.id)).rejects.toThrow('is on hold')
    coupa.application.goOn('fiona', { on })
    coupa.application.delegate('fiona', {
      delegate: 'ada',
      startDate: new Date('2026-03-01T08:00:00Z'),
      endDate: new Date('2026-03-09T08:00:00Z'),
      reason: 'Away',
    })
    await coupa.person('ada').approveChange(change.id)
    expect(current().lines[0]).toMatchObject({ quantity: '1' })
    expect(current().history.map(({ text }) => text)).toContain(`Change ${change.id}: Approved (Changes)`)
  })
})

describe('a change while the order is still on its way', () => {
  it('goes out after it, as it stood when it was approved', async () => {
    const { coupa, supplier, time } = ordering
    supplier.orderAnswers.push({ code: '500', text: 'Down' })
    coupa.application.resend('ada', order.number)
    await coupa.waitFor(() => current().transmissions[1]?.attempts.length === 1)
    await coupa.person('ada').requestChange({
      purchaseOrder: order.number,
      lines: [{ kind: 'change', orderLine: firstLine(), quantity: '1' }],
    })
    expect(current().transmissions).toHaveLength(2)
    time.advance(3_600_000)
    await coupa.waitFor(() => current().transmissions[2]?.status === 'sent_via_cxml')
    const quantities = orderRequests().map(({ request }) => request.orderRequest.itemOuts[0]?.quantity)
    expect(quantities).toEqual(['2', '2', '2', '1'])
    expect(orderRequests()[1]?.payloadID).toBe(orderRequests()[2]?.payloadID)
  })
})
