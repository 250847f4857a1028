import type { Context } from 'koa'
import { existing, idOf, notFound } from './address.js'
import { answerKnown, answerObject, answerPage } from './answer-object.js'
import { andThen, change, removing } from './change.js'
import { fileOf, isForm, sendFile } from './files.js'
import { findObject } from './objects.js'
import { readListQuery } from './query/query.js'
import { bodyOf, givenOf } from './request-body.js'
import type { Call } from './schema/call.js'
import type { Nested, ObjectDefinition } from './schema/object.js'
import type { Operation } from './serve.js'

/** The operations on what stands below another object's address. */
export function nestedOperations(parent: ObjectDefinition, nested: Nested) {
  const object = findObject(nested.object)
  const list: Operation = (call, ctx) => {
    const query = readListQuery(call.query, object)
    query.filters.conditions.push(below(nested, existing(call, ctx, parent)))
    answerPage(call, ctx, object, { ...query, within: nested.where })
  }
  const show: Operation = (call, ctx) => {
    const id = nestedId(call, ctx)
    const file = nested.file?.(call, id)
    if (file === undefined) answerKnown(call, ctx, object, id)
    else sendFile(ctx, file)
  }
  const nestedId = (call: Call, ctx: Context) => {
    const id = idOf(ctx, object, 'nested')
    assertBelow(call, { object, nested, id, parent: existing(call, ctx, parent) })
    return id
  }
  const { create: insert, update: write, remove: erase } = nested
  const create: Operation | undefined =
    insert &&
    (async (call, ctx) => {
      const body = await bodyOf(ctx, object)
      const file = isForm(body) ? await fileOf(body, object) : undefined
      const created = await change(call, object, () => {
        const above = existing(call, ctx, parent)
        return insert(call, above, file ?? givenOf(call, object, { body }))
      })
      ctx.status = 201
      answerObject(call, ctx, created)
    })
  const update: Operation | undefined =
    write &&
    (async (call, ctx) => {
      const body = await bodyOf(ctx, object)
      const updated = await change(call, object, () => {
        const id = nestedId(call, ctx)
        return andThen(write(call, id, givenOf(call, object, { body, id })), () => id)
      })
      answerObject(call, ctx, updated)
    })
  const remove: Operation | undefined =
    erase &&
    (async (call, ctx) => {
      const removed = await removing(call, object, { idOf: () => nestedId(call, ctx), erase })
      answerObject(call, ctx, removed)
    })
  return { list, show, create, update, remove }
}

function below(nested: Nested, parent: number) {
  return { sql: nested.parent, type: 'integer', operator: 'eq', values: [parent] } as const
}

function assertBelow(
  { db }: Call,
  { object, nested, id, parent }: { object: ObjectDefinition; nested: Nested; id: number; parent: number },
): void {
  const row = db.get(
    `SELECT 1 FROM ${object.table} t WHERE ${object.id} = $id AND ${nested.parent} = $parent AND ${nested.where}`,
    { id, parent },
  )
  if (row === undefined) throw notFound(object, String(id))
}
