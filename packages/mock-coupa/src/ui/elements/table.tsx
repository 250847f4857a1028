import type { Child } from 'hono/jsx'

export interface Column<T> {
  /** Empty: a column of buttons. */
  readonly heading: string
  readonly cell: (row: T) => Child
  /** `lead` is what a row is called by. */
  readonly kind?: 'lead' | 'number'
}

/**
 * On a phone each row becomes a card. That takes the table's meaning from assistive technology in some browsers,
 * so the roles are spelled out.
 */
export function Table<T>(props: {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly attributes?: (row: T) => Record<string, string>
}) {
  return (
    <table class="table">
      <caption class="unseen">{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map(column => (
            <th scope="col" class={column.kind === 'number' ? 'number' : ''}>
              {column.heading === '' ? <span class="unseen">Actions</span> : column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map(row => (
          <tr {...props.attributes?.(row)}>
            {props.columns.map(column => (
              <td class={cellClass(column.kind)} data-label={column.heading}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function cellClass(kind: 'lead' | 'number' | undefined): string {
  return kind === 'lead' ? 'lead-cell' : (kind ?? '')
}
