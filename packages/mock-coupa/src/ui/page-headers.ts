import type { Context } from 'koa'

/**
 * What a browser may do with a page. Pictures may come from anywhere on the web, since suppliers name them;
 * everything else comes from here. `leaves`: browsers hold `form-action` against the redirects of a form, too, and
 * a StartPage may be on any host of the supplier. Under `no-referrer` the origin of our own forms would be `null`.
 */
export function setPageHeaders(
  ctx: Context,
  page: {
    readonly nonce: string
    readonly leaves: boolean
    /** Origin of another site that may stand in a frame of the page; with it our own pages may. */
    readonly framed?: string | undefined
    /** Whose frames the page may stand in. */
    readonly standsIn?: 'none' | 'self'
  },
): void {
  ctx.set({
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src 'nonce-${page.nonce}'`,
      "style-src 'self'",
      "img-src 'self' https: http:",
      "connect-src 'self'",
      `form-action 'self'${page.leaves ? ' https: http:' : ''}`,
      ...(page.framed === undefined ? [] : [`frame-src 'self' ${page.framed}`]),
      `frame-ancestors '${page.standsIn ?? 'none'}'`,
      "base-uri 'none'",
    ].join('; '),
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  })
}
