import type { IndexResult, SearchPage } from '../../shopping/search-results.js'
import { Icon } from '../elements/icon.js'
import { formatMoney } from '../elements/money.js'
import { punchoutPath, webUrl } from '../paths.js'

const levels: Readonly<Record<IndexResult['level'], string>> = {
  store: 'Whole shop',
  aisle: 'Department',
  shelf: 'Shelf',
  product: 'Product',
}

/** A row of a supplier's catalogue. It is bought at the supplier, alone or with others that are ticked. */
export function IndexCard({ result, search }: { readonly result: IndexResult; readonly search: number }) {
  const { site, name, level } = result
  const image = webUrl(result.imageUrl)
  const part = [result.supplierPartID, result.supplierPartAuxiliaryID].filter(Boolean).join(' · ')
  return (
    <article class="card result" data-index-item={String(result.indexItem)}>
      <div class="result-image">
        {image === undefined ? <Icon name="box" /> : <img src={image} alt="" loading="lazy" />}
      </div>
      <div>
        <h3 class="break">{name}</h3>
        <p class="soft small break">
          {result.manufacturerName ?? result.supplierName} · {part}{' '}
          <span class="badge badge-info">
            {site.name} · {levels[level]}
          </span>
        </p>
        <p class="break">{result.description}</p>
        {level === 'product' && (
          <label class="check">
            <input type="checkbox" name="index" value={String(result.indexItem)} form={formOf(site.id)} />
            <span>
              Choose together with others<span class="unseen">: {name}</span>
            </span>
          </label>
        )}
      </div>
      <div class="result-buy">
        <div class="number">
          {result.unitPrice === undefined ? (
            <span class="soft small">Price on the supplier’s site</span>
          ) : (
            <>
              <span class="price">{formatMoney(result.unitPrice, result.currency)}</span>{' '}
              {result.uom !== undefined && <span class="soft small">per {result.uom}</span>}
            </>
          )}
        </div>
        <form method="get" action={punchoutPath(site.id)}>
          <input type="hidden" name="index" value={String(result.indexItem)} />
          <input type="hidden" name="search" value={String(search)} />
          <button class="button button-main" type="submit">
            View at {site.name}
            <span class="unseen">: {name}</span>
          </button>
        </form>
      </div>
    </article>
  )
}

/** For each supplier with more than one product on the page: the way there with those that are ticked. */
export function ChosenTogether({ found }: { readonly found: SearchPage }) {
  const products = found.results.filter(result => result.source === 'index' && result.level === 'product')
  const bySite = Map.groupBy(products, result => ('site' in result ? result.site.id : 0))
  return (
    <>
      {[...bySite].map(([site, [first, second]]) =>
        first === undefined || second === undefined || !('site' in first) ? null : (
          <form class="actions" method="get" action={punchoutPath(site)} id={formOf(site)}>
            <input type="hidden" name="search" value={String(found.search)} />
            <button class="button" type="submit">
              View those ticked at {first.site.name}
            </button>
          </form>
        ),
      )}
    </>
  )
}

const formOf = (site: number) => `together-${site}`
