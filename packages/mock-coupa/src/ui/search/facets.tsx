import type { FacetChoice, SearchPage } from '../../shopping/search-results.js'
import { searchPath } from './search-path.js'

/** Narrows a page of results; each choice is a link, and so is taking it away. */
export function Facets({ found }: { readonly found: SearchPage }) {
  const { supplier, commodity, price } = found.facets
  return (
    <nav class="facets" aria-label="Narrow the results">
      <Facet found={found} name="supplier" title="Supplier" choices={supplier} />
      <Facet found={found} name="commodity" title="Commodity" choices={commodity} />
      <Facet found={found} name="price" title="Price" choices={price} />
    </nav>
  )
}

function Facet(props: {
  readonly found: SearchPage
  readonly name: 'supplier' | 'commodity' | 'price'
  readonly title: string
  readonly choices: readonly FacetChoice[]
}) {
  const { found, name, title, choices } = props
  const isChosen = found.refinement[name] !== undefined
  if (choices.length < 2 && !isChosen) return null
  return (
    <section aria-labelledby={`facet-${name}`}>
      <h2 class="legend" id={`facet-${name}`}>
        {title}
      </h2>
      <ul>
        {choices.map(choice => (
          <li>
            <a
              href={searchPath(found, { [name]: choice.isChosen ? null : choice.value })}
              aria-current={choice.isChosen ? 'true' : undefined}
            >
              <span>{choice.label}</span> <span class="number soft">{choice.count}</span>
            </a>
          </li>
        ))}
        {isChosen && (
          <li>
            <a href={searchPath(found, { [name]: null })}>
              Any<span class="unseen"> {title}</span>
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}
