import { planOf, readApprovable } from '../approvables.js'
import { actsFor, decidersOf } from '../approvals/acting.js'
import { mayAddApprovers, mayPlanApprovers } from '../approvals/ad-hoc.js'
import type { Approvable } from '../approvals/approvable.js'
import { type Approval, isOpen } from '../approvals/approval.js'
import { previewOf, readChain } from '../approvals/approval-records.js'
import { readPlannedApprovers, withPlanned } from '../approvals/planned-approvers.js'
import { readWatchers } from '../approvals/watchers.js'
import type { ApprovalsView } from '../approvals.js'
import { findPerson, fullName } from '../company/people.js'
import type { ApprovableKey } from '../control/approvable-key.js'
import { CoupaError } from '../errors.js'
import type { Reading } from './reading.js'

/** The part that approvals have in the view of a document. Whoever calls has seen to it that `login` may see it. */
export function approvalsView(reading: Reading, login: string, { type, id }: ApprovableKey): ApprovalsView {
  const approvable = readApprovable(reading, { type, id })
  const { chain, ...said } = chainOf(reading, approvable)
  const own = chain.filter(approval => actsFor(reading, login, approval) !== undefined)
  const mayAdd = mayPlanApprovers(approvable, login) || mayAddApprovers(reading, login, chain)
  return {
    on: { type, id },
    chain: chain.map(approval => ({ ...approval, delegates: delegateNames(reading, approval) })),
    ...said,
    watchers: readWatchers(reading.db, approvable),
    plannedApprovers: readPlannedApprovers(reading.db, approvable).map(planned => ({
      ...planned,
      fullName: nameOf(reading, planned.login),
    })),
    approverChoices: mayAdd ? choicesBut(reading, approvable.requestedBy.login) : [],
    may: {
      approve: own.some(({ status }) => status === 'pending_approval'),
      goOn: own.some(({ status }) => status === 'on_hold'),
    },
  }
}

/** What nobody was asked about yet shows whom it would go to; what was rejected shows who rejected it. */
function chainOf(
  reading: Reading,
  approvable: Approvable,
): Pick<ApprovalsView, 'chainProblem' | 'warnings'> & { readonly chain: readonly Approval[] } {
  const { db, company } = reading
  const submitted = readChain(db, approvable)
  if (approvable.stage !== 'draft' || submitted.length > 0) return { chain: submitted, warnings: [] }
  try {
    const { demands, warnings, blocked } = planOf(reading, approvable)
    const planned = readPlannedApprovers(db, approvable)
    return {
      chain: previewOf(approvable, withPlanned(company, demands, planned)),
      warnings,
      ...(blocked.length === 0 ? {} : { chainProblem: blocked.join('; ') }),
    }
  } catch (error) {
    if (error instanceof CoupaError) return { chain: [], chainProblem: error.message, warnings: [] }
    throw error
  }
}

function choicesBut({ company }: Reading, requester: string): ApprovalsView['approverChoices'] {
  return company.people
    .filter(person => person.active && person.login !== requester)
    .map(person => ({ login: person.login, fullName: fullName(person) }))
}

function delegateNames(reading: Reading, approval: Approval): string[] {
  if (!isOpen(approval)) return []
  const { login } = approval.approver
  return decidersOf(reading, approval)
    .filter(decider => actsFor(reading, decider, approval) !== decider && decider !== login)
    .map(decider => fullName(findPerson(reading.company, decider)))
}

/** Who has left keeps the login only. */
function nameOf({ company }: Reading, login: string): string {
  const person = company.people.find(candidate => candidate.login === login)
  return person === undefined ? login : fullName(person)
}
