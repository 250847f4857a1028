import type { ExportAnswer, Page, Visit } from '../answer.js'
import { exportList, showList } from '../lists/show-list.js'
import { paths } from '../paths.js'
import { orderList } from './order-list.js'

export function listOrders(visit: Visit): Page {
  return showList(visit, {
    title: 'Orders',
    lead: visit.person.administrator ? 'What the company has ordered.' : 'What was ordered on your requests.',
    section: 'orders',
    list: orderList(paths.orders),
    read: visit.coupa.purchaseOrderList,
  })
}

export function exportOrders(visit: Visit): ExportAnswer {
  return exportList(visit, { list: orderList(paths.orders), read: visit.coupa.allOfPurchaseOrderList })
}
