import type { Context } from 'koa'
import { RestError } from './errors.js'
import { findObject } from './objects.js'
import { readListQuery } from './query/query.js'
import type { Call } from './schema/call.js'
import type { Nested, ObjectDefinition, UploadedFile } from './schema/object.js'
import {
  andThen,
  answerKnown,
  answerObject,
  answerPage,
  type Body,
  bodyOf,
  change,
  existing,
  givenOf,
  idOf,
  notFound,
  type Operation,
} from './serve.js'

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
  const { create: insert, update: write } = nested
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
  return { list, show, create, update }
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

/** What somebody put here is never a page of ours. */
function sendFile(ctx: Context, { fileName, contentType, bytes }: UploadedFile): void {
  ctx.set({
    'Content-Type': contentType,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': 'sandbox',
  })
  ctx.attachment(fileName)
  ctx.set('Content-Type', contentType)
  ctx.body = Buffer.from(bytes)
}

function isForm({ contentType }: Body): boolean {
  return /^multipart\/form-data/i.test(contentType)
}

/** The first file of the form, whatever its field is called. */
async function fileOf({ bytes, contentType }: Body, object: ObjectDefinition): Promise<UploadedFile> {
  let data: FormData
  try {
    const body = new Uint8Array(bytes)
    data = await new Response(body, { headers: { 'content-type': contentType } }).formData()
  } catch (cause) {
    throw new RestError(400, object.name, ['The form could not be read: it is malformed'], { cause })
  }
  const file = [...data.values()].find(value => value instanceof File)
  if (file === undefined) throw new RestError(400, object.name, ["File can't be blank"])
  const texts = [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return {
    fileName: file.name,
    contentType: file.type || 'application/octet-stream',
    bytes: await file.bytes(),
    form: Object.fromEntries(texts),
  }
}
