import { createHash } from 'node:crypto'
import type { ToDo } from '../../approvals.js'
import type { Home, Tile } from '../../home.js'
import type { RequisitionSummary } from '../../requisitions/requisition.js'
import { type Page, page, type Version, type Visit } from '../answer.js'
import { approvableAttributes, inSentence } from '../approvals/name.js'
import { Card } from '../elements/card.js'
import { EmptyState } from '../elements/empty-state.js'
import { Icon } from '../elements/icon.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { StatusPill } from '../elements/status-pill.js'
import { faceOf } from '../face.js'
import { SearchForm } from '../layout/search-form.js'
import { approvablePath, logoPath, paths, punchoutPath, requisitionPath, webUrl } from '../paths.js'
import { Posted } from './posted.js'

export function showHome({ coupa, person }: Visit): Page {
  const home = coupa.home(person.login)
  const face = faceOf(coupa.system())
  return page({
    title: face.sections.home ?? 'Home',
    section: 'home',
    live: { path: '/version', version: versionOf(home), isAwaiting: false },
    body: (
      <>
        <div class="hero">
          <h1>{face.welcome(person.firstName)}</h1>
          <div class="hero-row">
            <SearchForm large />
            <a class="button pen" href={paths.freeForm}>
              <Icon name="pen" />
              Request something else
            </a>
          </div>
        </div>
        <div class={home.announcements.length + home.forms.length > 0 ? 'columns' : ''}>
          <div class="stack">
            {home.toDo.total > 0 && <ToDoCard toDo={home.toDo.rows} />}
            <ShopOnline tiles={home.tiles} title={face.shops} />
            <RecentActivity requests={home.recentRequests} shops={face.shops} />
          </div>
          <Posted home={home} />
        </div>
      </>
    ),
  })
}

/** What makes home, To Do and the bell look different. */
export function homeVersion({ coupa, person }: Visit): Version {
  return { kind: 'version', version: versionOf(coupa.home(person.login)) }
}

export function versionOf(home: Home): string {
  return createHash('sha256').update(JSON.stringify(home)).digest('base64url').slice(0, 16)
}

function ShopOnline({ tiles, title }: { readonly tiles: readonly Tile[]; readonly title: string }) {
  return (
    <section aria-labelledby="shop-online">
      <div class="card-head">
        <h2 id="shop-online">{title}</h2>
      </div>
      {tiles.length === 0 ? (
        <div class="card">
          <EmptyState icon="box" title="No supplier to shop at yet">
            <p>An administrator sets up punchout sites under Setup.</p>
          </EmptyState>
        </div>
      ) : (
        <ul class="tiles">
          {tiles.map(tile => (
            <TileBox tile={tile} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** The link covers the whole tile but is named by the site alone. */
function TileBox({ tile }: { readonly tile: Tile }) {
  const logo = tile.hasLogo ? logoPath(tile.siteId) : webUrl(tile.logoUrl)
  return (
    <li class="tile" data-site={String(tile.siteId)}>
      <a class="tile-logo" href={punchoutPath(tile.siteId)}>
        {logo === undefined ? tile.name : <img src={logo} alt={tile.name} width="150" height="50" />}
      </a>
      <span class="small">{tile.description || tile.supplierName}</span>
    </li>
  )
}

function ToDoCard({ toDo }: { readonly toDo: readonly ToDo[] }) {
  return (
    <Card title="To Do" id="to-do" flush aside={<a href={paths.toDo}>View All</a>}>
      <ul class="rows">
        {toDo.slice(0, 5).map(({ approvable }) => (
          <li {...approvableAttributes(approvable)}>
            <div class="grow">
              <a class="title" href={approvablePath(approvable)}>
                Approve {inSentence(approvable.name)}
              </a>
              <p class="soft small">
                {approvable.title} · {approvable.requestedBy.fullName}
              </p>
            </div>
            <div class="end">
              <strong class="number">{formatMoney(approvable.total, approvable.currency)}</strong>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function RecentActivity({
  requests,
  shops,
}: {
  readonly requests: readonly RequisitionSummary[]
  readonly shops: string
}) {
  return (
    <Card title="Recent Activity" id="recent" flush aside={<a href={paths.activity}>View All</a>}>
      {requests.length === 0 ? (
        <EmptyState icon="document" title="You have not requested anything yet">
          <p>Search above, or choose a supplier under {shops}.</p>
        </EmptyState>
      ) : (
        <ul class="rows">
          {requests.map(request => (
            <li data-requisition={String(request.number)}>
              <div class="grow">
                <a class="title" href={requisitionPath(request.number)}>
                  {request.title || `Requisition ${request.number}`}
                </a>
                <p class="soft small">
                  {request.number} · <Moment at={request.submittedAt ?? request.createdAt} />
                  {request.waitingFor !== undefined && ` · waiting for ${request.waitingFor}`}
                </p>
              </div>
              <div class="end">
                <StatusPill status={request.status} />
                <span class="number small">{formatMoney(request.total, request.currency)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
