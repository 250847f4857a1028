import { randomBytes } from 'node:crypto'
import { raw } from 'hono/html'
import { renderDocument } from '../layout/document.js'
import { setPageHeaders } from '../page-headers.js'
import { cartPath } from '../paths.js'
import type { RouteContext } from '../serve.js'

/** Constant, so that nothing of a request can get into it: it follows the page's only link. */
const breakOutScript = `window.top.location.replace(document.querySelector('a[data-return]').href)`

/**
 * Where a cart lands in the frame: it leads the whole window to the page that takes the cart, where the session of the
 * shopper is there again. Seen by whoever has the one-time address, and does nothing by itself.
 */
export function showReturn(ctx: RouteContext): void {
  const nonce = randomBytes(16).toString('base64')
  setPageHeaders(ctx, { nonce, leaves: false, standsIn: 'self' })
  ctx.type = 'html'
  ctx.body = renderDocument({
    title: 'Returning',
    nonce,
    face: 'ariba',
    children: (
      <main id="content" tabindex={-1}>
        <div class="card hop">
          <span class="spinner" aria-hidden="true" />
          <h1>Returning your items…</h1>
          <p>
            <a
              class="button button-main"
              data-return=""
              target="_top"
              href={cartPath(ctx.params.token ?? '')}
            >
              Continue
            </a>
          </p>
          <script nonce={nonce}>{raw(breakOutScript)}</script>
        </div>
      </main>
    ),
  })
}
