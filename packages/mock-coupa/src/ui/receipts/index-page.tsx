import { type ExportAnswer, type Page, type Redirect, redirect, type Visit } from '../answer.js'
import { exportList, showList } from '../lists/show-list.js'
import { paths } from '../paths.js'
import { readNumber } from '../read-number.js'
import { receiptList } from './receipt-list.js'

export function listReceipts(visit: Visit): Page {
  return showList(visit, {
    title: 'Receipts',
    lead: 'What has arrived of purchase orders.',
    section: 'receipts',
    list: receiptList(paths.receipts),
    read: visit.coupa.receiptList,
  })
}

export function exportReceipts(visit: Visit): ExportAnswer {
  return exportList(visit, { list: receiptList(paths.receipts), read: visit.coupa.allOfReceiptList })
}

export function voidReceipt({ coupa, person, params, form }: Visit): Redirect {
  const reason = form.optional('reason')
  coupa.voidReceipt(person.login, {
    receipt: readNumber(params.id, 'receipt'),
    ...(reason === undefined ? {} : { reason }),
  })
  return redirect(paths.receipts, 'voided')
}
