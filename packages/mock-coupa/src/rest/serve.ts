import type { Context } from 'koa'
import { answerErrors, answerFault } from './answer.js'
import { bearerOf } from './oauth/token.js'
import type { Limiter } from './rate-limit.js'
import type { Call, RestGround } from './schema/call.js'
import type { ObjectDefinition } from './schema/object.js'

/** What a route does once it is known who asks. */
export type Operation = (call: Call, ctx: Context) => void | Promise<void>

/** Bearer, rate, scope, then the operation; whatever goes wrong in Coupa's error format. */
export function serve(
  ground: RestGround,
  mayGoOn: Limiter,
  of: {
    readonly object: ObjectDefinition
    readonly scope: 'read' | 'write'
    readonly operation: Operation
    /** What stands below the object. */
    readonly nested?: ObjectDefinition
  },
): (ctx: Context) => Promise<void> {
  const about = of.object.name
  return async ctx => {
    const bearer = bearerOf(ground, ctx)
    if (bearer === undefined) {
      ctx.set('WWW-Authenticate', 'Bearer realm="Coupa", error="invalid_token"')
      return answerErrors(ctx, 401, about, ['The access token is missing, unknown or expired'])
    }
    if (!(await mayGoOn(bearer.key))) {
      return answerErrors(ctx, 429, about, [
        'Too many requests: those that wait for their turn already are as many as may wait',
      ])
    }
    const scope = `core.${of.object.scope}.${of.scope}`
    // Unverified: that comments are opened by their own scope and by that of what they are about.
    const opening = [scope, `core.${of.nested?.scope ?? of.object.scope}.${of.scope}`, 'core.all']
    if (!opening.some(one => bearer.scopes.has(one))) {
      ctx.set('WWW-Authenticate', `Bearer realm="Coupa", error="insufficient_scope", scope="${scope}"`)
      return answerErrors(ctx, 403, about, [`The access token lacks the scope ${scope}`])
    }
    try {
      await of.operation({ ...ground, ...bearer, query: ctx.URL.searchParams }, ctx)
    } catch (error) {
      answerFault(ground, ctx, about, error)
    }
  }
}
