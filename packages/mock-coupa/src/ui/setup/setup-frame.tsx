import type { Child } from 'hono/jsx'
import { type Page, page } from '../answer.js'
import { PageHead } from '../elements/page-head.js'
import { paths } from '../paths.js'

const rooms = [
  { room: 'company', href: paths.companySetup, label: 'Company Setup' },
  { room: 'people', href: paths.people, label: 'People' },
  { room: 'approval-rules', href: paths.approvalRules, label: 'Approval Chains' },
  { room: 'approval-groups', href: paths.approvalGroups, label: 'Approval Groups' },
  { room: 'announcements', href: paths.announcements, label: 'Announcements' },
  { room: 'forms', href: paths.requestForms, label: 'Forms' },
  { room: 'punchout-sites', href: paths.punchoutSites, label: 'Punchout sites' },
  { room: 'suppliers', href: paths.suppliers, label: 'Suppliers' },
  { room: 'currencies', href: paths.currencies, label: 'Currencies' },
  { room: 'index-catalogs', href: paths.indexCatalogs, label: 'Index catalogues' },
  { room: 'api-clients', href: paths.apiClients, label: 'OAuth2 clients' },
  { room: 'api-filters', href: paths.apiFilters, label: 'API Filters' },
  { room: 'api-reference', href: paths.apiReference, label: 'API reference' },
  { room: 'mails', href: paths.mails, label: 'E-mails' },
] as const

export type SetupRoom = (typeof rooms)[number]['room']

/** A page of the administration, with the others beside it. */
export function setupPage(content: {
  readonly room: SetupRoom
  readonly title: string
  readonly lead?: string
  readonly action?: Child
  readonly crumbs?: Child
  readonly status?: number
  readonly body: Child
}): Page {
  return page({
    title: `${content.title} · Setup`,
    section: 'setup',
    ...(content.status === undefined ? {} : { status: content.status }),
    body: (
      <div class="setup">
        <nav class="side" aria-label="Setup">
          <ul>
            {rooms.map(({ room, href, label }) => (
              <li>
                <a href={href} {...(room === content.room ? { 'aria-current': 'page' } : {})}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="setup-content">
          <PageHead
            title={content.title}
            crumbs={content.crumbs}
            {...(content.lead === undefined ? {} : { lead: content.lead })}
          >
            {content.action !== undefined && <span class="actions">{content.action}</span>}
          </PageHead>
          {content.body}
        </div>
      </div>
    ),
  })
}
