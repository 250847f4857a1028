import { CoupaError } from '../../errors.js'
import type { Tile } from '../../home.js'
import type { OciCall, ShoppingTrip } from '../../shopping/shopping-trip.js'
import { type Page, page, type Redirect, type Visit } from '../answer.js'
import { framePage } from '../ariba/frame-page.js'
import { Csrf } from '../elements/csrf.js'
import { HopScript } from '../layout/hop-script.js'
import { punchoutPath } from '../paths.js'
import { readNumber } from '../read-number.js'
import { punchoutFailedPage } from './failed-page.js'

/**
 * The way out. A link must not send a PunchOutSetupRequest (browsers open links ahead of a click, and again on Back),
 * so a tile leads here, and this page posts itself.
 */
export function showHop(visit: Visit): Page {
  const tile = tileOf(visit)
  const { query } = visit
  return page({
    title: `Opening ${tile.name}`,
    leaves: true,
    body: (
      <div class="card hop">
        <span class="spinner" aria-hidden="true" />
        <h1>Opening {tile.name}…</h1>
        <p class="soft">You shop at {tile.supplierName}. What you choose comes back to your cart here.</p>
        <form method="post" action={punchoutPath(tile.siteId)} data-hop="">
          <Csrf />
          <input type="hidden" name="item" value={query.get('item') ?? ''} />
          {query.getAll('index').map(id => (
            <input type="hidden" name="index" value={id} />
          ))}
          <input type="hidden" name="search" value={query.get('search') ?? ''} />
          <input type="hidden" name="requisition" value={query.get('requisition') ?? ''} />
          <input type="hidden" name="trip" value={query.get('trip') ?? ''} />
          <input type="hidden" name="operation" value={query.get('operation') ?? ''} />
          <button class="button button-main" type="submit">
            Continue to {tile.name}
          </button>
        </form>
        <HopScript />
      </div>
    ),
  })
}

/** Sends the PunchOutSetupRequest and follows its StartPage. */
export async function startTrip(visit: Visit): Promise<Page | Redirect> {
  const tile = tileOf(visit)
  try {
    const trip = await openShop(visit, tile)
    const { shopping, title } = visit.coupa.system()
    if (shopping.opensIn === 'frame') return framePage(tile, trip, title)
    return trip.call?.method === 'POST'
      ? callPage(tile, trip.call)
      : { kind: 'redirect', to: trip.startPageUrl }
  } catch (error) {
    if (error instanceof CoupaError && error.code === 'ERR_COUPA_PUNCHOUT_FAILED') {
      return punchoutFailedPage(tile, error)
    }
    throw error
  }
}

/** The browser calls the catalogue itself, with everything that the call structure says. */
function callPage(tile: Tile, call: OciCall): Page {
  return page({
    title: `Opening ${tile.name}`,
    leaves: true,
    body: (
      <div class="card hop">
        <span class="spinner" aria-hidden="true" />
        <h1>Opening {tile.name}…</h1>
        <form method="post" action={call.url} data-hop="">
          {call.fields.map(({ name, value }) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="button button-main" type="submit">
            Continue to {tile.name}
          </button>
        </form>
        <HopScript />
      </div>
    ),
  })
}

/** More than anybody chooses in a search. */
const mostChosen = 100

/** The whole shop, products of it, or lines that it brought before. */
function openShop({ coupa, person, form }: Visit, tile: Tile): Promise<ShoppingTrip> {
  const operation = form.text('operation')
  if (operation === 'edit' || operation === 'inspect' || operation === 'source') {
    return coupa.reopen(person.login, {
      requisition: readNumber(form.text('requisition'), 'requisition'),
      trip: readNumber(form.text('trip'), 'visit'),
      operation,
    })
  }
  const search = form.optional('search')
  const from = search === undefined ? {} : { search: readNumber(search, 'search') }
  const indexed = form.all('index').slice(0, mostChosen)
  if (indexed.length > 0) {
    const items = indexed.map(id => readNumber(id, 'item'))
    return coupa.chooseIndexed(person.login, { site: tile.siteId, items, ...from })
  }
  const sourcePartNum = form.text('item')
  if (sourcePartNum === '') return coupa.shop(person.login, tile.siteId)
  return coupa.choose(person.login, {
    site: { id: tile.siteId, name: tile.name },
    sourcePartNum,
    ...from,
  })
}

function tileOf({ coupa, person, params }: Visit): Tile {
  const site = readNumber(params.site, 'punchout site')
  const tile = coupa.home(person.login).tiles.find(({ siteId }) => siteId === site)
  if (tile === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', 'There is no such supplier to shop at')
  return tile
}
