import type { PunchoutSite } from '../../company/punchout-site.js'
import type { TlsSettings } from '../../company/tls-settings.js'
import { CoupaError, type FieldProblem } from '../../errors.js'
import type { PunchoutSettings } from '../../supplier-portal.js'
import { type Page, page, type Redirect } from '../answer.js'
import { EmptyState } from '../elements/empty-state.js'
import { SecretField, TextField } from '../elements/field.js'
import { PageHead } from '../elements/page-head.js'
import { type Column, Table } from '../elements/table.js'
import { readNumber } from '../read-number.js'
import { EditForm, saving } from '../setup/edit-form.js'
import { punchoutPath, supplierPaths } from './paths.js'
import { TlsShown } from './tls-shown.js'
import type { SupplierVisit } from './visit.js'

/** Catalogs: the shops of this supplier that the buyer can punch out to. */
export function listPunchouts({ portal, supplier }: SupplierVisit): Page {
  const sites = portal.punchouts(supplier.id)
  return page({
    title: 'Catalogs',
    body: (
      <>
        <PageHead title="Catalogs" lead="Where the buyer’s people shop at you.">
          <span class="actions">
            <a class="button button-main" href={supplierPaths.newPunchout}>
              Configure Punchout
            </a>
          </span>
        </PageHead>
        <div class="card card-flush">
          {sites.length === 0 ? (
            <EmptyState icon="box" title="No punchout yet">
              <p>Configure one so that people can shop in your own shop.</p>
            </EmptyState>
          ) : (
            <Table caption="Punchouts" rows={sites} columns={columns} />
          )}
        </div>
      </>
    ),
  })
}

const columns: readonly Column<PunchoutSite>[] = [
  { heading: 'Name', kind: 'lead', cell: site => <a href={punchoutPath(site.id)}>{site.name}</a> },
  { heading: 'URL', cell: site => <span class="break">{site.url}</span> },
  { heading: 'Protocol', cell: () => 'cxml' },
  {
    heading: 'Status',
    cell: ({ active }) => (
      <span class={active ? 'pill pill-good' : 'pill'}>{active ? 'Active' : 'Off at the buyer'}</span>
    ),
  },
]

export function newPunchout(): Page {
  return form({
    name: '',
    url: '',
    buyerIdentity: '',
    buyerDomain: '',
    supplierIdentity: '',
    supplierDomain: '',
    sharedSecret: '',
  })
}

export function editPunchout(visit: SupplierVisit): Page {
  const site = find(visit)
  return form(settingsOf(site), site)
}

export function savePunchout(visit: SupplierVisit): Promise<Page | Redirect> {
  const { portal, supplier, params, form: fields } = visit
  const settings: PunchoutSettings = {
    ...(params.id === undefined ? {} : { id: readNumber(params.id, 'punchout') }),
    name: fields.text('name'),
    url: fields.text('url'),
    buyerIdentity: fields.text('senderIdentity'),
    buyerDomain: fields.text('senderDomain'),
    supplierIdentity: fields.text('identity'),
    supplierDomain: fields.text('domain'),
    sharedSecret: fields.text('secret'),
  }
  return saving({
    save: () => portal.savePunchout(supplier.id, settings),
    next: supplierPaths.catalogs,
    again: problems => form(settings, params.id === undefined ? {} : find(visit), problems),
  })
}

function find({ portal, supplier, params }: SupplierVisit): PunchoutSite {
  const id = readNumber(params.id, 'punchout')
  const site = portal.punchouts(supplier.id).find(candidate => candidate.id === id)
  if (site === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no punchout ${id}`)
  return site
}

function settingsOf(site: PunchoutSite): PunchoutSettings {
  return {
    id: site.id,
    name: site.name,
    url: site.url,
    buyerIdentity: site.senderIdentity,
    buyerDomain: site.senderDomain,
    supplierIdentity: site.identity,
    supplierDomain: site.domain,
    sharedSecret: '',
  }
}

/** Coupa's fields in Coupa's order. */
function form(
  settings: PunchoutSettings,
  tls: TlsSettings = {},
  problems: readonly FieldProblem[] = [],
): Page {
  const { id } = settings
  const field = { required: true, problems } as const
  return page({
    title: 'Configure Punchout',
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <>
        <PageHead title="Configure Punchout" crumbs={<a href={supplierPaths.catalogs}>Catalogs</a>} />
        <EditForm
          action={id === undefined ? supplierPaths.catalogs : punchoutPath(id)}
          cancel={supplierPaths.catalogs}
          problems={problems}
        >
          <div class="form-grid">
            <TextField {...field} name="name" label="Name" value={settings.name} />
            <TextField {...field} name="url" label="URL" type="url" value={settings.url} />
            <TextField
              {...field}
              name="senderIdentity"
              label="Buyer Identity"
              value={settings.buyerIdentity}
            />
            <TextField {...field} name="senderDomain" label="Buyer Domain" value={settings.buyerDomain} />
            <TextField
              {...field}
              name="identity"
              label="Supplier Identity"
              value={settings.supplierIdentity}
            />
            <TextField {...field} name="domain" label="Supplier Domain" value={settings.supplierDomain} />
            <SecretField
              name="secret"
              label="Shared Secret"
              isSet={id !== undefined}
              hint="Left empty, the word none is sent."
              problems={problems}
            />
            <TextField name="protocol" label="Protocol" value="cxml" readOnly required />
            <TlsShown settings={tls} />
          </div>
        </EditForm>
      </>
    ),
  })
}
