import type { Next } from 'koa'
import { largestAttachment } from '../comments/attach.js'
import { CoupaError } from '../errors.js'
import type { RouteContext } from './serve.js'

/** The file and what a form says beside it. */
const largestForm = largestAttachment + 64 * 1024

/**
 * Reads a form with a file (`multipart/form-data`): its texts are read on like those of any other form, and its
 * field `file` becomes `ctx.file`. A file that was not chosen is not there.
 */
export async function readUpload(ctx: RouteContext, next: Next): Promise<void> {
  const data = await formOf(ctx)
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

async function formOf(ctx: RouteContext): Promise<FormData> {
  // Browsers say the length first. What is refused unread leaves the connection able to carry the refusal.
  if (Number(ctx.get('content-length')) > largestForm) throw tooLarge()
  const body = await bodyOf(ctx)
  try {
    return await new Response(body, { headers: { 'content-type': ctx.get('content-type') } }).formData()
  } catch (cause) {
    throw new CoupaError('ERR_COUPA_INVALID', 'The form could not be read: it is malformed.', {
      cause,
      status: 400,
    })
  }
}

async function bodyOf(ctx: RouteContext): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of ctx.req) {
    size += chunk.byteLength
    if (size > largestForm) throw tooLarge()
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function tooLarge(): CoupaError {
  const megabytes = largestAttachment / 1024 / 1024
  return new CoupaError(
    'ERR_COUPA_INVALID',
    `The form could not be read: it is too large. A file may have ${megabytes} MB at most.`,
    { status: 413 },
  )
}
