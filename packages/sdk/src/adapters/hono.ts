import type { MiddlewareHandler } from 'hono'
import { isBelow, type Mounted } from './mounted.js'

/**
 * Hono middleware that answers what is below the supplier's `basePath` and passes on everything else, wherever Hono runs.
 * Mount it before anything that reads bodies. A shop asks `supplier.session(c.req.raw)` and returns the `Response`s of
 * `supplier.returnCart` as they are.
 *
 * @example
 * ```ts
 * app.use(punchloopHono(supplier))
 * ```
 */
export function punchloopHono(supplier: Mounted): MiddlewareHandler {
  return (c, next) => (isBelow(supplier, new URL(c.req.url).pathname) ? supplier.fetch(c.req.raw) : next())
}
