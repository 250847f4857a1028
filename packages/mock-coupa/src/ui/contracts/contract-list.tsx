import type { Contract } from '../../contracts/contract.js'
import { contractStatuses } from '../../contracts/contract.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { StatusPill } from '../elements/status-pill.js'
import type { List, ListColumn } from '../lists/list.js'
import { contractPath } from '../paths.js'

/** Contracts as a list below `path`; without a currency of their own they are in the company's. */
export function contractList(path: string, currency: string): List<Contract> {
  return {
    path,
    caption: 'Contracts',
    unit: ['contract', 'contracts'],
    columns: columnsIn(currency),
    statuses: contractStatuses,
    attributes: contract => ({ 'data-contract': String(contract.id) }),
    empty: (
      <EmptyState icon="document" title="No contracts yet">
        <p>Contracts come by the API, as drafts.</p>
      </EmptyState>
    ),
    exported: [
      ['Contract #', contract => contract.number],
      ['Name', contract => contract.name],
      ['Supplier', contract => contract.supplier.name],
      ['Status', contract => contract.status],
      ['Created', contract => contract.createdAt.toISOString()],
      ['Maximum value', contract => contract.maximumValue ?? ''],
      ['Currency', contract => contract.currency ?? currency],
    ],
  }
}

function columnsIn(currency: string): readonly ListColumn<Contract>[] {
  return [
    {
      heading: 'Contract',
      kind: 'lead',
      sort: 'number',
      cell: contract => (
        <span class="break">
          <a href={contractPath(contract.id)}>{contract.name}</a>
          <br />
          <span class="soft small">{contract.number}</span>
        </span>
      ),
    },
    { heading: 'Supplier', sort: 'supplier', cell: contract => contract.supplier.name },
    { heading: 'Created', sort: 'date', cell: contract => <Moment at={contract.createdAt} /> },
    { heading: 'Status', sort: 'status', cell: contract => <StatusPill status={contract.status} /> },
    {
      heading: 'Maximum value',
      kind: 'number',
      sort: 'total',
      cell: contract =>
        contract.maximumValue === undefined
          ? '–'
          : formatMoney(contract.maximumValue, contract.currency ?? currency),
    },
  ]
}
