import Router from '@koa/router'
import type { Context, Next } from 'koa'
import { answerErrors } from './answer.js'
import { nestedOperations } from './nested.js'
import { issueToken } from './oauth/token.js'
import { findObject, objects } from './objects.js'
import { openApiDocument } from './openapi/document.js'
import { act, create, list, listSome, remove, show, update } from './operations.js'
import type { Limiter } from './rate-limit.js'
import type { RestGround } from './schema/call.js'
import type { ObjectDefinition } from './schema/object.js'
import { type Operation, serve } from './serve.js'

/** The Core REST API, below `/api`, and what gives access to it. Every address follows from the objects' definitions. */
export function restRoutes(ground: RestGround, mayGoOn: Limiter): Router {
  const router = new Router()
  router.post('/oauth2/token', ctx => issueToken(ground, ctx))
  router.get('/api/openapi.json', ctx => answerOpenApi(ground, ctx))
  for (const object of objects) {
    if (object.path === undefined) continue
    for (const path of [object.path, ...(object.aliases ?? [])])
      addObject(router, { object, path, ground, mayGoOn })
  }
  router.all(/^\/api\//, ctx => answerElsewhere(router, ctx))
  return router
}

/** Of an address that is none, or not for this method. */
function answerElsewhere(router: Router, ctx: Context): void {
  const layers = router
    .match(ctx.path, ctx.method)
    .path.filter(layer => layer.path instanceof RegExp === false)
  const methods = [...new Set(layers.flatMap(layer => layer.methods))]
  const allowed = methods.length === 0 ? [] : [...methods, 'OPTIONS']
  if (allowed.length > 0) ctx.set('Allow', allowed.join(', '))
  if (ctx.method === 'OPTIONS' && allowed.length > 0) {
    ctx.status = 204
    return
  }
  const status = allowed.length === 0 ? 404 : 405
  answerErrors(ctx, status, 'api', [`There is no ${ctx.method} ${ctx.path} in this API`])
}

/**
 * Addresses as clients write them: with doubled slashes where their base URL ends in one, and with the format behind a
 * point. Unverified: that Coupa takes the second, as its framework does unless told otherwise.
 */
export async function plainAddress(ctx: Context, next: Next): Promise<void> {
  const plain = ctx.path.replace(/\/{2,}/g, '/')
  const [, address = plain, format] = /^(\/api\/.*)\.(json|xml)$/.exec(plain) ?? []
  if (plain.startsWith('/api/') && plain !== '/api/openapi.json') {
    ctx.path = address
    if (format !== undefined) ctx.req.headers.accept = `application/${format}`
  }
  await next()
}

function addObject(
  router: Router,
  by: {
    readonly object: ObjectDefinition
    readonly path: string
    readonly ground: RestGround
    readonly mayGoOn: Limiter
  },
): void {
  const { object, ground, mayGoOn } = by
  const base = `/api/${by.path}`
  const answer = (scope: 'read' | 'write', operation: Operation, nested?: ObjectDefinition) =>
    serve(ground, mayGoOn, { object, scope, operation, ...(nested && { nested }) })
  // Names before ids: `current_cart` is no id.
  for (const action of object.actions) {
    const handler = answer(action.scope, act(object, action))
    const address = action.path === '' ? base : `${base}/${action.path}`
    router.register(address, [action.method], handler)
    // PUT and PATCH are one. Documented.
    if (action.method === 'PUT') router.patch(address, handler)
  }
  for (const some of object.lists) router.get(`${base}/${some.path}`, answer('read', listSome(object, some)))
  for (const nested of object.nested) {
    const below = nestedOperations(object, nested)
    const address = `${base}/:id/${nested.path}`
    const its = findObject(nested.object)
    router.get(address, answer('read', below.list, its))
    router.get(`${address}/:nested`, answer('read', below.show, its))
    if (below.create !== undefined) router.post(address, answer('write', below.create, its))
    if (below.remove !== undefined) router.delete(`${address}/:nested`, answer('write', below.remove, its))
    if (below.update !== undefined) {
      const handler = answer('write', below.update, its)
      router.put(`${address}/:nested`, handler)
      router.patch(`${address}/:nested`, handler)
    }
  }
  router.get(base, answer('read', list(object)))
  router.get(`${base}/:id`, answer('read', show(object)))
  if (object.create !== undefined) router.post(base, answer('write', create(object, object.create)))
  if (object.update !== undefined) {
    const handler = answer('write', update(object, object.update))
    router.put(`${base}/:id`, handler)
    router.patch(`${base}/:id`, handler)
  }
  if (object.remove !== undefined)
    router.delete(`${base}/:id`, answer('write', remove(object, object.remove)))
}

function answerOpenApi(ground: RestGround, ctx: Context): void {
  ctx.type = 'json'
  ctx.body = JSON.stringify(openApiDocument(ground.publicUrl()), undefined, 2)
}
