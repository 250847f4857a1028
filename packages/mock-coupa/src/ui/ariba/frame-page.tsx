import type { Tile } from '../../home.js'
import type { ShoppingTrip } from '../../shopping/shopping-trip.js'
import { type Page, page } from '../answer.js'
import { Csrf } from '../elements/csrf.js'
import { leavePath } from '../paths.js'

/**
 * The supplier's shop in a frame below a banner that leads back without a cart. The address of the shop opens the
 * shopper's session there and is used once: it stands in this page alone, which no browser keeps.
 */
export function framePage(tile: Tile, trip: ShoppingTrip, systemTitle: string): Page {
  return page({
    title: tile.name,
    framed: new URL(trip.startPageUrl).origin,
    body: (
      <div class="shop">
        <header class="shop-banner">
          <h1>{tile.name}</h1>
          <p class="soft">You are shopping at {tile.supplierName}</p>
          <form method="post" action={leavePath(trip.id)}>
            <Csrf />
            <button class="button" type="submit">
              Return to {systemTitle}
            </button>
          </form>
        </header>
        <main id="content" tabindex={-1}>
          <iframe
            class="shop-frame"
            src={trip.startPageUrl}
            title={`${tile.name}, the shop of ${tile.supplierName}`}
            // The shop learns where it stands, and nothing of what stood in the address.
            referrerpolicy="origin"
          />
        </main>
      </div>
    ),
  })
}
