import { CoupaError } from '../../errors.js'
import { type ExportAnswer, type Page, type Redirect, redirect, type Visit } from '../answer.js'
import { invoiceList } from '../invoices/invoice-list.js'
import { exportList, showList } from '../lists/show-list.js'
import { orderList } from '../orders/order-list.js'
import { activityPath } from '../paths.js'
import { receiptList } from '../receipts/receipt-list.js'
import { requisitionList } from '../requisitions/requisition-list.js'

/** One kind of document under Activity. */
interface Tab {
  /** Last segment of its address. */
  readonly name: string
  readonly label: string
  readonly show: (visit: Visit, tab: Tab) => Page
  readonly save: (visit: Visit, tab: Tab) => ExportAnswer
}

/** What one has to do with oneself, by kind of document: Coupa's Activity, with its tabs in its order. */
const tabs: readonly Tab[] = [
  {
    name: 'requisitions',
    label: 'Requisitions',
    show: (visit, tab) =>
      showList(visit, {
        ...frame(tab),
        list: requisitionList(activityPath(tab.name), false),
        read: visit.coupa.requisitionList,
      }),
    save: (visit, tab) =>
      exportList(visit, {
        list: requisitionList(activityPath(tab.name), false),
        mine: true,
        read: visit.coupa.allOfRequisitionList,
      }),
  },
  {
    name: 'orders',
    label: 'Orders',
    show: (visit, tab) =>
      showList(visit, {
        ...frame(tab),
        list: orderList(activityPath(tab.name)),
        read: visit.coupa.purchaseOrderList,
      }),
    save: (visit, tab) =>
      exportList(visit, {
        list: orderList(activityPath(tab.name)),
        mine: true,
        read: visit.coupa.allOfPurchaseOrderList,
      }),
  },
  {
    name: 'receipts',
    label: 'Receipts',
    show: (visit, tab) =>
      showList(visit, {
        ...frame(tab),
        list: receiptList(activityPath(tab.name)),
        read: visit.coupa.receiptList,
      }),
    save: (visit, tab) =>
      exportList(visit, {
        list: receiptList(activityPath(tab.name)),
        mine: true,
        read: visit.coupa.allOfReceiptList,
      }),
  },
  {
    name: 'invoices',
    label: 'Invoices',
    show: (visit, tab) =>
      showList(visit, {
        ...frame(tab),
        list: invoiceList(activityPath(tab.name)),
        read: visit.coupa.invoiceList,
      }),
    save: (visit, tab) =>
      exportList(visit, {
        list: invoiceList(activityPath(tab.name)),
        mine: true,
        read: visit.coupa.allOfInvoiceList,
      }),
  },
]

export function showActivity(): Redirect {
  return redirect(activityPath('requisitions'))
}

export function showActivityTab(visit: Visit): Page {
  const tab = tabOf(visit)
  return tab.show(visit, tab)
}

export function exportActivityTab(visit: Visit): ExportAnswer {
  const tab = tabOf(visit)
  return tab.save(visit, tab)
}

function tabOf({ params }: Visit): Tab {
  const tab = tabs.find(({ name }) => name === params.tab)
  if (tab === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', 'Activity has no such tab')
  return tab
}

function frame(tab: Tab) {
  return {
    title: 'Activity',
    lead: 'What you have requested, and what came of it.',
    section: 'activity',
    mine: true,
    tabs: <Tabs current={tab} />,
  } as const
}

function Tabs({ current }: { readonly current: Tab }) {
  return (
    <nav class="tabs" aria-label="Activity">
      <ul>
        {tabs.map(({ name, label }) => (
          <li>
            <a href={activityPath(name)} {...(name === current.name ? { 'aria-current': 'page' } : {})}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
