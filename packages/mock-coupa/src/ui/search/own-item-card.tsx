import type { OwnResult } from '../../shopping/search-results.js'
import { Csrf } from '../elements/csrf.js'
import { Icon } from '../elements/icon.js'
import { formatMoney } from '../elements/money.js'
import { paths } from '../paths.js'

/** One of the company's own items, which goes straight into the cart. */
export function OwnItemCard({ item }: { readonly item: OwnResult }) {
  return (
    <article class="card result" data-item={String(item.id)}>
      <div class="result-image">
        <Icon name="box" />
      </div>
      <div>
        <h3>{item.name}</h3>
        <p class="soft small">
          {item.supplierName} · {item.partNumber}
        </p>
        <p>{item.description}</p>
      </div>
      <div class="result-buy">
        <div class="number">
          <span class="price">{formatMoney(item.unitPrice, item.currency)}</span>{' '}
          <span class="soft small">per {item.uom}</span>
        </div>
        <form method="post" action={paths.cartItems}>
          <Csrf />
          <input type="hidden" name="itemId" value={String(item.id)} />
          <input
            class="quantity"
            type="number"
            name="quantity"
            value="1"
            min="1"
            step="1"
            required
            aria-label={`Quantity of ${item.name}`}
          />
          <button class="button button-main" type="submit">
            Add to cart
            <span class="unseen">: {item.name}</span>
          </button>
        </form>
      </div>
    </article>
  )
}
