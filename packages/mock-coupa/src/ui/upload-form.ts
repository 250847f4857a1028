import type { Next } from 'koa'
import { readBody } from '../cxml/read-body.js'
import { CoupaError } from '../errors.js'
import type { RouteContext } from './serve.js'

/** A logo and the fields around it. In bytes. */
const largestUpload = 256 * 1024

/**
 * A form that may carry a picture (`multipart/form-data`), made into one of fields alone: the picture becomes a
 * `data:` URL, and a file field that was left empty is not there.
 */
export async function uploadForm(ctx: RouteContext, next: Next): Promise<unknown> {
  const body = await readBody(ctx, largestUpload)
  if (body === undefined) throw unreadable(413)
  const form = await readForm(ctx, body)
  const fields = new URLSearchParams()
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.append(name, value)
    else if (value.size > 0) fields.append(name, await dataUrl(value))
  }
  Object.assign(ctx.request, { rawBody: fields.toString() })
  return next()
}

async function readForm(ctx: RouteContext, body: Uint8Array): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': ctx.get('content-type') } }).formData()
  } catch (cause) {
    throw unreadable(400, cause)
  }
}

async function dataUrl(file: File): Promise<string> {
  return `data:${file.type};base64,${Buffer.from(await file.arrayBuffer()).toString('base64')}`
}

function unreadable(status: number, cause?: unknown): CoupaError {
  return new CoupaError(
    'ERR_COUPA_INVALID',
    `The form could not be read: it is malformed or larger than ${largestUpload / 1024} KB.`,
    { status, cause },
  )
}
