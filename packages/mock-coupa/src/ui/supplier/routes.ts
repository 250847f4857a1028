import Router from '@koa/router'
import { readForm } from '../read-form.js'
import { readUpload } from '../read-upload.js'
import type { RouteContext } from '../serve.js'
import { acknowledgeByMail } from './acknowledge-page.js'
import { saveDelivery, showDelivery } from './delivery-page.js'
import {
  createSupplierInvoice,
  exportSupplierInvoices,
  listSupplierInvoices,
  newSupplierInvoice,
  showSupplierInvoice,
} from './invoice-pages.js'
import { acknowledgeOrder, attachToOrder, commentOnOrder, downloadAttachment } from './order-actions.js'
import { showSupplierOrder } from './order-page.js'
import { exportSupplierOrders, listSupplierOrders } from './orders-page.js'
import { supplierPaths } from './paths.js'
import { editPunchout, listPunchouts, newPunchout, savePunchout } from './punchout-pages.js'
import { serveSupplier } from './serve-supplier.js'
import { supplierSignIn } from './sign-in-page.js'
import type { SupplierAction, SupplierFace } from './visit.js'

type Route = readonly [method: 'GET' | 'POST' | 'UPLOAD', path: string, action: SupplierAction]

/** READ THIS FIRST. Every URL of the supplier portal; those for who is not signed in stand below. */
// biome-ignore format: the columns are the documentation
const table: readonly Route[] = [
  ['GET',    '/supplier/orders',                     listSupplierOrders],
  ['GET',    '/supplier/orders.csv',                 exportSupplierOrders],
  ['GET',    '/supplier/orders/:number',             showSupplierOrder],
  ['POST',   '/supplier/orders/:number/acknowledge', acknowledgeOrder],
  ['POST',   '/supplier/orders/:number/comments',    commentOnOrder],
  ['UPLOAD', '/supplier/orders/:number/attachments', attachToOrder],
  ['GET',    '/supplier/orders/:number/invoice',     newSupplierInvoice],
  ['POST',   '/supplier/orders/:number/invoice',     createSupplierInvoice],
  ['GET',    '/supplier/invoices',                   listSupplierInvoices],
  ['GET',    '/supplier/invoices.csv',               exportSupplierInvoices],
  ['GET',    '/supplier/invoices/:id',               showSupplierInvoice],
  ['GET',    '/supplier/attachments/:id',            downloadAttachment],

  ['GET',    '/supplier/catalogs',                   listPunchouts],
  ['GET',    '/supplier/catalogs/new',               newPunchout],
  ['POST',   '/supplier/catalogs',                   savePunchout],
  ['GET',    '/supplier/catalogs/:id',               editPunchout],
  ['POST',   '/supplier/catalogs/:id',               savePunchout],
  ['GET',    '/supplier/settings',                   showDelivery],
  ['POST',   '/supplier/settings',                   saveDelivery],
]

export function supplierRoutes(face: SupplierFace): Router {
  const router = new Router()
  const answer = serveSupplier(face)
  for (const [method, path, action] of table) {
    if (method === 'GET') router.get(path, answer(action))
    else router.post(path, method === 'UPLOAD' ? readUpload : readForm, answer(action))
  }
  const door = supplierSignIn(face)
  router.get('/supplier', (ctx: RouteContext) => {
    ctx.redirect(supplierPaths.orders)
    ctx.status = 303
  })
  router.get(supplierPaths.signIn, door.show)
  router.post(supplierPaths.session, readForm, door.start)
  router.post(supplierPaths.endSession, readForm, door.end)
  const mail = acknowledgeByMail(face.portal)
  router.get(`${supplierPaths.acknowledgeByLink}/:token`, mail.show)
  router.post(`${supplierPaths.acknowledgeByLink}/:token`, mail.confirm)
  return router
}
