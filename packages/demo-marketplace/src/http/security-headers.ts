import type { Context, Middleware } from 'koa'

type Policy = Readonly<Record<string, string>>

const policy: Policy = {
  'default-src': "'none'",
  'style-src': "'self'",
  'script-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}

/** On every answer of the shop; pages may loosen one directive with {@link loosenPolicy}. */
export const securityHeaders: Middleware = async (ctx, next) => {
  ctx.set({
    'Content-Security-Policy': policyText(policy),
    'X-Content-Type-Options': 'nosniff',
    // Not `no-referrer`: under it browsers send `Origin: null` with forms, and the origin check needs it.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    'Cache-Control': 'no-store',
  })
  await next()
}

export function loosenPolicy(ctx: Pick<Context, 'set'>, changes: Policy): void {
  ctx.set('Content-Security-Policy', policyText({ ...policy, ...changes }))
}

function policyText(directives: Policy): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}
