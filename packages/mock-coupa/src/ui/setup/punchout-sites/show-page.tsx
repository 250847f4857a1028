import type { PunchoutSite } from '../../../company/punchout-site.js'
import { CoupaError, type FieldProblem } from '../../../errors.js'
import { type Page, type Redirect, redirect, type Visit } from '../../answer.js'
import { paths, punchoutSitePath } from '../../paths.js'
import { readNumber } from '../../read-number.js'
import { EditForm, saving } from '../edit-form.js'
import { setupPage } from '../setup-frame.js'
import { PunchoutSiteFields } from './punchout-site-fields.js'
import { type PunchoutSiteDraft, readPunchoutSite } from './read-punchout-site.js'

export function newPunchoutSite(visit: Visit): Page {
  const { suppliers } = visit.coupa.configuration(visit.person.login)
  return form(visit, {
    name: '',
    description: '',
    url: '',
    domain: '',
    identity: '',
    secret: '',
    senderDomain: '',
    senderIdentity: '',
    supplier: suppliers[0]?.id ?? 0,
    active: true,
    supportsEdit: false,
    supportsInspect: false,
    sendsShipTo: true,
    tags: [],
    openBuy: { enabled: false, url: '', credentials: '', timeoutMs: 4000 },
  })
}

export function editPunchoutSite(visit: Visit): Page {
  return form(visit, find(visit))
}

export function savePunchoutSite(visit: Visit): Promise<Page | Redirect> {
  const { coupa, params } = visit
  const site = readPunchoutSite(visit.form, params.id === undefined ? undefined : find(visit), visit.file)
  return saving({
    save: () => coupa.savePunchoutSite(visit.person.login, site),
    next: paths.punchoutSites,
    // What was typed into a secret field does not come back either: it is typed again.
    again: problems => form(visit, site, problems),
  })
}

export async function removePunchoutSite(visit: Visit): Promise<Redirect> {
  await visit.coupa.removePunchoutSite(visit.person.login, readNumber(visit.params.id, 'punchout site'))
  return redirect(paths.punchoutSites, 'removed')
}

function form(visit: Visit, site: PunchoutSiteDraft, problems: readonly FieldProblem[] = []): Page {
  const path = site.id === undefined ? undefined : punchoutSitePath(site.id)
  return setupPage({
    room: 'punchout-sites',
    title: path === undefined ? 'New punchout site' : site.name || 'Punchout site',
    crumbs: <a href={paths.punchoutSites}>Punchout sites</a>,
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <EditForm
        action={path ?? paths.punchoutSites}
        cancel={paths.punchoutSites}
        problems={problems}
        remove={path && `${path}/remove`}
        withFile
      >
        <PunchoutSiteFields
          site={site}
          company={visit.coupa.configuration(visit.person.login)}
          catalogs={visit.coupa.system().catalogs}
          problems={problems}
        />
      </EditForm>
    ),
  })
}

function find({ coupa, person, params }: Visit): PunchoutSite {
  const id = readNumber(params.id, 'punchout site')
  const site = coupa.configuration(person.login).punchoutSites.find(candidate => candidate.id === id)
  if (site === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no punchout site ${id}`)
  return site
}
