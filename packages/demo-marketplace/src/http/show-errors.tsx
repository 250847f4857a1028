import type { LogEntry } from '@punchloop/sdk'
import type { Middleware } from 'koa'
import type { Visitor } from '../accounts/visitor.js'
import type { ShopState } from '../shop.js'
import { MessagePage } from '../ui/message-page.js'
import { sendPage } from '../ui/render.js'
import { PageError } from './page-error.js'

/** The only place that turns what was thrown into a page. What is not for visitors goes to the log. */
export function showErrors(log: (entry: LogEntry) => void): Middleware<Partial<ShopState>> {
  return async (ctx, next) => {
    try {
      await next()
      if (ctx.status === 404 && !ctx.body)
        throw new PageError(404, 'Nothing is here', 'The page does not exist (any more).')
    } catch (error) {
      const { status, title, message } = asPage(error)
      if (status >= 500) {
        log({ level: 'error', event: 'page failed', method: ctx.method, path: ctx.path, error: text(error) })
      }
      const visitor = ctx.state.visitor ?? stranger
      await sendPage(
        ctx,
        <MessagePage visitor={visitor} path={ctx.path} title={title} message={message} />,
        status,
      )
    }
  }
}

function asPage(error: unknown): {
  readonly status: number
  readonly title: string
  readonly message: string
} {
  if (error instanceof PageError) return error
  if (isClientError(error)) {
    return {
      status: error.status,
      title: 'That could not be read',
      message: 'The request was too large, or no form of ours.',
    }
  }
  return {
    status: 500,
    title: 'Something went wrong here',
    message: 'It was written down. Please try again.',
  }
}

/** What Koa and its body parser throw for a request that they refuse. */
function isClientError(error: unknown): error is Error & { status: number } {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500
}

/** Before anybody could be recognised. */
const stranger: Visitor = { browserId: '', csrfToken: '', isOperator: false, personas: [] }

function text(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
