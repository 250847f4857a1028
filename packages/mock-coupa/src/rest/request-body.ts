import type { Context } from 'koa'
import { readBody as readBytes } from '../cxml/read-body.js'
import { shownOf } from './answer.js'
import { RestError } from './errors.js'
import { type Raw, readBody } from './reading/body.js'
import { type Reading, readGiven } from './reading/given.js'
import type { Call } from './schema/call.js'
import type { Given } from './schema/given.js'
import type { ObjectDefinition } from './schema/object.js'

/** Bytes. */
export const largestBody = 4 * 1024 * 1024

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
