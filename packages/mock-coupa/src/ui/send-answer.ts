import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'koa'
import type { Answer, Page } from './answer.js'
import { isNoticeCode } from './notices.js'
import { setPageHeaders } from './page-headers.js'
import { sendExport, sendFile } from './send-file.js'

/** Writes an answer; `render` puts a page into its frame. */
export function sendAnswer(
  ctx: Context,
  answer: Answer,
  render: (page: Page, nonce: string) => string,
): void {
  switch (answer.kind) {
    case 'redirect':
      ctx.redirect(answer.to)
      ctx.status = 303
      return
    case 'version':
      ctx.set('Cache-Control', 'no-store')
      ctx.body = { version: answer.version }
      return
    case 'picture':
      ctx.set({ 'Cache-Control': 'private, no-cache', 'X-Content-Type-Options': 'nosniff' })
      ctx.type = answer.mediaType
      ctx.body = Buffer.from(answer.bytes)
      ctx.response.etag = createHash('sha256').update(answer.bytes).digest('base64url').slice(0, 16)
      if (ctx.fresh) ctx.status = 304
      return
    case 'file':
      sendFile(ctx, answer)
      return
    case 'export':
      sendExport(ctx, answer)
      return
    case 'page': {
      const notice = String(ctx.query.notice ?? '')
      const nonce = randomBytes(16).toString('base64')
      setPageHeaders(ctx, { nonce, leaves: answer.leaves ?? false, framed: answer.framed })
      ctx.status = answer.status ?? 200
      ctx.type = 'html'
      ctx.body = render(isNoticeCode(notice) ? { notice, ...answer } : answer, nonce)
    }
  }
}
