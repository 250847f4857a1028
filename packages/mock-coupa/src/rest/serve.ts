import type { Context } from 'koa'
import { readBody as readBytes } from '../cxml/read-body.js'
import { answerErrors, answerFault, answerList, answerOne, shownOf } from './answer.js'
import { RestError } from './errors.js'
import { fileOf, sendFile } from './files.js'
import { bearerOf } from './oauth/token.js'
import { type LoadedObject, loadList, loadOne } from './query/load.js'
import { type ListQuery, readListQuery, readShownQuery } from './query/query.js'
import {
  idSelection,
  type Selection,
  shallowSelection,
  wantedSelection,
  wholeSelection,
} from './query/selection.js'
import type { Limiter } from './rate-limit.js'
import { type Raw, readBody } from './reading/body.js'
import { type Reading, readGiven } from './reading/given.js'
import type { Call, RestGround } from './schema/call.js'
import type { Given } from './schema/given.js'
import { nothingGiven } from './schema/given.js'
import type {
  Action,
  Answered,
  Elsewhere,
  NamedList,
  ObjectDefinition,
  UploadedFile,
} from './schema/object.js'

/** Bytes. */
export const largestBody = 4 * 1024 * 1024

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
        'Too many requests: 25 a second are answered, and 20 beyond wait for their turn',
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

export function list(object: ObjectDefinition): Operation {
  return (call, ctx) => answerPage(call, ctx, object, readListQuery(call.query, object))
}

/** Some of them: `mine`, `recent`. */
export function listSome(object: ObjectDefinition, { where }: NamedList): Operation {
  return (call, ctx) => {
    const query = readListQuery(call.query, object)
    query.filters.conditions.push(...where(call))
    answerPage(call, ctx, object, query)
  }
}

/** `within`: which of them there are at this address, in SQL. */
export function answerPage(
  call: Call,
  ctx: Context,
  object: ObjectDefinition,
  { within, ...query }: ListQuery & { readonly within?: string },
): void {
  const whole = selectionOf(call, object)
  if (whole === undefined) {
    nothing(ctx)
    return
  }
  const selection = within === undefined ? whole : { ...whole, object: { ...object, where: within } }
  answerList(ctx, object, loadList(call.db, selection, query), shownOf(call))
}

export function show(object: ObjectDefinition): Operation {
  return (call, ctx) => answerKnown(call, ctx, object, idOf(ctx, object))
}

export function answerKnown(call: Call, ctx: Context, object: ObjectDefinition, id: number): void {
  const selection = selectionOf(call, object)
  answerObject(call, ctx, look(call, object, { selection, id }))
}

export function create(object: ObjectDefinition, write: NonNullable<ObjectDefinition['create']>): Operation {
  return async (call, ctx) => {
    const body = await bodyOf(ctx, object)
    const created = await change(call, object, () => write(call, givenOf(call, object, { body })))
    ctx.status = 201
    answerObject(call, ctx, created)
  }
}

export function update(object: ObjectDefinition, write: NonNullable<ObjectDefinition['update']>): Operation {
  return async (call, ctx) => {
    const body = await bodyOf(ctx, object)
    const updated = await change(call, object, () => {
      const id = existing(call, ctx, object)
      return andThen(write(call, id, givenOf(call, object, { body, id })), () => id)
    })
    answerObject(call, ctx, updated)
  }
}

export function remove(object: ObjectDefinition, write: NonNullable<ObjectDefinition['remove']>): Operation {
  return async (call, ctx) => {
    const idOf = () => existing(call, ctx, object)
    answerObject(call, ctx, await removing(call, object, { idOf, erase: write }))
  }
}

/** What was voided is shown as it is now; what is gone as it was. */
export function removing(
  call: Call,
  object: ObjectDefinition,
  by: { readonly idOf: () => number; readonly erase: NonNullable<ObjectDefinition['remove']> },
): Promise<LoadedObject | undefined> {
  const selection = selectionOf(call, object)
  return call.db.grouped(() => {
    const id = by.idOf()
    const before = look(call, object, { selection, id })
    return andThen(by.erase(call, id), () => selection && (loadOne(call.db, selection, id) ?? before))
  })
}

export function act(object: ObjectDefinition, action: Action): Operation {
  if (action.each) return actOnEach(object, action)
  const isOfOne = action.path.includes(':id')
  const isNew = action.creates ?? (action.method === 'POST' && !isOfOne)
  return async (call, ctx) => {
    const body = action.takesBody || action.takesFile ? await bodyOf(ctx, object) : undefined
    const file = body && action.takesFile ? await fileOf(body, object) : undefined
    const answered = await change(call, object, () => {
      const id = isOfOne ? existing(call, ctx, object) : 0
      const given =
        body && action.takesBody ? givenOf(call, object, isNew ? { body } : { body, id }) : nothingGiven
      return action.perform(call, id, given, file)
    })
    if (isNew && answered !== undefined) ctx.status = 201
    answerObject(call, ctx, answered)
  }
}

/** Unverified: that the filters of the query say which, as they do of a list. */
function actOnEach(object: ObjectDefinition, action: Action): Operation {
  return async (call, ctx) => {
    const query = readListQuery(call.query, object)
    const selection = selectionOf(call, object)
    if (query.filters.conditions.length === 0 && query.filters.through.size === 0) {
      throw new RestError(400, object.name, ['Say which are meant by a filter, such as id[in]=1,2'])
    }
    const acted = await call.db.grouped(() =>
      call.db.transaction(() => {
        const found = loadList(call.db, idSelection(object), query).map(({ values: [id] }) => Number(id))
        for (const id of found) action.perform(call, id, nothingGiven)
        return selection && found.flatMap(id => loadOne(call.db, selection, id) ?? [])
      }),
    )
    if (acted === undefined) nothing(ctx)
    else answerList(ctx, object, acted, shownOf(call))
  }
}

/**
 * Changes something, together with what others change at this moment, and reads it before they go on. Undefined: nothing is
 * to be shown. Resolves when it is on the disk.
 */
export function change(
  call: Call,
  object: ObjectDefinition,
  write: () => Answered | Promise<Answered>,
): Promise<LoadedObject | Elsewhere | UploadedFile | undefined> {
  const selection = selectionOf(call, object)
  return call.db.grouped(() =>
    andThen(write(), id => (typeof id === 'number' ? look(call, object, { selection, id }) : id)),
  )
}

export function andThen<T, R>(value: T | Promise<T>, next: (value: T) => R): R | Promise<R> {
  return value instanceof Promise ? value.then(next) : next(value)
}

function look(
  { db }: Call,
  object: ObjectDefinition,
  { selection, id }: { readonly selection: Selection | undefined; readonly id: number },
): LoadedObject | undefined {
  if (selection === undefined) return undefined
  const one = loadOne(db, selection, id)
  if (one === undefined) throw notFound(object, String(id))
  return one
}

export function answerObject(
  call: Call,
  ctx: Context,
  one: LoadedObject | Elsewhere | UploadedFile | undefined,
): void {
  if (one === undefined) nothing(ctx)
  else if ('bytes' in one) sendFile(ctx, one)
  else if ('location' in one) ctx.redirect(one.location)
  else answerOne(ctx, one, shownOf(call))
}

/** `return_object=none`: the status stays, the body is empty. */
function nothing(ctx: Context): void {
  const { status } = ctx
  ctx.body = ''
  ctx.status = status === 404 ? 200 : status
}

function selectionOf({ query, companyFile }: Call, object: ObjectDefinition): Selection | undefined {
  const { fields, returnObject } = readShownQuery(query, object, companyFile.current.apiFilters)
  if (returnObject === 'none') return undefined
  if (fields !== undefined) return wantedSelection(object, fields)
  if (returnObject === 'limited') return idSelection(object)
  return returnObject === 'shallow' ? shallowSelection(object) : wholeSelection(object)
}

/** As it came. */
export interface Body {
  readonly bytes: Uint8Array
  readonly contentType: string
}

export async function bodyOf(ctx: Context, object: ObjectDefinition): Promise<Body> {
  const bytes = await readBytes(ctx, largestBody)
  if (bytes !== undefined) return { bytes, contentType: ctx.get('content-type') }
  throw new RestError(413, object.name, [`The body is larger than ${largestBody} bytes`])
}

/** `id`: of the object that it changes. */
export function givenOf(
  call: Call,
  object: ObjectDefinition,
  { body, id }: { readonly body: Body; readonly id?: number },
): Given {
  const { topLevelFields } = shownOf(call)
  const reading: Reading = { db: call.db, topLevelFields, ...(id === undefined ? {} : { id }) }
  const raw = readBody(body.bytes, body.contentType, object)
  return readGiven(id === undefined ? raw : { ...exportedIn(call.query), ...raw }, object, reading)
}

/** `PUT /api/purchase_orders/25?exported=true`. Documented: Special Actions of the Core API. */
function exportedIn(query: URLSearchParams): Raw {
  const exported = query.get('exported')
  return exported === 'true' || exported === 'false' ? { exported } : {}
}

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
