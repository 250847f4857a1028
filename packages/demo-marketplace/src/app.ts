import { bodyParser } from '@koa/bodyparser'
import type { LogEntry } from '@punchloop/sdk'
import { punchloopKoa } from '@punchloop/sdk/koa'
import Koa from 'koa'
import type { Account } from './accounts/account.js'
import { recogniseVisitor } from './accounts/recognise-visitor.js'
import { createAssets } from './assets.js'
import { allowFraming } from './http/allow-framing.js'
import { refuseForgedPosts } from './http/refuse-forged-posts.js'
import { securityHeaders } from './http/security-headers.js'
import { showErrors } from './http/show-errors.js'
import { createRoutes } from './routes.js'
import type { Shop, ShopState } from './shop.js'

interface AppOptions {
  readonly shop: Shop
  readonly people: readonly Account[]
  readonly log: (entry: LogEntry) => void
}

/** The way of a request, in order. */
export function createApp({ shop, people, log }: AppOptions): Koa<ShopState> {
  const app = new Koa<ShopState>()
  app.use(punchloopKoa(shop.supplier)) // buyers' systems; before the body parser, which would eat their documents
  app.use(securityHeaders)
  app.use(showErrors(log))
  app.use(createAssets(shop.catalog).routes())
  app.use(bodyParser({ enableTypes: ['form'], formLimit: '32kb' }))
  app.use(recogniseVisitor({ ...shop, people }))
  app.use(allowFraming(shop))
  app.use(refuseForgedPosts(shop))
  app.use(createRoutes(shop).routes())
  app.on('error', (error: Error) => {
    // A browser that left in the middle of an answer lands here too.
    log({ level: 'warn', event: 'answer not delivered', error: error.message })
  })
  return app
}
