import type { ExportAnswer, Page, Visit } from '../answer.js'
import { exportList, showList } from '../lists/show-list.js'
import { paths } from '../paths.js'
import { contractList } from './contract-list.js'

const listOf = ({ coupa, person }: Visit) =>
  contractList(paths.contracts, coupa.freeFormChoices(person.login).currency)

export function listContracts(visit: Visit): Page {
  return showList(visit, {
    title: 'Contracts',
    lead: visit.person.administrator
      ? 'What is agreed on with suppliers.'
      : 'Contracts that you are responsible for.',
    section: 'contracts',
    list: listOf(visit),
    read: visit.coupa.contractList,
  })
}

export function exportContracts(visit: Visit): ExportAnswer {
  return exportList(visit, { list: listOf(visit), read: visit.coupa.allOfContractList })
}
