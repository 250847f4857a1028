import { shipNoticeStatuses } from '../../receiving/ship-notice-records.js'
import type { ShipNoticeView } from '../../ship-notices.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { StatusPill } from '../elements/status-pill.js'
import type { List, ListColumn } from '../lists/list.js'
import { orderPath, paths, shipNoticePath } from '../paths.js'

/** Numbers of the orders that something in it is for. */
const ordersOf = ({ lines }: ShipNoticeView) => [...new Set(lines.map(({ orderNumber }) => orderNumber))]

const columns: readonly ListColumn<ShipNoticeView>[] = [
  {
    heading: 'ASN',
    kind: 'lead',
    cell: notice => (
      <span class="break">
        <a href={shipNoticePath(notice.id)}>{notice.asnNumber}</a>
        <br />
        <span class="soft small">{notice.supplier.name}</span>
      </span>
    ),
  },
  {
    heading: 'Orders',
    cell: notice => (
      <span class="break">
        {ordersOf(notice).map((number, index) => (
          <>
            {index > 0 && ', '}
            <a href={orderPath(number)}>{number}</a>
          </>
        ))}
      </span>
    ),
  },
  { heading: 'Carrier', cell: notice => notice.carrier ?? '' },
  { heading: 'Tracking number', cell: notice => <span class="break">{notice.trackingNumber ?? ''}</span> },
  {
    heading: 'Expected',
    sort: 'date',
    cell: ({ deliveryDate }) => deliveryDate && <Moment at={deliveryDate} />,
  },
  { heading: 'Status', sort: 'status', cell: ({ status }) => <StatusPill status={status} /> },
]

/** Coupa lists advance ship notices under `/user/asn_headers`. */
export const shipNoticeList: List<ShipNoticeView> = {
  path: paths.shipNotices,
  caption: 'Ship notices',
  unit: ['ship notice', 'ship notices'],
  columns,
  statuses: shipNoticeStatuses,
  attributes: notice => ({ 'data-ship-notice': String(notice.id) }),
  empty: (
    <EmptyState icon="box" title="Nothing is on its way">
      <p>What suppliers say they have shipped is listed here.</p>
    </EmptyState>
  ),
  exported: [
    ['ASN', notice => notice.asnNumber],
    ['Supplier', notice => notice.supplier.name],
    ['PO Number', notice => ordersOf(notice).join(' ')],
    ['Status', notice => notice.status],
    ['Shipped', notice => notice.shipDate?.toISOString() ?? ''],
    ['Expected', notice => notice.deliveryDate?.toISOString() ?? ''],
    ['Carrier', notice => notice.carrier ?? ''],
    ['Tracking number', notice => notice.trackingNumber ?? ''],
  ],
}
