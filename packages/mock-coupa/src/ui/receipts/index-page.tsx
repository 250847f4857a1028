import type { ExportAnswer, Page, Visit } from '../answer.js'
import { exportList, showList } from '../lists/show-list.js'
import { paths } from '../paths.js'
import { receiptList } from './receipt-list.js'
import { ArrivalTabs } from './tabs.js'

export function listReceipts(visit: Visit): Page {
  return showList(visit, {
    title: 'Receipts',
    lead: 'What has arrived of purchase orders.',
    section: 'receipts',
    tabs: <ArrivalTabs current={paths.receipts} />,
    list: receiptList(paths.receipts),
    read: visit.coupa.receiptList,
  })
}

export function exportReceipts(visit: Visit): ExportAnswer {
  return exportList(visit, { list: receiptList(paths.receipts), read: visit.coupa.allOfReceiptList })
}
