import type { ExportAnswer, Page, Visit } from '../answer.js'
import { exportList, showList } from '../lists/show-list.js'
import { paths } from '../paths.js'
import { invoiceList } from './invoice-list.js'

export function listInvoices(visit: Visit): Page {
  return showList(visit, {
    title: 'Invoices',
    lead: visit.person.administrator
      ? 'What suppliers ask money for.'
      : 'What suppliers ask for what you have requested.',
    section: 'invoices',
    list: invoiceList(paths.invoices),
    read: visit.coupa.invoiceList,
  })
}

export function exportInvoices(visit: Visit): ExportAnswer {
  return exportList(visit, { list: invoiceList(paths.invoices), read: visit.coupa.allOfInvoiceList })
}
