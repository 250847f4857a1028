import type { OwnResult } from '../../shopping/search-results.js'
import { Icon } from '../elements/icon.js'
import { formatMoney } from '../elements/money.js'
import { paths } from '../paths.js'
import { QuantityForm } from './quantity-form.js'

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
          {item.supplierName} · {item.partNumber} <span class="badge">Company catalogue</span>
        </p>
        <p>{item.description}</p>
      </div>
      <div class="result-buy">
        <div class="number">
          <span class="price">{formatMoney(item.unitPrice, item.currency)}</span>{' '}
          <span class="soft small">per {item.uom}</span>
        </div>
        <QuantityForm action={paths.cartItems} name={item.name} fields={{ itemId: String(item.id) }} />
      </div>
    </article>
  )
}
