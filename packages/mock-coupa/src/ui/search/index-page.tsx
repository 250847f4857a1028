import type { OpenBuyResult, OwnResult, SearchProblem, SearchResults } from '../../shopping/search-results.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { EmptyState } from '../elements/empty-state.js'
import { Notice } from '../elements/notice.js'
import { PageHead } from '../elements/page-head.js'
import { paths, punchoutPath, tracePath } from '../paths.js'
import { OpenBuyCard } from './open-buy-card.js'
import { OwnItemCard } from './own-item-card.js'

/** Longer texts are cut: suppliers are asked with it. */
const longestText = 200

export async function showSearch({ coupa, person, query }: Visit): Promise<Page | Redirect> {
  const text = (query.get('q') ?? '').trim().slice(0, longestText)
  if (text === '') return redirect(paths.home)
  const results = await coupa.search(person.login, text)
  const count = results.own.length + results.openBuy.length
  return page({
    title: `Search: ${text}`,
    body: (
      <>
        <PageHead title={`Results for “${text}”`} lead={count === 1 ? '1 product' : `${count} products`}>
          <span class="actions">
            <a class="button button-small" href={tracePath(`search-${results.search}`)}>
              Trace
            </a>
          </span>
        </PageHead>
        <Problems problems={results.problems} />
        <TaggedSites results={results} />
        {count === 0 && results.taggedSites.length === 0 && <NothingFound />}
        <OpenBuyResults results={results.openBuy} />
        <OwnResults results={results.own} />
      </>
    ),
  })
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

/** Coupa ranks a site first whose tags are among the words. */
function TaggedSites({ results }: { readonly results: SearchResults }) {
  return (
    <>
      {results.taggedSites.map(site => (
        <Notice tone="info">
          <span>
            You can also look around at the supplier: <a href={punchoutPath(site.id)}>Open {site.name}</a>
          </span>
        </Notice>
      ))}
    </>
  )
}

function OpenBuyResults({ results }: { readonly results: readonly OpenBuyResult[] }) {
  const bySite = Map.groupBy(results, result => result.site.id)
  return (
    <>
      {[...bySite].map(([id, group]) => (
        <section aria-labelledby={`site-${id}`}>
          <div class="group-head">
            <h2 id={`site-${id}`}>{group[0]?.site.name}</h2>
            <span class="badge badge-info">Open Buy</span>
          </div>
          <ul class="results">
            {group.map(result => (
              <li>
                <OpenBuyCard result={result} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function OwnResults({ results }: { readonly results: readonly OwnResult[] }) {
  if (results.length === 0) return null
  return (
    <section aria-labelledby="own-items">
      <div class="group-head">
        <h2 id="own-items">Company catalogue</h2>
        <span class="badge">Ready to order</span>
      </div>
      <ul class="results">
        {results.map(item => (
          <li>
            <OwnItemCard item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function NothingFound() {
  return (
    <div class="card">
      <EmptyState icon="search" title="Nothing was found">
        <p>Try fewer or other words, or open a supplier’s shop.</p>
        <a class="button" href={paths.home}>
          Shop Online
        </a>
      </EmptyState>
    </div>
  )
}
