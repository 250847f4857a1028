import type { Mounted } from './mounted.js'

type RouteHandler = (request: Request) => Promise<Response>

/**
 * The route handlers of Next.js for `app/punchloop/[...path]/route.ts`, where `/punchloop` is the supplier's `basePath`.
 *
 * Next.js loads the file when it builds, before there are settings of a running shop: give a function to have the supplier
 * made by the first request. Handlers ask `supplier.session(request)` and return the `Response`s of `supplier.returnCart`
 * as they are.
 *
 * @example
 * ```ts
 * export const { GET, HEAD, POST, OPTIONS } = punchloopNext(() => openSupplier())
 * ```
 */
export function punchloopNext(
  supplier: Mounted | (() => Mounted),
): Readonly<Record<'GET' | 'HEAD' | 'POST' | 'OPTIONS', RouteHandler>> {
  const handler: RouteHandler = async request =>
    (typeof supplier === 'function' ? supplier() : supplier).fetch(request)
  return { GET: handler, HEAD: handler, POST: handler, OPTIONS: handler }
}
