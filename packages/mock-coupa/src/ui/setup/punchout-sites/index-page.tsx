import type { Company } from '../../../company/company.js'
import type { PunchoutSite } from '../../../company/punchout-site.js'
import type { Page, Visit } from '../../answer.js'
import { EmptyState } from '../../elements/empty-state.js'
import { type Column, Table } from '../../elements/table.js'
import { paths, punchoutSitePath } from '../../paths.js'
import { setupPage } from '../setup-frame.js'

export function listPunchoutSites({ coupa, person }: Visit): Page {
  const company = coupa.configuration(person.login)
  return setupPage({
    room: 'punchout-sites',
    title: 'Punchout sites',
    lead: 'The suppliers’ shops under Shop Online, and whom Open Buy asks.',
    action: (
      <a class="button button-main" href={`${paths.punchoutSites}/new`}>
        Add a punchout site
      </a>
    ),
    body: (
      <div class="card card-flush">
        {company.punchoutSites.length === 0 ? (
          <EmptyState icon="box" title="No punchout site yet">
            <p>Add one to let people shop at a supplier.</p>
          </EmptyState>
        ) : (
          <Table caption="Punchout sites" rows={company.punchoutSites} columns={columns(company)} />
        )}
      </div>
    ),
  })
}

function columns({ suppliers }: Company): Column<PunchoutSite>[] {
  return [
    {
      heading: 'Site',
      kind: 'lead',
      cell: site => (
        <span class="break">
          <a href={punchoutSitePath(site.id)}>{site.name}</a>
          <br />
          <span class="soft small">{site.url}</span>
        </span>
      ),
    },
    { heading: 'Supplier', cell: site => suppliers.find(({ id }) => id === site.supplier)?.name ?? '–' },
    { heading: 'Identity', cell: site => `${site.domain} ${site.identity}` },
    {
      heading: 'Open Buy',
      cell: site => (
        <span class={site.openBuy.enabled ? 'pill pill-good' : 'pill'}>
          {site.openBuy.enabled ? 'On' : 'Off'}
        </span>
      ),
    },
    {
      heading: 'Status',
      cell: site => (
        <span class={site.active ? 'pill pill-good' : 'pill'}>{site.active ? 'Active' : 'Off'}</span>
      ),
    },
  ]
}
