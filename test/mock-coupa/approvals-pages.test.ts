import { afterEach, describe, expect, it } from 'vitest'
import {
  type ApprovalCompany,
  type ApprovalWorld,
  person,
  rule,
  startApprovals,
} from '../support/approvals.js'
import { readText, signIn } from '../support/visitor.js'

let world: ApprovalWorld

afterEach(() => world.coupa.close())

async function start(change: (company: ApprovalCompany) => void = () => {}) {
  world = await startApprovals(company => {
    company.people.push(person('gil'), person('hana'))
    company.approvalGroups = [{ id: 3, name: 'Buyers', members: ['gil', 'hana'] }]
    change(company)
  })
}

const as = (login: string) => signIn(world.coupa.url, login)

describe('To Do', () => {
  it('approves and holds at once, and shows what is on hold', async () => {
    await start()
    const number = await world.submit()
    const mark = await as('mark')
    expect(readText((await mark.get('/approvals')).html)).toContain('Requiring My Approval')
    const held = await mark.post(`/requisitions/${number}/hold`, { comment: 'Later' })
    expect(held.location).toBe(`/requisitions/${number}?notice=held`)
    expect((await mark.get('/approvals')).html).toContain('data-status="on_hold"')
    expect((await mark.get(`/requisitions/${number}`)).html).toContain('Take off hold')
    await mark.post(`/requisitions/${number}/go-on`)
    await mark.post(`/requisitions/${number}/approve`)
    expect(world.chain(number)).toEqual(['mark: approved'])
  })
})

describe('the chain of a requisition', () => {
  it('is drawn with parallel groups, watchers and delegates', async () => {
    await start(company => {
      company.approvalRules.push(
        rule(9, {
          priority: 10,
          parallelGroup: 'Experts',
          parallelRequired: 1,
          approvers: [{ group: 3 }, 'fiona'],
          watchers: ['ada'],
        }),
      )
    })
    world.coupa.application.delegate('fiona', {
      delegate: 'ada',
      startDate: new Date('2026-03-01T00:00:00Z'),
      endDate: new Date('2026-03-09T00:00:00Z'),
      reason: 'Away',
    })
    const number = await world.submit()
    const text = readText((await (await as('emma')).get(`/requisitions/${number}`)).html)
    expect(text).toContain('Experts At the same time, 1 needed')
    expect(text).toContain('Buyers Any of Gil Test, Hana Test')
    expect(text).toMatch(/Fiona Lund .*Delegate: Ada/)
    expect(text).toMatch(/Ada \w+ watches Rule 9/)
  })

  it('takes approvers and watchers from its form, and gives them back', async () => {
    await start()
    const number = await world.submit()
    const emma = await as('emma')
    const add = (approver: string, place: string) =>
      emma.post(`/requisitions/${number}/approvers`, { approver, place })
    expect((await add('gil', 'at_end')).location).toContain('notice=chain-changed')
    await add('hana', 'as_watcher')
    const again = await add('gil', 'after_current')
    expect(again.status).toBe(422)
    expect(readText(again.html)).toContain('in the chain already')
    const { html } = await emma.get(`/requisitions/${number}`)
    for (const [action] of html.matchAll(/\/requisitions\/\d+\/(?:approvers|watchers)\/\d+\/remove/g)) {
      expect((await emma.post(action)).status).toBe(303)
    }
    expect(world.chain(number)).toEqual(['mark: pending_approval'])
    expect(world.coupa.requisition(number).watchers).toEqual([])
  })
})

describe('Setup', () => {
  const fields = {
    name: 'Furniture',
    documentType: 'requisition',
    kind: 'approval_chain',
    priority: '20',
    approvers: 'fiona up to 5000\ngroup buyers: all',
    conditions: 'commodity in Office furniture, Software\ncustom field Region is not EU',
    watchers: 'ada',
    parallelGroup: 'P',
    parallelRequired: '1',
    escalateAfterHours: '24',
    skipIfRequester: 'on',
    active: 'on',
  }

  it('takes every field of an approval chain, and shows it again as it was', async () => {
    await start()
    const ada = await as('ada')
    const saved = await ada.post('/setup/approval-rules', fields)
    expect(saved.location).toBe('/setup/approval-rules?notice=saved')
    const stored = world.coupa.company.current.approvalRules.at(-1)
    expect(stored).toEqual({
      id: 4,
      name: 'Furniture',
      kind: 'approval_chain',
      priority: 20,
      approvers: [
        { login: 'fiona', upTo: '5000' },
        { group: 3, required: 'all' },
      ],
      conditions: [
        { field: 'commodity', operator: 'in', values: ['Office furniture', 'Software'] },
        { field: 'custom_field', customField: 'Region', operator: 'is_not', values: ['EU'] },
      ],
      watchers: ['ada'],
      parallelGroup: 'P',
      parallelRequired: 1,
      escalateAfterHours: 24,
      skipIfApproved: false,
      skipIfRequester: true,
      active: true,
    })
    const { html } = await ada.get('/setup/approval-rules/4')
    expect(html).toContain('fiona up to 5000\ngroup Buyers: all')
    expect(html).toContain('commodity in Office furniture, Software\ncustom field Region is not EU')
    expect(readText((await ada.get('/setup/approval-rules')).html)).toContain('Fiona Lund and Buyers')
  })

  it('names the line of a chain that cannot be read, and keeps what was typed', async () => {
    await start()
    const wrong = { ...fields, approvers: 'group Sellers', conditions: 'weather is fine' }
    const again = await (await as('ada')).post('/setup/approval-rules', wrong)
    expect(again.status).toBe(422)
    const text = readText(again.html)
    expect(text).toContain('there is no approval group "Sellers"'.replaceAll('"', '&quot;'))
    expect(text).toContain('is not a condition such as')
    expect(again.html).toContain('weather is fine')
  })

  it('makes, changes and removes approval groups that nothing uses', async () => {
    await start(company => {
      company.approvalRules.push(rule(9, { approvers: [{ group: 3 }] }))
    })
    const ada = await as('ada')
    await ada.post('/setup/approval-groups', { name: 'Sellers', members: 'gil\nada' })
    await ada.post('/setup/approval-groups/4', { name: 'Sellers', members: 'gil' })
    expect(world.coupa.company.current.approvalGroups?.[1]).toEqual({
      id: 4,
      name: 'Sellers',
      members: ['gil'],
    })
    const refused = await ada.post('/setup/approval-groups', { name: 'Empty', members: 'nobody' })
    expect(readText(refused.html)).toContain('must be logins of active people; found')
    await ada.post('/setup/approval-groups/4/remove')
    expect((await ada.post('/setup/approval-groups/3/remove')).status).toBe(409)
    expect(world.coupa.company.current.approvalGroups).toHaveLength(1)
    expect((await (await as('emma')).get('/setup/approval-groups')).status).toBe(403)
  })
})

describe('the delegation page', () => {
  it('makes and ends a delegation; its last day counts', async () => {
    await start()
    const mark = await as('mark')
    const wrong = await mark.post('/settings/delegation', { delegate: '', startDate: 'x', endDate: '' })
    expect(wrong.status).toBe(422)
    const fields = { delegate: 'gil', startDate: '2026-03-02', endDate: '2026-03-02', reason: 'Holiday' }
    expect((await mark.post('/settings/delegation', fields)).status).toBe(303)
    const number = await world.submit()
    expect(await world.waiting('gil')).toBe(1)
    expect(readText((await (await as('gil')).get('/settings/delegation')).html)).toContain('Mark Osei')
    const [delegation] = world.coupa.application.delegations('mark')
    expect(delegation?.endDate.toISOString()).toBe('2026-03-03T00:00:00.000Z')
    await mark.post(`/settings/delegation/${delegation?.id}/end`)
    expect(await world.waiting('gil')).toBe(0)
    expect(world.chain(number)).toEqual(['mark: pending_approval'])
  })
})
