import type { Context } from 'koa'
import type { FileAnswer } from './answer.js'

/** A download: whatever somebody sent us is saved and never run, whatever it calls itself. */
export function sendFile(ctx: Context, file: FileAnswer): void {
  ctx.attachment(file.fileName)
  ctx.set({
    'Content-Type': /^[\w.+-]+\/[\w.+-]+(; charset=utf-8)?$/i.test(file.contentType)
      ? file.contentType
      : 'application/octet-stream',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  })
  ctx.body = Buffer.from(file.bytes)
}
