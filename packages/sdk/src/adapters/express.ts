import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express'
import { isBelow, type Mounted } from './mounted.js'
import { isFetchMethod, pathOf, toWebRequest, writeResponse } from './node.js'

/**
 * Express middleware that answers what is below the supplier's `basePath` and passes on everything else. Mount it before
 * any body parser. NestJS on Express takes it by `app.use` in `main.ts`, before `listen`.
 *
 * @example
 * ```ts
 * app.use(punchloopExpress(supplier))
 * app.use(express.json())
 * ```
 */
export function punchloopExpress(supplier: Mounted): RequestHandler {
  return async (req, res, next) => {
    if (!isBelow(supplier, pathOf(req.originalUrl))) return next()
    const response = isFetchMethod(req.method)
      ? await supplier.fetch(toRequest(req))
      : new Response(null, { status: 405 })
    return sendResponse(res, response)
  }
}

/**
 * The WHATWG form of what Express received, for `supplier.session(toRequest(req))`. A body that a parser has read before is
 * not needed for that; only reading it again would fail.
 */
export function toRequest(req: ExpressRequest): Request {
  return toWebRequest(req, { target: req.originalUrl })
}

/** Answers with what the supplier made, for example the page of `supplier.returnCart`. */
export function sendResponse(res: ExpressResponse, response: Response): Promise<void> {
  return writeResponse(res, response)
}
