import type { Middleware } from 'koa'
import type { BrowserCookie } from '../accounts/browser-cookie.js'
import type { ShopState } from '../shop.js'
import { formField } from './form.js'
import { PageError } from './page-error.js'

/**
 * A POST must come from a page of ours (`Origin`, else `Sec-Fetch-Site`) and carry the token of this browser. SameSite
 * alone would not do: in a buyer's frame the cookies are `SameSite=None`.
 */
export function refuseForgedPosts(options: {
  readonly origin: string
  readonly cookie: BrowserCookie
}): Middleware<ShopState> {
  return async (ctx, next) => {
    if (ctx.method !== 'POST') return next()
    const from = ctx.get('Origin')
    const site = ctx.get('Sec-Fetch-Site')
    const isForeign =
      from === '' ? !['', 'same-origin', 'none'].includes(site) : !isSameShop(from, options.origin)
    if (isForeign) {
      throw new PageError(
        403,
        'That did not come from here',
        `The form was sent from another site. Open ${options.origin} and try again there.`,
      )
    }
    const { browserId } = ctx.state.visitor
    if (!options.cookie.isCsrfToken(browserId, formField(ctx, 'csrf') ?? '')) {
      throw new PageError(
        403,
        'This page has become too old',
        'You signed in or out since it was opened, or the browser keeps no cookies. Go back, reload the page and try again.',
      )
    }
    return next()
  }
}

/** On a laptop `localhost` and `127.0.0.1` are the same shop. */
function isSameShop(from: string, origin: string): boolean {
  if (from === origin) return true
  if (!URL.canParse(from)) return false
  const [left, right] = [new URL(from), new URL(origin)]
  return isLoopback(left) && isLoopback(right) && left.port === right.port && left.protocol === right.protocol
}

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
