import type { Context } from 'koa'
import { notFound } from './address.js'
import { answerList, answerOne, shownOf } from './answer.js'
import { sendFile } from './files.js'
import { type LoadedObject, loadList, loadOne } from './query/load.js'
import { type ListQuery, readShownQuery } from './query/query.js'
import {
  idSelection,
  type Selection,
  shallowSelection,
  wantedSelection,
  wholeSelection,
} from './query/selection.js'
import type { Call } from './schema/call.js'
import type { Elsewhere, ObjectDefinition, UploadedFile } from './schema/object.js'

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

export function answerKnown(call: Call, ctx: Context, object: ObjectDefinition, id: number): void {
  const selection = selectionOf(call, object)
  answerObject(call, ctx, look(call, object, { selection, id }))
}

export function look(
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
export function nothing(ctx: Context): void {
  const { status } = ctx
  ctx.body = ''
  ctx.status = status === 404 ? 200 : status
}

export function selectionOf({ query, companyFile }: Call, object: ObjectDefinition): Selection | undefined {
  const { fields, returnObject } = readShownQuery(query, object, companyFile.current.apiFilters)
  if (returnObject === 'none') return undefined
  if (fields !== undefined) return wantedSelection(object, fields)
  if (returnObject === 'limited') return idSelection(object)
  return returnObject === 'shallow' ? shallowSelection(object) : wholeSelection(object)
}
