import { findPerson } from '../company/people.js'
import { completeContract, submitContract } from '../contracts/act-on-contract.js'
import { ownerOf } from '../contracts/contract-approvable.js'
import { readContract } from '../contracts/contract-records.js'
import type { Contracts, ContractView } from '../contracts.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { historyOfContract } from '../journal/history.js'
import { approvalsView } from './approvals-view.js'
import type { Ground } from './ground.js'
import { assertMaySeeDocument } from './may-see.js'
import type { Reading } from './reading.js'

/** What people see and do with contracts. */
export function contracts(ground: Ground, reading: () => Reading): Contracts {
  const act = (login: string, id: number, transition: (work: Work, login: string, id: number) => void) => {
    if (!isOwn(reading(), login, id)) {
      assertMaySeeDocument(reading(), login, { type: 'Contract', id })
      throw new CoupaError('ERR_COUPA_FORBIDDEN', 'Only its owner and administrators may do this')
    }
    ground.transaction(work => transition(work, login, id))
    return contractView(reading(), login, id)
  }
  return {
    contract: (login, id) => contractView(reading(), login, id),
    submitContract: (login, id) => act(login, id, submitContract),
    completeContract: (login, id) => act(login, id, completeContract),
  }
}

function contractView(reading: Reading, login: string, id: number): ContractView {
  assertMaySeeDocument(reading, login, { type: 'Contract', id })
  const contract = readContract(reading.db, id)
  const approvals = approvalsView(reading, login, { type: 'Contract', id })
  const owner = ownerOf(reading.company, contract)
  const mayChange = isOwn(reading, login, id)
  return {
    ...contract,
    ...approvals,
    currency: contract.currency ?? reading.company.currency,
    ...(owner === undefined ? {} : { owner }),
    history: historyOfContract(reading.db, id),
    may: {
      ...approvals.may,
      submit: mayChange && (contract.status === 'draft' || contract.status === 'rejected'),
      complete: mayChange && (contract.status === 'published' || contract.status === 'expired'),
    },
  }
}

function isOwn(reading: Reading, login: string, id: number): boolean {
  const owner = ownerOf(reading.company, readContract(reading.db, id))
  return owner?.login === login || findPerson(reading.company, login).administrator
}
