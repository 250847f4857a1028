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

async function start(change: (company: ApprovalCompany) => void = () => {}) {
  world = await startApprovals(company => {
    company.people.push(person('gil'), person('hana'))
    change(company)
  })
  return world.coupa
}

const away = {
  delegate: 'gil',
  startDate: new Date('2026-03-03T00:00:00Z'),
  endDate: new Date('2026-03-05T00:00:00Z'),
  reason: 'Holiday',
}
const day = 86_400_000
const approve = (login: string, number: number) => world.coupa.person(login).approve(number)
const toDo = (login: string) => world.coupa.person(login).toDo()

describe('a delegate', () => {
  it('decides for the delegator while the delegation lasts, and is on record for it', async () => {
    const coupa = await start()
    coupa.application.delegate('mark', away)
    expect((await coupa.person('gil').notifications())[0]).toMatchObject({
      kind: 'approval_delegated',
      subject: 'Mark Osei made you a delegate approver',
    })
    const number = await world.submit()
    expect(await toDo('gil')).toEqual([])
    expect(() => coupa.application.requisition('gil', number)).toThrow('There is no requisition')
    world.time.advance(day)
    expect(await toDo('gil')).toMatchObject([{ onBehalfOf: { login: 'mark' } }])
    expect(await toDo('mark')).toHaveLength(1)
    await approve('gil', number)
    const { chain, history } = coupa.requisition(number)
    expect(chain).toMatchObject([
      { status: 'approved', approver: { login: 'mark' }, decidedBy: { login: 'gil' } },
    ])
    expect(history.map(({ by }) => by)).toContain('Gil Test on behalf of Mark Osei')
  })

  it('has nothing to decide when it is over, or was ended', async () => {
    const coupa = await start()
    const { id } = coupa.application.delegate('mark', away)
    const number = await world.submit()
    world.time.advance(day)
    expect(() => coupa.application.endDelegation('gil', id)).toThrow('You have no delegation')
    coupa.application.endDelegation('mark', id)
    expect(await toDo('gil')).toEqual([])
    coupa.application.delegate('mark', away)
    world.time.advance(2 * day)
    await expect(approve('gil', number)).rejects.toMatchObject({ code: 'ERR_COUPA_NOT_FOUND' })
  })

  it('never decides an own requisition', async () => {
    const coupa = await start()
    coupa.application.delegate('mark', { ...away, delegate: 'emma', startDate: new Date('2026-03-01') })
    const number = await world.submit()
    expect(await toDo('emma')).toEqual([])
    await expect(approve('emma', number)).rejects.toMatchObject({ code: 'ERR_COUPA_CONFLICT' })
  })

  it('must be somebody else who is there, for a time that is not over', async () => {
    const coupa = await start()
    const delegate = (change: object) => () => coupa.application.delegate('mark', { ...away, ...change })
    expect(delegate({ delegate: 'mark' })).toThrow('delegate must be somebody else')
    expect(delegate({ delegate: 'nobody' })).toThrow('delegate must be an active person')
    expect(delegate({ endDate: away.startDate })).toThrow('endDate must be after the start')
    expect(delegate({ reason: ' ' })).toThrow('reason must not be empty')
  })
})

describe('an approval that nobody decides', () => {
  const hours = (escalateAfterHours: number) => (company: ApprovalCompany) => {
    const [hierarchy] = company.approvalRules
    if (hierarchy !== undefined) hierarchy.escalateAfterHours = escalateAfterHours
  }
  const escalated = () => world.coupa.waitFor(() => world.chain(1001).length === 2)

  it('goes to the manager after its time, and the first approver is out', async () => {
    const coupa = await start(hours(24))
    const number = await world.submit()
    world.time.advance(day - 1)
    expect(world.chain(number)).toEqual(['mark: pending_approval'])
    world.time.advance(1)
    await escalated()
    expect(world.chain(number)).toEqual(['mark: escalated', 'fiona: pending_approval'])
    expect(await toDo('mark')).toEqual([])
    expect((await coupa.person('mark').notifications())[0]).toMatchObject({ kind: 'approval_escalated' })
    await approve('fiona', number)
    expect(coupa.requisition(number).status).toBe('ordered')
  })

  it('does not, while it is on hold', async () => {
    const coupa = await start(hours(24))
    const number = await world.submit()
    coupa.application.hold('mark', { on: requisition(number) })
    world.time.advance(3 * day)
    coupa.application.goOn('mark', { on: requisition(number) })
    expect(world.chain(number)).toEqual(['mark: pending_approval'])
    world.time.advance(day)
    await escalated()
  })

  it('stays where there is no manager', async () => {
    const coupa = await start(company => {
      company.approvalRules.push(rule(9, { priority: 10, approvers: ['gil'], escalateAfterHours: 1 }))
    })
    const number = await world.submit()
    world.time.advance(day)
    await coupa.waitFor(() => coupa.mails().every(({ status }) => status !== 'pending'))
    expect(world.chain(number)).toEqual(['gil: pending_approval', 'mark: not asked'])
  })

  it('is not given twice: a manager who is asked later in the chain is skipped there', async () => {
    await start(company => {
      hours(24)(company)
      company.approvalRules.push(rule(9, { approvers: ['fiona'] }))
    })
    const number = await world.submit()
    world.time.advance(day)
    await world.coupa.waitFor(() => world.chain(number).length === 3)
    await approve('fiona', number)
    expect(world.chain(number)).toEqual(['mark: escalated', 'fiona: approved', 'fiona: skipped'])
  })
})

it('an approver who has left is stood in for by the manager', async () => {
  const coupa = await start()
  const number = await world.submit()
  await coupa.company.update(company => {
    for (const one of company.people) if (one.manager === 'mark') one.manager = 'fiona'
    for (const one of company.people) if (one.login === 'mark') one.active = false
  })
  await coupa.waitFor(() => world.chain(number).length === 2)
  expect(world.chain(number)).toEqual(['mark: escalated', 'fiona: pending_approval'])
  await approve('fiona', number)
  expect(coupa.requisition(number).status).toBe('ordered')
})

describe('an ad-hoc approver', () => {
  const add = (login: string, requisition: number, approver: string, place: 'after_current' | 'at_end') =>
    world.coupa.application.addApprover(login, {
      on: { type: 'RequisitionHeader', id: requisition },
      approver,
      place,
    })

  it('comes after the current one or at the end, is asked in turn, and must approve', async () => {
    const coupa = await start(company => {
      company.approvalRules.push(rule(9, { approvers: ['fiona'] }))
    })
    const number = await world.submit()
    add('emma', number, 'hana', 'at_end')
    add('mark', number, 'gil', 'after_current')
    expect(world.chain(number)).toEqual([
      'mark: pending_approval',
      'gil: not asked',
      'fiona: not asked',
      'hana: not asked',
    ])
    for (const login of ['mark', 'gil', 'fiona']) await approve(login, number)
    expect(coupa.requisition(number).status).toBe('pending_approval')
    await approve('hana', number)
    expect(coupa.requisition(number).status).toBe('ordered')
  })

  it('can be removed until it has decided, and others cannot', async () => {
    const coupa = await start()
    const number = await world.submit()
    const remove = (approval: number | undefined) =>
      coupa.application.removeApprover('emma', { on: requisition(number), approval: approval ?? 0 })
    const { chain } = add('emma', number, 'gil', 'at_end')
    expect(() => remove(chain[0]?.id)).toThrow('Mark Osei cannot be removed')
    await approve('mark', number)
    expect(coupa.requisition(number).status).toBe('pending_approval')
    remove(chain[1]?.id)
    expect(world.chain(number)).toEqual(['mark: approved'])
    expect(coupa.requisition(number).status).toBe('ordered')
  })

  it('is added by those whose business it is, while it waits for approval', async () => {
    const coupa = await start()
    const number = await world.submit()
    expect(() => add('gil', number, 'hana', 'at_end')).toThrow('There is no requisition')
    expect(() => add('mark', number, 'emma', 'at_end')).toThrow('nobody approves an own request')
    expect(() => add('mark', number, 'mark', 'at_end')).toThrow('in the chain already')
    const watched = coupa.application.addApprover('mark', {
      on: requisition(number),
      approver: 'gil',
      place: 'as_watcher',
    })
    expect(watched.watchers).toMatchObject([{ login: 'gil', addedBy: 'mark' }])
    expect(() => add('gil', number, 'hana', 'at_end')).toThrow('not yours to change')
    await approve('mark', number)
    expect(() => add('emma', number, 'hana', 'at_end')).toThrow('it is ordered')
  })
})
