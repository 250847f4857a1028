import { converted, exchangeRateOf } from '../accounting/exchange.js'
import { type Approvable, requesterAmong } from '../approvals/approvable.js'
import { askBuyers, assertNotBlocked, type ChainPlan, hasChains, planChain } from '../approvals/chain-plan.js'
import { openChain } from '../approvals/open-approvals.js'
import type { Company } from '../company/company.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import type { Database } from '../store/database.js'
import type { Contract, ContractStatus } from './contract.js'
import { moveContract, readContract } from './contract-records.js'
import { publish } from './publish-contract.js'

interface Where {
  readonly db: Database
  readonly company: Company
}

/** A contract as its approvers see it. What counts as its total is its maximum value. */
export function contractApprovable({ db, company }: Where, id: number): Approvable {
  const contract = readContract(db, id)
  return {
    type: 'Contract',
    id,
    name: `Contract ${contract.number}`,
    title: `${contract.name}, ${contract.supplier.name}`,
    requestedBy: ownerOf(company, contract) ?? { login: '', fullName: 'Nobody' },
    total: totalOf(contract),
    currency: contract.currency ?? company.currency,
    status: contract.status,
    stage: stageOf(contract.status),
  }
}

function totalOf({ maximumValue, minimumValue }: Contract): string {
  return maximumValue ?? minimumValue ?? '0'
}

function stageOf(status: ContractStatus): Approvable['stage'] {
  if (status === 'draft' || status === 'rejected') return 'draft'
  return status === 'pending_approval' ? 'pending' : 'over'
}

/** Unverified: that the owner counts as the requester, and whoever submitted or entered it where there is none. */
export function ownerOf(
  company: Company,
  { contractOwner, submitter, createdBy }: Contract,
): Approvable['requestedBy'] | undefined {
  return requesterAmong(company, [contractOwner, submitter, createdBy])
}

/**
 * By the company's chains for contracts; without any, a buyer, and nobody where a buyer asks.
 * Unverified: what Coupa does without chains. `ERR_COUPA_NO_APPROVER` as for every chain.
 */
export function contractPlan({ db, company }: Where, id: number): ChainPlan {
  const contract = readContract(db, id)
  const owner = ownerOf(company, contract)
  const plan = planChain(company, {
    documentType: 'contract',
    // Limits are in the company's currency.
    total: converted(
      totalOf(contract),
      exchangeRateOf(company, contract.currency ?? company.currency) ?? '1',
    ),
    ...(owner === undefined ? {} : { login: owner.login }),
    ...(contract.department === undefined ? {} : { department: contract.department }),
    customFields: contract.customFields,
    lines: [{ supplier: contract.supplier }],
  })
  const isOfBuyer = company.people.some(({ login, administrator }) => login === owner?.login && administrator)
  if (hasChains(company, 'contract') || isOfBuyer) return plan
  return { ...plan, demands: [askBuyers(company, { office: 'Buyer', requesterMayApprove: false })] }
}

/** The first approvers are asked. Where there is none the contract is published at once. */
export function openContractApprovals({ contract }: LifecycleEvents['contract submitted'], work: Work): void {
  const plan = contractPlan(work, contract)
  assertNotBlocked(plan)
  openChain(work, contractApprovable(work, contract), plan)
}

/** `pending_approval` → `published`. */
export function publishApproved({ on }: LifecycleEvents['approval chain completed'], work: Work): void {
  publish(work, on.id, { from: ['pending_approval'], by: work.system.title })
}

/** `pending_approval` → `rejected`, with the reason. Its owner can change it and submit it again. */
export function markContractRejected({ on, comment }: LifecycleEvents['approval refused'], work: Work): void {
  moveContract(work, on.id, { from: ['pending_approval'], to: 'rejected', doing: 'rejected' })
  work.db.run('UPDATE contracts SET reject_reason = $comment WHERE id = $id', { id: on.id, comment })
}
