import { afterEach, describe, expect, it } from 'vitest'
import {
  type ApprovalCompany,
  type ApprovalWorld,
  person,
  rule,
  startApprovals,
} from '../support/approvals.js'
import { type RestClient, restClient } from '../support/rest-client.js'

let world: ApprovalWorld
let api: RestClient

afterEach(() => world.coupa.close())

async function start(change: (company: ApprovalCompany) => void = () => {}) {
  world = await startApprovals(company => {
    company.people.push(person('gil'), person('hana'))
    company.approvalGroups = [{ id: 3, name: 'Buyers', members: ['gil', 'hana'] }]
    change(company)
  })
  api = await restClient(world.coupa)
  return world.submit()
}

const approvals = async (number: number) => (await api.json('GET', `requisitions/${number}`)).json.approvals

describe('approvals by the API', () => {
  it('show groups, parallel groups and their chain, and are decided by a member', async () => {
    const number = await start(company => {
      company.approvalRules.push(
        rule(9, { priority: 10, parallelGroup: 'P', approvers: [{ group: 3 }, 'fiona'] }),
      )
    })
    const { json } = await api.json('GET', `requisitions/${number}`)
    expect(json['current-parallel-approvals']).toMatchObject([
      { 'parallel-group-name': 'P', 'approver-type': 'ApprovalGroup', 'approver-id': 3 },
      { 'approver-type': 'User', approver: { login: 'fiona' }, 'approval-chain-id': 9 },
    ])
    const [group] = json.approvals
    const approved = await api.json('PUT', `approvals/${group.id}/approve?reason=Fine`)
    expect(approved.json).toMatchObject({ status: 'approved', 'approved-by': { login: 'gil' } })
  })

  it('are held only while they wait', async () => {
    const number = await start()
    const [{ id, holdable }] = await approvals(number)
    expect(holdable).toBe(true)
    const held = await api.json('PUT', `approvals/${id}/hold?reason=Wait`)
    expect(held.json).toMatchObject({ status: 'on_hold', note: 'Wait', holdable: false })
    for (const action of ['approve', 'reject', 'hold']) {
      const refused = await api.json('PUT', `approvals/${id}/${action}`)
      expect(refused.status).toBe(400)
      expect(refused.text).toContain('it is on_hold')
    }
  })

  it('come and go by add_approver and remove_approval', async () => {
    const number = await start()
    const added = await api.json('PUT', `requisitions/${number}/add_approver?approver_login=gil&place=at_end`)
    const [, adHoc] = added.json.approvals
    expect(adHoc).toMatchObject({ position: 2, approver: { login: 'gil' }, status: null })
    const { json: users } = await api.json('GET', 'users?login=hana')
    await api.json('PUT', `requisitions/${number}/add_approver?approver_id=${users[0].id}`)
    expect(world.chain(number)).toEqual(['mark: pending_approval', 'hana: not asked', 'gil: not asked'])
    await api.json('PUT', `requisitions/${number}/remove_approval?approval_id=${adHoc.id}`)
    expect(world.chain(number)).toEqual(['mark: pending_approval', 'hana: not asked'])
    for (const wrong of ['add_approver?approver_id=99', 'add_approver?approver_login=gil&place=x']) {
      expect((await api.json('PUT', `requisitions/${number}/${wrong}`)).status).toBe(400)
    }
  })

  it('list delegations, and say who decided as a delegate', async () => {
    const number = await start()
    world.coupa.application.delegate('mark', {
      delegate: 'gil',
      startDate: new Date('2026-03-01T08:00:00Z'),
      endDate: new Date('2026-03-09T08:00:00Z'),
      reason: 'Holiday',
    })
    const { json } = await api.json('GET', 'delegations?delegator[login]=mark')
    expect(json).toMatchObject([
      {
        delegate: { login: 'gil' },
        'start-date': '2026-03-01T00:00:00-08:00',
        'approval-delegate': true,
        reason: 'Holiday',
      },
    ])
    await world.coupa.person('gil').approve(number)
    expect((await approvals(number))[0]).toMatchObject({
      approver: { login: 'mark' },
      'approved-by': { login: 'gil' },
      'delegate-id': json[0]['delegate-id'],
    })
  })
})
