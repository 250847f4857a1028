import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readText, signIn, type Visitor } from '../support/visitor.js'

let coupa: MockCoupa
let emma: Visitor
let number: number

beforeEach(async () => {
  coupa = await startMockCoupa({ port: 0 })
  emma = await signIn(coupa.url, 'emma')
  number = (await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })).number
})
afterEach(() => coupa.close())

const add = (approver: string, place: string) =>
  emma.post(`/requisitions/${number}/approvers`, { approver, place })
const logins = () => coupa.requisition(number).chain.map(({ approver }) => approver.login)

describe('whom a requester adds on Review Cart', () => {
  it('stands in the preview, and is asked where it was said', async () => {
    expect(logins()).toEqual(['mark'])
    expect(await add('ada', 'after_current')).toMatchObject({ status: 303 })
    await add('fiona', 'at_end')
    expect(logins()).toEqual(['ada', 'mark', 'fiona'])
    const text = readText((await emma.get('/cart')).html)
    expect(text).toContain('Ada Admin was added to the chain')
    expect(text).toContain('Before all others')
    await coupa.person('emma').submit(number)
    expect(coupa.requisition(number).chain).toMatchObject([
      { type: 'AdHocApproval', status: 'pending_approval', rule: 'Added by Emma Reyes' },
      { type: 'ManagementHierarchyApproval', status: null },
      { type: 'AdHocApproval', status: null },
    ])
    for (const login of ['ada', 'mark', 'fiona']) await coupa.person(login).approve(number)
    expect(coupa.requisition(number).status).toBe('ordered')
  })

  it('only watches, when that was said', async () => {
    await add('fiona', 'as_watcher')
    expect(logins()).toEqual(['mark'])
    await coupa.person('emma').submit(number)
    expect(coupa.requisition(number).watchers).toMatchObject([{ login: 'fiona' }])
    expect(coupa.requisition(number).plannedApprovers).toEqual([])
  })

  it('is asked once where a rule asks for the same person', async () => {
    await add('mark', 'at_end')
    expect(logins()).toEqual(['mark'])
    await coupa.person('emma').submit(number)
    expect(logins()).toEqual(['mark'])
  })

  it('can be taken back, and is not added twice, nor the requester', async () => {
    await add('fiona', 'at_end')
    expect(await add('fiona', 'at_end')).toMatchObject({ status: 422 })
    expect((await add('emma', 'at_end')).html).toContain('nobody approves an own request')
    const [planned] = coupa.requisition(number).plannedApprovers
    const path = `/requisitions/${number}/planned-approvers/${planned?.id}/remove`
    expect((await emma.post(path)).status).toBe(303)
    expect((await emma.post(path)).status).toBe(404)
    expect(logins()).toEqual(['mark'])
  })

  it('is the requester’s to say', async () => {
    const planned = {
      on: { type: 'RequisitionHeader', id: number },
      approver: 'fiona',
      place: 'at_end',
    } as const
    expect(() => coupa.application.addApprover('mark', planned)).toThrow('There is no requisition')
    expect(() => coupa.application.addApprover('ada', planned)).toThrow('cannot be changed')
  })
})
