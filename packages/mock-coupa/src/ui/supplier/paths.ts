/** Addresses of the supplier portal: a face of its own below `/supplier`. */
export const supplierPaths = {
  signIn: '/supplier/sign-in',
  session: '/supplier/session',
  endSession: '/supplier/session/end',
  orders: '/supplier/orders',
  invoices: '/supplier/invoices',
  catalogs: '/supplier/catalogs',
  newPunchout: '/supplier/catalogs/new',
  delivery: '/supplier/settings',
  acknowledgeByLink: '/supplier/acknowledge',
} as const

export const supplierOrderPath = (number: string) => `/supplier/orders/${encodeURIComponent(number)}`
export const supplierInvoicePath = (id: number) => `/supplier/invoices/${id}`
export const supplierAttachmentPath = (id: number) => `/supplier/attachments/${id}`
export const punchoutPath = (id: number) => `/supplier/catalogs/${id}`
