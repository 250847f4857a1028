import { objects } from '../../../rest/objects.js'
import type { Field } from '../../../rest/schema/field.js'
import type { ObjectDefinition } from '../../../rest/schema/object.js'
import type { Page } from '../../answer.js'
import { type Column, Table } from '../../elements/table.js'
import { paths } from '../../paths.js'
import { setupPage } from '../setup-frame.js'

/** What the REST API serves, written from the definitions that serve it. */
export function showApiReference(): Page {
  const served = objects.filter(({ path }) => path !== undefined)
  return setupPage({
    room: 'api-reference',
    title: 'API reference',
    lead: 'Every object of the REST API with its addresses and fields. XML unless JSON is asked for.',
    action: (
      <a class="button" href={paths.openApi}>
        OpenAPI document
      </a>
    ),
    body: (
      <div class="stack">
        {served.map(object => (
          <ObjectCard object={object} />
        ))}
      </div>
    ),
  })
}

function ObjectCard({ object }: { readonly object: ObjectDefinition }) {
  return (
    <details class="card" id={object.path}>
      <summary>
        <strong>{object.title}</strong> <code>/api/{object.path}</code>
      </summary>
      <p class="soft small">
        Scopes <code>core.{object.scope}.read</code> and <code>core.{object.scope}.write</code>
      </p>
      <Table caption={`Addresses of ${object.title}`} rows={addressesOf(object)} columns={addressColumns} />
      <Table caption={`Fields of ${object.title}`} rows={[...object.fields]} columns={fieldColumns} />
    </details>
  )
}

interface Address {
  readonly method: string
  readonly path: string
  readonly summary: string
}

const addressColumns: Column<Address>[] = [
  { heading: 'Method', cell: ({ method }) => method },
  { heading: 'Address', kind: 'lead', cell: ({ path }) => <code class="break">{path}</code> },
  { heading: 'What it does', cell: ({ summary }) => summary },
]

function addressesOf(object: ObjectDefinition): Address[] {
  const base = `/api/${object.path}`
  const known = (isThere: boolean, method: string, path: string, summary: string): Address[] =>
    isThere ? [{ method, path, summary }] : []
  return [
    { method: 'GET', path: base, summary: 'List' },
    { method: 'GET', path: `${base}/:id`, summary: 'Show' },
    ...known(object.create !== undefined, 'POST', base, 'Create'),
    ...known(object.update !== undefined, 'PUT, PATCH', `${base}/:id`, 'Change'),
    ...known(object.remove !== undefined, 'DELETE', `${base}/:id`, 'Remove'),
    ...object.actions.map(({ method, path, summary }) => ({
      method,
      path: path === '' ? base : `${base}/${path}`,
      summary,
    })),
    ...object.lists.map(({ path, summary }) => ({ method: 'GET', path: `${base}/${path}`, summary })),
    ...object.nested.flatMap(({ path, create, update, remove }) => [
      {
        method: create === undefined ? 'GET' : 'GET, POST',
        path: `${base}/:id/${path}`,
        summary: `Its ${path.replaceAll('_', ' ')}`,
      },
      {
        method: ['GET', ...(update ? ['PUT', 'PATCH'] : []), ...(remove ? ['DELETE'] : [])].join(', '),
        path: `${base}/:id/${path}/:id`,
        summary: `One of its ${path.replaceAll('_', ' ')}`,
      },
    ]),
  ]
}

const fieldColumns: Column<readonly [string, Field]>[] = [
  { heading: 'Field', kind: 'lead', cell: ([name]) => <code>{name}</code> },
  { heading: 'Type', cell: ([, field]) => typeOf(field) },
  { heading: 'Direction', cell: ([, field]) => directionOf(field) },
]

function typeOf(field: Field): string {
  if (field.kind === 'empty-list') return 'list, always empty here'
  if (field.kind === 'kept') return `${field.shape}, kept as it was written`
  if (field.kind === 'has-many' || field.kind === 'embeds-many') return `list of ${field.object}`
  if (field.kind === 'belongs-to' || field.kind === 'embeds-one') return field.object
  return field.oneOf === undefined ? field.type : field.oneOf.join(' | ')
}

function directionOf(field: Field): string {
  if (field.kind === 'empty-list' || field.direction === 'out') return 'out'
  return field.required
    ? `${field.direction === 'in' ? 'in' : 'in and out'}, required`
    : field.direction === 'in'
      ? 'in'
      : 'in and out'
}
