import type { Next } from 'koa'
import { largestAttachment } from '../comments/attach.js'
import { CoupaError } from '../errors.js'
import type { RouteContext } from './serve.js'

/** What a form says beside its file, in bytes. */
const besideFile = 64 * 1024

/**
 * Reads a form with a file (`multipart/form-data`): its texts are read on like those of any other form, and its
 * field `file` becomes `ctx.file`. A file that was not chosen is not there.
 */
export const readUpload = readUploadUpTo(largestAttachment)

/** The same for files of up to `largest` bytes. */
export function readUploadUpTo(largest: number) {
  return (ctx: RouteContext, next: Next) => read(ctx, next, largest)
}

async function read(ctx: RouteContext, next: Next, largest: number): Promise<void> {
  const data = await formOf(ctx, largest)
  const texts = new URLSearchParams()
  for (const [name, value] of data) if (typeof value === 'string') texts.append(name, value)
  ctx.request.rawBody = texts.toString()
  const file = data.get('file')
  if (file instanceof File && (file.name !== '' || file.size > 0)) {
    ctx.file = {
      fileName: file.name,
      contentType: file.type || 'application/octet-stream',
      bytes: await file.bytes(),
    }
  }
  await next()
}

async function formOf(ctx: RouteContext, largest: number): Promise<FormData> {
  // Browsers say the length first. What is refused unread leaves the connection able to carry the refusal.
  if (Number(ctx.get('content-length')) > largest + besideFile) throw tooLarge(largest)
  const body = await bodyOf(ctx, largest)
  try {
    return await new Response(body, { headers: { 'content-type': ctx.get('content-type') } }).formData()
  } catch (cause) {
    throw new CoupaError('ERR_COUPA_INVALID', 'The form could not be read: it is malformed.', {
      cause,
      status: 400,
    })
  }
}

async function bodyOf(ctx: RouteContext, largest: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of ctx.req) {
    size += chunk.byteLength
    if (size > largest + besideFile) throw tooLarge(largest)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function tooLarge(largest: number): CoupaError {
  const megabytes = largest / 1024 / 1024
  return new CoupaError(
    'ERR_COUPA_INVALID',
    `The form could not be read: it is too large. A file may have ${megabytes} MB at most.`,
    { status: 413 },
  )
}
