import Router from '@koa/router'
import type { UiRoutes } from '../pages.js'
import { exportActivityTab, showActivity, showActivityTab } from './activity/index-page.js'
import { approvalRoutes } from './approvals/decide.js'
import { exportToDo, listToDo } from './approvals/index-page.js'
import { mailLinkRoutes } from './approvals/mail-page.js'
import { leaveShop } from './ariba/leave.js'
import { showReturn } from './ariba/return-page.js'
import {
  attachToInvoice,
  attachToOrder,
  attachToRequisition,
  commentOnInvoice,
  commentOnOrder,
  commentOnRequisition,
  downloadAttachment,
} from './comments/actions.js'
import { exportContracts, listContracts } from './contracts/index-page.js'
import { completeContract, showContract, submitContract } from './contracts/show-page.js'
import { sendForm, showForm } from './forms/form-page.js'
import { listGroups } from './groups/index-page.js'
import { homeVersion, showHome } from './home/index-page.js'
import { exportInvoices, listInvoices } from './invoices/index-page.js'
import { actOnInvoice, payInvoice, showInvoice } from './invoices/show-page.js'
import { iconImage, iconPath, stylesheetPath } from './layout/document.js'
import { exportInbox, markRead, showInbox } from './notifications/index-page.js'
import {
  actOnOrder,
  cancelChange,
  markOrderSent,
  resendOrder,
  showChange,
  submitChange,
} from './orders/act-on-order.js'
import { acceptConfirmation, rejectConfirmation } from './orders/decide-confirmation.js'
import { exportOrders, listOrders } from './orders/index-page.js'
import { showPrintView } from './orders/print-page.js'
import { requestChange, showRequestChange } from './orders/request-change-page.js'
import { orderVersion, showOrder } from './orders/show-page.js'
import { paths } from './paths.js'
import { claimCart } from './punchout/claim-cart.js'
import { showHop, startTrip } from './punchout/hop-page.js'
import { showLogo } from './punchout/logo.js'
import { readForm } from './read-form.js'
import { exportReceipts, listReceipts } from './receipts/index-page.js'
import { receiveLines, showReceive } from './receipts/receive-page.js'
import { showVoidReceipt, voidReceipt } from './receipts/void-page.js'
import { addItem, addOpenBuyItem, showCart } from './requisitions/cart-page.js'
import {
  abandon,
  complete,
  copy,
  removeLine,
  save,
  saveForLater,
  submit,
  validate,
  withdraw,
} from './requisitions/decide.js'
import { addFreeForm, newFreeForm } from './requisitions/free-form-page.js'
import { exportRequisitions, listRequisitions } from './requisitions/index-page.js'
import { requisitionVersion, showRequisition } from './requisitions/show-page.js'
import { editSplit, saveSplit } from './requisitions/split-page.js'
import { bodyReaders, type Route } from './route.js'
import { searchVersion, showSearch } from './search/index-page.js'
import { type RouteContext, serve } from './serve.js'
import { endDelegation, saveDelegation, showDelegation } from './settings/delegation-page.js'
import { saveNotificationSettings, showNotificationSettings } from './settings/notifications-page.js'
import { setupRoutes } from './setup/routes.js'
import { exportShipNotices, listShipNotices } from './ship-notices/index-page.js'
import { receiveShipNotice, showShipNotice, voidShipNotice } from './ship-notices/show-page.js'
import { signInRoutes } from './sign-in/session.js'
import { stylesheet } from './style/stylesheet.js'
import { exportTraces, listTraces } from './traces/index-page.js'
import { showTrace, traceVersion } from './traces/show-page.js'

/** READ THIS FIRST. Every URL of the pages; those for administrators below `/setup` stand there, and those for people who are not signed in below. */
// biome-ignore format: the columns are the documentation
const table: readonly Route[] = [
  ['GET',  '/',                                        showHome,            'person'],
  ['GET',  '/version',                                 homeVersion,         'person'],
  ['GET',  '/search',                                  showSearch,          'person'],
  ['GET',  '/search/version',                          searchVersion,       'person'],
  ['GET',  '/requests/new',                            newFreeForm,         'person'],
  ['POST', '/requests/new',                            addFreeForm,         'person'],
  ['GET',  '/forms/:id',                               showForm,            'person'],
  ['POST', '/forms/:id',                               sendForm,            'person'],
  ['GET',  '/groups',                                  listGroups,          'person'],

  ['GET',  '/punchout/sites/:site',                    showHop,             'person'],
  ['POST', '/punchout/sites/:site',                    startTrip,           'person'],
  ['GET',  '/punchout/sites/:site/logo',               showLogo,            'person'],
  ['GET',  '/punchout/carts/:token',                   claimCart,           'person'],
  ['POST', '/punchout/visits/:trip/leave',             leaveShop,           'person'],

  ['GET',  '/cart',                                    showCart,            'person'],
  ['POST', '/cart/items',                              addItem,             'person'],
  ['POST', '/cart/open-buy-items',                     addOpenBuyItem,      'person'],
  ['GET',  '/requisitions',                            listRequisitions,    'person'],
  ['GET',  '/requisitions.csv',                        exportRequisitions,  'person'],
  ['GET',  '/requisitions/:number',                    showRequisition,     'person'],
  ['GET',  '/requisitions/:number/version',            requisitionVersion,  'person'],
  ['POST', '/requisitions/:number/lines/:line/remove', removeLine,          'person'],
  ['GET',  '/requisitions/:number/lines/:line/accounts', editSplit,         'person'],
  ['POST', '/requisitions/:number/lines/:line/accounts', saveSplit,         'person'],
  ['POST', '/requisitions/:number/delete',             abandon,             'person'],
  ['POST', '/requisitions/:number/copy',               copy,                'person'],
  ['POST', '/requisitions/:number/validate',           validate,            'person'],
  ['POST', '/requisitions/:number/save',               save,                'person'],
  ['POST', '/requisitions/:number/save-for-later',     saveForLater,        'person'],
  ['POST', '/requisitions/:number/submit',             submit,              'person'],
  ['POST', '/requisitions/:number/complete',           complete,            'administrator'],
  ['POST', '/requisitions/:number/withdraw',           withdraw,            'person'],
  ['POST', '/requisitions/:number/comments',           commentOnRequisition, 'person'],
  ['UPLOAD', '/requisitions/:number/attachments',      attachToRequisition, 'person'],
  ['GET',  '/attachments/:id',                         downloadAttachment,  'person'],
  ['GET',  '/approvals',                               listToDo,            'person'],
  ['GET',  '/approvals.csv',                           exportToDo,          'person'],
  ...approvalRoutes('/requisitions', 'RequisitionHeader'),
  ...approvalRoutes('/order-changes', 'OrderHeaderChange'),
  ...approvalRoutes('/invoices', 'InvoiceHeader'),
  ...approvalRoutes('/contracts', 'Contract'),

  ['GET',  '/settings/delegation',                     showDelegation,      'person'],
  ['POST', '/settings/delegation',                     saveDelegation,      'person'],
  ['POST', '/settings/delegation/:id/end',             endDelegation,       'person'],

  ['GET',  '/orders',                                  listOrders,          'person'],
  ['GET',  '/orders.csv',                              exportOrders,        'person'],
  ['GET',  '/orders/:number',                          showOrder,           'person'],
  ['GET',  '/orders/:number/version',                  orderVersion,        'person'],
  ['GET',  '/orders/:number/receive',                  showReceive,         'person'],
  ['POST', '/orders/:number/receive',                  receiveLines,        'person'],
  ['POST', '/confirmations/:id/accept',                acceptConfirmation,  'person'],
  ['POST', '/confirmations/:id/reject',                rejectConfirmation,  'person'],
  ['GET',  '/receipts',                                listReceipts,        'person'],
  ['GET',  '/receipts.csv',                            exportReceipts,      'person'],
  ['GET',  '/receipts/:id/void',                       showVoidReceipt,     'person'],
  ['POST', '/receipts/:id/void',                       voidReceipt,         'person'],
  ['GET',  '/user/asn_headers',                        listShipNotices,     'person'],
  ['GET',  '/user/asn_headers.csv',                    exportShipNotices,   'person'],
  ['GET',  '/user/asn_headers/:id',                    showShipNotice,      'person'],
  ['POST', '/user/asn_headers/:id/receive',            receiveShipNotice,   'person'],
  ['POST', '/user/asn_headers/:id/void',               voidShipNotice,      'person'],
  ['GET',  '/invoices',                                listInvoices,        'person'],
  ['GET',  '/invoices.csv',                            exportInvoices,      'person'],
  ['GET',  '/invoices/:id',                            showInvoice,         'person'],
  ['POST', '/invoices/:id/actions/:action',            actOnInvoice,        'administrator'],
  ['POST', '/invoices/:id/payment',                    payInvoice,          'administrator'],
  ['POST', '/invoices/:id/comments',                   commentOnInvoice,    'person'],
  ['UPLOAD', '/invoices/:id/attachments',              attachToInvoice,     'person'],

  ['GET',  '/contracts',                               listContracts,       'person'],
  ['GET',  '/contracts.csv',                           exportContracts,     'person'],
  ['GET',  '/contracts/:id',                           showContract,        'person'],
  ['POST', '/contracts/:id/submit',                    submitContract,      'person'],
  ['POST', '/contracts/:id/complete',                  completeContract,    'person'],

  ['POST', '/orders/:number/resend',                   resendOrder,         'administrator'],
  ['POST', '/orders/:number/mark-sent',                markOrderSent,       'administrator'],
  ['POST', '/orders/:number/actions/:action',          actOnOrder,          'administrator'],
  ['GET',  '/orders/:number/print',                    showPrintView,       'person'],
  ['GET',  '/orders/:number/changes/new',              showRequestChange,   'person'],
  ['POST', '/orders/:number/changes',                  requestChange,       'person'],
  ['GET',  '/order-changes/:change',                   showChange,          'person'],
  ['POST', '/order-changes/:change/submit',            submitChange,        'person'],
  ['POST', '/order-changes/:change/cancel',            cancelChange,        'person'],

  ['POST', '/orders/:number/comments',                 commentOnOrder,      'person'],
  ['UPLOAD', '/orders/:number/attachments',            attachToOrder,       'person'],

  ['GET',  '/activity',                                showActivity,        'person'],
  ['GET',  '/activity/:tab.csv',                       exportActivityTab,   'person'],
  ['GET',  '/activity/:tab',                           showActivityTab,     'person'],

  ['GET',  '/notifications',                           showInbox,           'person'],
  ['GET',  '/notifications.csv',                       exportInbox,         'person'],
  ['POST', '/notifications/read',                      markRead,            'person'],

  ['GET',  '/settings/notifications',                  showNotificationSettings, 'person'],
  ['POST', '/settings/notifications',                  saveNotificationSettings, 'person'],

  ['GET',  '/trace',                                   listTraces,          'administrator'],
  ['GET',  '/trace.csv',                               exportTraces,        'administrator'],
  ['GET',  '/trace/:id',                               showTrace,           'person'],
  ['GET',  '/trace/:id/version',                       traceVersion,        'person'],

  ...setupRoutes,
]

export const uiRoutes: UiRoutes = (coupa, dependencies) => {
  const router = new Router()
  const answer = serve(coupa, dependencies)
  for (const [method, path, action, audience] of table) {
    if (method === 'GET') router.get(path, answer(action, audience))
    else router.post(path, bodyReaders[method], answer(action, audience))
  }
  const mailLink = mailLinkRoutes(coupa)
  router.get('/approvals/mail/:token/:choice', mailLink.show)
  router.post('/approvals/mail/:token/:choice', readForm, mailLink.decide)
  router.get('/punchout/carts/:token/return', showReturn)
  const signIn = signInRoutes(coupa, dependencies)
  router.get(paths.signIn, signIn.show)
  router.post(paths.session, readForm, signIn.start)
  router.post(paths.endSession, readForm, signIn.end)
  router.get(stylesheetPath, asset('text/css; charset=utf-8', stylesheet))
  router.get(iconPath, asset('image/svg+xml', iconImage))
  return router
}

/** Both are public and alike for everybody; the stylesheet's URL changes with its content. */
function asset(type: string, body: string) {
  return (ctx: RouteContext): void => {
    ctx.set({ 'Cache-Control': 'public, max-age=31536000, immutable', 'X-Content-Type-Options': 'nosniff' })
    ctx.type = type
    ctx.body = body
  }
}
