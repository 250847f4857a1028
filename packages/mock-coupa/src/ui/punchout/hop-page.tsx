import type { Tile } from '../../coupa.js'
import { CoupaError } from '../../errors.js'
import { type Page, page, type Redirect, type Visit } from '../answer.js'
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
          <input type="hidden" name="search" value={query.get('search') ?? ''} />
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
  const { coupa, person, form } = visit
  const tile = tileOf(visit)
  const sourcePartNum = form.text('item')
  const search = form.optional('search')
  try {
    const trip =
      sourcePartNum === ''
        ? await coupa.shop(person.login, tile.siteId)
        : await coupa.choose(person.login, {
            site: { id: tile.siteId, name: tile.name },
            sourcePartNum,
            ...(search === undefined ? {} : { search: readNumber(search, 'search') }),
          })
    return { kind: 'redirect', to: trip.startPageUrl }
  } catch (error) {
    if (error instanceof CoupaError && error.code === 'ERR_COUPA_PUNCHOUT_FAILED') {
      return punchoutFailedPage(tile, error)
    }
    throw error
  }
}

function tileOf({ coupa, person, params }: Visit): Tile {
  const site = readNumber(params.site, 'punchout site')
  const tile = coupa.home(person.login).tiles.find(({ siteId }) => siteId === site)
  if (tile === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', 'There is no such supplier to shop at')
  return tile
}
