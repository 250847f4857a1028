import { addDecimals, compareDecimals } from '@punchloop/sdk/cxml'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitOfWork } from './application/unit-of-work.js'
import { decidersOf, type Standing } from './approvals/acting.js'
import { addApprover, removeApprover } from './approvals/ad-hoc.js'
import { type Approval, isOpen } from './approvals/approval.js'
import { readChain } from './approvals/approval-records.js'
import { approve, goOn, hold, reject } from './approvals/decide.js'
import { delegate } from './approvals/delegate.js'
import { escalate, overdueApprovals } from './approvals/escalate.js'
import { stagesOf } from './approvals/stages.js'
import { activeMembers } from './company/approval-groups.js'
import type { ApprovalRule } from './company/approval-rule.js'
import { problemsOf } from './company/check-company.js'
import type { Company } from './company/company.js'
import { northwindInstruments } from './company/seed.js'
import { mirrorCompany } from './directory/mirror.js'
import { CoupaError } from './errors.js'
import { createLifecycle, type Lifecycle } from './lifecycle.js'
import { addItem } from './requisitions/own-items.js'
import { requisitionApprovable } from './requisitions/requisition-approvable.js'
import { readRequisition } from './requisitions/requisition-records.js'
import { submit } from './requisitions/submit.js'
import { withdraw } from './requisitions/withdraw.js'
import { openDatabase } from './store/database.js'
import { systems } from './systems/systems.js'

const everybody = ['emma', 'mark', 'fiona', 'ada', 'gil', 'hana', 'ivan'] as const
const anybody = fc.constantFrom(...everybody)

/** What a company may have set up. Emma asks, Mark and Fiona are above her, Ada administers. */
const anyCompany = fc
  .record({
    managers: fc.tuple(...Array.from({ length: 3 }, () => fc.constantFrom('mark', 'fiona', undefined))),
    groups: fc.array(fc.uniqueArray(anybody, { minLength: 1 }), { minLength: 1, maxLength: 2 }),
    hierarchy: fc.boolean(),
    rules: fc.array(
      fc.record({
        priority: fc.integer({ min: 1, max: 99 }).filter(priority => priority !== 50),
        approvers: fc.array(
          fc.oneof(
            anybody,
            fc.record({ group: fc.integer({ min: 1, max: 2 }), required: fc.constantFrom(1, 2, 'all') }),
          ),
          { minLength: 1, maxLength: 3 },
        ),
        minTotal: fc.constantFrom(undefined, '1000', '5000'),
        parallelGroup: fc.constantFrom(undefined, 'A', 'B'),
        parallelRequired: fc.constantFrom(undefined, undefined, 1, 2),
        skipIfApproved: fc.boolean(),
        skipIfRequester: fc.boolean(),
        escalateAfterHours: fc.constantFrom(undefined, 5, 5),
      }),
      { maxLength: 4 },
    ),
  })
  .map(companyOf)
  .filter(company => problemsOf(company).length === 0)

function companyOf(given: {
  readonly managers: readonly (string | undefined)[]
  readonly groups: readonly string[][]
  readonly hierarchy: boolean
  readonly rules: readonly object[]
}): Company {
  const company = northwindInstruments()
  const [model] = company.people
  if (model === undefined) throw new Error('The seeded company has nobody')
  for (const [index, login] of ['gil', 'hana', 'ivan'].entries()) {
    const { manager: _, ...person } = model
    const manager = given.managers[index]
    company.people.push({ ...person, login, email: `${login}@x.example`, ...(manager ? { manager } : {}) })
  }
  company.approvalGroups = given.groups.map((members, index) => ({
    id: index + 1,
    name: `Group ${index + 1}`,
    members,
  }))
  const rules = given.rules.map((rule, index): ApprovalRule => {
    const present = Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined))
    const whole: ApprovalRule = {
      id: index + 10,
      name: `Rule ${index + 10}`,
      kind: 'approval_chain',
      priority: 1,
      approvers: [],
      active: true,
      ...present,
    }
    if (whole.parallelGroup === undefined) delete whole.parallelRequired
    return whole
  })
  company.approvalRules = [...company.approvalRules.slice(given.hierarchy ? 0 : 1), ...rules]
  return company
}

const anyAction = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('approve'), who: anybody, isApt: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('submit', 'submit', 'withdraw'),
      who: fc.constant('emma' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('reject', 'hold', 'goOn'),
      who: anybody,
      isApt: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('after_current', 'at_end', 'as_watcher', 'delegate', 'remove', 'leave'),
      who: anybody,
      whom: anybody,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait'), hours: fc.integer({ min: 1, max: 48 }) }) },
)

type Action = typeof anyAction extends fc.Arbitrary<infer T> ? T : never

const anyStory = fc.record({
  company: anyCompany,
  chairs: fc.integer({ min: 1, max: 40 }),
  actions: fc.array(anyAction, { maxLength: 30 }),
})

type Story = typeof anyStory extends fc.Arbitrary<infer T> ? T : never

/** Plays a story against the real transitions, and looks at everything after every action. Returns the statuses. */
function play({ company: initial, chairs, actions }: Story, lifecycle: Lifecycle): Set<string> {
  const db = openDatabase(':memory:')
  let now = new Date('2026-03-02T09:00:00Z')
  let company = initial
  mirrorCompany(db, company, now)
  const transaction = unitOfWork({
    db,
    company: () => company,
    clock: () => now,
    system: systems.coupa,
    randomBytes: length => crypto.getRandomValues(new Uint8Array(length)),
    lifecycle,
    onCommit: () => {},
  })
  const escalateAll = () => {
    for (let turn = 0; turn < 50; turn += 1) {
      const due = overdueApprovals(db).due(now)
      if (due.length === 0) return
      for (const id of due) transaction(work => escalate(work, id))
    }
    throw new Error('Escalation never ends')
  }
  const requisition = transaction(work => addItem(work, 'emma', { itemId: 7, quantity: String(chairs) }))
  const decided = new Map<number, string>()
  const reached = new Set<string>()
  /** Somebody whose turn it is: by chance alone that would be rare. */
  const decider = (standing: Standing) =>
    readChain(db, { type: 'RequisitionHeader', id: requisition }).flatMap(approval =>
      decidersOf(standing, approval),
    )[0]
  const on = { type: 'RequisitionHeader', id: requisition } as const
  const act = (action: Action) =>
    transaction(work => {
      if (!('who' in action)) return
      const who = 'isApt' in action && action.isApt ? (decider(work) ?? action.who) : action.who
      if (action.kind === 'approve') approve(work, who, { on })
      if (action.kind === 'reject') reject(work, who, { on, comment: 'No' })
      if (action.kind === 'hold') hold(work, who, { on })
      if (action.kind === 'goOn') goOn(work, who, { on })
      if (action.kind === 'withdraw') withdraw(work, who, { requisition })
      if (action.kind === 'submit') submit(work, who, { requisition })
      if (!('whom' in action)) return
      const { kind, whom } = action
      if (kind === 'after_current' || kind === 'at_end' || kind === 'as_watcher')
        addApprover(work, who, requisitionApprovable(db, requisition), { approver: whom, place: kind })
      if (kind === 'remove') {
        const added = readChain(db, { type: 'RequisitionHeader', id: requisition }).find(
          ({ type }) => type === 'AdHocApproval',
        )
        removeApprover(work, who, requisitionApprovable(db, requisition), added?.id ?? 0)
      }
      if (kind === 'delegate') {
        const endDate = new Date(now.getTime() + 30 * 3_600_000)
        delegate(work, who, { delegate: whom, startDate: now, endDate, reason: 'Away' })
      }
    })
  const leave = (login: string) => {
    const next = structuredClone(company)
    for (const person of next.people) if (person.login === login) person.active = false
    // Somebody must ask, and somebody must be there to stand in for whoever has no manager.
    if (['emma', 'ada'].includes(login) || problemsOf(next).length > 0) return
    company = next
    mirrorCompany(db, company, now)
  }
  try {
    for (const action of [{ kind: 'submit', who: 'emma' } as const, ...actions]) {
      if ('hours' in action) now = new Date(now.getTime() + action.hours * 3_600_000)
      if (action.kind === 'leave' && 'whom' in action) leave(action.whom)
      else tolerate(() => act(action))
      escalateAll()
      reached.add(readRequisition(db, requisition).status)
      assertSound({ requisition, decided, standing: { db, company, now } })
    }
    return reached
  } finally {
    db.close()
  }
}

/** A refusal is an answer; anything else is a fault. */
function tolerate(action: () => void): void {
  try {
    action()
  } catch (error) {
    if (!(error instanceof CoupaError)) throw error
  }
}

interface Look {
  readonly requisition: number
  readonly decided: Map<number, string>
  readonly standing: Standing
}

function assertSound({ requisition, decided, standing }: Look): void {
  const { status, lines, total } = readRequisition(standing.db, requisition)
  const chain = readChain(standing.db, { type: 'RequisitionHeader', id: requisition })
  expect(['cart', 'draft', 'pending_approval', 'ordered', 'withdrawn']).toContain(status)
  expect(
    compareDecimals(
      lines.reduce((sum, line) => addDecimals(sum, line.total), '0'),
      total,
    ),
  ).toBe(0)
  expect(chain.map(({ position }) => position)).toEqual(chain.map((_, index) => index + 1))
  for (const approval of chain) assertDecidedOnce(approval, decided)
  if (status === 'ordered') for (const stage of stagesOf(chain)) assertGiven(stage, chain, standing.company)
  if (status === 'pending_approval') {
    expect(chain.filter(isOpen).flatMap(approval => decidersOf(standing, approval))).not.toEqual([])
  } else {
    expect(chain.filter(isOpen)).toEqual([])
  }
}

function assertDecidedOnce(approval: Approval, decided: Map<number, string>): void {
  const { id, status, decidedBy, given, requester, requesterMayApprove } = approval
  const isDecided = status === 'approved' || status === 'rejected'
  const verdict = isDecided ? `${status} by ${decidedBy?.login}` : undefined
  const earlier = decided.get(id)
  if (earlier !== undefined) expect(verdict).toBe(earlier)
  if (verdict !== undefined) decided.set(id, verdict)
  expect(new Set(given.map(({ by }) => by)).size).toBe(given.length)
  expect(new Set(given.map(({ member }) => member)).size).toBe(given.length)
  if (!requesterMayApprove) {
    expect([decidedBy?.login, ...given.flatMap(({ by, member }) => [by, member])]).not.toContain(requester)
  }
}

/** What was required of a stage was given, told from the records alone. */
function assertGiven(stage: readonly Approval[], chain: readonly Approval[], company: Company): void {
  const counted = stage.filter(({ status }) => status !== 'escalated')
  const isGiven = (approval: Approval) =>
    approval.status === 'approved' ||
    (approval.status === 'skipped' &&
      approval.skipIfApproved &&
      chain.some(one => one.status === 'approved' && one.approver.login === approval.approver.login))
  const needed = stage.some(({ parallelRequired }) => parallelRequired === undefined)
    ? counted.length
    : Math.min(counted.length, Math.max(...stage.map(({ parallelRequired }) => parallelRequired ?? 0)))
  expect(counted.filter(isGiven).length).toBeGreaterThanOrEqual(needed)
  for (const { group, status, given, required, requester, requesterMayApprove } of counted) {
    if (group === undefined || status !== 'approved') continue
    const members = activeMembers(company, group).filter(
      ({ login }) => requesterMayApprove || login !== requester,
    )
    expect(given.length).toBe(Math.min(required, members.length))
  }
}

/** The same stories at each run: what is red once is red again. `SEED=n` tells others. */
const seed = Number(process.env.SEED ?? 1)

const lifecycle = createLifecycle(() => 'http://coupa.test')

describe('whatever rules a company has and whatever people do', () => {
  it('only statuses of Coupa are reached, nobody decides twice, and nothing required is left out', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(anyStory, story => {
        for (const status of play(story, lifecycle)) reached.add(status)
      }),
      { numRuns: 40, seed },
    )
    expect([...reached]).toEqual(expect.arrayContaining(['ordered', 'draft', 'withdrawn']))
  })

  it.each<[string, Partial<Lifecycle>]>([
    [
      'a chain that is over after the first approval',
      {
        'approval given': [({ on }, work) => work.emit('approval chain completed', { on })],
      },
    ],
    ['a rejection that leaves others asked', { 'approval refused': lifecycle['approval refused'].slice(1) }],
    ['an escalation that asks nobody', { 'approval escalated': [] }],
  ])('a mistake is noticed: %s', (_, mistake) => {
    const { failed } = fc.check(
      fc.property(anyStory, story => {
        play(story, { ...lifecycle, ...mistake })
      }),
      { numRuns: 300, endOnFailure: true, seed },
    )
    expect(failed).toBe(true)
  })
})
