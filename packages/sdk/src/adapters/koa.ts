import type { Context, Middleware } from 'koa'
import { isBelow, type Mounted } from './mounted.js'
import { isFetchMethod, letRestPass, pathOf, toWebRequest } from './node.js'

/**
 * Koa middleware that answers what is below the supplier's `basePath` and passes on everything else. Mount it before
 * any body parser. It sets `ctx.status`, the headers and `ctx.body`, so middleware around it sees the answer.
 *
 * @example
 * ```ts
 * app.use(punchloopKoa(supplier))
 * ```
 */
export function punchloopKoa(supplier: Mounted): Middleware {
  return async (ctx, next) => {
    if (!isBelow(supplier, pathOf(ctx.originalUrl))) return next()
    if (!isFetchMethod(ctx.method)) return ctx.throw(405)
    await sendResponse(ctx, await supplier.fetch(toRequest(ctx)))
  }
}

/**
 * The WHATWG form of what Koa received, for `supplier.session(toRequest(ctx))`. A body that a parser has read before is
 * not needed for that; only reading it again would fail.
 */
export function toRequest(ctx: Context): Request {
  return toWebRequest(ctx.req, { target: ctx.originalUrl, body: parsedBody(ctx.request) })
}

/** Answers with what the supplier made, for example the page of `supplier.returnCart`. */
export async function sendResponse(ctx: Context, response: Response): Promise<void> {
  ctx.status = response.status
  ctx.body = Buffer.from(await response.arrayBuffer())
  // Koa guesses a type for a Buffer; the answer's own headers are the whole truth.
  ctx.remove('Content-Type')
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') ctx.set(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) ctx.append('Set-Cookie', cookies)
  letRestPass(ctx.req)
}

/** Body parsers of Koa put `body` and `rawBody` on `ctx.request`. */
function parsedBody(request: object): unknown {
  if ('rawBody' in request && request.rawBody instanceof Uint8Array) return request.rawBody
  return 'body' in request ? request.body : undefined
}
