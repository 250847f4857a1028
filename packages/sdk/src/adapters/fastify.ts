import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Mounted } from './mounted.js'
import { isFetchMethod, letRestPass, toWebRequest } from './node.js'

/**
 * A Fastify plugin with the routes below the supplier's `basePath`. Fastify reads bodies before its handlers run; in here,
 * and nowhere else, it leaves them unread. Under a `prefix`, `basePath` begins with that prefix.
 *
 * @example
 * ```ts
 * app.register(punchloopFastify(supplier))
 * ```
 */
export function punchloopFastify(supplier: Mounted): FastifyPluginAsync {
  return async fastify => {
    fastify.removeAllContentTypeParsers()
    fastify.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const { basePath } = supplier
    const path = basePath.startsWith(`${fastify.prefix}/`) ? basePath.slice(fastify.prefix.length) : basePath
    for (const url of [path, `${path}/*`]) {
      fastify.all(url, async (request, reply) => {
        if (!isFetchMethod(request.method)) return reply.code(405).send()
        return sendResponse(reply, await supplier.fetch(toRequest(request)))
      })
    }
  }
}

/**
 * The WHATWG form of what Fastify received, for `supplier.session(toRequest(request))`. A body that Fastify has parsed
 * before is not needed for that; only reading it again would fail.
 */
export function toRequest(request: FastifyRequest): Request {
  return toWebRequest(request.raw, { target: request.originalUrl, body: request.body })
}

/** Answers with what the supplier made, for example the page of `supplier.returnCart`. Return what it returns. */
export async function sendResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  const body = new Uint8Array(await response.arrayBuffer())
  reply.code(response.status)
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') reply.header(name, value)
  }
  // Of several, Fastify keeps each.
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  letRestPass(reply.request.raw)
  // Fastify gives a type to whatever is sent, an empty body included.
  return body.byteLength === 0 ? reply.send() : reply.send(body)
}
