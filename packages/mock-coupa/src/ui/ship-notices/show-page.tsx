import type { ShipNoticeLineView, ShipNoticeView } from '../../ship-notices.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { Facts } from '../elements/facts.js'
import { Moment } from '../elements/moment.js'
import { PageHead } from '../elements/page-head.js'
import { StatusPill } from '../elements/status-pill.js'
import { type Column, Table } from '../elements/table.js'
import { orderPath, paths, shipNoticePath } from '../paths.js'
import { readNumber } from '../read-number.js'

export function showShipNotice({ coupa, person, params }: Visit): Page {
  const notice = coupa.shipNotice(person.login, idOf(params))
  return page({
    title: `Ship notice ${notice.asnNumber}`,
    section: 'receipts',
    body: <ShipNoticeBody notice={notice} />,
  })
}

export function receiveShipNotice({ coupa, person, params }: Visit): Redirect {
  return redirect(shipNoticePath(coupa.receiveShipNotice(person.login, idOf(params)).id), 'received')
}

export function voidShipNotice({ coupa, person, params }: Visit): Redirect {
  return redirect(shipNoticePath(coupa.voidShipNotice(person.login, idOf(params)).id), 'ship-notice-voided')
}

function idOf(params: Visit['params']): number {
  return readNumber(params.id, 'ship notice')
}

function ShipNoticeBody({ notice }: { readonly notice: ShipNoticeView }) {
  return (
    <div data-ship-notice={String(notice.id)}>
      <PageHead
        title={`Ship notice ${notice.asnNumber}`}
        crumbs={<a href={paths.shipNotices}>Ship notices</a>}
      >
        <StatusPill status={notice.status} id="ship-notice-status" />
      </PageHead>
      <div class="columns">
        <div class="stack">
          <Card title="Lines" id="lines" flush>
            <Table caption="Lines" rows={notice.lines} columns={columns} />
          </Card>
          <Arrival notice={notice} />
        </div>
        <div class="stack aside">
          <Card title="About this shipment" id="about">
            <Facts
              facts={[
                ['Supplier', notice.supplier.name],
                ['Carrier', notice.carrier],
                ['Tracking number', notice.trackingNumber],
                ['Written', notice.noticeDate && <Moment at={notice.noticeDate} />],
                ['Shipped', notice.shipDate && <Moment at={notice.shipDate} />],
                ['Expected', notice.deliveryDate && <Moment at={notice.deliveryDate} />],
                ['Comments', notice.comments],
              ]}
            />
          </Card>
        </div>
      </div>
    </div>
  )
}

function Arrival({ notice }: { readonly notice: ShipNoticeView }) {
  if (!notice.may.receive && !notice.may.void) return null
  return (
    <Card title="Has it arrived?" id="arrival">
      <p class="soft">
        Receive books everything that is on its way as arrived. Void says that it does not come.
      </p>
      <div class="actions form-section">
        <form method="post" action={`${shipNoticePath(notice.id)}/receive`}>
          <Csrf />
          <button class="button button-main" type="submit">
            Receive
          </button>
        </form>
        <form method="post" action={`${shipNoticePath(notice.id)}/void`}>
          <Csrf />
          <button class="button" type="submit">
            Void
          </button>
        </form>
      </div>
    </Card>
  )
}

const columns: readonly Column<ShipNoticeLineView>[] = [
  {
    heading: 'Item',
    kind: 'lead',
    cell: line => (
      <span class="break">
        {line.description}
        <br />
        <span class="soft small">
          <a href={orderPath(line.orderNumber)}>Order {line.orderNumber}</a>, line {line.orderLineNum}
        </span>
      </span>
    ),
  },
  { heading: 'Quantity', kind: 'number', cell: ({ quantity, uom }) => `${quantity} ${uom ?? ''}` },
  { heading: 'Status', cell: ({ status }) => <StatusPill status={status} /> },
]
