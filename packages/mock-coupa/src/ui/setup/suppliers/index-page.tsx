import type { Supplier } from '../../../company/company.js'
import type { Page, Visit } from '../../answer.js'
import { type Column, Table } from '../../elements/table.js'
import { paths, supplierPath } from '../../paths.js'
import { setupPage } from '../setup-frame.js'
import { poMethodWords } from './ordering-fields.js'

export function listSuppliers({ coupa, person }: Visit): Page {
  const { suppliers } = coupa.configuration(person.login)
  return setupPage({
    room: 'suppliers',
    title: 'Suppliers',
    lead: 'Who is ordered from, and how purchase orders reach them.',
    action: (
      <a class="button button-main" href={`${paths.suppliers}/new`}>
        Add a supplier
      </a>
    ),
    body: (
      <div class="card card-flush">
        <Table caption="Suppliers" rows={suppliers} columns={columns} />
      </div>
    ),
  })
}

const columns: readonly Column<Supplier>[] = [
  {
    heading: 'Supplier',
    kind: 'lead',
    cell: supplier => <a href={supplierPath(supplier.id)}>{supplier.name}</a>,
  },
  { heading: 'Orders go by', cell: ({ poMethod }) => poMethodWords[poMethod] },
  { heading: 'cXML URL', cell: ({ cxml }) => <span class="break">{cxml?.url ?? '–'}</span> },
  {
    heading: 'Status',
    cell: ({ active }) => <span class={active ? 'pill pill-good' : 'pill'}>{active ? 'Active' : 'Off'}</span>,
  },
]
