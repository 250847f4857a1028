import type { Context } from 'koa'
import { RestError } from './errors.js'
import type { ObjectDefinition, UploadedFile } from './schema/object.js'

/** What somebody put here is never a page of ours. */
export function sendFile(ctx: Context, { fileName, contentType, bytes }: UploadedFile): void {
  ctx.set({
    'Content-Type': contentType,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': 'sandbox',
  })
  ctx.attachment(fileName)
  ctx.set('Content-Type', contentType)
  ctx.body = Buffer.from(bytes)
}

export function isForm({ contentType }: { readonly contentType: string }): boolean {
  return /^multipart\/form-data/i.test(contentType)
}

/** The first file of the form, whatever its field is called. */
export async function fileOf(
  { bytes, contentType }: { readonly bytes: Uint8Array; readonly contentType: string },
  object: ObjectDefinition,
): Promise<UploadedFile> {
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
