import type { OpenBuyResult } from '../../shopping/search-results.js'
import { Icon } from '../elements/icon.js'
import { formatMoney } from '../elements/money.js'
import { punchoutPath, webUrl } from '../paths.js'

/** One answer of a supplier's search service. It is bought at the supplier's, whose page its button opens. */
export function OpenBuyCard({ result }: { readonly result: OpenBuyResult }) {
  const image = webUrl(result.imageUrl)
  const maker = result.manufacturerName ?? result.supplierName
  return (
    <article class="card result" data-source-part-num={result.sourcePartNum}>
      <div class="result-image">
        {image === undefined ? <Icon name="box" /> : <img src={image} alt="" loading="lazy" />}
      </div>
      <div>
        <h3>{result.name}</h3>
        <p class="soft small">
          {maker} · {result.sourcePartNum}
        </p>
        <p>{result.description}</p>
      </div>
      <div class="result-buy">
        <div class="number">
          {result.hasMoreOptions && <span class="soft small">from </span>}
          <span class="price">{formatMoney(result.unitPrice, result.currency)}</span>{' '}
          <span class="soft small">per {result.uom}</span>
        </div>
        <form method="get" action={punchoutPath(result.site.id)}>
          <input type="hidden" name="item" value={result.sourcePartNum} />
          <input type="hidden" name="search" value={String(result.search)} />
          <button class="button button-main" type="submit">
            View at {result.site.name}
            <span class="unseen">: {result.name}</span>
          </button>
        </form>
      </div>
    </article>
  )
}
