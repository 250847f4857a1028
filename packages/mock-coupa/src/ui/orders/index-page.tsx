import type { ChangeOrderView } from '../../order-changes.js'
import type { ExportAnswer, Page, Visit } from '../answer.js'
import { Card } from '../elements/card.js'
import { exportList, showList } from '../lists/show-list.js'
import { orderPath, paths } from '../paths.js'
import { orderList } from './order-list.js'

export function listOrders(visit: Visit): Page {
  return showList(visit, {
    title: 'Orders',
    lead: visit.person.administrator ? 'What the company has ordered.' : 'What was ordered on your requests.',
    section: 'orders',
    tabs: <ChangesToApprove changes={visit.coupa.changesToApprove(visit.person.login)} />,
    list: orderList(paths.orders),
    read: visit.coupa.purchaseOrderList,
  })
}

export function exportOrders(visit: Visit): ExportAnswer {
  return exportList(visit, { list: orderList(paths.orders), read: visit.coupa.allOfPurchaseOrderList })
}

function ChangesToApprove({ changes }: { readonly changes: readonly ChangeOrderView[] }) {
  if (changes.length === 0) return null
  return (
    <Card title="Changes that need your approval" id="changes">
      <ul>
        {changes.map(change => (
          <li>
            <a href={orderPath(change.number)}>
              Change {change.id} of PO {change.number}
            </a>{' '}
            by {change.requestedBy.fullName}
          </li>
        ))}
      </ul>
    </Card>
  )
}
