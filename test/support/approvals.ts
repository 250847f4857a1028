import {
  type ApprovableKey,
  type ManualTime,
  type MockCoupa,
  manualTime,
  northwindInstruments,
  startMockCoupa,
} from '@punchloop/mock-coupa'

export type ApprovalCompany = ReturnType<typeof northwindInstruments>
export type Person = ApprovalCompany['people'][number]
export type Rule = ApprovalCompany['approvalRules'][number]

export interface ApprovalWorld {
  readonly coupa: MockCoupa
  readonly time: ManualTime
  /** Submits so many chairs of 329 for Emma and returns the requisition's number. */
  submit(quantity?: string): Promise<number>
  /** `mark: pending_approval` for every approval, in order. */
  chain(requisition: number): string[]
  /** How much waits for somebody. */
  waiting(login: string): Promise<number>
}

/** A person of the finance department who has no special right. */
export function person(login: string, change: Partial<Person> = {}): Person {
  return {
    login,
    firstName: `${login.charAt(0).toUpperCase()}${login.slice(1)}`,
    lastName: 'Test',
    email: `${login}@northwind.example`,
    title: 'Clerk',
    department: 'Finance',
    administrator: false,
    active: true,
    address: 'HQ',
    account: 'Finance Systems',
    ...change,
  }
}

export function rule(id: number, change: Partial<Rule>): Rule {
  return {
    id,
    name: `Rule ${id}`,
    kind: 'approval_chain',
    priority: 60,
    approvers: [],
    active: true,
    ...change,
  }
}

/** As approvals know it. */
export function requisition(number: number): ApprovableKey {
  return { type: 'RequisitionHeader', id: number }
}

/** Of the seeded catalogue: 329.00. */
const chair = 7

/** A mock whose clock stands still, with a company as a test wants it. */
export async function startApprovals(change: (company: ApprovalCompany) => void): Promise<ApprovalWorld> {
  const company = northwindInstruments()
  change(company)
  const time = manualTime(new Date('2026-03-02T09:00:00Z'))
  const coupa = await startMockCoupa({ port: 0, company, clock: time.clock, timers: time.timers })
  return {
    coupa,
    time,
    async submit(quantity = '1') {
      const { number } = await coupa.person('emma').addItem({ itemId: chair, quantity })
      await coupa.person('emma').submit(number)
      return number
    },
    chain: requisition =>
      coupa
        .requisition(requisition)
        .chain.map(
          ({ approver, status }) => `${approver.login || approver.fullName}: ${status ?? 'not asked'}`,
        ),
    waiting: async login => (await coupa.person(login).toDo()).length,
  }
}
