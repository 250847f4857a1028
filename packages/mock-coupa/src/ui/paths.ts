import type { ApprovableKey } from '../control/approvable-key.js'
import type { Requisition } from '../requisitions/requisition.js'

/** Every address that a page links to. What is not a number is encoded: part numbers and logins hold anything. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  session: '/session',
  endSession: '/session/end',
  search: '/search',
  cart: '/cart',
  cartItems: '/cart/items',
  cartOpenBuyItems: '/cart/open-buy-items',
  freeForm: '/requests/new',
  groups: '/groups',
  requisitions: '/requisitions',
  toDo: '/approvals',
  orders: '/orders',
  receipts: '/receipts',
  shipNotices: '/user/asn_headers',
  invoices: '/invoices',
  contracts: '/contracts',
  notifications: '/notifications',
  notificationsRead: '/notifications/read',
  activity: '/activity',
  settings: '/settings/notifications',
  traces: '/trace',
  delegation: '/settings/delegation',
  setup: '/setup',
  companySetup: '/setup/company',
  people: '/setup/people',
  approvalRules: '/setup/approval-rules',
  approvalGroups: '/setup/approval-groups',
  announcements: '/setup/announcements',
  requestForms: '/setup/forms',
  currencies: '/setup/currencies',
  punchoutSites: '/setup/punchout-sites',
  suppliers: '/setup/suppliers',
  indexCatalogs: '/setup/index-catalogs',
  apiClients: '/oauth2/clients',
  scopes: '/oauth2/scopes',
  apiFilters: '/api_filters',
  apiReference: '/setup/api',
  openApi: '/api/openapi.json',
  mails: '/setup/mails',
} as const

export const punchoutPath = (site: number) => `/punchout/sites/${site}`
export const leavePath = (trip: number) => `/punchout/visits/${trip}/leave`
export const cartPath = (token: string) => `/punchout/carts/${encodeURIComponent(token)}`
export const logoPath = (site: number) => `/punchout/sites/${site}/logo`
export const requisitionPath = (number: number) => `/requisitions/${number}`
/** Where a requisition is found by its owner: an open cart has an address of its own. */
export const ownRequisitionPath = ({ number, status }: Pick<Requisition, 'number' | 'status'>) =>
  status === 'cart' ? paths.cart : requisitionPath(number)
export const orderPath = (number: string) => `/orders/${encodeURIComponent(number)}`
export const receivePath = (number: string) => `${orderPath(number)}/receive`
export const invoicePath = (id: number) => `/invoices/${id}`
export const contractPath = (id: number) => `/contracts/${id}`
export const confirmationPath = (id: number) => `/confirmations/${id}`
export const shipNoticePath = (id: number) => `/user/asn_headers/${id}`
export const voidReceiptPath = (id: number) => `/receipts/${id}/void`
export const attachmentPath = (id: number) => `/attachments/${id}`
export const changePath = (id: number) => `/order-changes/${id}`
export const activityPath = (tab: string) => `/activity/${tab}`
export const tracePath = (id: string) => `/trace/${encodeURIComponent(id)}`
export const personPath = (login: string) => `/setup/people/${encodeURIComponent(login)}`
export const approvalRulePath = (id: number) => `/setup/approval-rules/${id}`
export const approvalGroupPath = (id: number) => `/setup/approval-groups/${id}`
export const formPath = (id: number) => `/forms/${id}`
export const announcementPath = (id: number) => `/setup/announcements/${id}`
export const requestFormPath = (id: number) => `/setup/forms/${id}`
export const delegationPath = (id: number) => `/settings/delegation/${id}/end`
export const punchoutSitePath = (id: number) => `/setup/punchout-sites/${id}`
export const apiFilterPath = (name: string) => `/api_filters/${encodeURIComponent(name)}`
export const apiClientPath = (identifier: string) => `/oauth2/clients/${encodeURIComponent(identifier)}`
export const indexCatalogPath = (id: number) => `/setup/index-catalogs/${id}`
export const indexLoadPath = (id: number) => `/setup/index-catalogs/loads/${id}`
export const supplierPath = (id: number) => `/setup/suppliers/${id}`

/** Where something that waits for approval is shown. A change has no page of its own: its address leads to its order. */
export function approvablePath({ type, id }: ApprovableKey): string {
  switch (type) {
    case 'RequisitionHeader':
      return requisitionPath(id)
    case 'OrderHeaderChange':
      return changePath(id)
    case 'InvoiceHeader':
      return invoicePath(id)
    case 'Contract':
      return contractPath(id)
  }
}

/** A foreign URL that may stand in `href` or `src`: `javascript:` and `data:` are code, whatever escaping does. */
export function webUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.parse(text)
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined
}

/**
 * Where to go after signing in: a path of ours or the home page, never another host. Browsers read `//host` and
 * `/\host` as another host, and the URL parser makes `//host` of `/.//host`.
 */
export function ownPath(text: string | undefined): string {
  const base = 'http://coupa.invalid'
  const url = text?.startsWith('/') ? URL.parse(text, base) : null
  return url?.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : paths.home
}
