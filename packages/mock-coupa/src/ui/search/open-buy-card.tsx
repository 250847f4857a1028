import type { OpenBuyResult } from '../../shopping/search-results.js'
import { Icon } from '../elements/icon.js'
import { formatMoney } from '../elements/money.js'
import { paths, punchoutPath, webUrl } from '../paths.js'
import { QuantityForm } from './quantity-form.js'

/**
 * One answer of a supplier's search service. It goes into the cart as it is, or is chosen at the supplier, which is the
 * only way where it has options.
 */
export function OpenBuyCard({ result }: { readonly result: OpenBuyResult }) {
  const image = webUrl(result.imageUrl)
  const isAddable = !result.hasMoreOptions && result.isChosenAtSupplier !== true
  const maker = result.manufacturerName ?? result.supplierName
  return (
    <article class="card result" data-source-part-num={result.sourcePartNum}>
      <div class="result-image">
        {image === undefined ? <Icon name="box" /> : <img src={image} alt="" loading="lazy" />}
      </div>
      <div>
        <h3>{result.name}</h3>
        <p class="soft small">
          {maker} · {result.sourcePartNum} <span class="badge badge-info">{result.site.name}</span>
        </p>
        <p>{result.description}</p>
      </div>
      <div class="result-buy">
        <div class="number">
          {result.hasMoreOptions && <span class="soft small">from </span>}
          <span class="price">{formatMoney(result.unitPrice, result.currency)}</span>{' '}
          <span class="soft small">per {result.uom}</span>
        </div>
        {isAddable && (
          <QuantityForm
            action={paths.cartOpenBuyItems}
            name={result.name}
            fields={{
              search: String(result.search),
              site: String(result.site.id),
              item: result.sourcePartNum,
            }}
          />
        )}
        <form method="get" action={punchoutPath(result.site.id)}>
          <input type="hidden" name="item" value={result.sourcePartNum} />
          <input type="hidden" name="search" value={String(result.search)} />
          <button class={isAddable ? 'button' : 'button button-main'} type="submit">
            View at {result.site.name}
            <span class="unseen">: {result.name}</span>
          </button>
        </form>
      </div>
    </article>
  )
}
