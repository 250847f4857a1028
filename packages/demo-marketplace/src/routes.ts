import { Router } from '@koa/router'
import { showSignIn, signIn, signOut } from './accounts/sign-in.js'
import { showCatalog } from './catalog/show-catalog.js'
import { showIndexCatalog } from './catalog/show-index-catalog.js'
import { configureProduct, showProduct, showTotal } from './catalog/show-product.js'
import { showMail, showMailbox } from './mail/show-mailbox.js'
import { decideOrder, showAttachment, showOrders } from './orders/show-orders.js'
import { cancelTrip, leaveTrip, requestApproval, returnHeld } from './punchout/request-approval.js'
import { showHeldLines } from './punchout/show-held-lines.js'
import { showRequests, withdrawRequest } from './requests/show-requests.js'
import type { Shop, ShopState } from './shop.js'
import { showSubscriptions, startSubscription } from './subscriptions/show-subscriptions.js'

/** Every page of the shop. What is below the supplier's base path, and the assets, come before (`app.ts`). */
export function createRoutes(shop: Shop): Router<ShopState> {
  const router = new Router<ShopState>()
  router.get('/', showCatalog(shop))
  router.get('/catalog.cif', showIndexCatalog(shop))
  router.get('/products/:id', showProduct(shop))
  router.get('/products/:id/total', showTotal(shop))
  router.post('/products/:id/configure', configureProduct(shop))
  router.post('/products/:id/subscribe', startSubscription(shop))
  router.post('/products/:id/request', requestApproval(shop))
  router.get('/trip', showHeldLines(shop))
  router.post('/trip/return', returnHeld(shop))
  router.post('/trip/cancel', cancelTrip(shop))
  router.post('/trip/leave', leaveTrip(shop))
  router.get('/subscriptions', showSubscriptions(shop))
  router.get('/requests', showRequests(shop))
  router.post('/requests/:id/withdraw', withdrawRequest(shop))
  router.get('/orders', showOrders(shop))
  router.get('/orders/attachment', showAttachment(shop))
  router.post('/orders/decide', decideOrder(shop))
  router.get('/sign-in', showSignIn())
  router.post('/sign-in', signIn(shop))
  router.get('/switch', showSignIn())
  router.post('/switch', signIn(shop))
  router.post('/sign-out', signOut(shop))
  router.get('/mailbox', showMailbox(shop))
  router.get('/mailbox/:id', showMail(shop))
  return router
}
