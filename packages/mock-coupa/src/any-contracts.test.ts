import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { unitOfWork } from './application/unit-of-work.js'
import { decidersOf } from './approvals/acting.js'
import { addApprover } from './approvals/ad-hoc.js'
import { isOpen } from './approvals/approval.js'
import { readChain } from './approvals/approval-records.js'
import { approve, goOn, hold, reject } from './approvals/decide.js'
import { northwindInstruments } from './company/seed.js'
import {
  assertChangeable,
  checkIn,
  checkOut,
  completeContract,
  publishContract,
  submitContract,
} from './contracts/act-on-contract.js'
import type { ContractStatus } from './contracts/contract.js'
import { contractApprovable } from './contracts/contract-approvable.js'
import { readContract } from './contracts/contract-records.js'
import { endedContracts, expireContract } from './contracts/expire-contract.js'
import type { Work } from './control/work.js'
import { mirrorCompany } from './directory/mirror.js'
import { CoupaError } from './errors.js'
import { createLifecycle, type Lifecycle } from './lifecycle.js'
import { openDatabase } from './store/database.js'
import { systems } from './systems/systems.js'

/** Where one step may lead. Written down again, so that the mock is held to it. */
const leadsTo: Readonly<Record<ContractStatus, readonly ContractStatus[]>> = {
  draft: ['draft', 'pending_approval', 'published'],
  pending_approval: ['pending_approval', 'published', 'rejected'],
  rejected: ['rejected', 'pending_approval', 'published'],
  published: ['published', 'completed', 'expired'],
  expired: ['expired', 'completed'],
  completed: ['completed'],
}

const anybody = fc.constantFrom('emma', 'mark', 'fiona', 'ada')

const anyStep = fc.oneof(
  fc.record({
    kind: fc.constantFrom('submit', 'submit', 'publish', 'complete', 'check out', 'check in', 'change'),
    who: anybody,
  }),
  fc.record({ kind: fc.constantFrom('approve', 'approve', 'reject', 'hold', 'goOn'), who: anybody }),
  // Somebody whose turn it is: by chance alone that would be rare.
  fc.record({ kind: fc.constantFrom('approve', 'approve', 'reject'), who: fc.constant('whoever is asked') }),
  fc.record({ kind: fc.constant('add'), who: anybody }),
  fc.record({ kind: fc.constant('wait'), who: fc.constant('') }),
)

type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

const anyStory = fc.record({
  chains: fc.constantFrom([], ['mark'], ['mark', 'fiona']),
  atOnce: fc.boolean(),
  owner: fc.constantFrom('emma', 'ada'),
  steps: fc.array(anyStep, { maxLength: 25 }),
})

type Story = typeof anyStory extends fc.Arbitrary<infer T> ? T : never

const db = openDatabase(':memory:')
mirrorCompany(db, northwindInstruments(), new Date('2026-03-02T09:00:00Z'))
afterAll(() => db.close())

let written = 0

/** Plays a story against the real transitions, and looks at the contract after every step. The statuses it had. */
function play({ chains, atOnce, owner, steps }: Story, lifecycle: Lifecycle): Set<ContractStatus> {
  let now = new Date('2026-03-02T09:00:00Z')
  const company = northwindInstruments()
  company.approvalRules = company.approvalRules.filter(({ documentType }) => documentType !== 'contract')
  for (const [index, approver] of chains.entries()) {
    company.approvalRules.push({
      id: 20 + index,
      name: approver,
      kind: 'approval_chain',
      documentType: 'contract',
      priority: 10 + index,
      approvers: [approver],
      active: true,
      ...(atOnce ? { parallelGroup: 'P' } : {}),
    })
  }
  const transaction = unitOfWork({
    db,
    company: () => company,
    clock: () => now,
    system: systems.coupa,
    randomBytes: length => crypto.getRandomValues(new Uint8Array(length)),
    lifecycle,
    onCommit: () => {},
  })
  written += 1
  const { lastId: id } = db.run(
    `INSERT INTO contracts (number, name, status, supplier, maximum_value, end_date, created_at, updated_at, created_by)
     VALUES ($name, $name, 'draft', 1, '100', '2026-03-02T13:00:00.000Z', '2026-03-02', '2026-03-02', $owner)`,
    { name: `C-${written}`, owner },
  )
  const on = { type: 'Contract', id } as const
  const act = (work: Work, { kind, who: anyone }: Step) => {
    const who =
      anyone === 'whoever is asked'
        ? (readChain(db, on).flatMap(approval => decidersOf(work, approval))[0] ?? 'mark')
        : anyone
    if (kind === 'submit') submitContract(work, who, id)
    if (kind === 'publish') publishContract(work, who, id)
    if (kind === 'complete') completeContract(work, who, id)
    if (kind === 'check out') checkOut(work, who, id)
    if (kind === 'check in') checkIn(work, who, id)
    if (kind === 'change') assertChangeable(work, who, id)
    if (kind === 'approve') approve(work, who, { on })
    if (kind === 'reject') reject(work, who, { on, comment: 'No' })
    if (kind === 'hold') hold(work, who, { on })
    if (kind === 'goOn') goOn(work, who, { on })
    if (kind === 'add')
      addApprover(work, who, contractApprovable(work, id), { approver: 'fiona', place: 'at_end' })
    if (kind === 'wait') if (endedContracts(db).due(work.now).includes(id)) expireContract(work, id)
  }
  const reached = new Set<ContractStatus>()
  for (const step of steps) {
    const before = readContract(db, id)
    if (step.kind === 'wait') now = new Date(now.getTime() + 2 * 3_600_000)
    try {
      transaction(work => act(work, step))
    } catch (error) {
      if (!(error instanceof CoupaError)) throw error
    }
    const { status, lockedBy } = readContract(db, id)
    const chain = readChain(db, on)
    expect(leadsTo[before.status]).toContain(status)
    expect(chain.some(isOpen)).toBe(status === 'pending_approval')
    expect(chain.flatMap(({ decidedBy }) => decidedBy?.login ?? [])).not.toContain(owner)
    if (status === 'published' && before.status === 'pending_approval') {
      expect(chain.map(one => one.status)).not.toContain('rejected')
      expect(chain.map(one => one.status)).not.toContain(null)
    }
    // Whoever has it out is waited for, but for its approvers and the day on which it ends.
    const isByOther =
      before.lockedBy !== undefined && before.lockedBy !== step.who && before.lockedBy === lockedBy
    if (isByOther && ['submit', 'publish', 'complete'].includes(step.kind)) expect(status).toBe(before.status)
    reached.add(status)
  }
  return reached
}

/** The same stories at each run: what is red once is red again. `SEED=n` tells others. */
const seed = Number(process.env.SEED ?? 1)

const lifecycle = createLifecycle(() => 'http://coupa.test')

describe('whatever people do with a contract', () => {
  it('leads from one status to the next, and somebody is asked while it waits for approval', () => {
    const reached = new Set<ContractStatus>()
    fc.assert(
      fc.property(anyStory, story => {
        for (const status of play(story, lifecycle)) reached.add(status)
      }),
      { numRuns: 40, seed },
    )
    expect([...reached].toSorted()).toEqual(Object.keys(leadsTo).toSorted())
  })

  it.each<[string, Partial<Lifecycle>]>([
    ['a rejection that leaves others asked', { 'approval refused': lifecycle['approval refused'].slice(1) }],
    [
      'a chain that is over after the first approval',
      { 'approval given': [({ on }, work) => work.emit('approval chain completed', { on })] },
    ],
  ])('a mistake is noticed: %s', (_, mistake) => {
    const { failed } = fc.check(
      fc.property(anyStory, story => {
        play(story, { ...lifecycle, ...mistake })
      }),
      { numRuns: 200, endOnFailure: true, seed },
    )
    expect(failed).toBe(true)
  })
})
