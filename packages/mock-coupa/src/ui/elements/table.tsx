import type { Child } from 'hono/jsx'
import type { TableRoom } from '../style/tables.js'

export interface Column<T> {
  /** Empty: a column of buttons. */
  readonly heading: string
  readonly cell: (row: T) => Child
  /** `lead` is what a row is called by. */
  readonly kind?: 'lead' | 'number'
  /** Where a click on the heading leads, and how the rows are ordered by it now. */
  readonly order?: { readonly path: string; readonly current?: 'ascending' | 'descending' }
}

/**
 * Where there is little room each row becomes a card. That takes the table's meaning from assistive technology in some browsers,
 * so the roles are spelled out.
 */
export function Table<T>(props: {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly attributes?: (row: T) => Record<string, string>
  /** How much room it takes to be a table and not cards. Default: by the number of its columns. */
  readonly room?: TableRoom | undefined
}) {
  return (
    <div class={`table-box table-box-${props.room ?? (props.columns.length > 4 ? 'm' : 's')}`}>
      <table class="table" {...is('table')}>
        <caption class="unseen">{props.caption}</caption>
        <thead {...is('rowgroup')}>
          <tr {...is('row')}>
            {props.columns.map(column => (
              <th
                scope="col"
                {...is('columnheader')}
                class={column.kind === 'number' ? 'number' : ''}
                {...(column.order?.current === undefined ? {} : { 'aria-sort': column.order.current })}
              >
                <Heading column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...is('rowgroup')}>
          {props.rows.map(row => (
            <tr {...props.attributes?.(row)} {...is('row')}>
              {props.columns.map(column => (
                <td {...is('cell')} class={cellClass(column.kind)} data-label={column.heading}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The role that the element has anyhow, as long as it looks like a table. */
const is = (role: string) => ({ role })

function Heading<T>({ column: { heading, order } }: { readonly column: Column<T> }) {
  if (heading === '') return <span class="unseen">Actions</span>
  if (order === undefined) return <>{heading}</>
  const arrow = order.current === undefined ? '↕' : order.current === 'ascending' ? '↑' : '↓'
  return (
    <>
      <a href={order.path}>
        {heading}
        <span aria-hidden="true">{arrow}</span>
      </a>
      <span class="no-order">{heading}</span>
    </>
  )
}

function cellClass(kind: 'lead' | 'number' | undefined): string {
  return kind === 'lead' ? 'lead-cell' : (kind ?? '')
}
