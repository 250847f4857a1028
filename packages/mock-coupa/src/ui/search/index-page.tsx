import type { SearchPage, SearchProblem, SearchResult, SiteReference } from '../../shopping/search-results.js'
import { type Page, page, type Redirect, redirect, type Version, type Visit } from '../answer.js'
import { EmptyState } from '../elements/empty-state.js'
import { Notice } from '../elements/notice.js'
import { PageHead } from '../elements/page-head.js'
import { paths, punchoutPath, tracePath } from '../paths.js'
import { Facets } from './facets.js'
import { ChosenTogether, IndexCard } from './index-card.js'
import { OpenBuyCard } from './open-buy-card.js'
import { OwnItemCard } from './own-item-card.js'
import { Pager } from './pager.js'
import { readPageRequest, searchPath } from './search-path.js'

/** What is there within a moment; while suppliers are still thinking, the page renews itself. */
export async function showSearch({ coupa, person, query }: Visit): Promise<Page | Redirect> {
  const request = readPageRequest(query)
  if (request.text === '') return redirect(paths.home)
  const found = await coupa.searchPage(person.login, request)
  const isWaiting = found.pending.length > 0
  return page({
    title: `Search: ${found.text}`,
    searched: found.text,
    ...(isWaiting ? { live: liveOf(found) } : {}),
    body: (
      <>
        <PageHead title={`Results for “${found.text}”`} lead={countOf(found)}>
          <span class="actions">
            <a class="button button-small" href={paths.freeForm}>
              Request something else
            </a>
            <a class="button button-small" href={tracePath(`search-${found.search}`)}>
              Trace
            </a>
          </span>
        </PageHead>
        <Pending sites={found.pending} />
        <Problems problems={found.problems} />
        <TaggedSites sites={found.taggedSites} />
        <Results found={found} />
        <ChosenTogether found={found} />
        <Pager found={found} />
      </>
    ),
  })
}

export async function searchVersion({ coupa, person, query }: Visit): Promise<Version> {
  return { kind: 'version', version: versionOf(await coupa.searchPage(person.login, readPageRequest(query))) }
}

function liveOf(found: SearchPage) {
  return {
    path: searchPath(found, {}, `${paths.search}/version`),
    version: versionOf(found),
    isAwaiting: true,
    at: searchPath(found),
    refreshAfter: 2,
  }
}

/** Who has not answered yet: each answer makes another page. */
function versionOf({ pending }: SearchPage): string {
  return pending.map(({ id }) => id).join('-') || 'complete'
}

function countOf({ totalCount }: SearchPage): string {
  return totalCount === 1 ? '1 product' : `${totalCount} products`
}

function Pending({ sites }: { readonly sites: readonly SiteReference[] }) {
  if (sites.length === 0) return null
  return (
    <Notice tone="info">
      <span data-testid="pending">
        Still waiting for {sites.map(({ name }) => name).join(', ')}. Its products appear here as soon as it
        answers.
      </span>
    </Notice>
  )
}

/** One slow supplier keeps nobody from the others' results. */
function Problems({ problems }: { readonly problems: readonly SearchProblem[] }) {
  return (
    <>
      {problems.map(problem => (
        <Notice tone="wait">
          <span data-error-code={problem.errorCode}>
            {problem.message}. <a href={punchoutPath(problem.site.id)}>Open its shop instead</a>
          </span>
        </Notice>
      ))}
    </>
  )
}

function TaggedSites({ sites }: { readonly sites: readonly SiteReference[] }) {
  return (
    <>
      {sites.map(site => (
        <Notice tone="info">
          <span>
            You can also look around at the supplier: <a href={punchoutPath(site.id)}>Open {site.name}</a>
          </span>
        </Notice>
      ))}
    </>
  )
}

function Results({ found }: { readonly found: SearchPage }) {
  const isNarrowed = Object.keys(found.refinement).length > 0
  if (found.results.length === 0 && !isNarrowed) {
    return found.pending.length > 0 || found.taggedSites.length > 0 ? null : <NothingFound />
  }
  return (
    <div class="found">
      <Facets found={found} />
      <section aria-labelledby="results">
        <h2 class="unseen" id="results">
          Results
        </h2>
        {found.results.length === 0 ? (
          <div class="card">
            <EmptyState icon="search" title="Nothing on this page is left">
              <p>Take one of the choices away to see more.</p>
            </EmptyState>
          </div>
        ) : (
          <ul class="results">
            {found.results.map(result => (
              <li>
                <ResultCard result={result} search={found.search} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function ResultCard({ result, search }: { readonly result: SearchResult; readonly search: number }) {
  switch (result.source) {
    case 'own':
      return <OwnItemCard item={result} />
    case 'open-buy':
      return <OpenBuyCard result={result} />
    case 'index':
      return <IndexCard result={result} search={search} />
  }
}

function NothingFound() {
  return (
    <div class="card">
      <EmptyState icon="search" title="Nothing was found">
        <p>Try fewer or other words, open a supplier’s shop, or say in your own words what you need.</p>
        <span class="actions">
          <a class="button" href={paths.home}>
            Shop Online
          </a>
          <a class="button" href={paths.freeForm}>
            Request something else
          </a>
        </span>
      </EmptyState>
    </div>
  )
}
