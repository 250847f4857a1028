import { afterEach, describe, expect, it } from 'vitest'
import {
  type ApprovalCompany,
  type ApprovalWorld,
  person,
  requisition,
  rule,
  startApprovals,
} from '../support/approvals.js'

let world: ApprovalWorld

afterEach(() => world.coupa.close())

/** Emma asks for a chair of 329; Mark is her manager and Fiona his. Gil, Hana and Ivan are three buyers. */
async function start(change: (company: ApprovalCompany) => void = () => {}) {
  world = await startApprovals(company => {
    company.people.push(person('gil'), person('hana'), person('ivan', { manager: 'fiona' }))
    company.approvalGroups = [{ id: 1, name: 'Buyers', members: ['gil', 'hana', 'ivan'] }]
    change(company)
  })
  return world.coupa
}

const approve = (login: string, number: number) => world.coupa.person(login).approve(number)
const status = (number: number) => world.coupa.requisition(number).status

describe('conditions of a rule', () => {
  it.each([
    ['department', 'is', ['Engineering'], true],
    ['department', 'is', ['Finance'], false],
    ['department', 'is_not', ['Finance'], true],
    ['department', 'in', ['Finance', 'Engineering'], true],
    ['supplier', 'is', ['Harbour Office Supply'], true],
    ['supplier', 'is_not', ['Harbour Office Supply'], false],
    ['commodity', 'is', ['Office furniture'], true],
    ['commodity', 'in', ['Software', 'IT hardware'], false],
    ['account', 'is', ['Engineering Software'], true],
    ['account', 'is', ['IT'], false],
  ] as const)('%s %s %j: asked %s', async (field, operator, values, isAsked) => {
    await start(company => {
      company.approvalRules.push(
        rule(9, { approvers: ['gil'], conditions: [{ field, operator, values: [...values] }] }),
      )
    })
    const number = await world.submit()
    expect(world.chain(number)).toEqual(['mark: pending_approval', ...(isAsked ? ['gil: not asked'] : [])])
  })

  it('are refused where they name what the company does not have', async () => {
    const coupa = await start()
    const save = coupa.application.saveApprovalRule('ada', {
      ...rule(0, {
        approvers: ['gil'],
        conditions: [{ field: 'department', operator: 'is', values: ['X'] }],
      }),
      id: 2,
    })
    await expect(save).rejects.toMatchObject({
      code: 'ERR_COUPA_INVALID',
      fields: [{ field: 'conditions', message: 'must name a department of this company; found "X"' }],
    })
  })
})

describe('an approver', () => {
  it('is asked up to an amount only', async () => {
    await start(company => {
      company.approvalRules.push(
        rule(9, {
          approvers: [
            { login: 'gil', upTo: '329' },
            { login: 'hana', upTo: '328.99' },
          ],
        }),
      )
    })
    expect(world.chain(await world.submit())).toEqual(['mark: pending_approval', 'gil: not asked'])
  })

  it('is asked again where a rule does not skip those who have approved', async () => {
    await start(company => {
      company.approvalRules.push(rule(9, { approvers: ['mark'], skipIfApproved: false }))
    })
    const number = await world.submit()
    await approve('mark', number)
    expect(world.chain(number)).toEqual(['mark: approved', 'mark: pending_approval'])
    await approve('mark', number)
    expect(status(number)).toBe('ordered')
  })

  it('who is the requester is asked only where a rule does not skip that', async () => {
    await start(company => {
      company.approvalRules.push(rule(8, { approvers: ['emma'], priority: 10 }))
      company.approvalRules.push(rule(9, { approvers: ['emma'], priority: 20, skipIfRequester: false }))
    })
    const number = await world.submit()
    expect(world.chain(number)).toEqual(['emma: pending_approval', 'mark: not asked'])
    await approve('emma', number)
    expect(world.chain(number)).toEqual(['emma: approved', 'mark: pending_approval'])
  })
})

describe('an approval group', () => {
  const group = (required: number | 'all') => (company: ApprovalCompany) => {
    company.approvalRules.push(rule(9, { priority: 10, approvers: [{ group: 1, required }] }))
  }

  it('is content with any member, and out of everybody’s To Do then', async () => {
    await start(group(1))
    const number = await world.submit()
    expect(world.chain(number)).toEqual(['Buyers: pending_approval', 'mark: not asked'])
    expect(world.coupa.requisition(number).chain[0]?.approver.title).toBe(
      'Any of Gil Test, Hana Test, Ivan Test',
    )
    await approve('hana', number)
    expect(await world.waiting('gil')).toBe(0)
    expect(world.coupa.requisition(number).chain[0]?.decidedBy?.login).toBe('hana')
  })

  it('needs so many different members as the rule says', async () => {
    await start(group(2))
    const number = await world.submit()
    await approve('gil', number)
    expect(world.chain(number)[0]).toBe('Buyers: pending_approval')
    await expect(approve('gil', number)).rejects.toMatchObject({ code: 'ERR_COUPA_CONFLICT' })
    expect([await world.waiting('gil'), await world.waiting('ivan')]).toEqual([0, 1])
    await approve('ivan', number)
    expect(world.chain(number)).toEqual(['Buyers: approved', 'mark: pending_approval'])
  })

  it('needs all, also through a delegate, who does not count twice', async () => {
    const coupa = await start(group('all'))
    coupa.application.delegate('gil', {
      delegate: 'hana',
      startDate: new Date('2026-03-01T00:00:00Z'),
      endDate: new Date('2026-03-09T00:00:00Z'),
      reason: 'Holiday',
    })
    const number = await world.submit()
    await approve('hana', number)
    await expect(approve('hana', number)).rejects.toMatchObject({ code: 'ERR_COUPA_CONFLICT' })
    await approve('ivan', number)
    expect(world.chain(number)[0]).toBe('Buyers: pending_approval')
    await approve('gil', number)
    expect(world.chain(number)[0]).toBe('Buyers: approved')
  })

  it('is rejected by one', async () => {
    await start(group('all'))
    const number = await world.submit()
    await world.coupa.person('ivan').reject(number, 'No')
    expect(status(number)).toBe('draft')
    expect(await world.waiting('gil')).toBe(0)
  })

  it('does not let the requester decide', async () => {
    await start(company => {
      group(1)(company)
      company.approvalGroups?.[0]?.members.push('emma')
    })
    const number = await world.submit()
    await expect(approve('emma', number)).rejects.toThrow('waits for Buyers, not for you')
  })
})

describe('a parallel group', () => {
  const parallel =
    (change: object = {}) =>
    (company: ApprovalCompany) => {
      const shared = { parallelGroup: 'Experts', priority: 10, ...change }
      company.approvalRules.push(rule(8, { ...shared, approvers: ['gil', 'hana'] }))
      company.approvalRules.push(rule(9, { ...shared, priority: 12, approvers: ['ivan'] }))
      company.approvalRules.push(rule(7, { priority: 11, approvers: ['ada'] }))
    }

  it('asks everybody at once, and goes on when all have approved', async () => {
    await start(parallel())
    const number = await world.submit()
    expect(world.chain(number)).toEqual([
      'gil: pending_approval',
      'hana: pending_approval',
      'ivan: pending_approval',
      'ada: not asked',
      'mark: not asked',
    ])
    for (const login of ['ivan', 'gil']) await approve(login, number)
    expect(world.chain(number)[3]).toBe('ada: not asked')
    await approve('hana', number)
    expect(world.chain(number)[3]).toBe('ada: pending_approval')
  })

  it('goes on when as many have approved as are needed, and skips the others', async () => {
    await start(parallel({ parallelRequired: 2 }))
    const number = await world.submit()
    for (const login of ['ivan', 'gil']) await approve(login, number)
    expect(world.chain(number)).toEqual([
      'gil: approved',
      'hana: skipped',
      'ivan: approved',
      'ada: pending_approval',
      'mark: not asked',
    ])
    expect(await world.waiting('hana')).toBe(0)
  })

  it('is over for all when one rejects', async () => {
    await start(parallel())
    const number = await world.submit()
    await world.coupa.person('hana').reject(number, 'No')
    expect(status(number)).toBe('draft')
    expect([await world.waiting('gil'), await world.waiting('ivan')]).toEqual([0, 0])
  })
})

describe('a watcher', () => {
  it('is told of the submission and the end, sees the requisition and decides nothing', async () => {
    await start(company => {
      company.approvalRules.push(rule(9, { approvers: ['fiona'], watchers: ['gil'] }))
    })
    const number = await world.submit()
    expect(world.coupa.requisition(number).watchers).toMatchObject([{ login: 'gil', rule: 'Rule 9' }])
    expect(world.coupa.application.requisition('gil', number).may.approve).toBe(false)
    await expect(approve('gil', number)).rejects.toMatchObject({ code: 'ERR_COUPA_CONFLICT' })
    await approve('mark', number)
    await approve('fiona', number)
    const subjects = (await world.coupa.person('gil').notifications()).map(({ subject }) => subject)
    expect(subjects).toEqual([
      `Requisition ${number} is approved`,
      `Requisition ${number} is pending approval`,
    ])
  })
})

describe('holding', () => {
  it('stops the approval until it goes on', async () => {
    const coupa = await start()
    const number = await world.submit()
    coupa.application.hold('mark', { on: requisition(number), comment: 'Asking the supplier' })
    expect(world.chain(number)).toEqual(['mark: on_hold'])
    expect(await coupa.person('mark').toDo()).toMatchObject([{ status: 'on_hold' }])
    await expect(approve('mark', number)).rejects.toThrow('is on hold: take it off hold first')
    const [told] = await coupa.person('emma').notifications()
    expect(told).toMatchObject({
      kind: 'approval_held',
      body: expect.stringContaining('Asking the supplier'),
    })
    coupa.application.goOn('mark', { on: requisition(number) })
    await approve('mark', number)
    expect(status(number)).toBe('ordered')
  })
})
