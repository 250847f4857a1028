import type { Supplier } from '../../../company/supplier.js'
import type { ExportAnswer, Page, Visit } from '../../answer.js'
import type { Column } from '../../elements/table.js'
import { exportShortList, type ShortList, ShortListBody } from '../../lists/short-list.js'
import { paths, supplierPath } from '../../paths.js'
import { setupPage } from '../setup-frame.js'
import { poMethodWords } from './ordering-fields.js'

export function listSuppliers({ coupa, person, query }: Visit): Page {
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
    body: <ShortListBody list={list} rows={suppliers} query={query} />,
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

const list: ShortList<Supplier> = {
  path: paths.suppliers,
  caption: 'Suppliers',
  unit: ['supplier', 'suppliers'],
  columns,
  empty: null,
  exported: [
    ['Id', ({ id }) => String(id)],
    ['Name', ({ name }) => name],
    ['PO method', ({ poMethod }) => poMethod],
    ['PO e-mail', ({ poEmail }) => poEmail ?? ''],
    ['cXML URL', ({ cxml }) => cxml?.url ?? ''],
    ['Active', ({ active }) => String(active)],
  ],
}

export function exportSuppliers({ coupa, person, query }: Visit): ExportAnswer {
  return exportShortList(list, coupa.configuration(person.login).suppliers, query)
}
