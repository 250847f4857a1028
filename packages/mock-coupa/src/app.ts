import Koa, { type Context, type Next } from 'koa'
import { isHungUp } from './control/http-server.js'
import type { Coupa } from './coupa.js'
import type { CxmlFace } from './cxml/cxml-face.js'
import { cxmlRoutes } from './cxml/routes.js'
import { CoupaError } from './errors.js'
import { ociRoutes } from './oci/oci-hook.js'
import type { Limiter } from './rest/rate-limit.js'
import { plainAddress, restRoutes } from './rest/routes.js'
import type { RestGround } from './rest/schema/call.js'
import type { SignIn } from './sign-in/sign-in.js'
import type { ProcurementSystem, ShoppingHabits } from './systems/system.js'
import { errorPage } from './ui/error-page.js'
import { noPage } from './ui/problem-page.js'
import { uiRoutes } from './ui/routes.js'
import { showUnknown } from './ui/serve.js'
import { supplierRoutes } from './ui/supplier/routes.js'
import { showUnknownToSupplier } from './ui/supplier/serve-supplier.js'
import type { SupplierFace } from './ui/supplier/visit.js'

/** Puts the faces of the mock under one server: documents first, then pages. */
export function createApp(by: {
  readonly coupa: Coupa
  readonly cxml: CxmlFace
  readonly signIn: SignIn
  readonly supplier: SupplierFace
  readonly rest: { readonly ground: RestGround; readonly mayGoOn: Limiter }
}): Koa {
  const app = new Koa()
  const documents = cxmlRoutes(by.cxml)
  const rest = restRoutes(by.rest.ground, by.rest.mayGoOn)
  const supplier = supplierRoutes(by.supplier)
  const pages = uiRoutes(by.coupa, { signIn: by.signIn })
  // What breaks while an answer is sent. Koa would print it.
  app.on('error', error => {
    if (!isHungUp(error)) by.cxml.onFault(error)
  })
  app.use(securityHeaders(by.cxml.system))
  app.use(showErrors(by.cxml))
  app.use(refuseTwoHosts)
  app.use(showUnknown(by.coupa, { signIn: by.signIn })).use(showUnknownToSupplier(by.supplier))
  app.use(ociRoutes(by.cxml).routes())
  app.use(documents.routes()).use(documents.allowedMethods())
  app.use(plainAddress).use(rest.routes()).use(rest.allowedMethods())
  app.use(supplier.routes()).use(supplier.allowedMethods())
  app.use(pages.routes()).use(pages.allowedMethods())
  return app
}

/**
 * Pages take no script from elsewhere and stand in nobody's frame. `form-action` is open to the web: the answer to
 * a click on a tile is a redirect to a StartPage that may be anywhere, and browsers hold redirects to it, too.
 * `same-origin` as referrer policy, since under `no-referrer` a page's own POST has the origin `null`.
 * Where shops open in a frame of ours, what comes of a returned cart is shown there.
 */
function securityHeaders({ shopping, setup }: ProcurementSystem) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const isInFrame = shopping.opensIn === 'frame' && ctx.path === setup.browserFormPost
    ctx.set({
      'Content-Security-Policy': `default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: https: http:; form-action 'self' https: http:; connect-src 'self'; frame-ancestors ${isInFrame ? "'self'" : "'none'"}; base-uri 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cache-Control': 'no-store',
      'Cross-Origin-Opener-Policy': 'same-origin',
    })
    await next()
  }
}

/** Node takes the first, a proxy before us perhaps the other. */
async function refuseTwoHosts(ctx: Context, next: Next): Promise<void> {
  const hosts = ctx.req.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  if (hosts.length > 1) {
    throw new CoupaError(
      'ERR_COUPA_INVALID',
      `The request has ${hosts.length} Host headers; one was expected`,
      { status: 400 },
    )
  }
  await next()
}

/** The one place that turns what was thrown into an answer. */
function showErrors({ onFault, system }: CxmlFace): (ctx: Context, next: Next) => Promise<void> {
  return async (ctx, next) => {
    try {
      await next()
      if (ctx.status === 404 && ctx.body == null) throw noPage(ctx.path)
    } catch (error) {
      const problem = problemOf(error, system)
      if (problem.status >= 500 && !(error instanceof CoupaError) && !isHungUp(error)) onFault(error)
      ctx.status = problem.status
      ctx.type = 'html'
      ctx.body = errorPage({ ...problem, system })
    }
  }
}

function problemOf(
  error: unknown,
  { shopping }: ProcurementSystem,
): { status: number; title: string; message: string } {
  if (error instanceof CoupaError) {
    return {
      status: error.status,
      title: titleOf(error.code, shopping) ?? 'This did not work',
      message: error.message,
    }
  }
  return {
    status: 500,
    title: 'Something broke',
    message: 'This is a fault of the mock. Its log says more.',
  }
}

const titles: Partial<Record<CoupaError['code'], string>> = {
  ERR_COUPA_NOT_FOUND: 'Not found',
  ERR_COUPA_FORBIDDEN: 'Not allowed',
  ERR_COUPA_PUNCHOUT_FAILED: 'Punchout failed',
}

function titleOf(code: CoupaError['code'], shopping: ShoppingHabits): string | undefined {
  if (code === 'ERR_COUPA_CART_REFUSED') return shopping.cartRefused
  return code === 'ERR_COUPA_CART_STALE' ? shopping.staleCart : titles[code]
}
