import Router from '@koa/router'
import { catalogLimits } from '@punchloop/sdk/catalog'
import type { UiRoutes } from '../pages.js'
import { exportActivityTab, showActivity, showActivityTab } from './activity/index-page.js'
import type { Action } from './answer.js'
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
import { readUpload, readUploadUpTo } from './read-upload.js'
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
import { searchVersion, showSearch } from './search/index-page.js'
import { type Audience, type RouteContext, serve } from './serve.js'
import { endDelegation, saveDelegation, showDelegation } from './settings/delegation-page.js'
import { saveNotificationSettings, showNotificationSettings } from './settings/notifications-page.js'
import { listAnnouncements } from './setup/announcements/index-page.js'
import {
  editAnnouncement,
  newAnnouncement,
  removeAnnouncement,
  saveAnnouncement,
} from './setup/announcements/show-page.js'
import { listApiClients } from './setup/api-clients/index-page.js'
import { listScopes } from './setup/api-clients/scopes-page.js'
import { editApiClient, newApiClient, removeApiClient, saveApiClient } from './setup/api-clients/show-page.js'
import { showApiReference } from './setup/api-reference/index-page.js'
import { listApprovalGroups } from './setup/approval-groups/index-page.js'
import {
  editApprovalGroup,
  newApprovalGroup,
  removeApprovalGroup,
  saveApprovalGroup,
} from './setup/approval-groups/show-page.js'
import { listApprovalRules } from './setup/approval-rules/index-page.js'
import {
  editApprovalRule,
  newApprovalRule,
  removeApprovalRule,
  saveApprovalRule,
} from './setup/approval-rules/show-page.js'
import { editCurrencies, saveCurrencies } from './setup/currencies/edit-page.js'
import { listForms } from './setup/forms/index-page.js'
import { editForm, newForm, removeForm, saveForm } from './setup/forms/show-page.js'
import {
  listIndexCatalogs,
  removeIndexCatalog,
  uploadIndexCatalog,
} from './setup/index-catalogs/index-page.js'
import { showIndexLoad } from './setup/index-catalogs/load-page.js'
import { showSetup } from './setup/index-page.js'
import { exportMails, listMails } from './setup/mails/index-page.js'
import { exportPeople, listPeople } from './setup/people/index-page.js'
import { editPerson, newPerson, removePerson, savePerson } from './setup/people/show-page.js'
import { listPunchoutSites } from './setup/punchout-sites/index-page.js'
import {
  editPunchoutSite,
  newPunchoutSite,
  removePunchoutSite,
  savePunchoutSite,
} from './setup/punchout-sites/show-page.js'
import { exportSuppliers, listSuppliers } from './setup/suppliers/index-page.js'
import { editSupplier, newSupplier, saveSupplier } from './setup/suppliers/show-page.js'
import { exportShipNotices, listShipNotices } from './ship-notices/index-page.js'
import { receiveShipNotice, showShipNotice, voidShipNotice } from './ship-notices/show-page.js'
import { signInRoutes } from './sign-in/session.js'
import { stylesheet } from './style/stylesheet.js'
import { exportTraces, listTraces } from './traces/index-page.js'
import { showTrace, traceVersion } from './traces/show-page.js'

/** How the body of a form is read: alone, with a file, with a catalogue. */
const bodyReaders = {
  POST: readForm,
  UPLOAD: readUpload,
  CATALOG: readUploadUpTo(catalogLimits.bytes),
} as const

/** `UPLOAD` and `CATALOG`: a POST whose form carries a file. */
type Route = readonly [
  method: 'GET' | keyof typeof bodyReaders,
  path: string,
  action: Action,
  audience: Audience,
]

/** READ THIS FIRST. Every URL of the pages; those for people who are not signed in stand below. */
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

  ['GET',  '/setup',                                   showSetup,           'administrator'],
  ['GET',  '/setup/people',                            listPeople,          'administrator'],
  ['GET',  '/setup/people.csv',                        exportPeople,        'administrator'],
  ['GET',  '/setup/people/new',                        newPerson,           'administrator'],
  ['POST', '/setup/people',                            savePerson,          'administrator'],
  ['GET',  '/setup/people/:login',                     editPerson,          'administrator'],
  ['POST', '/setup/people/:login',                     savePerson,          'administrator'],
  ['POST', '/setup/people/:login/remove',              removePerson,        'administrator'],
  ['GET',  '/setup/approval-rules',                    listApprovalRules,   'administrator'],
  ['GET',  '/setup/approval-rules/new',                newApprovalRule,     'administrator'],
  ['POST', '/setup/approval-rules',                    saveApprovalRule,    'administrator'],
  ['GET',  '/setup/approval-rules/:id',                editApprovalRule,    'administrator'],
  ['POST', '/setup/approval-rules/:id',                saveApprovalRule,    'administrator'],
  ['POST', '/setup/approval-rules/:id/remove',         removeApprovalRule,  'administrator'],
  ['GET',  '/setup/approval-groups',                   listApprovalGroups,  'administrator'],
  ['GET',  '/setup/approval-groups/new',               newApprovalGroup,    'administrator'],
  ['POST', '/setup/approval-groups',                   saveApprovalGroup,   'administrator'],
  ['GET',  '/setup/approval-groups/:id',               editApprovalGroup,   'administrator'],
  ['POST', '/setup/approval-groups/:id',               saveApprovalGroup,   'administrator'],
  ['POST', '/setup/approval-groups/:id/remove',        removeApprovalGroup, 'administrator'],
  ['GET',  '/setup/announcements',                     listAnnouncements,   'administrator'],
  ['GET',  '/setup/announcements/new',                 newAnnouncement,     'administrator'],
  ['POST', '/setup/announcements',                     saveAnnouncement,    'administrator'],
  ['GET',  '/setup/announcements/:id',                 editAnnouncement,    'administrator'],
  ['POST', '/setup/announcements/:id',                 saveAnnouncement,    'administrator'],
  ['POST', '/setup/announcements/:id/remove',          removeAnnouncement,  'administrator'],
  ['GET',  '/setup/forms',                             listForms,           'administrator'],
  ['GET',  '/setup/forms/new',                         newForm,             'administrator'],
  ['POST', '/setup/forms',                             saveForm,            'administrator'],
  ['GET',  '/setup/forms/:id',                         editForm,            'administrator'],
  ['POST', '/setup/forms/:id',                         saveForm,            'administrator'],
  ['POST', '/setup/forms/:id/remove',                  removeForm,          'administrator'],
  ['GET',  '/setup/currencies',                        editCurrencies,      'administrator'],
  ['POST', '/setup/currencies',                        saveCurrencies,      'administrator'],
  ['GET',  '/setup/punchout-sites',                    listPunchoutSites,   'administrator'],
  ['GET',  '/setup/punchout-sites/new',                newPunchoutSite,     'administrator'],
  ['UPLOAD', '/setup/punchout-sites',                  savePunchoutSite,    'administrator'],
  ['GET',  '/setup/punchout-sites/:id',                editPunchoutSite,    'administrator'],
  ['UPLOAD', '/setup/punchout-sites/:id',              savePunchoutSite,    'administrator'],
  ['POST', '/setup/punchout-sites/:id/remove',         removePunchoutSite,  'administrator'],
  ['GET',  '/setup/suppliers',                         listSuppliers,       'administrator'],
  ['GET',  '/setup/suppliers.csv',                     exportSuppliers,     'administrator'],
  ['GET',  '/setup/suppliers/new',                     newSupplier,         'administrator'],
  ['POST', '/setup/suppliers',                         saveSupplier,        'administrator'],
  ['GET',  '/setup/suppliers/:id',                     editSupplier,        'administrator'],
  ['POST', '/setup/suppliers/:id',                     saveSupplier,        'administrator'],
  ['GET',  '/setup/index-catalogs',                    listIndexCatalogs,   'administrator'],
  ['CATALOG', '/setup/index-catalogs',                 uploadIndexCatalog,  'administrator'],
  ['GET',  '/setup/index-catalogs/loads/:id',          showIndexLoad,       'administrator'],
  ['POST', '/setup/index-catalogs/:id/remove',         removeIndexCatalog,  'administrator'],
  ['GET',  '/oauth2/clients',                          listApiClients,      'administrator'],
  ['GET',  '/oauth2/clients/new',                      newApiClient,        'administrator'],
  ['POST', '/oauth2/clients',                          saveApiClient,       'administrator'],
  ['GET',  '/oauth2/clients/:identifier',              editApiClient,       'administrator'],
  ['POST', '/oauth2/clients/:identifier',              saveApiClient,       'administrator'],
  ['POST', '/oauth2/clients/:identifier/remove',       removeApiClient,     'administrator'],
  ['GET',  '/oauth2/scopes',                           listScopes,          'administrator'],
  ['GET',  '/setup/api',                               showApiReference,    'administrator'],
  ['GET',  '/setup/mails',                             listMails,           'administrator'],
  ['GET',  '/setup/mails.csv',                         exportMails,         'administrator'],
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
