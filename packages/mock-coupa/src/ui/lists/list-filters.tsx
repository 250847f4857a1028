import type { Coupa } from '../../coupa.js'
import type { ListQuery } from '../../lists.js'
import { SelectField, TextField } from '../elements/field.js'
import { statusWords } from '../elements/status-pill.js'
import type { List } from './list.js'
import { isNarrowed } from './list-query.js'

/** Narrows and orders a list by a form, so that a phone, too, can order what has no column headings there. */
export function ListFilters<T>(props: {
  readonly list: List<T>
  readonly query: ListQuery
  readonly choices: ReturnType<Coupa['listChoices']>
}) {
  const { list, query, choices } = props
  return (
    <form class="card filters" method="get" action={list.path} aria-label={`Filter ${list.unit[1]}`}>
      <TextField name="text" label="Contains" value={query.text ?? ''} />
      <SelectField
        name="status"
        label="Status"
        value={query.status ?? ''}
        choices={[['', 'Any status'], ...list.statuses.map(status => [status, statusWords(status)] as const)]}
      />
      {choices.requesters.length > 0 && (
        <SelectField
          name="requester"
          label="Requester"
          value={query.requester ?? ''}
          choices={[
            ['', 'Anybody'],
            ...choices.requesters.map(({ login, fullName }) => [login, fullName] as const),
          ]}
        />
      )}
      <SelectField
        name="supplier"
        label="Supplier"
        value={String(query.supplier ?? '')}
        choices={[
          ['', 'Any supplier'],
          ...choices.suppliers.map(({ id, name }) => [String(id), name] as const),
        ]}
      />
      <TextField name="from" label="From day" type="date" value={query.from ?? ''} />
      <TextField name="to" label="To day" type="date" value={query.to ?? ''} />
      <SelectField name="sort" label="Order" value={query.sort ?? ''} choices={orders(list)} />
      <div class="actions">
        <button class="button" type="submit">
          Filter
        </button>
        {isNarrowed(query) && <a href={list.path}>Clear</a>}
      </div>
    </form>
  )
}

function orders<T>({ columns }: List<T>): [string, string][] {
  const byColumn = columns.flatMap(({ heading, sort }): [string, string][] =>
    sort === undefined
      ? []
      : [
          [sort, `${heading}, smallest first`],
          [`-${sort}`, `${heading}, largest first`],
        ],
  )
  return [['', 'Newest first'], ...byColumn]
}
