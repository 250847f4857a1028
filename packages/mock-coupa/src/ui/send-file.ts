import { Readable } from 'node:stream'
import type { Context } from 'koa'
import type { ExportAnswer, FileAnswer } from './answer.js'

/** A download: whatever somebody sent us is saved and never run, whatever it calls itself. */
export function sendFile(ctx: Context, file: FileAnswer): void {
  const isType = /^[\w.+-]+\/[\w.+-]+$/.test(file.contentType)
  setFileHeaders(ctx, { name: file.fileName, type: isType ? file.contentType : 'application/octet-stream' })
  ctx.body = Buffer.from(file.bytes)
}

/** Row by row, as fast as it is taken: a long list is never in memory as a whole. */
export function sendExport(ctx: Context, answer: ExportAnswer): void {
  setFileHeaders(ctx, { name: answer.fileName, type: 'text/csv; charset=utf-8; header=present' })
  ctx.body = Readable.from(answer.lines)
}

function setFileHeaders(ctx: Context, file: { readonly name: string; readonly type: string }): void {
  ctx.attachment(file.name)
  ctx.set({
    'Content-Type': file.type,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  })
}
