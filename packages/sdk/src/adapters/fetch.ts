import { isBelow, type Mounted } from './mounted.js'

/**
 * A handler `Request → Response` of what is below the supplier's `basePath`, and of the shop for everything else. It is what
 * Deno, Bun and worker runtimes serve, and under `nodeListener` plain `node:http`.
 *
 * @example
 * ```ts
 * Deno.serve(punchloopFetch(supplier, request => shop(request)))
 * ```
 */
export function punchloopFetch(
  supplier: Mounted,
  shop: (request: Request) => Response | Promise<Response>,
): (request: Request) => Promise<Response> {
  return async request =>
    isBelow(supplier, new URL(request.url).pathname) ? supplier.fetch(request) : shop(request)
}
