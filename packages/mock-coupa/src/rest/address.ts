import type { Context } from 'koa'
import { RestError } from './errors.js'
import { loadOne } from './query/load.js'
import { idSelection } from './query/selection.js'
import type { Call } from './schema/call.js'
import type { ObjectDefinition } from './schema/object.js'

/** The router's parameter. */
export function idOf(ctx: Context, object: ObjectDefinition, parameter: 'id' | 'nested' = 'id'): number {
  const id: unknown = ctx.params[parameter]
  if (typeof id === 'string' && /^\d{1,15}$/.test(id)) return Number(id)
  throw notFound(object, String(id).slice(0, 40))
}

export function existing(call: Call, ctx: Context, object: ObjectDefinition): number {
  const id = idOf(ctx, object)
  if (loadOne(call.db, idSelection(object), id) === undefined) throw notFound(object, String(id))
  return id
}

/** Unverified: the words. */
export function notFound({ name, path }: ObjectDefinition, id: string): RestError {
  return new RestError(404, name, [`Couldn't find ${path ?? name} with id=${id}`])
}
