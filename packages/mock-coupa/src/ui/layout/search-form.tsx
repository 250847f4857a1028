import { Icon } from '../elements/icon.js'
import { paths } from '../paths.js'

/** Asks the company's own catalogue and every Open Buy supplier. */
export function SearchForm({ text, large }: { readonly text?: string; readonly large?: boolean }) {
  return (
    <search>
      <form class={large ? 'search search-l' : 'search'} action={paths.search} method="get">
        <Icon name="search" />
        <input
          type="search"
          name="q"
          value={text ?? ''}
          required
          maxlength={200}
          placeholder={large ? 'Search the catalogue and the suppliers’ shops' : 'What do you need?'}
          aria-label="Search for products"
          autocomplete="off"
        />
        <button class="button button-main" type="submit">
          Search
        </button>
      </form>
    </search>
  )
}
