import Router from '@koa/router'
import type { CxmlFace } from './cxml-face.js'
import { invoices } from './invoices.js'
import { orderConfirmation } from './order-confirmation.js'
import { punchoutCheckout } from './punchout-checkout.js'
import { shipNotice } from './ship-notice.js'

/** Where documents come in. No rule stands here. */
export function cxmlRoutes(face: CxmlFace): Router {
  const router = new Router()
  router.post('/punchout/checkout', ctx => punchoutCheckout(face, ctx))
  // Unverified: this path is in no document of Coupa; its siblings /cxml/invoices and /cxml/ship_notice_request are.
  router.post('/cxml/order_confirmation_request', ctx => orderConfirmation(face, ctx))
  router.post('/cxml/ship_notice_request', ctx => shipNotice(face, ctx))
  router.post('/cxml/invoices', ctx => invoices(face, ctx))
  return router
}
