import Router from '@koa/router'
import type { Context } from 'koa'
import type { TakenDocument, TakenKind } from '../systems/system.js'
import { catalogUpload, catalogUploadPath } from './catalog-upload.js'
import type { CxmlFace } from './cxml-face.js'
import { invoices } from './invoices.js'
import { orderConfirmation } from './order-confirmation.js'
import { punchoutCheckout } from './punchout-checkout.js'
import { shipNotice } from './ship-notice.js'
import { statusUpdate } from './status-update.js'

type Taking = (face: CxmlFace, ctx: Context, habits: TakenDocument) => Promise<void>

const takings: readonly (readonly [TakenKind, Taking])[] = [
  ['ConfirmationRequest', orderConfirmation],
  ['ShipNoticeRequest', shipNotice],
  ['InvoiceDetailRequest', invoices],
  ['StatusUpdateRequest', statusUpdate],
]

/** Where documents come in, each at the system's own address. No rule stands here. */
export function cxmlRoutes(face: CxmlFace): Router {
  const router = new Router()
  const { setup, takes } = face.system
  router.post(setup.browserFormPost, ctx => punchoutCheckout(face, ctx))
  // Older setup requests of Coupa name the site so.
  router.post(`${setup.browserFormPost}/:site`, ctx => punchoutCheckout(face, ctx))
  for (const [kind, take] of takings) {
    const habits = takes[kind]
    if (habits !== undefined) router.post(habits.path, ctx => take(face, ctx, habits))
  }
  router.post(catalogUploadPath, ctx => catalogUpload(face, ctx))
  return router
}
