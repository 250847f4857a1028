import { Icon } from '../elements/icon.js'
import { paths } from '../paths.js'

/** How a request that was filled in ends. */
export function AddToCart() {
  return (
    <div class="actions">
      <button class="button button-main" type="submit">
        <Icon name="cart" />
        Add to cart
      </button>
      <a class="button" href={paths.home}>
        Cancel
      </a>
    </div>
  )
}
