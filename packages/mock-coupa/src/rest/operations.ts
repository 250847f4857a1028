import { existing, idOf } from './address.js'
import { answerList, shownOf } from './answer.js'
import { answerKnown, answerObject, answerPage, nothing, selectionOf } from './answer-object.js'
import { andThen, change, removing } from './change.js'
import { RestError } from './errors.js'
import { fileOf } from './files.js'
import { loadList, loadOne } from './query/load.js'
import { readListQuery } from './query/query.js'
import { idSelection } from './query/selection.js'
import { bodyOf, givenOf } from './request-body.js'
import { nothingGiven } from './schema/given.js'
import type { Action, NamedList, ObjectDefinition } from './schema/object.js'
import type { Operation } from './serve.js'

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

export function show(object: ObjectDefinition): Operation {
  return (call, ctx) => answerKnown(call, ctx, object, idOf(ctx, object))
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
