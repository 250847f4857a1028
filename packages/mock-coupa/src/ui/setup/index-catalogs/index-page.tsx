import { CoupaError, type FieldProblem } from '../../../errors.js'
import type { IndexCatalog, IndexLoad } from '../../../index-catalogs/index-catalog.js'
import { type Page, type Redirect, redirect, type Visit } from '../../answer.js'
import { Card } from '../../elements/card.js'
import { Csrf } from '../../elements/csrf.js'
import { EmptyState } from '../../elements/empty-state.js'
import { FileField, SelectField, TextField } from '../../elements/field.js'
import { Moment } from '../../elements/moment.js'
import { type Column, Table } from '../../elements/table.js'
import { indexCatalogPath, indexLoadPath, paths } from '../../paths.js'
import { readNumber } from '../../read-number.js'
import { setupPage } from '../setup-frame.js'
import { LoadPill } from './load-page.js'

export function listIndexCatalogs(visit: Visit): Page {
  return listing(visit, [])
}

/** `POST` of a CIF file. What was wrong with it is on the page of the load. */
export function uploadIndexCatalog(visit: Visit): Page | Redirect {
  const { coupa, person, form, file } = visit
  if (file === undefined) return listing(visit, [{ field: 'file', message: 'must be chosen' }])
  try {
    const load = coupa.loadIndexCatalog(person.login, {
      supplier: readNumber(form.text('supplier'), 'supplier'),
      name: form.text('name'),
      bytes: file.bytes,
    })
    return load.status === 'loaded'
      ? redirect(indexLoadPath(load.id), 'catalog-loaded')
      : redirect(indexLoadPath(load.id))
  } catch (error) {
    if (error instanceof CoupaError && error.fields.length > 0) return listing(visit, error.fields)
    throw error
  }
}

export function removeIndexCatalog({ coupa, person, params }: Visit): Redirect {
  coupa.removeIndexCatalog(person.login, readNumber(params.id, 'index catalogue'))
  return redirect(paths.indexCatalogs, 'removed')
}

function listing({ coupa, person, form }: Visit, problems: readonly FieldProblem[]): Page {
  const { suppliers } = coupa.configuration(person.login)
  const names = new Map(suppliers.map(({ id, name }) => [id, name]))
  const catalogs = coupa.indexCatalogs(person.login)
  return setupPage({
    room: 'index-catalogs',
    title: 'Index catalogues',
    lead: 'What suppliers sell, as searches find it. What is chosen opens the supplier’s shop at that item (level 2).',
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <div class="stack">
        <div class="card card-flush">
          {catalogs.length === 0 ? (
            <EmptyState icon="box" title="No catalogue was loaded yet" />
          ) : (
            <Table caption="Index catalogues" rows={catalogs} columns={catalogColumns(names)} />
          )}
        </div>
        <Card id="load" title="Load a CIF file">
          <form
            class="form form-section"
            method="post"
            action={paths.indexCatalogs}
            enctype="multipart/form-data"
          >
            <Csrf />
            <SelectField
              name="supplier"
              label="Supplier"
              required
              value={form.text('supplier')}
              choices={suppliers
                .filter(({ active }) => active)
                .map(({ id, name }) => [String(id), name] as const)}
            />
            <TextField
              name="name"
              label="Name of the catalogue"
              required
              value={form.text('name')}
              problems={problems}
              hint="A file for a name that is known replaces it (LOADMODE F) or changes it (I)."
            />
            <FileField name="file" label="CIF 3.0 file" required hint="5 MB at most." problems={problems} />
            <div class="actions">
              <button class="button button-main" type="submit">
                Load
              </button>
            </div>
          </form>
        </Card>
        <Loads loads={coupa.indexLoads(person.login)} names={names} />
      </div>
    ),
  })
}

function Loads({
  loads,
  names,
}: {
  readonly loads: readonly IndexLoad[]
  readonly names: ReadonlyMap<number, string>
}) {
  if (loads.length === 0) return null
  return (
    <section class="card card-flush" aria-label="Files that came">
      <Table caption="Files that came, the latest first" rows={loads} columns={loadColumns(names)} />
    </section>
  )
}

function catalogColumns(names: ReadonlyMap<number, string>): readonly Column<IndexCatalog>[] {
  return [
    { heading: 'Catalogue', kind: 'lead', cell: ({ name }) => <span class="break">{name}</span> },
    { heading: 'Supplier', cell: ({ supplier }) => names.get(supplier) ?? '–' },
    { heading: 'Items', kind: 'number', cell: ({ itemCount }) => itemCount },
    { heading: 'Changed', cell: ({ updatedAt }) => <Moment at={updatedAt} /> },
    {
      heading: '',
      cell: ({ id, name }) => (
        <form method="post" action={`${indexCatalogPath(id)}/remove`}>
          <Csrf />
          <button class="button button-small" type="submit">
            Remove<span class="unseen"> {name}</span>
          </button>
        </form>
      ),
    },
  ]
}

function loadColumns(names: ReadonlyMap<number, string>): readonly Column<IndexLoad>[] {
  return [
    {
      heading: 'File',
      kind: 'lead',
      cell: load => (
        <a class="break" href={indexLoadPath(load.id)}>
          {load.name}
        </a>
      ),
    },
    { heading: 'Supplier', cell: ({ supplier }) => names.get(supplier) ?? '–' },
    { heading: 'Came by', cell: ({ via }) => (via === 'cxml' ? 'cXML' : 'Upload') },
    { heading: 'Rows', kind: 'number', cell: ({ loadedCount, rowCount }) => `${loadedCount} of ${rowCount}` },
    { heading: 'When', cell: ({ at }) => <Moment at={at} /> },
    { heading: 'Status', cell: ({ status }) => <LoadPill status={status} /> },
  ]
}
